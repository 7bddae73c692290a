"""Reads Treasury Minutes, as text, HTML or PDF: document, reports answered, numbered items.

What belongs to no item, such as introductions, contents and page furniture, is reported block by
block. Progress reports are read in the same way: sections that hold items give items, the reports
of all others are still named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from graph.records.response_documents import ResponseKind
from loaders.layout.document_lines import note_pages, read_opening, read_sheet, set_aside
from loaders.layout.line_flow import LineFlow
from loaders.layout.unread_text import note_unread
from loaders.references.ordinals import numeral
from loaders.references.paper_numbers import command_paper
from loaders.sources.treasury_minutes.cover import TITLE, read_cover
from loaders.sources.treasury_minutes.headings import CONTENTS, contents, headings, sections
from loaders.sources.treasury_minutes.item_number import major
from loaders.sources.treasury_minutes.minute_labels import label_at
from loaders.sources.treasury_minutes.minute_record import make_record
from loaders.sources.treasury_minutes.sections import cut, read_section, unplaced, without_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.interface.context import Context, Document
    from loaders.layout.document_lines import DocumentLine, DocumentLines
    from loaders.sources.treasury_minutes.cover import Cover
    from loaders.sources.treasury_minutes.headings import Heading
    from loaders.sources.treasury_minutes.report_section import Section

_COVER = 40
"""Lines within which a cover names itself."""

_LEAST = 2
"""Labels by which a document without a cover is known."""


def accepts(document: Document) -> bool:
    """Whether the document's cover says so, or whole sections of labelled items follow headings."""
    lines = read_opening(document).lines
    if any(TITLE.match(line.text) for line in lines[:_COVER]):
        return True
    flow = LineFlow(lines)
    begun = [label for index in range(len(lines)) if (label := label_at(flow, index))]
    kinds = {label.kind for label in begun if label.owned}
    return len(begun) >= _LEAST and FindingKind.CONCLUSION in kinds and bool(sections(flow))


def load(document: Document, context: Context) -> None:
    """Emit the document as one record: the response and its items."""
    sheet = read_sheet(document)
    lines = sheet.lines
    report_headings = sections(LineFlow(lines)) or without_heading(lines)
    first, listed = _front(lines, report_headings)
    cover = read_cover(lines[:first])
    entries = contents(lines[first:listed], [number for _, number in cover.answered])
    sections_read = [
        read_section(sheet, part, cover, entries) for part in cut(lines, report_headings)
    ]
    note_pages(context, sheet)
    aside = [
        *sheet.furniture,
        *_note_front(context, sheet, lines[:first], lines[first:listed], cover),
    ]
    for section in sections_read:
        set_aside(context, sheet, section.aside, "stands outside the items of its report")
        aside += section.aside
        _note_items(context, section)
        if cover.kind is not ResponseKind.PROGRESS_REPORT and not document.retold:
            _note_missing_items(context, section)
    _note_missing(context, cover, sections_read)
    record = make_record(sheet, cover, sections_read)
    note_unread(context, sheet, record, aside)
    context.emit(document.text, record, address=sheet.address)


def _front(lines: Sequence[DocumentLine], report_headings: Sequence[Heading]) -> tuple[int, int]:
    """Where the contents begin, and where they end."""
    end = report_headings[0].index if report_headings else len(lines)
    begun = (index for index in range(end) if CONTENTS.fullmatch(lines[index].text))
    entries = (heading.index for heading in headings(lines[:end]))
    begin = min(next(begun, end), next(entries, end))
    return begin, end


def _note_front(
    context: Context,
    sheet: DocumentLines,
    cover: Sequence[DocumentLine],
    listed: Sequence[DocumentLine],
    parsed_cover: Cover,
) -> list[DocumentLine]:
    """Report what stands before the first report, but for the cover's own lines.

    Returns:
        The lines that the notes name.
    """
    end = next(
        (
            index
            for index, line in enumerate(cover, start=1)
            if command_paper(line.text) == parsed_cover.number
        ),
        len(cover),
    )
    set_aside(context, sheet, cover[end:], "stands between cover and contents")
    set_aside(context, sheet, listed, "belongs to the contents")
    homeless = list(unplaced([*cover, *listed]))
    for line in homeless:
        context.skip(
            "This item has no report's heading above it, so it is not known which report it "
            "answers.",
            line=line.number,
        )
    return [*cover[end:], *listed, *homeless]


def _note_items(context: Context, section: Section) -> None:
    """Report what is odd about items and numbers, and what may be wrong with them."""
    for item in section.items:
        subject = f"{section.name}: item {item.number}"
        for note in item.notes:
            context.note(f"{subject} {note}.", line=item.line)
        for doubt in item.doubts:
            context.warn(f"{subject} {doubt}.", line=item.line)
    for doubt in section.doubts:
        context.warn(f"{section.name}: {doubt}.", line=section.line)


def _note_missing_items(context: Context, section: Section) -> None:
    """Report gaps in the numbers, and a section without items.

    A progress report has both by nature.
    """
    if not section.items:
        context.warn(f"{section.name}: no item was found.", line=section.line)
    majors = {int(figures) for item in section.items if (figures := major(item.number))}
    if missing := sorted({*range(1, max(majors, default=0))} - majors):
        listed = ", ".join(map(str, missing))
        context.warn(f"{section.name}: no item numbered {listed} was found.", line=section.line)


def _note_missing(context: Context, cover: Cover, sections_read: Sequence[Section]) -> None:
    """Report reports that the cover names and no section is about, and the reverse."""
    answered = {(section.session or "", section.number) for section in sections_read}
    for session, number in cover.answered:
        if (session, number) not in answered:
            context.warn(f"No section on the {numeral(number)} Report of {session} was found.")
    for section in sections_read:
        of = section.session or "an unknown session"
        if not section.ordinal:
            context.warn(
                "A report begins here that no heading names; its items are kept apart from those "
                "of the report before.",
                line=section.line,
            )
        elif cover.answered and (section.session or "", section.number) not in cover.answered:
            context.warn(f"The cover does not name the {section.name} of {of}.", line=section.line)
