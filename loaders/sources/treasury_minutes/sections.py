"""One report's section of a Treasury Minute: what it says of the report, then its items."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.layout.line_flow import LineFlow
from loaders.references.broken_names import departments_from
from loaders.references.departments import departments_in_entry, departments_on
from loaders.references.ordinals import SESSION, numeral, session
from loaders.references.paper_numbers import DAY, dated, house_paper
from loaders.sources.treasury_minutes.cover import Cover, read_cover
from loaders.sources.treasury_minutes.headings import END, Heading, title_below
from loaders.sources.treasury_minutes.item_doubts import note_doubts
from loaders.sources.treasury_minutes.item_repairs import number_items, share_replies
from loaders.sources.treasury_minutes.minute_items import items
from loaders.sources.treasury_minutes.minute_labels import PREFACE
from loaders.sources.treasury_minutes.number_schemes import find_labels
from loaders.sources.treasury_minutes.report_section import Section
from loaders.sources.treasury_minutes.text_blocks import cut_blocks
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from loaders.layout.document_lines import DocumentLine, DocumentLines

_OWN_PAPER = compile_pattern(
    r"(?:PAC|Public\s+Accounts\s+Committee|Committee\s+of\s+Public\s+Accounts)\s+report\s*+(?::\s*+)?(?P<title>[^•]{0,300}?)"
    rf"[\s,–—(-]{{0,20}}(?:Session\s+(?P<session>{SESSION})\W{{0,4}}(?P<hc>HC\s?\d{{1,4}}(?:-[IVX]+)?)"
    rf"|(?P<first_hc>HC\s?\d{{1,4}}(?:-[IVX]+)?)\W{{0,4}}(?:of\s+)?Session\s+(?P<second>{SESSION}))",
    re.IGNORECASE,
)
_PUBLISHED = compile_pattern(
    rf"published\s+(?:its|the|this)\s+report\s+on\s+(?P<day>{DAY})", re.IGNORECASE
)
_NEW_REPORT = re.compile(
    r"(?:Introduction\s+from\s+the\s+Committee|Background\s+resources|Relevant\s+reports?)\s*:?",
    re.IGNORECASE,
)
"""Headings of which each section has one."""

_DEPARTMENT_WITHIN = 8
"""Lines below a heading among which a department is named by itself."""

_NAMES_ABOVE = 3
"""Lines above the introduction on which the department and the title may stand."""


@dataclass(slots=True)
class Cutting:
    """A heading with the lines below it, and the lines that repeat it as running heads."""

    heading: Heading
    lines: list[DocumentLine]
    repeats: list[DocumentLine] = field(default_factory=list)


def cut(lines: Sequence[DocumentLine], report_headings: Sequence[Heading]) -> list[Cutting]:
    """Cut the lines at headings; a heading repeated below itself is a running head.

    Where a second introduction follows items, a report begins whose heading is not there.
    """
    done: list[Cutting] = []
    stops = [*(heading.index for heading in report_headings), len(lines)][1:]
    for heading, stop in zip(report_headings, stops, strict=True):
        if done and _same(done[-1].heading, heading):
            done[-1].repeats += lines[heading.index : heading.after]
            done[-1].lines += lines[heading.after : stop]
        else:
            done.append(Cutting(heading, list(lines[heading.index : stop])))
    return [part for cutting in done for part in _without_headings(cutting)]


def _same(left: Heading, right: Heading) -> bool:
    sessions = {left.session, right.session} - {None}
    return left.number == right.number and len(sessions) <= 1


def _without_headings(cutting: Cutting) -> Iterator[Cutting]:
    """A section, and those in it that begin with an introduction of their own."""
    labels = sorted(find_labels(LineFlow(cutting.lines)))
    begin, heading = 0, cutting.heading
    for index, line in enumerate(cutting.lines):
        has_items = any(begin <= label < index for label in labels)
        if has_items and _NEW_REPORT.fullmatch(line.text):
            start = _names_above(cutting.lines, index)
            yield Cutting(heading, cutting.lines[begin:start], cutting.repeats)
            begin, heading = start, Heading(0, 0, "", 0, None, None)
    yield Cutting(heading, cutting.lines[begin:], cutting.repeats)


def _names_above(lines: Sequence[DocumentLine], index: int) -> int:
    """Where the names of department and report begin that stand above an introduction."""
    start = index
    while start > index - _NAMES_ABOVE and _may_be_name(lines[start - 1]):
        start -= 1
    return start


def _may_be_name(line: DocumentLine) -> bool:
    return line.text[:1].isupper() and not re.search(r"[.:;]$|\bimplement|\bTarget\b", line.text)


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
    first, last = _bounds(lines)
    preface = lines[heading.after - heading.index : first]
    title, departments, taken = _names(preface, heading, entries.get(heading.number))
    section = Section(
        ordinal=heading.ordinal,
        number=heading.number,
        session=heading.session,
        title=title,
        hc_number=heading.hc_number,
        departments=departments,
        within=cutting.repeats,
        line=lines[0].number if lines else 0,
    )
    _read_preface(section, preface, heading, cover)
    flow = LineFlow(lines[first:last])
    blocks = cut_blocks(flow, find_labels(flow))
    section.items = items(sheet, blocks.blocks)
    section.aside = [line for line in [*preface, *blocks.aside, *lines[last:]] if line not in taken]
    share_replies(section.items)
    number_items(section)
    note_doubts(section, flow)
    return section


def _bounds(lines: Sequence[DocumentLine]) -> tuple[int, int]:
    """Where the items of a section begin, and where they end."""
    labels = find_labels(LineFlow(lines))
    first = min(labels, default=len(lines))
    end = (index for index in range(first, len(lines)) if END.match(lines[index].text))
    return first, next(end, len(lines))


def _read_preface(
    section: Section, preface: Sequence[DocumentLine], heading: Heading, cover: Cover
) -> None:
    """What stands between a heading and the first item: the report's numbers and its date."""
    words = " ".join(line.text for line in preface)
    paper = _OWN_PAPER.search(words)
    if paper:
        hc_number = paper["hc"] or paper["first_hc"]
        section.hc_number = section.hc_number or house_paper(hc_number.upper())
        section.session = section.session or session(paper["session"] or paper["second"])
        section.title = section.title or paper["title"].strip(" ,–—-") or None
    section.session = section.session or _by_cover(heading, cover)
    day = _PUBLISHED.search(words)
    published = dated(day["day"]) if day else None
    section.published = published[1] if published else None


