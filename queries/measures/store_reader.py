"""From a store to two-mode data: who is named where, read once and cut as asked for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.partial_date import PartialDate
from ontology.namespaces import JU
from queries.measures.bipartite_data import Actor
from queries.printed_labels import printed_labels
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.store.readable_store import ReadableStore
    from queries.measures.selection import Selection

_KINDS = {
    str(JU.Organisation): "organisation",
    str(JU.Initiative): "initiative",
    str(JU.Committee): "committee",
}

ThingsByFinding = dict[str, set[str]]
"""Things by finding."""


@dataclass(frozen=True, slots=True)
class ReportOf:
    """The report of a finding.

    Attributes:
        iri: Its IRI.
        published: Day of publication; None where no more than its month or year is known.
        session: Session of Parliament, if known.
    """

    iri: str
    published: date | None
    session: str | None


class StoreReader:
    """What a store says of findings and names; each part is read when it is first needed."""

    def __init__(self, store: ReadableStore) -> None:
        """Read from `store`."""
        self.store = store
        self._named: dict[str, ThingsByFinding] = {}

    @cached_property
    def actors(self) -> dict[tuple[str, str], Actor]:
        """Organisations, initiatives and committees by kind and IRI."""
        labels = printed_labels(self.store)
        return {
            (_KINDS[of], iri): Actor(iri, labels[iri], _KINDS[of], kind.rsplit("#", 1)[-1])
            for iri, of, _, kind in self.words("actors")
        }

    @cached_property
    def findings(self) -> frozenset[str]:
        """Every distinct finding."""
        return frozenset(finding for (finding,) in self.words("events/findings"))

    @cached_property
    def committees(self) -> ThingsByFinding:
        """Committees by finding."""
        by_finding: ThingsByFinding = defaultdict(set)
        for finding, committee in self.words("ties/committees"):
            by_finding[finding].add(committee)
        return by_finding

    @cached_property
    def reports(self) -> dict[str, ReportOf]:
        """Reports by finding."""
        return {
            finding: ReportOf(
                report, PartialDate.parse(day).whole_day if day else None, session or None
            )
            for finding, report, day, session in sorted(self.words("events/reports"))
        }

    @cached_property
    def positions(self) -> ThingsByFinding:
        """Positions taken on each finding, as ``voice/position``."""
        by_finding: ThingsByFinding = defaultdict(set)
        for finding, decision, voice in self.words("events/positions"):
            by_finding[finding].add(f"{_local(voice)}/{_local(decision)}")
        return by_finding

    @cached_property
    def labels(self) -> dict[str, str]:
        """Names of findings, reports, organisations, initiatives and committees."""
        events = {row[0]: row[1] for row in self.words("events/labels")}
        return events | {iri: actor.label for (_, iri), actor in self.actors.items()}

    def named(self, voice: str) -> ThingsByFinding:
        """Things by finding, named in the words of one voice or, for ``any``, in anybody's."""
        if voice not in self._named:
            rows = self.words(f"ties/{voice}")
            self._named[voice] = {finding: set(things.split(" ")) for finding, things in rows}
        return self._named[voice]

    def in_role(self, role: str, voice: str) -> ThingsByFinding:
        """Things by finding, named in a role in the words of one voice, or of any.

        Raises:
            UsageError: If nothing in the graph is named in that role.
        """
        if not any(name == role for name, _ in self._roles):
            roles = ", ".join(sorted({name for name, _ in self._roles})) or "none"
            raise UsageError(f"No name in this graph has the role {role!r}; it has: {roles}.")
        by_finding: ThingsByFinding = defaultdict(set)
        for (name, speaker), named in self._roles.items():
            if name == role and voice in ("any", speaker):
                for finding, things in named.items():
                    by_finding[finding] |= things
        return by_finding

    @cached_property
    def _roles(self) -> dict[tuple[str, str], ThingsByFinding]:
        """Things by finding, for each role and each voice."""
        holders: dict[str, list[str]] = defaultdict(list)
        for text, finding in self.words("ties/holders"):
            holders[text].append(finding)
        by_finding: dict[tuple[str, str], ThingsByFinding] = defaultdict(lambda: defaultdict(set))
        for text, thing, role, speaker in self.words("ties/roles"):
            for finding in holders[text]:
                by_finding[_local(role), _local(speaker)][finding].add(thing)
        return by_finding

    def selected(self, selection: Selection) -> tuple[frozenset[str], list[str]]:
        """The findings that count, with sentences on those that do not.

        Raises:
            UsageError: If a position was asked for that nobody took.
        """
        chosen, notes = set(self.findings), []
        if selection.committee:
            chosen = {
                finding
                for finding in chosen
                if selection.committee in self.committees.get(finding, ())
            }
        if selection.position:
            wanted = f"{selection.whose}/{selection.position}"
            self._check_position(wanted)
            chosen = {finding for finding in chosen if wanted in self.positions.get(finding, ())}
        if selection.is_dated:
            counts = {finding: self._counts(finding, selection) for finding in chosen}
            unknown = sum(1 for is_counted in counts.values() if is_counted is None)
            chosen = {finding for finding, is_counted in counts.items() if is_counted}
            notes.append(f"Left out: {unknown} findings whose date of publication is not known.")
        return frozenset(chosen), notes

    def documents(self, findings: frozenset[str] | set[str]) -> int:
        """Least number of documents that findings can stand in.

        Where the report is not known, that of one committee may still be the same for all.
        """
        reports = {self.reports[finding].iri for finding in findings if finding in self.reports}
        committees = {name for finding in findings for name in self.committees.get(finding, ())}
        return max(len(reports), len(committees))

    def words(self, question: str) -> Iterator[tuple[str, ...]]:
        """The rows of a question of this folder, as text; what is not bound is empty."""
        return select(self.store, f"networks/{question}")

    def _check_position(self, wanted: str) -> None:
        """Refuse a position that nobody took, naming those there are."""
        taken = {position for positions in self.positions.values() for position in positions}
        if wanted not in taken:
            whose, _, position = wanted.partition("/")
            offered = sorted(
                label.partition("/")[2] for label in taken if label.startswith(f"{whose}/")
            )
            raise UsageError(
                f"No finding has the position {position!r} by the {whose}; "
                f"it has: {', '.join(offered) or 'none'}."
            )

    def _counts(self, finding: str, selection: Selection) -> bool | None:
        report = self.reports.get(finding)
        return selection.holds(report.published, report.session) if report else None


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1]
