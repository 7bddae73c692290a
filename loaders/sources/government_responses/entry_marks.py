"""The marks of an item in a response: how it begins, where the reply begins, who replies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from loaders.responses.segmentation.marks import opening, wholes
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.layout.document_lines import DocumentLine

_NUMBERS = r"\d{1,3}[a-h]?(?:\s*(?:,|and|&|–|-|to)\s*\d{1,3}[a-h]?)*"
_LABELLED = compile_pattern(
    rf"(?P<kind>Recommendation|Conclusion)s?\s+(?P<numbers>{_NUMBERS})"
    r"\s*(?:\([Pp]ara[^)]{0,30}\)\s*)?(?:$|[:.–—-]\s*)",
    re.IGNORECASE,
)
_NUMBERED_LABEL = re.compile(
    r"(?P<numbers>\d{1,3}[a-h]?)\s*[.:)]?\s*(?P<kind>Recommendation|Conclusion)\s*(?:$|[:.]\s*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\(?(?P<numbers>\d{1,3})[.)]\s*(?=\D)")
REFERENCE = re.compile(
    r"\((?:(?:Recommendation|Conclusion),?\s*)?[Pp]ara(?:graph)?s?\.?\s+(?P<paragraph>\d[^)]{0,30})\)\.?"
)
_ASKS = re.compile(r"\b(?:[Ww]e\s+(?:\w+\s+)?(?:recommend|urge|call\s+on|ask)|should|must)\b")
_SUBJECT = re.compile(
    r"(?:The\s+|HM\s+)?(?:Government|Department|Ministry)\b(?![^.]{0,200}\b(?:should|must)\b)"
)
_NAME = r"[A-Z][\w’'&-]*(?:,?\s+(?:of|for|and|the|&|[A-Z][\w’'&-]*))*"
_REPLY_LABEL = compile_pattern(rf"(?:(?:The\s+)?(?P<who>{_NAME})\s+)?[Rr]esponse\s*(?::\s*|$)")
_RESPONDER = re.compile(
    r"(?:Appendix\b[^:–—-]{0,12}[:–—-]\s*)?Response\s+(?:from|of|by)\s+(?:the\s+)?(?P<who>[A-Z].{1,100})"
    r"|Appendix\b[^:–—-]{0,12}[:–—-]\s*(?:The\s+)?(?P<whose>[A-Z].{1,100}?)(?:[’']s?)?\s+[Rr]esponse",
)
GOVERNMENT = "HM Government"
_GOVERNMENT = re.compile(r"(?:The\s+)?(?:HM\s+|UK\s+)?Government", re.IGNORECASE)
_FINISHED = re.compile(r"[.!?:;)”\"]\d{0,3}$")
_RUNS_ON = re.compile(
    r"(?:\b(?:the|to|its|our|of|in|and|or|for|from|with|a|as|on|by|at|under|see)|,)$", re.IGNORECASE
)
"""The end of a line whose sentence goes on in the next."""

_CLOSES = re.compile(r"[.!?:;,)”\d]$")
_LONGEST_HEADING = 100
END = re.compile(r"Annex(?:es)?\b(?:\s+\w+)?\s*(?:[:–—-].*)?$|ISBN\b|Printed\s+in\b|©")


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an item.

    Attributes:
        index: Index of its line.
        kind: What it is called; None where only its words can tell.
        numbers: Numbers as printed; several where one reply answers several.
        body: Offset of the text after it.
    """

    index: int
    kind: FindingKind | None
    numbers: tuple[str, ...]
    body: int


def heads(lines: Sequence[DocumentLine]) -> list[Head]:
    """Beginnings of items, by the surest marks that the document uses."""
    for pattern in (_LABELLED, _NUMBERED_LABEL):
        if matches := [
            head for index in range(len(lines)) if (head := _head(lines, index, pattern))
        ]:
            return matches
    return _numbered(lines)


def _head(lines: Sequence[DocumentLine], index: int, pattern: re.Pattern[str]) -> Head | None:
    match = pattern.match(lines[index].text)
    if match is None or (index and _RUNS_ON.search(lines[index - 1].text)):
        return None
    kind = FindingKind(match["kind"].lower())
    return Head(index, kind, tuple(_expanded(match["numbers"])), lines[index].start + match.end())


