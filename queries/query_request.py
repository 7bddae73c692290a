"""What is asked of a graph, within which limits, and how the result is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queries.parameter_names import ParameterValues


@dataclass(frozen=True, slots=True)
class Limits:
    """When to stop.

    Attributes:
        seconds: Seconds that a query may take; None for as many as it needs.
        rows: Rows to take of its result; None for all.
    """

    seconds: float | None = 60
    rows: int | None = 100_000

    def __post_init__(self) -> None:
        """Refuse limits that are none.

        Raises:
            ValueError: If the seconds are no number above 0, or the rows are below 0.
        """
        if self.seconds is not None and not (0 < self.seconds < inf):
            raise ValueError(f"a query may take a number of seconds above 0, not {self.seconds}")
        if self.rows is not None and self.rows < 0:
            raise ValueError(f"a result may have 0 rows or more, not {self.rows}")


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """What to run.

    Attributes:
        query: SPARQL, or the name of a saved question.
        values: Values for the parameters of the saved question; None where `query` is SPARQL.
        evidence: Whether to add the sentences behind each row of the saved question.
        allow_service: Whether SPARQL may call on other servers.
    """

    query: str
    values: ParameterValues | None = None
    evidence: bool = False
    allow_service: bool = False
