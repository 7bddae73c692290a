"""Where in a Treasury Minute each report's section begins, and what its contents list says.

Contents and body print the same ordinals. A heading begins a section only if items follow it
before the next one; all others are entries of the contents.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.references.ordinals import ORDINAL, SESSION, session, value
from loaders.references.paper_numbers import house_paper
from loaders.sources.treasury_minutes.minute_labels import PREFACE, label_at
from loaders.sources.treasury_minutes.reply_openings import decides
from loaders.text.normalisation import normal_form
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.layout.document_lines import DocumentLine
    from loaders.layout.line_flow import LineFlow

CONTENTS = compile_pattern(
    r"(?:Table\s+of\s+)?Contents?$|#?\s*Report\s+Title(?:\s+Page)?$"
    rf"|Government\s+responses?\s+to\s+the\s+Committee\s+of\s+Public\s+Accounts,?\s+Session\s+{SESSION}$",
    re.IGNORECASE,
)
END = re.compile(r"Treasury\s+Minutes\s+(?:Archive|Index)\b|Annex(?:es)?\b(?:\s+\w+)?\s*:?$|ISBN\b")
"""What stands after the last report's items."""

_HEADING = compile_pattern(
    r"(?:\(?\d{1,3}(?:\s*+[.):–-])?\s+)?"
    r"(?:(?:Committee\s+of\s+Public\s+Accounts|Public\s+Accounts\s+Committee|PAC)\s*+(?:[:,–-]\s*+)?)?"
    rf"(?:Session\s+(?P<before>{SESSION})\s*+(?:[:,–-]\s*+)?)?"
    rf"(?:The\s+)?(?P<ordinal>{ORDINAL})\s+report\b"
    rf"(?:\s*+(?:,\s*+)?\(?(?:of\s+|from\s+)?(?:the\s+)?(?:session\s+)?(?P<session>{SESSION})\)?)?"
    r"(?:\s*+(?:[,(–-]\s*+)?(?P<hc>HC\s?\d{1,4}(?:-[IVX]+)?)\)?)?"
    r"(?:\s*[:–—-]\s*(?P<title>\S.*))?\.?",
    re.IGNORECASE,
)
"""The heading may be numbered by itself; that number says nothing of the report."""

_ENTRY = compile_pattern(rf"\b(?P<ordinal>{ORDINAL})\s+Report\s*:", re.IGNORECASE)
_SESSION_LINE = compile_pattern(
    rf"(?:Reports?\s+(?:from|of)\s+)?Session\s+(?P<session>{SESSION})", re.IGNORECASE
)
_RUNS_ON = re.compile(r"(?:\b(?:the|to|its|of|in|and|or|for|from|with|a|as|on)|,)$", re.IGNORECASE)
_ENDS_IN_SESSION = re.compile(r"\bSession$", re.IGNORECASE)
_SOFT_BREAK = re.compile(r"[\u00ad‐‑-]$")
_PAGE = re.compile(r"\s(?P<page>\d{1,3})(?=\s|$)")
_TITLE_WITHIN = 6
"""Lines below a heading among which its title stands."""

_TELLING = 12
"""Letters of a line by which it is known again as a title."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names a report.

    Attributes:
        offset: Index of its line.
        after: Index of the line after it.
        ordinal: The ordinal as printed.
        number: The number it means.
        session: Session, if the line or one above it names one.
        title: What follows the ordinal on the line.
        hc_number: Number of the report, if the line names it.
    """

    index: int
    after: int
    ordinal: str
    number: int
    session: str | None
    title: str | None
    hc_number: str | None = None


def headings(lines: Sequence[DocumentLine]) -> list[Heading]:
    """Every line that names a report by its ordinal and nothing else, contents included."""
    matches: list[Heading] = []
    current: str | None = None
    for index, line in enumerate(lines):
        if match := _SESSION_LINE.fullmatch(line.text):
            current = session(match["session"])
        heading = _heading(lines, index)
        repeats = bool(matches) and lines[matches[-1].index].text == line.text
        if heading and (repeats or not (index and _RUNS_ON.search(lines[index - 1].text))):
            matches.append(heading if heading.session else replace(heading, session=current))
    return matches


