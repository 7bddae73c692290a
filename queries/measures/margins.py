"""One link against chance, from numbers alone: how often things are named, how broad findings are.

The null model needs no more than these, and a store counts them at once, so that a single pair
among tens of thousands of findings need not wait until all of them are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from queries.selects import select
from queries.statistics.bicm import solve_margins
from queries.statistics.false_discovery import level_alone
from queries.statistics.poisson_binomial import least_reaching, upper_tails
from queries.statistics.significance import ALPHA, FEWEST_DOCUMENTS, NULL_MODEL, chance_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.store.embedded import Store
    from queries.statistics.bicm import NullModel
    from queries.statistics.incidence_matrix import Floats, Whole


@dataclass(frozen=True, slots=True)
class NamedThing:
    """An organisation or initiative that findings name.

    Attributes:
        label: Its name.
        kind: ``organisation`` or ``initiative``.
        findings: Number of distinct findings that concern it.
    """

    label: str
    kind: str
    findings: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair against chance.

    Attributes:
        expected: Joint findings that chance would bring about.
        p: Chance of at least as many as there are.
        least: Joint findings at which the pair would be claimed if no other were.
        tests: Number of pairs that could have been asked about.
        verdict: ``yes`` and ``no`` hold whatever the other pairs say; ``open`` depends on them.
    """

    expected: float
    p: float
    least: int
    tests: int
    verdict: str

    def said(self, joint: int) -> str:
        """The same in sentences."""
        return (
            f"By chance {self.expected:.3g} joint findings are expected; {joint} or more come "
            f"about with {chance_of(self.p)}; {self.least} would be needed to claim this pair "
            f"alone, among all {self.tests:,}. Beyond chance: {self.verdict}."
        )


class Margins:
    """The numbers of one store."""

    def __init__(self, store: Store) -> None:
        """Count in `store`."""
        self._store = store

    @cached_property
    def things(self) -> dict[str, NamedThing]:
        """Organisations and initiatives that a finding concerns, by IRI."""
        return {
            thing: NamedThing(label, kind, int(findings))
            for thing, kind, label, findings in self._words("frequencies")
        }

    @cached_property
    def total(self) -> int:
        """Number of distinct findings."""
        ((total,),) = self._words("total")
        return int(total)

    @property
    def concerned(self) -> int:
        """Number of distinct findings that concern an organisation or initiative."""
        return int(self._breadths[:, 2].sum())

    @cached_property
    def enough_documents(self) -> bool:
        """Whether the findings stand in enough documents for a claim."""
        ((reports, committees),) = self._words("documents")
        return max(int(reports), int(committees)) >= FEWEST_DOCUMENTS

    @property
    def method(self) -> str:
        """What pairs are judged by, in sentences."""
        few = (
            ""
            if self.enough_documents
            else f" The findings may stand in fewer than {FEWEST_DOCUMENTS} documents, so nothing "
            "is claimed."
        )
        return (
            f"Null model: {NULL_MODEL}, share of wrong claims {ALPHA:g}; “open” is for "
            f"`joinedup network` to decide, which tests all pairs together.{few}"
        )

    def judged(self, about: str, others: Sequence[str], together: Sequence[int]) -> list[Judged]:
        """Pairs of one thing with others, each against chance.

        Args:
            about: IRI of a key of `things`.
            others: IRIs of others.
            together: Joint findings with each.
        """
        model, order = self._model({self.things[iri].kind for iri in (about, *others)})
        theirs = model.rows[[order[other] for other in others]]
        chances: Floats = (
            model.probabilities[model.rows[order[about]]] * model.probabilities[theirs]
        )
        tests = len(order) * (len(order) - 1) // 2
        tails = upper_tails(chances, model.sizes, np.array(together, dtype=np.int64))
        least = least_reaching(chances, model.sizes, level_alone(ALPHA, tests))
        return [
            Judged(float(mean), float(p), int(needed), tests, self._verdict(float(p), tests))
            for mean, p, needed in zip(chances @ model.sizes, tails, least, strict=True)
        ]

    def _verdict(self, p: float, tests: int) -> str:
        """What the p-value of one pair says without those of the others.

        Where it reaches the level for a single claim, or misses the one for any, the p-values of
        the other pairs cannot change the decision of Benjamini and Hochberg.
        """
        if not self.enough_documents or p > ALPHA:
            return "no"
        return "yes" if p <= level_alone(ALPHA, tests) else "open"

    def _model(self, kinds: set[str]) -> tuple[NullModel, dict[str, int]]:
        """The null model of the things of some kinds, and the row of each."""
        members = sorted(iri for iri, thing in self.things.items() if thing.kind in kinds)
        of_actors = np.array([self.things[iri].findings for iri in members])
        wanted = [at for at, kind in enumerate(("organisation", "initiative")) if kind in kinds]
        breadth = self._breadths[:, wanted].sum(axis=1)
        of_events = np.repeat(breadth[breadth > 0], self._breadths[breadth > 0, 2])
        return solve_margins(of_actors, of_events), {iri: at for at, iri in enumerate(members)}

    @cached_property
    def _breadths(self) -> Whole:
        """Rows of a number of organisations, a number of initiatives and the findings with both."""
        rows = [[int(number) for number in row] for row in self._words("breadths")]
        return np.array(rows, dtype=np.int64).reshape(-1, 3)

    def _words(self, question: str) -> Iterator[tuple[str, ...]]:
        return select(self._store, f"networks/margins/{question}")