def _names(
    preface: Sequence[DocumentLine], heading: Heading, entry: str | None
) -> tuple[str | None, tuple[str, ...], list[DocumentLine]]:
    """Title of the report and departments that answer, and the lines they were read from."""
    listed, entry_title = departments_in_entry(entry) if entry else ((), None)
    departments, broken = _over_lines(preface[:_DEPARTMENT_WITHIN])
    preface = [line for line in preface if line not in broken]
    title, taken = title_below(preface, heading, entry)
    taken = [*broken, *taken]
    others: list[DocumentLine] = []
    for line in preface[:_DEPARTMENT_WITHIN]:
        if PREFACE.fullmatch(line.text):
            break
        if line in taken:
            continue
        names = departments_on(line.text)
        if names:
            departments += names
            taken = [*taken, line]
        elif len(taken) == len(broken) or not title:
            others.append(line)
    if title == entry:
        title = entry_title
    if title is None and others and len(others[0].text) <= _LONGEST_TITLE:
        title, taken = others[0].text, [*taken, others[0]]
    return title, tuple(dict.fromkeys(departments or listed)), taken


def _over_lines(
    preface: Sequence[DocumentLine],
) -> tuple[tuple[str, ...], list[DocumentLine]]:
    """The department whose name is broken over lines, and these lines."""
    for index in range(len(preface) - 1):
        names, count = departments_from([line.text for line in preface[index : index + 3]])
        if count > 1:
            return names, list(preface[index : index + count])
    return (), []


_LONGEST_TITLE = 150


def _by_cover(heading: Heading, cover: Cover) -> str | None:
    """The session in which the cover names a report of this ordinal, if it is one session only."""
    named = {session for session, number in cover.answered if number == heading.number}
    return named.pop() if len(named) == 1 else cover.session


def without_heading(lines: Sequence[DocumentLine]) -> list[Heading]:
    """A section for a paper without headings, if its cover names one report only."""
    first = min(find_labels(LineFlow(lines)), default=len(lines))
    answered = read_cover(lines[:first]).answered
    if first == len(lines) or len(answered) != 1:
        return []
    ((of, number),) = answered
    return [Heading(first, first, numeral(number), number, of, None)]


def unplaced(lines: Sequence[DocumentLine]) -> Iterator[DocumentLine]:
    """Lines that begin an item though no report's heading stands above them."""
    labels = find_labels(LineFlow(lines))
    yield from (lines[index] for index in sorted(labels) if labels[index].owned)
