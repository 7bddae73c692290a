"""Tie the parts of replies to the findings they answer.

That a source shows a reply with a finding does not make it the answer to it: a tracker prints one
part of a Treasury Minute beside the recommendation and beside body paragraphs of the report as
well. What a part says of itself decides, surest first:

    restated text   it repeats the finding's words             confidence: their likeness
    stated number   its label or paragraphs bear the number    0.9 with a label, 0.7 without
    similarity      it shares the finding's uncommon words     0.7
    placement       nothing speaks for or against              0.5

Texts are never compared all with all: restated text finds its candidates through the word
sequences it shares with them, numbers through an index.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from graph.records.answer_links import Alignment, AlignmentBasis, AnswerRelation
from graph.records.findings import FindingKind
from graph.records.replies import NumberBasis, Object, Restatement
from loaders.responses.linking.distinctive_words import common_words
from loaders.responses.linking.requests import asks_for_nothing
from loaders.text.normalisation import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.records.findings import Finding, Key
    from graph.records.replies import ReadReply, ReplyPart

Words = NDArray[np.int64]

LABELLED, UNLABELLED, SIMILAR, PLACED = 0.9, 0.7, 0.7, 0.5

RESTATED = 88.0
"""Least likeness, in per cent, of restated text to the finding that holds it."""

_SHINGLE = 4
_COMMON = 25
"""Findings that may share a sequence of words before it says nothing of which is meant."""

_CANDIDATES = 3
_LEAST = 25
"""Letters and figures below which restated text is too short to be looked for."""

_PROCEDURAL = re.compile(
    r"\s*(?:on\s+the\s+basis\s+of|using|based\s+on)\s+(?:\w+\s+){1,2}(?:reports?\s+(?:by|from)\s+the\s+)?"
    r"comptroller",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A reply as a source shows it: with a finding."""

    finding: Finding
    text: str
    read_reply: ReadReply


class Index:
    """Findings by number and by the word sequences of their texts.

    Args:
        findings: The findings to look among.
        one_report: True if they are all of one report, so that numbers tell them apart.
    """

    def __init__(self, findings: Iterable[Finding], *, one_report: bool) -> None:
        """Index the findings."""
        self.one_report = one_report
        by_words = {
            (finding.key, finding.text and finding.text.text): finding for finding in findings
        }
        distinct = [by_words[name] for name in sorted(by_words, key=repr)]
        self._by_number: dict[str, dict[Key, Finding]] = {}
        self._numbered_in_report: dict[str, set[Key]] = {}
        for finding in distinct:
            for number in numbers_of(finding) or {""}:
                kept = self._by_number.setdefault(number, {})
                if finding.text or finding.key not in kept:
                    kept[finding.key] = finding
            for kind, number in finding.known_numbers:
                if kind == FindingKind.RECOMMENDATION:
                    self._numbered_in_report.setdefault(number, set()).add(finding.key)
        self._texts = [finding for finding in distinct if finding.text]
        self._shingles, self._holders = _postings(self._texts)

    def restated(self, text: str) -> tuple[Finding, float] | None:
        """The finding whose text holds these words, and their likeness in per cent."""
        form = normal_form(text)
        if len(form) < _LEAST:
            return None
        best: tuple[Finding, float] | None = None
        for position in self._sharing_most(text):
            finding = self._texts[position]
            source = normal_form(finding.text.text) if finding.text else ""
            likeness = fuzz.partial_ratio(form, source, score_cutoff=RESTATED)
            if likeness and len(form) <= len(source) * 1.1 and (not best or likeness > best[1]):
                best = finding, likeness
        return best

    def _sharing_most(self, text: str) -> list[int]:
        """Places of the few texts that share most word sequences with this one."""
        wanted = _shingles(text)
        first = np.searchsorted(self._shingles, wanted, side="left")
        last = np.searchsorted(self._shingles, wanted, side="right")
        shared: Counter[int] = Counter()
        for begin, end in zip(first.tolist(), last.tolist(), strict=True):
            if end - begin <= _COMMON:
                shared.update(self._holders[begin:end].tolist())
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        return [position for position, _ in ranked[:_CANDIDATES]]

    def numbered(self, number: str, stem: str, words: str) -> Finding | None:
        """The finding of a summary number, if one only can be meant.

        Trackers number items otherwise than a report's summary does, so the number alone is not
        enough: the finding must share an uncommon word with what is said of it.

        Args:
            number: The number.
            stem: The same without its letter, if the finding may go without.
            words: What bears it.
        """
        for name in dict.fromkeys((number, stem)):
            numbered = self._by_number.get(name, {}).values()
            matches = [item for item in numbered if not procedural(item)]
            if len(matches) == 1 and matches[0].text and common_words(words, matches[0].text.text):
                return matches[0]
        return None

    def recommended(self, number: str) -> Key | None:
        """The recommendation that a source gives this number in the report, if one is known."""
        keys = self._numbered_in_report.get(number, set())
        return next(iter(keys)) if self.one_report and len(keys) == 1 else None


