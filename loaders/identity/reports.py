"""Which records speak of one report: by paper number and session, or by title and committee.

Sources name a report as far as they know it: a tracker by its paper number, a Treasury Minute by
its place in the session, curated facts by its title. What one source leaves open another fills in;
what they contradict each other about keeps reports apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import TYPE_CHECKING

from graph.identity import CONTENT
from graph.records.findings import Report
from loaders.identity.disjoint_sets import DisjointSets
from loaders.references.committees import committee_key
from loaders.references.ordinals import session as read_session
from loaders.references.ordinals import value
from loaders.text.normalisation import normal_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from graph.records.findings import Key

_PAPER = re.compile(
    r"\s*(H\.?\s?[CL]\.?)\s*+(?:paper\s*+)?(?:no\.?\s*+)?(\d{1,4})\s*", re.IGNORECASE
)
_HOUSES = frozenset({"hc", "hl"})
_LEAST_TITLE, _TELLING_TITLE = 8, 20
"""Letters of a title that can tell a report from others of its committee, and from all others."""

Mark = tuple[str, ...]
"""What two sources may both know of one report; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class ReportMarks:
    """What tells a report from others; an empty text where that is not known.

    Attributes:
        committee: What the forms of its committee's name have in common.
        session: Session, such as ``2022-23``.
        paper: House and number, such as ``hc 730``.
        ordinal: Which report of the session it is, as a figure.
        title: Letters of its title.
        year: Year in which it was published.
        publication: Number by which Parliament's Committees API knows it.
        is_of_auditor: Whether a body that is no committee published it.
    """

    committee: str = ""
    session: str = ""
    paper: str = ""
    ordinal: str = ""
    title: str = ""
    year: str = ""
    publication: str = ""
    is_of_auditor: bool = False

    def contradicts(self, other: ReportMarks) -> bool:
        """Whether they cannot be marks of one report.

        A committee's report often has the title of the auditor's on which it took evidence, so that
        one of which no committee is known is not taken for the auditor's.
        """
        return (
            _differ(self.committee, other.committee)
            or _differ(self.session, other.session)
            or _differ(self.paper, other.paper)
            or _differ(self.year, other.year)
            or _differ(self.publication, other.publication)
            or (bool(self.session or other.session) and _differ(self.ordinal, other.ordinal))
            or not (_falls_in(self.year, other.session) and _falls_in(other.year, self.session))
            or (self.is_of_auditor and not other.committee)
            or (other.is_of_auditor and not self.committee)
        )


def marks_of(report: Report) -> ReportMarks:
    """What tells a report from others, as far as one source shows it."""
    in_key = report.key[1] if report.key[0] in _HOUSES else ""
    paper = _PAPER.fullmatch(report.hc_number or "")
    ordinal = value(report.ordinal) if report.ordinal else 0
    title = normal_form(report.title or "").removeprefix("the")
    return ReportMarks(
        committee=committee_key(report.committee or report.publisher),
        session=read_session(report.session or in_key) or "",
        paper=f"{paper[1].replace('.', '').replace(' ', '').lower()} {paper[2]}" if paper else "",
        ordinal=str(ordinal) if ordinal else "",
        title=title if len(title) >= _LEAST_TITLE else "",
        year=str(report.published.year) if report.published else "",
        publication=report.publication or "",
        is_of_auditor=bool(report.publisher and not report.committee),
    )