def _heading(lines: Sequence[DocumentLine], index: int) -> Heading | None:
    """The heading at a line, which may run over into the next."""
    text, after = lines[index].text, index + 1
    goes_on = _SOFT_BREAK.search(text) or _RUNS_ON.search(text) or _ENDS_IN_SESSION.search(text)
    if goes_on and after < len(lines):
        text, after = f"{text} {lines[after].text}", after + 1
    match = _HEADING.fullmatch(text)
    if match is None:
        return None
    of = session(match["session"] or match["before"] or "")
    hc_number = house_paper(match["hc"].upper()) if match["hc"] else None
    number = value(match["ordinal"])
    return Heading(index, after, match["ordinal"], number, of, match["title"], hc_number)


def sections(flow: LineFlow) -> list[Heading]:
    """Headings that begin a section, and those that repeat one as running heads.

    Items, or the preface of a section, follow each that begins one.
    """
    lines = flow.lines
    begun = [
        index
        for index, line in enumerate(lines)
        if PREFACE.fullmatch(line.text)
        or label_at(flow, index)
        or (flow.begins_paragraph(index) and decides(flow.joined(index).text))
    ]
    every = headings(lines)
    ends = [*(heading.index for heading in every), len(lines)][1:]
    matches: list[Heading] = []
    for heading, end in zip(every, ends, strict=True):
        repeats = bool(matches) and lines[matches[-1].index].text == lines[heading.index].text
        if repeats or bisect_left(begun, heading.index) < bisect_left(begun, end):
            matches.append(heading)
    return matches


def contents(lines: Sequence[DocumentLine], numbers: Sequence[int]) -> dict[int, str]:
    """Entries of the contents list by ordinal: title, and the department where they run together.

    Args:
        lines: Lines between cover and first section.
        numbers: Ordinals of the reports that the cover names, in order.
    """
    text = " ".join(line.text for line in lines if not CONTENTS.fullmatch(line.text))
    starts = [(match.start(), match.end(), number) for match, number in _entries(text, numbers)]
    stops = [*(start for start, _, _ in starts), len(text)][1:]
    return {
        number: _entry_title(text[end:stop])
        for (_, end, number), stop in zip(starts, stops, strict=True)
    }


def _entries(text: str, numbers: Sequence[int]) -> Iterator[tuple[re.Match[str], int]]:
    """Where entries begin: at ordinals, or at the plain numbers of a column headed ``#``."""
    matches = list(_ENTRY.finditer(text))
    if matches:
        yield from ((match, value(match["ordinal"])) for match in matches)
        return
    offset = 0
    for number in numbers:
        if match := compile_pattern(rf"(?<!\S){number}\s+(?=\D)").search(text, offset):
            yield match, number
            offset = match.end()


def _entry_title(entry: str) -> str:
    """The words of an entry before its page number, the last number that stands alone."""
    page = list(_PAGE.finditer(entry))
    words = entry[: page[-1].start()] if page else entry
    return " ".join((words if words.strip() else entry).split())


def title_below(
    below: Sequence[DocumentLine], heading: Heading, entry: str | None
) -> tuple[str | None, list[DocumentLine]]:
    """The title of a report: on its heading, or on lines below it that its entry confirms.

    Args:
        below: Lines below the heading.
        heading: The heading.
        entry: What the contents list prints of the report.

    Returns:
        The title, and the lines it was read from.
    """
    if heading.title:
        return heading.title, []
    entry_form = normal_form(entry or "")
    taken: list[DocumentLine] = []
    for line in below[:_TITLE_WITHIN]:
        words = normal_form(" ".join([*(item.text for item in taken), line.text]))
        if entry_form.startswith(words) and len(words) >= (
            0 if taken else min(_TELLING, len(entry_form))
        ):
            taken.append(line)
        elif taken:
            break
    if taken:
        return " ".join(line.text for line in taken), taken
    return entry, []
