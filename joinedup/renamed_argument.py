"""Arguments that had another name before: the old one works for one release, with a warning."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING
from warnings import warn

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec, TypeVar

    Parameters = ParamSpec("Parameters")
    Result = TypeVar("Result")


def accept_former_names(
    **successors: str,
) -> Callable[[Callable[Parameters, Result]], Callable[Parameters, Result]]:
    """Have a function take arguments under their former names too.

    Args:
        successors: The name of today for each former name.

    Raises:
        TypeError: When the function is called with both names of an argument.
    """

    def accept(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
        @wraps(function)
        def accepting(*positional: Parameters.args, **named: Parameters.kwargs) -> Result:
            for former, successor in successors.items():
                if former not in named:
                    continue
                if successor in named:
                    raise TypeError(f"{successor}= and {former}= are the same: give one.")
                warn(f"{former}= is now called {successor}=.", DeprecationWarning, stacklevel=2)
                named[successor] = named.pop(former)
            return function(*positional, **named)

        return accepting

    return accept
