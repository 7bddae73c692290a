"""joinedup: which departments and initiatives connect across select committee findings.

>>> import joinedup
>>> graph = joinedup.open("joinedup-store")    # doctest: +SKIP
>>> graph.ask("positions-by-who-says-so")            # doctest: +SKIP
"""

# Nothing else is imported here: `python -m joinedup` runs this before `__main__` has put the
# working folder, where a file may be called `typing.py`, behind the standard library.
from joinedup.version import __version__ as __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from joinedup.api import Graph, build
    from joinedup.api import open_graph as open  # noqa: A004 - `joinedup.open` reads as it should

__all__ = ["Graph", "build", "open"]


def __getattr__(name: str) -> object:
    """Import the door when somebody comes to it: the command line must not wait for its stack."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from joinedup import api  # noqa: PLC0415 - see above

    return getattr(api, "open_graph" if name == "open" else name)