def _expanded(printed: str) -> list[str]:
    """Numbers of a list; of a range such as ``3 to 5``, those between as well."""
    numbers: list[str] = []
    for part in re.split(r"\s*(?:,|\band\b|&)\s*", printed):
        ends = re.split(r"\s*(?:–|-|\bto\b)\s*", part)
        if len(ends) == len(("from", "to")) and ends[0].isdigit() and ends[1].isdigit():
            numbers += map(str, range(int(ends[0]), min(int(ends[1]), int(ends[0]) + 50) + 1))
        else:
            numbers += [end for end in ends if end]
    return numbers


def _numbered(lines: Sequence[DocumentLine]) -> list[Head]:
    """Numbered paragraphs that end in a reference to a paragraph of the report, in order."""
    starts = [
        (index, match)
        for index in range(len(lines))
        if (match := _NUMBERED.match(lines[index].text))
    ]
    matches: list[Head] = []
    stops = [*(index for index, _ in starts), len(lines)][1:]
    for (index, match), stop in zip(starts, stops, strict=True):
        words = " ".join(line.text for line in lines[index:stop])
        later = not matches or int(match["numbers"]) > int(matches[-1].numbers[0])
        if later and REFERENCE.search(words):
            matches.append(Head(index, None, (match["numbers"],), lines[index].start + match.end()))
    return matches


def kind_of(words: str) -> FindingKind:
    """Whether words ask for something or only find it."""
    return FindingKind.RECOMMENDATION if _ASKS.search(words) else FindingKind.CONCLUSION


def responder(line: DocumentLine) -> str | None:
    """Who answers from here on, if the line is a heading that says so."""
    match = _RESPONDER.fullmatch(line.text)
    return _who(match["who"] or match["whose"]) if match else None


def reply_label(lines: Sequence[DocumentLine], index: int) -> tuple[str | None, int] | None:
    """Who replies, as a label before a reply says, and the offset of the reply."""
    line = lines[index]
    match = _REPLY_LABEL.match(line.text)
    if match is None or not (line.apart or _FINISHED.search(lines[index - 1].text)):
        return None
    return _who(match["who"]) if match["who"] else None, line.start + match.end()


def _who(name: str) -> str:
    """A respondent as printed, the government under one name."""
    plain = re.sub(r"(?:[’']s|(?<=s)[’'])$", "", name.strip())
    return GOVERNMENT if _GOVERNMENT.fullmatch(plain) else plain


def reply_start(lines: Sequence[DocumentLine], body: int) -> int | None:
    """Where the reply begins among the lines of one item that has no label for it.

    The surest sign is the reference with which restated text ends, or a paragraph number; then
    words in which the government speaks; then the end of the paragraph that asks for something.

    Args:
        lines: The item's lines, its head first.
        body: Offset of the restated text.

    Returns:
        The offset; None if nothing tells.
    """
    for index, line in enumerate(lines):
        reference = REFERENCE.search(line.text, max(0, body - line.start))
        if reference:
            return line.start + reference.end()
        if line.start > body and any(mark.start == 0 for mark in wholes(line.text)):
            return line.start
        if line.start > body and _speaks(lines, index):
            return line.start
    return _after_request(lines, body)


def _speaks(lines: Sequence[DocumentLine], index: int) -> bool:
    """Whether the government speaks from a line on."""
    line = lines[index]
    if not line.apart and not _FINISHED.search(lines[index - 1].text):
        return False
    verdict = opening(line.text, 0, len(line.text))
    if verdict is not None and verdict.start == 0:
        return True
    following = " ".join(item.text for item in lines[index : index + 2])
    return line.apart and _SUBJECT.match(following) is not None


def _after_request(lines: Sequence[DocumentLine], body: int) -> int | None:
    """Where the paragraph after the one that asks begins, if blank lines or markup tell."""
    restated = [index for index, line in enumerate(lines) if line.end > body]
    if not restated:
        return None
    first = restated[0]
    for index in restated[1:]:
        if lines[index].apart and lines[index].text[:1].isupper():
            restated_words = " ".join(line.text for line in lines[first:index])
            return lines[index].start if _ASKS.search(restated_words) else None
    return None


def topic_headings(lines: Sequence[DocumentLine]) -> int:
    """How many lines at the end of an item are the heading of the next."""
    pairs = zip(lines[-2::-1], lines[:0:-1], strict=True)
    for count, (before, line) in enumerate(pairs, start=1):
        short = len(line.text) <= _LONGEST_HEADING and not _CLOSES.search(line.text)
        if not (short and line.text[:1].isupper()):
            return 0
        if _FINISHED.search(before.text):
            return count
    return 0
