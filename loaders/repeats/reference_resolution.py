"""Which report, and which finding in it, a committee means by "as we recommended in …".

What is said narrows the reports down: number, session, ordinal, title, year, committee. One report
has to be left, and in it one finding: by its number or paragraph, or by being clearly the likest.
What fits none, or several, stays open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.repeats.repeat_link import RepeatLink, RepeatRule
from loaders.repeats.request_likeness import OFFERED, STATED, share_meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from loaders.repeats.asked_findings import AskedFinding, Request
    from loaders.repeats.repeat_words import RepeatWords
    from loaders.repeats.request_likeness import WordWeights

_IN_REPORT = 0.40
"""Least share of words that a sentence has of the finding that it means in a report it names."""

_MARGIN = 0.10
"""By how much the finding that is meant has to be liker than any other."""

_NO_REPORT = "the report that its words name is not in this graph"
_SEVERAL_REPORTS = "its words fit several reports"
_NO_NUMBER = "the report has no finding of this number or paragraph in this graph"
_NOT_SAID = "its words do not say which finding they mean, and none is clearly the likest"


@dataclass(frozen=True, slots=True)
class CitableReport:
    """A report as far as a sentence can name it; what is not known is empty.

    Attributes:
        iri: Its IRI.
        paper: Number of the paper.
        session: Session, such as ``2017-19``.
        ordinal: Which report of the session, as a figure.
        title: Stems of the words of its title.
        day: When it was published.
        committees: What the forms of its committee's name have in common.
    """

    iri: str
    paper: str = ""
    session: str = ""
    ordinal: str = ""
    title: frozenset[str] = frozenset()
    day: str = ""
    committees: frozenset[str] = frozenset()


class ReferenceResolver:
    """Finds what the words of findings mean."""

    def __init__(
        self,
        findings: Sequence[AskedFinding],
        requests: Sequence[Request],
        reports: Iterable[CitableReport],
        weights: WordWeights,
    ) -> None:
        """Look among findings, with what each asks, and the reports of the graph."""
        self._findings = findings
        self._requests = requests
        self._weights = weights
        self._reports = {report.iri: report for report in reports}
        self._in_report: defaultdict[str, list[int]] = defaultdict(list)
        self._of_committee: defaultdict[str, list[int]] = defaultdict(list)
        for position, finding in enumerate(findings):
            if finding.report:
                self._in_report[finding.report].append(position)
            for committee in finding.committees:
                self._of_committee[committee].append(position)

    def resolve(self, position: int, words: RepeatWords, alike: Mapping[int, float]) -> RepeatLink:
        """What a sentence of the finding at a position means.

        Args:
            position: The finding.
            words: The sentence, and what it says of what it means.
            alike: Positions of findings that are alike to it, with their likeness.
        """
        finding = self._findings[position]
        if not words.names_report:
            return self._by_likeness(position, words, alike)
        reports = self._named_reports(finding, words)
        if len(reports) != 1:
            because = _SEVERAL_REPORTS if reports else _NO_REPORT
            return RepeatLink(finding.iri, RepeatRule.STATED, words.sentence, open_because=because)
        return self._in(reports[0], position, words)

    def _named_reports(self, finding: AskedFinding, words: RepeatWords) -> list[str]:
        """The reports that a sentence can mean."""
        own = self._reports.get(finding.report)
        committees = frozenset([words.committee]) if words.committee else finding.committees
        left = [
            report
            for report in self._reports.values()
            if report.iri != finding.report and not _is_later(report.day, finding.day)
        ]
        for name in ("paper", "session", "ordinal"):
            if wanted := getattr(words, name):
                left = [each for each in left if getattr(each, name) == wanted]
        if words.title:
            left = [each for each in left if words.title <= each.title]
        if words.year:
            left = [each for each in left if each.day[:4] == words.year]
        if words.ordinal and not words.session and not words.paper and own and own.session:
            left = [each for each in left if each.session == own.session]
        of_committee = [each for each in left if each.committees & committees]
        is_numbered = words.paper and words.session
        chosen = left if is_numbered or not (of_committee or not words.paper) else of_committee
        return [each.iri for each in chosen]

    def _in(self, report: str, position: int, words: RepeatWords) -> RepeatLink:
        """The finding of a report that is meant; the report alone if that is not clear."""
        among = [each for each in self._in_report[report] if each != position]
        numbered = words.numbers or words.paragraph
        if numbered:
            fits = [each for each in among if self._has_number(each, words)]
            if len(fits) == 1:
                return self._link(position, words, fits[0])
            because = _NO_NUMBER if not fits else _NOT_SAID
            return self._report_alone(position, words, report, because)
        mentioned = self._requests[position].terms - words.title
        scores = {
            each: share_meant(self._requests[each], mentioned, self._weights) for each in among
        }
        best = _clearly_best(scores, _IN_REPORT)
        if best is None:
            return self._report_alone(position, words, report, _NOT_SAID)
        return self._link(position, words, best)

    def _has_number(self, position: int, words: RepeatWords) -> bool:
        finding = self._findings[position]
        by_number = bool(finding.numbers.intersection(words.numbers))
        paragraphs = set(re.findall(r"\d+[a-z]?", finding.paragraph))
        return by_number or bool(words.paragraph and words.paragraph in paragraphs)

    def _by_likeness(
        self, position: int, words: RepeatWords, alike: Mapping[int, float]
    ) -> RepeatLink:
        """The earlier finding of the same committee that is clearly the likest."""
        finding = self._findings[position]
        committees = frozenset([words.committee]) if words.committee else finding.committees
        scores = {
            each: score
            for each, score in alike.items()
            if self._findings[each].committees & committees
            and self._findings[each].report != finding.report
            and is_before(self._findings[each].day, finding.day)
        }
        best = _clearly_best(scores, OFFERED)
        if best is None:
            best = _latest_of_best(scores, self._findings)
        if best is None:
            return RepeatLink(
                finding.iri, RepeatRule.STATED, words.sentence, open_because=_NOT_SAID
            )
        return self._link(position, words, best, scores[best])

    def _link(
        self, position: int, words: RepeatWords, earlier: int, likeness: float | None = None
    ) -> RepeatLink:
        return RepeatLink(
            self._findings[position].iri,
            RepeatRule.STATED,
            words.sentence,
            self._findings[earlier].iri,
            self._requests[earlier].sentence,
            likeness=likeness,
        )

    def _report_alone(
        self, position: int, words: RepeatWords, report: str, because: str
    ) -> RepeatLink:
        return RepeatLink(
            self._findings[position].iri,
            RepeatRule.STATED,
            words.sentence,
            report=report,
            open_because=because,
        )


def is_before(day: str, other: str) -> bool:
    """Whether one day is known to be before another; a year alone is not before its own days."""
    length = min(len(day), len(other))
    return bool(length) and day[:length] < other[:length]


def _is_later(day: str, other: str) -> bool:
    return is_before(other, day)


def _clearly_best(scores: Mapping[int, float], least: float) -> int | None:
    """The position whose score is clearly the highest."""
    ordered = sorted(scores, key=lambda each: (-scores[each], each))
    if not ordered or scores[ordered[0]] < least:
        return None
    rival = scores[ordered[1]] if len(ordered) > 1 else 0.0
    return ordered[0] if scores[ordered[0]] - rival >= _MARGIN else None


def _latest_of_best(scores: Mapping[int, float], findings: Sequence[AskedFinding]) -> int | None:
    """The last one made of several that all ask for the same in different reports."""
    best = [each for each, score in scores.items() if score >= STATED]
    reports = {findings[each].report for each in best}
    if not best or len(reports) < len(best):
        return None
    return max(best, key=lambda each: (findings[each].day, each))
