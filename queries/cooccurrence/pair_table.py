"""The one table of pairs: what is counted, what coincidence would bring about, and the verdict.

All pairs of organisations and initiatives that findings name are one family of tests, whichever of
them a command shows. The test is made once, when a graph is built, and stated in it; a graph that
does not state it, or states it of other findings, is tested anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from queries.cooccurrence.naming_counts import NamingCounts
from queries.cooccurrence.pair import Pair, PairFamily
from queries.measures.projection import project
from queries.measures.selection import Selection
from queries.measures.store_reader import StoreReader
from queries.selects import select
from queries.statistics.false_discovery import level_alone
from queries.statistics.poisson_binomial import least_reaching, upper_tails
from queries.statistics.significance import ALPHA, pair_tests

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.store.readable_store import ReadableStore
    from queries.measures.bipartite_data import BipartiteData
    from queries.statistics.significance import PairTests


@dataclass(frozen=True, slots=True)
class WholeTest:
    """All pairs of a graph, tested: the data, the tests, and the row of each thing in them."""

    data: BipartiteData
    tests: PairTests
    rows: dict[str, int]


class PairTable:
    """The table of pairs of one store; each part is read when it is first needed."""

    def __init__(
        self, store: ReadableStore, reader: StoreReader | None = None, *, is_anew: bool = False
    ) -> None:
        """Read from `store`; `reader` may have read it already.

        With `is_anew`, what the graph states of the test does not count.
        """
        self._is_anew = is_anew
        self._store = store
        self._reader = reader or StoreReader(store)
        self.counts = NamingCounts(store)

    @cached_property
    def family(self) -> PairFamily:
        """The tests that all pairs belong to, as the graph states them or as worked out now."""
        return self._stated_family or self._tested_family()

    @cached_property
    def whole(self) -> WholeTest:
        """Every pair of the graph, tested.

        Raises:
            UsageError: If no finding names an organisation or initiative.
        """
        data = project(self._reader, "everything", Selection())
        tests = pair_tests(data.ties, documents=data.documents)
        return WholeTest(data, tests, {actor.iri: row for row, actor in enumerate(data.actors)})

    def pair(self, left: str, right: str, together: int) -> Pair:
        """One pair of things of `counts.things`, which `together` findings name together."""
        (pair,) = self.pairs_of(left, [right], [together])
        return pair

    def pairs_of(self, left: str, others: Sequence[str], together: Sequence[int]) -> list[Pair]:
        """Pairs of one thing with others.

        Args:
            left: IRI of a thing of `counts.things`.
            others: IRIs of others.
            together: Findings that name each of them together with `left`.
        """
        if not others:
            return []
        model, rows = self.counts.null_model, self.counts.rows
        theirs = model.rows[[rows[right] for right in others]]
        chances = model.probabilities[model.rows[rows[left]]] * model.probabilities[theirs]
        tails = upper_tails(chances, model.sizes, np.array(together, dtype=np.int64))
        least = least_reaching(chances, model.sizes, level_alone(ALPHA, self.family.tests))
        figures = zip(others, together, chances @ model.sizes, tails, least, strict=True)
        return [
            self._pair(left, right, count, (float(mean), float(p)), int(needed))
            for right, count, mean, p, needed in figures
        ]

    def every_pair(self) -> list[Pair]:
        """Every pair that a finding names together, in the order of names."""
        return self._tested_pairs(self.whole.tests.together > 0)

    def claimed_pairs(self) -> list[Pair]:
        """The pairs that are more than coincidence, in the order of names."""
        tests = self.whole.tests
        return self._tested_pairs((tests.together > 0) & tests.claimed)

    def _tested_pairs(self, rows: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[Pair]:
        whole = self.whole
        tests, actors = whole.tests, whole.data.actors
        return [
            self._pair(
                actors[tests.left[row]].iri,
                actors[tests.right[row]].iri,
                int(tests.together[row]),
                (float(tests.expected[row]), float(tests.p[row])),
                int(tests.least[row]),
            )
            for row in np.flatnonzero(rows)
        ]

    @property
    def is_stated(self) -> bool:
        """Whether the graph states the test of the very findings that it holds."""
        return self._stated_family is not None

    def q_values(self) -> dict[frozenset[str], float]:
        """P of every pair that is more than coincidence, adjusted for the number of tests."""
        tests, actors = self.whole.tests, self.whole.data.actors
        return {
            frozenset((actors[tests.left[row]].iri, actors[tests.right[row]].iri)): float(
                tests.q[row]
            )
            for row in np.flatnonzero(tests.claimed)
        }

    def verdict(self, left: str, right: str) -> str:
        """Whether two things are named together more often than coincidence explains.

        Empty for what is no pair of this table, such as two committees.
        """
        rows = self.whole.rows
        if left == right or not {left, right} <= rows.keys():
            return ""
        first, second = sorted((rows[left], rows[right]))
        number = first * len(rows) - first * (first + 1) // 2 + second - first - 1
        return self.family.verdict(
            frozenset((left, right)),
            int(self.whole.tests.least[number]),
            int(self.whole.tests.possible[number]),
        )

    @cached_property
    def register_links(self) -> dict[frozenset[str], frozenset[str]]:
        """How the register itself joins two things, by the local names of `register-links`."""
        links: dict[frozenset[str], frozenset[str]] = {}
        for left, right, link in select(self._store, "networks/counts/register-links"):
            pair = frozenset((left, right))
            links[pair] = links.get(pair, frozenset()) | {link.rsplit("#", 1)[-1]}
        return links

    def _pair(
        self, left: str, right: str, together: int, chance: tuple[float, float], needed: int
    ) -> Pair:
        things, ends = self.counts.things, frozenset((left, right))
        possible = min(things[left].findings, things[right].findings)
        return Pair(
            left=left,
            right=right,
            labels=(things[left].label, things[right].label),
            together=together,
            findings=(things[left].findings, things[right].findings),
            expected=chance[0],
            p=chance[1],
            needed=needed,
            verdict=self.family.verdict(ends, needed, possible),
            each_report=self.family.claims.get(ends),
            register_links=self.register_links.get(ends, frozenset()),
        )

    @cached_property
    def _stated_family(self) -> PairFamily | None:
        rows = [] if self._is_anew else list(select(self._store, "networks/counts/judged"))
        if not rows:
            return None
        tests, findings, namings, documents = map(int, rows[0][:4])
        counted = sum(thing.findings for thing in self.counts.things.values())
        if (tests, findings, namings) != (self.counts.pairs, self.counts.concerned, counted):
            return None
        claims = {
            frozenset((left, right)): {"true": True, "false": False}.get(each_report)
            for *_, left, right, each_report in rows
            if left
        }
        return PairFamily(tests, findings, namings, documents, claims)

    def _tested_family(self) -> PairFamily:
        try:
            tests, actors = self.whole.tests, self.whole.data.actors
        except UsageError:
            return PairFamily(0, 0, 0, 0, {})
        claims = [
            frozenset((actors[tests.left[row]].iri, actors[tests.right[row]].iri))
            for row in np.flatnonzero(tests.claimed)
        ]
        again = self._claims_by_report() if claims else None
        return PairFamily(
            len(tests),
            tests.events,
            int(self.whole.data.ties.sum()),
            tests.documents or 0,
            {pair: None if again is None else pair in again for pair in claims},
        )

    def _claims_by_report(self) -> set[frozenset[str]] | None:
        """The pairs claimed where each report counts once; None if most reports are not known."""
        events = self.whole.data.events
        if sum(event in self._reader.reports for event in events) < len(events) / 2:
            return None
        return set(claimed_by_report(self._reader, "everything", Selection(), ALPHA))


def claimed_by_report(
    reader: StoreReader, actors: str, selection: Selection, alpha: float
) -> Iterator[frozenset[str]]:
    """The pairs of some actors that are more than coincidence where each report counts once."""
    data = project(reader, actors, selection, "reports")
    tests = pair_tests(data.ties, alpha=alpha, documents=data.documents)
    for row in np.flatnonzero(tests.claimed):
        yield frozenset((data.actors[tests.left[row]].iri, data.actors[tests.right[row]].iri))
