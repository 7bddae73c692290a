"""The labels under which a Treasury Minute restates what the committee said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from loaders.layout.line_flow import stands_alone
from loaders.references.item_numbers import NUMBERS, item_numbers
from loaders.responses.segmentation.marks import closed_before
from loaders.sources.treasury_minutes.item_number import NUMBER, item_number
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.layout.line_flow import LineFlow

PREFACE = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?(?:Introduction(?:\s+from\s+the\s+Committee)?"
    r"|Background(?:\s+resources)?|Relevant\s+reports?|Summary\s+of\s+(?:the\s+)?report"
    r"|(?:Updated\s+)?(?:Government|Treasury)(?:[’']s)?\s+(?:responses?|replies|reply)\s+to\s+the\s+"
    r"(?:Committee|PAC)(?:\s+of\s+Public\s+Accounts)?(?:[’']s\s+(?:conclusions|recommendations).*)?"
    r"|(?:PAC\s+|Committee[’']s?\s+)?Conclusions\s+and\s+recommendations)\s*:?",
    re.IGNORECASE,
)
"""Headings inside a section, before its items."""

_OWNER = (
    r"(?:(?:the\s+)?(?P<owner>PAC|CPA|Public\s+Accounts\s+Committee"
    r"|Committee(?:\s+of\s+Public\s+Accounts)?)(?P<genitive>[’']s?)?\s+)?"
)
_KIND = (
    r"(?P<kind>conclusions?\s*(?:and|/|&)\s*recommendations?|conclusion|recommendation)(?P<many>s)?"
)
_LABEL = compile_pattern(
    rf"(?:(?P<lead>{NUMBER})\s*+(?:[.:)\]–—-]++\s*+)?)?{_OWNER}{_KIND}\b"
    rf"(?:\s*+(?:[:.]\s*+)?(?P<after>{NUMBER})(?=\s*(?:[:.)–—(\[]|-\s|\n|$))|(?<=s)\s+(?P<list>{NUMBERS})(?=\s*[:.–—\n]|\s*$))?"
    r"\s*(?:[(\[]\s*(?:PAC\s+report,?\s*)?(?:recommendation|conclusion|para(?:graph)?s?|page)\b[^)\]\n]{0,40}[)\]]\s*)?"
    r"(?P<end>[:.–—]|-\s|\n|$)\s*",
    re.IGNORECASE,
)
"""``7. PAC conclusion:``, ``PAC Recommendation (2)``, ``3. Recommendation 7.`` and their kin."""

_INSIDE = compile_pattern(
    rf"(?:(?P<lead>{NUMBER})\s*+(?:[.:)]++\s*+)?)?(?P<owner>PAC|CPA|Committee(?:\s+of\s+Public\s+Accounts)?)\s+"
    rf"(?P<kind>conclusion|recommendation)s?\s*+(?:(?P<after>{NUMBER})\s*+)?[:.]\s*",
    re.IGNORECASE,
)
"""The same in the midst of a line, where only a full label counts."""

_NUMBER_ALONE = compile_pattern(rf"(?P<number>{NUMBER})\s*[.:)]*", re.IGNORECASE)
_NUMBERED = compile_pattern(rf"(?P<number>{NUMBER})\s*[.:)]\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A label of restated text, with offsets into the document.

    Attributes:
        kind: What it calls the text.
        number: Its number in figures; None if it shows none.
        start: Where it begins.
        body: Where the text after it begins.
        others: Further numbers, where one label stands for several.
        owned: True if it says whose words follow, as in ``PAC recommendation``.
    """

    kind: FindingKind
    number: str | None
    start: int
    body: int
    others: tuple[str, ...] = ()
    owned: bool = True


def label_at(flow: LineFlow, index: int) -> Label | None:
    """The label with which a line begins, its number perhaps alone on the line before."""
    if _numbers_only(flow, index):
        below = _label(flow, index + 1)
        if below and below.number is None:
            number = _NUMBER_ALONE.fullmatch(flow.lines[index].text)
            figures = item_number(number["number"]) if number else None
            return Label(below.kind, figures, flow.lines[index].start, below.body)
    if index and _numbers_only(flow, index - 1):
        below = _label(flow, index)
        if below and below.number is None:
            return None
    return _label(flow, index)


def _numbers_only(flow: LineFlow, index: int) -> bool:
    """Whether a line holds a number and nothing else, with a line after it."""
    alone = index + 1 < len(flow.lines) and _NUMBER_ALONE.fullmatch(flow.lines[index].text)
    return bool(alone)


def _label(flow: LineFlow, index: int) -> Label | None:
    joined = flow.joined(index)
    match = _LABEL.match(joined.text)
    if match is None or not _counts(flow, index, match, joined.text):
        return None
    printed = match["after"] or match["lead"]
    numbers = item_numbers(match["list"]) if match["list"] else ()
    number = numbers[0] if numbers else item_number(printed, printed if match["after"] else None)
    if match["after"] and number is None:
        number = item_number(match["after"], match["lead"]) or match["after"].strip("() ")
    kind = (
        FindingKind.CONCLUSION
        if match["kind"].lower() == "conclusion"
        else FindingKind.RECOMMENDATION
    )
    body = match.end()
    if (number is None and match["end"] in {"", "\n"}) or (number is None and not match["owner"]):
        number, body = _number_below(joined.text, body)
    return Label(
        kind,
        number,
        flow.lines[index].start,
        joined.offset(body),
        tuple(numbers[1:]),
        owned=match["owner"] is not None,
    )


def _number_below(text: str, body: int) -> tuple[str | None, int]:
    """The number with which the words below a label begin, if it is theirs."""
    match = _NUMBERED.match(text, body)
    return (item_number(match["number"]), match.end()) if match else (None, body)


def _counts(flow: LineFlow, index: int, match: re.Match[str], text: str) -> bool:
    """Whether words that look like a label are one, and no piece of a sentence."""
    alone = match["end"] in {"", "\n"} and text[: match.start("end")].count("\n") == 0
    if match["end"] == "\n" and flow.lines[index].text != text[: match.start("end")].strip():
        alone = False
    if not (match["end"] in {":", "–", "—", "."} or alone or match["end"].startswith("-")):
        return False
    numbered = match["after"] or match["lead"] or match["list"]
    if match["owner"] and not match["genitive"] and match["end"] == ":":
        return True
    if match["end"] == "." and not (match["owner"] and not match["genitive"]) and not numbered:
        return False
    if not (numbered or match["end"] == ":" or alone):
        return False
    if numbered and index and PREFACE.fullmatch(flow.lines[index - 1].text):
        return True
    return flow.begins_paragraph(index) or (bool(numbered) and alone and stands_alone(flow, index))


def labels_inside(flow: LineFlow, index: int, after: int) -> Iterator[Label]:
    """Full labels on a line after its beginning, where a sentence has ended before them.

    Args:
        flow: The lines.
        index: Index of the line.
        after: Offset in the document from which to look.
    """
    line = flow.lines[index]
    for match in _INSIDE.finditer(line.text, max(0, after - line.start)):
        if match.start() and closed_before(line.text, match.start()):
            number = item_number(match["lead"] or match["after"])
            kind = FindingKind(match["kind"].lower())
            yield Label(kind, number, line.start + match.start(), line.start + match.end())