def _words_of(finding: Finding) -> str:
    return finding.text.text if finding.text else ""


def numbers_of(finding: Finding) -> set[str]:
    """Every number that a source gives a finding."""
    own = {finding.number} if finding.number else set()
    return own | {number for _, number in finding.known_numbers}


def _postings(findings: Sequence[Finding]) -> tuple[Words, Words]:
    """Word sequences in order, and beside each the place of a finding whose text has it."""
    listed = [_shingles(finding.text.text if finding.text else "") for finding in findings]
    if not listed:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    shingles = np.concatenate(listed)
    holders = np.repeat(np.arange(len(listed)), [len(matches) for matches in listed])
    order = np.argsort(shingles, kind="stable")
    return shingles[order], holders[order]


def align(shown: Sequence[Shown], index: Index) -> tuple[tuple[Alignment, ...], ...]:
    """Align the parts of replies.

    Args:
        shown: Replies with the findings they are shown with.
        index: The findings among which answered ones are sought.

    Returns:
        For each reply, the alignments of its parts. Every part has one or more; the finding with
        which a reply is shown is always among them.
    """
    return tuple(
        tuple(
            alignment
            for position, part in enumerate(item.read_reply.shape.parts)
            for alignment in _aligned(item, position, part, index)
        )
        for item in shown
    )


def procedural(finding: Finding) -> bool:
    """Whether a finding only says on what evidence the committee met."""
    return finding.text is not None and _PROCEDURAL.match(finding.text.text) is not None


def _aligned(item: Shown, position: int, part: ReplyPart, index: Index) -> Iterator[Alignment]:
    """What a part answers, and what it only stands beside."""
    beside = item.finding.key
    answered = None if item.read_reply.echo else _answered(item, position, index)
    if answered:
        finding, basis, confidence = answered
        yield Alignment(
            beside, position, finding, part.number, AnswerRelation.ANSWERS, basis, confidence
        )
    if not answered or answered[0] != beside:
        basis = AlignmentBasis.PLACEMENT
        yield Alignment(
            beside, position, beside, part.number, AnswerRelation.SHOWN_WITH, basis, 1.0
        )


Answered = tuple["Key | None", AlignmentBasis, float]


def _answered(item: Shown, position: int, index: Index) -> Answered | None:
    """The finding a part answers, by the surest rule that tells."""
    part = item.read_reply.shape.parts[position]
    for restated in sorted(part.restated, key=_recommendation_first):
        match = index.restated(item.text[restated.body : restated.end])
        if match:
            return match[0].key, AlignmentBasis.RESTATED_TEXT, round(match[1] / 100, 3)
    if part.number and part.basis:
        return _by_number(item, part, part.number, index)
    if not part.paragraphs or procedural(item.finding) or _answers_a_request(item, position):
        return None
    words = " ".join(item.text[span.body : span.end] for span in part.paragraphs)
    request = item.finding.text.text if item.finding.text else ""
    if common_words(words, request):
        return item.finding.key, AlignmentBasis.SIMILARITY, SIMILAR
    return item.finding.key, AlignmentBasis.PLACEMENT, PLACED


def _answers_a_request(item: Shown, position: int) -> bool:
    """Whether a part judges a recommendation, though it is shown with what asks for nothing."""
    finding = item.finding
    asks = finding.kind is FindingKind.RECOMMENDATION or finding.text is None
    if asks or not asks_for_nothing(_words_of(finding)):
        return False
    return any(
        stance.object is Object.RECOMMENDATION
        and "recommendation" in item.text[stance.start : stance.end].lower()
        for stance in item.read_reply.stances[position]
    )


def _recommendation_first(restated: Restatement) -> bool:
    """Sort key: what is recommended tells more than what was concluded."""
    return restated.kind is None or restated.kind.value != "recommendation"


def _by_number(item: Shown, part: ReplyPart, number: str, index: Index) -> Answered:
    """The finding of a number: the one shown, another at hand, or one that is not at hand."""
    confidence = LABELLED if part.basis is NumberBasis.LABEL else UNLABELLED
    own = numbers_of(item.finding)
    if own & {number, _stem(part, number)} and not procedural(item.finding):
        return item.finding.key, AlignmentBasis.STATED_NUMBER, confidence
    words = item.text[part.start : part.end]
    numbered = index.numbered(number, _stem(part, number), words) if index.one_report else None
    key = numbered.key if numbered else index.recommended(number)
    return key, AlignmentBasis.STATED_NUMBER, confidence


def _stem(part: ReplyPart, number: str) -> str:
    """A number without the letter of its label; a letter read off paragraphs tells two apart."""
    return number.rstrip("abcdefgh") if part.basis is NumberBasis.LABEL else number


def _shingles(text: str) -> Words:
    """The distinct sequences of words, as numbers in order."""
    words = [word.group().lower() for word in re.finditer(r"[^\W_]+", text)]
    matches = {
        hash(tuple(words[position : position + _SHINGLE]))
        for position in range(len(words) - _SHINGLE + 1)
    }
    return np.array(sorted(matches), dtype=np.int64)
