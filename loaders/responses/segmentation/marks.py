"""The marks by which a reply is taken apart: labels, paragraph numbers, stance openings.

A mark says where something begins. It carries no judgement on where it ends: that is for
`loaders.responses.segmentation.parts`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator


class MarkType(Enum):
    """What a mark begins."""

    LABEL = auto()
    DECIMAL = auto()
    WHOLE = auto()
    OPENING = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """One place where something begins.

    Attributes:
        type: What begins there.
        start: Offset of the mark.
        body: Offset of the text after it.
        number: Number printed in it.
        kind: For a label, what it calls the text after it.
    """

    type: MarkType
    start: int
    body: int
    number: str | None = None
    kind: FindingKind | None = None

    @property
    def major(self) -> int | None:
        """The number before suffix letter or decimal point."""
        digits = re.match(r"\d+", self.number or "")
        return int(digits[0]) if digits else None

    @property
    def minor(self) -> int:
        """The number after the decimal point; 0 without one."""
        return int(self.number.partition(".")[2] or 0) if self.number else 0


_LABEL = re.compile(
    r"""(?<![\w.,])
    (?:(?P<number>\d{1,2})\s?(?P<suffix>[a-h])?\s*+(?:[:.)]++\s*+)?)?
    (?:PAC|CPA|Committee(?:\s+of\s+Public\s+Accounts)?)\s+
    (?P<kind>conclusion|recommendation)s?
    \s*+(?:(?P<after>\d{1,2}[a-h]?)\s*+)?[:.]\s*""",
    re.VERBOSE | re.IGNORECASE,
)
"""``7. PAC conclusion:``, ``2a: PAC recommendation:`` and their kin."""

_CUT_LABEL = re.compile(
    r"(?:^|(?<=\s))(?P<number>\d{1,2}[a-h]?)\s*[:.]\s*(?:P|PA|PAC(?:\s\w*)?)\Z", re.IGNORECASE
)
"""A label at which the text breaks off."""

_NUMBERED = re.compile(
    r"(?:^|(?<=\s))(?P<kind>Recommendation|Conclusion)\s+(?P<number>\d{1,3}[a-h]?)\s*[:.–-]\s*"
    r"|(?:^|(?<=\s))(?P<number2>\d{1,3})[.:]\s*(?P<kind2>Recommendation|Conclusion)\s*[:.]?\s+"
)
"""``Recommendation 3:`` as other committees' replies print it."""

_DECIMAL = re.compile(
    r"(?:^|(?<=\s))(?P<major>\d{1,2})[.,](?P<minor>\d{1,2})\.?\s+(?=[A-Z“‘\"'(•])"
)
_WHOLE = re.compile(r"(?:^|(?<=\s))(?P<number>\d{1,3})\.\s*(?=[A-Z“‘\"'(])")

_CITES = re.compile(
    r"(?:\b(?:figures?|paragraphs?|paras?|sections?|tables?|versions?|chapters?|annex|articles?|"
    r"parts?|box|page|about|around|nearly|over|under|than|of|to|from|by|at|and|or|v|standard)"
    r"\.?|[£$€–—-])\s*$",
    re.IGNORECASE,
)
"""Words after which a number is part of the sentence."""

_CLOSED = re.compile(
    r"(?:^|[.!?:;…][\"”’')\]]{0,40}\d{0,3}|\d{4}\)?|implemented|\[[^\]]{0,40}\]|\n[ \t]{0,40}\n)"
    r"\s{0,40}$"
)
"""What stands before a new paragraph: the end of a sentence or of a date line, or a blank line."""

VERDICT = (
    r"(?:(?:partially|partly|broadly|fully|does\s+not|cannot|also)\s+)*"
    r"(?:(?:dis)?agree|accept|reject)\w*"
)
ONE_WORD_STANCE = re.compile(
    r"(?:(?:Not|Partially|Partly|Fully|Broadly)\s+)?"
    r"(?:Agreed?|Accept(?:ed)?|Disagreed?|Reject(?:ed)?|Noted)"
    r"(?:\s+in\s+(?:part|principle|full))?\s*(?:[.:;–—]|-\s|,\s|\n|$)",
    re.IGNORECASE,
)
"""A verdict of one word, with which many replies begin."""

_OPENING = compile_pattern(
    r"(?:^|[.!?:;…•][\"”’')\]]*\d{0,3}\s++)"
    r"(?P<start>(?:The|HM|His\s+Majesty’s|Her\s+Majesty’s)?\s*[Gg]overnment\s+" + VERDICT + r"\b"
    r"(?!\s+that)|(?:The\s+)?(?:[Dd]epartment|[Mm]inistry|HM\s+Treasury|(?:Home|Cabinet)\s+Office)\s+"
    + VERDICT
    + r"\s+(?:with\s+|to\s+)?(?:the\s+Committee[’']s|this)\s+recommendation\b"
    r"|Target\s+(?i:(?:implementation\s+)?date)|Recommendation\s+(?i:implemented)"
    r"|(?:HM\s+)?(?:Government\s+)?[Rr]esponse\s*:)"
)
"""Words with which the government's own text begins where its number is lost."""


def labels(text: str) -> Iterator[Mark]:
    """Labels of restated text, in order."""
    found = False
    for match in _LABEL.finditer(text):
        found = True
        number = match["number"] or match["after"]
        suffix = match["suffix"] or ""
        kind = FindingKind(match["kind"].lower())
        yield Mark(
            MarkType.LABEL,
            match.start(),
            match.end(),
            f"{number}{suffix}".lower() if number else None,
            kind,
        )
    cut = _CUT_LABEL.search(text)
    if cut and (found or cut.start() == 0) and closed_before(text, cut.start()):
        yield Mark(MarkType.LABEL, cut.start(), cut.end(), cut["number"])


def numbered_labels(text: str) -> Iterator[Mark]:
    """Labels in replies to committees other than the PAC, in order."""
    for match in _NUMBERED.finditer(text):
        if closed_before(text, match.start()):
            kind = FindingKind((match["kind"] or match["kind2"]).lower())
            number = match["number"] or match["number2"]
            yield Mark(MarkType.LABEL, match.start(), match.end(), number, kind)


def decimals(text: str, start: int = 0, end: int | None = None) -> Iterator[Mark]:
    """Whatever may be a paragraph number such as ``7.1``, in order, between two offsets."""
    for match in _DECIMAL.finditer(text, start, len(text) if end is None else end):
        if not _CITES.search(text[max(0, match.start() - 20) : match.start()]):
            number = f"{match['major']}.{match['minor']}"
            yield Mark(MarkType.DECIMAL, match.start(), match.end(), number)


def wholes(text: str) -> Iterator[Mark]:
    """Whatever may be a paragraph number such as ``39.``, in order."""
    for match in _WHOLE.finditer(text):
        if closed_before(text, match.start()):
            yield Mark(MarkType.WHOLE, match.start(), match.end(), match["number"])


def opening(text: str, start: int, end: int) -> Mark | None:
    """The first place between two offsets where the government's own words plainly begin."""
    match = _OPENING.search(text, max(0, start - 2), end)
    return Mark(MarkType.OPENING, match.start("start"), match.start("start")) if match else None


def closed_before(text: str, offset: int) -> bool:
    """Whether what stands before an offset is at its end, as a sentence or a date line is."""
    return _CLOSED.search(text[max(0, offset - 40) : offset]) is not None
