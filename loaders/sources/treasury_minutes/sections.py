"""One report's section of a Treasury Minute: what it says of the report, then its items."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.references.ordinals import SESSION, numeral, session
from loaders.references.paper_numbers import DAY, dated, house_paper
from loaders.sources.treasury_minutes.cover import Cover, read_cover
from loaders.sources.treasury_minutes.headings import END, Heading, title_below
from loaders.sources.treasury_minutes.minute_items import MinuteItem, blocks, items
from loaders.sources.treasury_minutes.minute_labels import label_at
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.partial_date import PartialDate
    from loaders.layout.document_lines import DocumentLine, DocumentLines

_OWN_PAPER = compile_pattern(
    rf"PAC\s+report\s*:.{{0,300}}?Session\s+(?P<session>{SESSION})\W{{0,4}}(?P<hc>HC\s?\d{{1,4}}(?:-[IVX]+)?)",
    re.IGNORECASE,
)
_PUBLISHED = compile_pattern(
    rf"published\s+(?:its|the|this)\s+report\s+on\s+(?P<day>{DAY})", re.IGNORECASE
)


@dataclass(slots=True)
class Section:
    """What a Treasury Minute holds on one report.

    Attributes:
        ordinal: The report's ordinal as printed.
        number: The number it means.
        session: Session, if it can be told.
        title: Title, if the section or the contents print it.
        hc_number: Number of the report, if the section names it.
        published: Date on which the report came out, if the section says so.
        items: Its items.
        aside: Lines outside the items.
        within: Lines inside items that repeat the section's heading.
        line: Number of the line it begins on.
    """

    ordinal: str
    number: int
    session: str | None
    title: str | None = None
    hc_number: str | None = None
    published: PartialDate | None = None
    items: list[MinuteItem] = field(default_factory=list)
    aside: list[DocumentLine] = field(default_factory=list)
    within: list[DocumentLine] = field(default_factory=list)
    line: int = 0


@dataclass(slots=True)
class Cutting:
    """A heading with the lines below it, and the lines that repeat it as running heads."""

    heading: Heading
    lines: list[DocumentLine]
    repeats: list[DocumentLine] = field(default_factory=list)


def cut(lines: Sequence[DocumentLine], report_headings: Sequence[Heading]) -> list[Cutting]:
    """Cut the lines at headings; a heading repeated below itself is a running head."""
    done: list[Cutting] = []
    stops = [*(heading.index for heading in report_headings), len(lines)][1:]
    for heading, stop in zip(report_headings, stops, strict=True):
        if done and _same(done[-1].heading, heading):
            done[-1].repeats += lines[heading.index : heading.after]
            done[-1].lines += lines[heading.after : stop]
        else:
            done.append(Cutting(heading, list(lines[heading.index : stop])))
    return done


def _same(left: Heading, right: Heading) -> bool:
    sessions = {left.session, right.session} - {None}
    return left.number == right.number and len(sessions) <= 1


def read_section(
    sheet: DocumentLines, cutting: Cutting, cover: Cover, entries: Mapping[int, str]
) -> Section:
    """Read one section.

    Args:
        sheet: The document.
        cutting: The section's lines.
        cover: What the cover says.
        entries: Contents entries by ordinal.
    """
    heading, lines = cutting.heading, cutting.lines
    first = first_label(lines)
    last = next(
        (index for index in range(first, len(lines)) if END.match(lines[index].text)), len(lines)
    )
    preface = lines[heading.after - heading.index : first]
    words = " ".join(line.text for line in preface)
    title, taken = title_below(preface, heading, entries.get(heading.number))
    paper = _OWN_PAPER.search(words)
    referred = session(paper["session"]) if paper else None
    day = _PUBLISHED.search(words)
    published = dated(day["day"]) if day else None
    return Section(
        ordinal=heading.ordinal,
        number=heading.number,
        session=heading.session or referred or _by_cover(heading, cover),
        title=title,
        hc_number=house_paper(paper["hc"].upper()) if paper else None,
        published=published[1] if published else None,
        items=items(sheet, blocks(lines[first:last])),
        aside=[line for line in [*preface, *lines[last:]] if line not in taken],
        within=cutting.repeats,
        line=lines[0].number,
    )


def first_label(lines: Sequence[DocumentLine]) -> int:
    """Index of the line on which the first label, or its number, stands."""
    for index in range(len(lines)):
        if label := label_at(lines, index):
            return index if label.start == lines[index].start else index - 1
    return len(lines)


def _by_cover(heading: Heading, cover: Cover) -> str | None:
    """The session in which the cover names a report of this ordinal, if it is one session only."""
    named = {session for session, number in cover.answered if number == heading.number}
    return named.pop() if len(named) == 1 else cover.session


def without_heading(lines: Sequence[DocumentLine]) -> list[Heading]:
    """A section for a paper without headings, if its cover names one report only."""
    first = first_label(lines)
    answered = read_cover(lines[:first]).answered
    if first == len(lines) or len(answered) != 1:
        return []
    ((of, number),) = answered
    return [Heading(first, first, numeral(number), number, of, None)]


def unplaced(lines: Sequence[DocumentLine]) -> Iterator[DocumentLine]:
    """Lines that begin an item though no report's heading stands above them."""
    yield from (lines[index] for index in range(len(lines)) if label_at(lines, index))
