"""What a module of `measures` says of itself: what it compares, and how its figures are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from graph.listing import listed_definitions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from queries.result_tables import Table


class Figures(Protocol):
    """What a comparison with a gold file gives."""

    def as_dict(self) -> dict[str, Any]:
        """All of it in plain values, ready to be written as JSON."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is compared with gold files.

    Attributes:
        name: Word that asks for it on the command line.
        title: What is compared, in a sentence with GOLD in it.
        gives: What the figures are, in a sentence.
        example: A gold file and options, for an example.
        evaluate: Reads a gold file and compares; takes the choices by name besides.
        tables: The figures as tables, with the errors if wanted.
        errors: Member of the figures that lists every error.
        choices: Yes-or-no options beyond those that all measures have, with their help.
    """

    name: str
    title: str
    gives: str
    example: str
    evaluate: Callable[..., Figures]
    tables: Callable[..., dict[str, Table]]
    errors: str = "misses"
    choices: Mapping[str, str] = field(default_factory=dict)


@cache
def measures() -> dict[str, Measure]:
    """All measures by name.

    Raises:
        TypeError: If a module of the folder has no measure, or two have one name.
    """
    return listed_definitions("evaluation.measures", "MEASURE", Measure)
