"""The joined-up gap: connections that are missing, hang by a thread, or rest on what has ended."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from graph.partial_date import PartialDate
from queries.cooccurrence.pair import expected_words
from queries.cooccurrence.pair_table import PairTable
from queries.measures.bipartite_data import BipartiteData
from queries.measures.citations import Citations, register_entries
from queries.measures.gap_records import Gap, Gaps, namings_of, sorted_gaps
from queries.measures.projection import project
from queries.statistics.sentences_on_tests import method_in_words, verdicts_in_words
from queries.statistics.significance import pair_tests

if TYPE_CHECKING:
    from collections.abc import Callable

    from queries.measures.citations import RegisterEntry
    from queries.measures.selection import Selection
    from queries.measures.store_reader import StoreReader
    from queries.statistics.significance import PairTests


class GapFinder:
    """Looks for gaps among the findings of a selection."""

    def __init__(self, reader: StoreReader, selection: Selection, *, method: bool = False) -> None:
        """Look in what `reader` holds.

        Args:
            reader: What the store says.
            selection: Which findings count, and which of their names.
            method: Whether notes say how pairs are judged, for those who know statistics.

        Raises:
            UsageError: If names across findings and answers are selected, which gaps do not need.
        """
        if selection.voice == "across":
            raise UsageError("Gaps cannot be sought across findings and answers.")
        self._reader = reader
        self._selection = selection
        self._method = method
        self._selected_findings, _ = reader.selected(selection)

    def without_initiative(self) -> Gaps:
        """Organisations named together more than by coincidence, without an initiative."""
        data = project(self._reader, "organisations", self._selection)
        bare = self._without_initiatives(data)
        tests = pair_tests(bare.ties, documents=bare.documents)
        gaps = [
            self._unjoined(data, bare, tests, int(row)) for row in np.flatnonzero(tests.claimed)
        ]
        note = (
            f"Of {len(data.events):,} findings that name an organisation, {len(bare.events):,} "
            f"name no initiative; only these were tested. {verdicts_in_words(tests)} A gap is "
            f"judged among these findings alone; each also says what holds in the whole graph."
        )
        if self._method:
            note = (
                f"{note} Of these findings: {method_in_words(tests)} "
                f"Of the whole graph: {self._table.family.method()}"
            )
        return sorted_gaps("no-initiative", gaps, note)

    def bridges(self) -> Gaps:
        """Initiatives that alone join committees."""
        data = project(self._reader, "committees", self._selection)
        shared = data.ties.astype(np.int64) @ data.ties.T.astype(np.int64)
        joined: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for left, right in zip(*np.triu_indices(len(data.actors), 1), strict=True):
            if shared[left, right] == 1:
                (initiative,) = np.flatnonzero(data.ties[left] & data.ties[right])
                joined[int(initiative)].append((int(left), int(right)))
        gaps = [self._bridge(data, row, pairs) for row, pairs in joined.items()]
        every = len(data.actors) * (len(data.actors) - 1) // 2
        note = (
            f"{len(data.actors)} committees name {len(data.events)} initiatives; of {every} pairs "
            f"of committees {int((shared[np.triu_indices(len(data.actors), 1)] > 0).sum())} share "
            "one or more. This is not a test: with few committees, a pair may easily share none."
        )
        return sorted_gaps("bridge", gaps, note)

    def without_lead(self) -> Gaps:
        """Initiatives that several respondents cite as the answer, and that no one leads."""
        gaps = []
        for initiative, cited in self._citations.by_initiative.items():
            leads = self._register_entries[initiative].parts["lead"]
            givers = sorted(set(cited.respondents.values()))
            if len(givers) < 2 or len(leads) == 1:  # noqa: PLR2004 - several are two or more
                continue
            led = f"the registers name {len(leads)} leads" if leads else "no lead is registered"
            gaps.append(
                Gap(
                    (self._label(initiative),),
                    f"{len(givers)} respondents cite it as the answer "
                    f"({', '.join(map(self._label, givers))}), in {len(cited.replies)} distinct "
                    f"answers; {led}.",
                    len(givers),
                    namings_of(cited.findings, initiative),
                )
            )
        return sorted_gaps("no-lead", gaps, self._citations.note)

    def single_points(self) -> Gaps:
        """Initiatives on which answers rest that cite nothing else as the answer."""
        cites: dict[str, set[str]] = defaultdict(set)
        for initiative, cited in self._citations.by_initiative.items():
            for reply in cited.replies:
                cites[reply].add(initiative)
        gaps = []
        for initiative, cited in self._citations.by_initiative.items():
            alone = [reply for reply in cited.replies if cites[reply] == {initiative}]
            if len(alone) > 1:
                statement = (
                    f"{len(alone)} distinct answers cite it and nothing else, of "
                    f"{len(cited.replies)} that cite it and {len(cites)} that cite anything."
                )
                findings = sorted({finding for reply in alone for finding in cited.replies[reply]})
                namings = namings_of(findings, initiative)
                gaps.append(Gap((self._label(initiative),), statement, len(alone), namings))
        return sorted_gaps("single-point", gaps, self._citations.note)

    def ended(self) -> Gaps:
        """Answers that cite as the answer what had ended before the report they answer."""
        gaps = []
        for initiative, cited in self._citations.by_initiative.items():
            end = self._register_entries[initiative].ended
            late = [finding for finding in cited.findings if self._after(finding, end)]
            if late:
                statement = (
                    f"It ended in {end}, by the register; {len(late)} findings of reports "
                    "published later are answered with it. An answer is no older than the report."
                )
                gaps.append(
                    Gap(
                        (self._label(initiative),),
                        statement,
                        len(late),
                        namings_of(late, initiative),
                    )
                )
        note = (
            f"{self._citations.note} Only reports with a known day of publication can be compared."
        )
        return sorted_gaps("ended", gaps, note)

    @cached_property
    def _table(self) -> PairTable:
        return PairTable(self._reader.store, self._reader)

    @cached_property
    def _register_entries(self) -> dict[str, RegisterEntry]:
        return register_entries(self._reader)

    @cached_property
    def _citations(self) -> Citations:
        return Citations(self._reader, self._selected_findings)

    @cached_property
    def _naming(self) -> dict[str, list[str]]:
        """The findings that name each thing, in order."""
        naming: dict[str, list[str]] = defaultdict(list)
        for finding, things in sorted(self._reader.named(self._selection.voice).items()):
            for thing in things if finding in self._selected_findings else ():
                naming[thing].append(finding)
        return naming

    def _without_initiatives(self, data: BipartiteData) -> BipartiteData:
        """The same data without the findings that name an initiative."""
        named = self._reader.named(self._selection.voice)
        initiatives = {iri for kind, iri in self._reader.actors if kind == "initiative"}
        bare = np.array(
            [not (named.get(finding, set()) & initiatives) for finding in data.events], bool
        )
        kept = BipartiteData(
            data.actors,
            tuple(finding for finding, free in zip(data.events, bare, strict=True) if free),
            data.ties[:, bare],
            None,
            data.noun,
            0,
            data.notes,
            data.parameters,
        )
        documents = self._reader.documents(set(kept.events))
        return BipartiteData(
            kept.actors, kept.events, kept.ties, None, kept.noun, documents, (), kept.parameters
        ).pruned()

    def _unjoined(
        self, data: BipartiteData, bare: BipartiteData, tests: PairTests, row: int
    ) -> Gap:
        """A pair of organisations, with the initiatives that it has in common elsewhere."""
        left, right = bare.actors[tests.left[row]], bare.actors[tests.right[row]]
        shared = bare.shared_events(int(tests.left[row]), int(tests.right[row]))
        first, second = data.row(left.iri), data.row(right.iri)
        every = (
            data.shared_events(first, second) if first is not None and second is not None else []
        )
        verdict = self._table.verdict(left.iri, right.iri)
        common = sorted(
            self._label(initiative)
            for initiative, register in self._register_entries.items()
            if {left.iri, right.iri} <= set().union(*register.parts.values())
        )
        both = (
            f"both have a part in {', '.join(common)}" if common else "the two have none in common"
        )
        expected = expected_words(float(tests.expected[row])).lower()
        statement = (
            f"{len(shared)} findings name both and no initiative, where {expected} would be "
            f"expected by coincidence; "
            f"{len(every) - len(shared)} more name both and an initiative. By the registers "
            f"{both}. More than coincidence among all findings of the graph: {verdict}."
        )
        namings = tuple((finding, end) for finding in shared for end in (left.iri, right.iri))
        missing = len(every) == len(shared) and not common
        return Gap((left.label, right.label), statement, missing * 1e9 + len(shared), namings)

    def _bridge(self, data: BipartiteData, initiative: int, pairs: list[tuple[int, int]]) -> Gap:
        iri = data.events[initiative]
        committees = sorted({end for pair in pairs for end in pair})
        naming = {
            end: [
                finding
                for finding in self._naming[iri]
                if data.actors[end].iri in self._reader.committees.get(finding, ())
            ]
            for end in committees
        }
        # A sentence of each committee comes before the second of any.
        rounds = zip_longest(*naming.values())
        namings = tuple((finding, iri) for turn in rounds for finding in turn if finding)
        labels = ", ".join(data.actors[end].label for end in committees)
        counted = (
            "one pair of committees" if len(pairs) == 1 else f"{len(pairs)} pairs of committees"
        )
        statement = f"It is the only initiative that {counted} have in common: {labels}."
        return Gap((self._label(iri),), statement, len(pairs), namings)

    def _after(self, finding: str, end: str) -> bool:
        """Whether a report came out after what it cites had ended for certain."""
        report = self._reader.reports.get(finding)
        if not (end and report and report.published):
            return False
        return PartialDate.parse(end).has_passed(report.published)

    def _label(self, iri: str) -> str:
        for kind in ("initiative", "organisation", "committee"):
            if (kind, iri) in self._reader.actors:
                return self._reader.actors[kind, iri].label
        return iri.rsplit("/", 1)[-1]


KINDS: dict[str, Callable[[GapFinder], Gaps]] = {
    "no-initiative": GapFinder.without_initiative,
    "bridge": GapFinder.bridges,
    "no-lead": GapFinder.without_lead,
    "single-point": GapFinder.single_points,
    "ended": GapFinder.ended,
}
"""What finds the gaps of each kind, by its word."""

MEANINGS = {
    "no-initiative": "named together more than by coincidence, with no initiative",
    "bridge": "the only initiative that two committees both name",
    "no-lead": "given as the answer by several departments, and none leads it",
    "single-point": "the only initiative that many answers cite",
    "ended": "given as the answer after it had ended",
}
"""What each word means, in the words of the command's help."""
