"""How often things are named, and how many things findings name: all that the null model needs.

A store counts these at once, so that a single pair among tens of thousands of findings need not
wait until all of them are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from queries.printed_labels import printed_labels
from queries.selects import select
from queries.statistics.bicm import solve_margins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore
    from queries.statistics.bicm import NullModel
    from queries.statistics.incidence_matrix import Whole


@dataclass(frozen=True, slots=True)
class NamedThing:
    """An organisation or initiative that findings name.

    Attributes:
        label: Its name, with its kind where another thing has that name too.
        kind: ``organisation`` or ``initiative``.
        findings: Number of distinct findings that concern it.
    """

    label: str
    kind: str
    findings: int


class NamingCounts:
    """The numbers of one store."""

    def __init__(self, store: ReadableStore) -> None:
        """Count in `store`."""
        self._store = store

    @cached_property
    def things(self) -> dict[str, NamedThing]:
        """Organisations and initiatives that a finding concerns, by IRI."""
        return {
            thing: NamedThing(self.labels.get(thing, label), kind, int(findings))
            for thing, kind, label, findings in self._rows("frequencies")
        }

    @cached_property
    def labels(self) -> dict[str, str]:
        """Labels of all organisations, initiatives and committees, told apart, by IRI."""
        return printed_labels(self._store)

    @cached_property
    def total(self) -> int:
        """Number of distinct findings."""
        ((total,),) = self._rows("total")
        return int(total)

    @property
    def concerned(self) -> int:
        """Number of distinct findings that concern an organisation or initiative."""
        return int(self._breadths[:, 1].sum())

    @property
    def pairs(self) -> int:
        """Number of pairs of things, those that no finding names together included."""
        return len(self.things) * (len(self.things) - 1) // 2

    @cached_property
    def rows(self) -> dict[str, int]:
        """Row of each thing in the null model."""
        return {iri: row for row, iri in enumerate(sorted(self.things))}

    @cached_property
    def null_model(self) -> NullModel:
        """The null model of all things and findings.

        Raises:
            JoinedupError: If it cannot be solved.
        """
        of_things = np.array([self.things[iri].findings for iri in self.rows], dtype=np.int64)
        of_findings = np.repeat(self._breadths[:, 0], self._breadths[:, 1])
        return solve_margins(of_things, of_findings)

    @cached_property
    def _breadths(self) -> Whole:
        """Rows of a number of things and the findings that name so many."""
        rows = [[int(number) for number in row] for row in self._rows("breadths")]
        return np.array(rows, dtype=np.int64).reshape(-1, 2)

    def _rows(self, name: str) -> Iterator[tuple[str, ...]]:
        return select(self._store, f"networks/counts/{name}")