class ReportIdentity:
    """The reports that sources speak of, each under one key."""

    def __init__(self, reports: Iterable[Report], linked: Iterable[tuple[Key, Key]] = ()) -> None:
        """Decide which of the reports are one, whatever order they come in.

        Args:
            reports: The reports, as sources show them.
            linked: Pairs of keys that are said to be of one report, without a mark in common.
        """
        by_key: defaultdict[Key, set[Report]] = defaultdict(set)
        for report in reports:
            by_key[report.key].add(report)
        self._marks = {key: {marks_of(report) for report in by_key[key]} for key in sorted(by_key)}
        sets = DisjointSets(self._marks)
        for mark in (_number_of_publication, _paper_in_session):
            for same in self._grouped(mark):
                sets.join_all(same)
        self._join_linked(sets, linked)
        self._join_where_one_only(sets)
        self._keys: dict[Key, Key] = {}
        self._reports: dict[Key, Report] = {}
        for members in sets.groups():
            chosen = min(members, key=_best_key_first)
            self._keys |= dict.fromkeys(members, chosen)
            shown = [report for key in members for report in by_key[key]]
            self._reports[chosen] = _best_known(chosen, shown)

    def key(self, key: Key) -> Key:
        """The one key of a report that sources know by several."""
        return self._keys.get(key, key)

    def report(self, key: Key) -> Report | None:
        """What all sources together say of a report, under its one key."""
        return self._reports.get(self.key(key))

    def _grouped(self, mark: Callable[[ReportMarks], Mark]) -> Iterator[list[Key]]:
        keys_by_mark: defaultdict[Mark, list[Key]] = defaultdict(list)
        for key, all_marks in self._marks.items():
            for name in sorted({mark(marks) for marks in all_marks} - {()}):
                keys_by_mark[name].append(key)
        yield from keys_by_mark.values()

    def _join_linked(self, sets: DisjointSets[Key], linked: Iterable[tuple[Key, Key]]) -> None:
        """Join pairs that are said to be of one report, unless they contradict each other."""
        for pair in sorted(linked):
            if all(key in self._marks for key in pair) and not self._contradict(sets, pair):
                sets.join_all(pair)

    def _join_where_one_only(self, sets: DisjointSets[Key]) -> None:
        """Join a report to those that share a mark with it, unless they contradict each other."""
        for mark in (_place_in_session, _paper_of_committee, _title_of_committee):
            for keys in list(self._grouped(mark)):
                for key in keys:
                    meant = [each for each in keys if not self._contradict(sets, (key, each))]
                    if meant and not self._contradict(sets, (key, *meant)):
                        sets.join_all((key, *meant))

    def _contradict(self, sets: DisjointSets[Key], keys: Iterable[Key]) -> bool:
        """Whether what is known of these reports, and of those that are one with them, differs."""
        members = {member for key in keys for member in sets.of(key)}
        marks = [marks for member in sorted(members) for marks in self._marks[member]]
        return any(left.contradicts(right) for left, right in combinations(marks, 2))


def _number_of_publication(marks: ReportMarks) -> Mark:
    return (marks.publication,) if marks.publication else ()


def _paper_in_session(marks: ReportMarks) -> Mark:
    return (marks.session, marks.paper) if marks.session and marks.paper else ()


def _place_in_session(marks: ReportMarks) -> Mark:
    place = marks.committee, marks.session, marks.ordinal
    return place if all(place) else ()


def _paper_of_committee(marks: ReportMarks) -> Mark:
    return (marks.committee, marks.paper) if marks.committee and marks.paper else ()


def _title_of_committee(marks: ReportMarks) -> Mark:
    if not marks.title:
        return ()
    return (marks.title,) if len(marks.title) >= _TELLING_TITLE else (marks.committee, marks.title)


def _differ(left: str, right: str) -> bool:
    return bool(left and right and left != right)


def _falls_in(year: str, session: str) -> bool:
    """Whether a year may lie in a session; True where one of them is not known."""
    if not (year and session):
        return True
    first = int(session[:4])
    last = first - first % 100 + int(session[-2:]) if len(session) > len("2019") else first
    return first <= int(year) <= (last if last >= first else last + 100)


def _best_key_first(key: Key) -> tuple[bool, bool, Key]:
    return key[0] not in _HOUSES, key[0] == CONTENT, key


def _best_known(key: Key, reports: Iterable[Report]) -> Report:
    """All that is known of a report; where sources differ, what sorts first."""
    merged = Report(key)
    for report in sorted(reports, key=repr):
        missing = {
            field.name: value
            for field in fields(report)
            if (value := getattr(report, field.name)) and not getattr(merged, field.name)
        }
        merged = replace(merged, **missing)
    return replace(merged, key=key)
