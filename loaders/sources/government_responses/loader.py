"""Reads government responses to committees: special reports and command papers, text, HTML, PDF.

Items are found in whichever way the document marks them (`item_schemes`). What belongs to no item
is reported block by block, and what may have been misread is reported by its line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.layout.document_lines import note_pages, read_opening, read_sheet, set_aside
from loaders.layout.unread_text import note_unread
from loaders.sources.government_responses.front import TITLE, read_front
from loaders.sources.government_responses.item_doubts import doubts
from loaders.sources.government_responses.item_heads import labelled
from loaders.sources.government_responses.item_schemes import read_by_best_scheme
from loaders.sources.government_responses.other_papers import (
    TELLS,
    is_later_letter,
    is_of_others,
    may_answer_item_by_item,
)
from loaders.sources.government_responses.response_record import make_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.interface.context import Context, Document
    from loaders.sources.government_responses.front import Front
    from loaders.sources.government_responses.response_entries import ResponseEntry

_OTHERS = re.compile(
    r"Treasury\s+Minutes?\b|Source\s?[·•∙⋅]\s?Select\s+Committees?|Government\s+Response\s+Summary"
    r"|Recommendation\s+age",
    re.IGNORECASE,
)
"""What shows that a document is a Treasury Minute or a tracker's page."""

_COVER = 40
"""Lines within which a response names itself."""

_TITLE_LINES = 3
_LONGEST = 250
"""Characters a line of a title may have; longer ones are text."""


def accepts(document: Document) -> bool:
    """Whether the document's front calls it a response to a committee."""
    front = [line.text for line in read_opening(document).lines[:_COVER]]
    if any(_OTHERS.match(text) for text in front) or is_of_others(front):
        return False
    titles = (
        " ".join(front[index : index + count])
        for index in range(len(front))
        for count in range(1, _TITLE_LINES + 1)
    )
    named = any(
        TITLE.search(title) and not TELLS.search(title)
        for title in titles
        if len(title) <= _LONGEST
    )
    if named and not is_later_letter(front):
        return True
    return may_answer_item_by_item(front) and _has_items(document)


def why_not(document: Document) -> str | None:
    """Why a letter or paper about a response is none, and what to do."""
    front = [line.text for line in read_opening(document).lines[:_COVER]]
    if is_of_others(front):
        return "It is a paper about a response, and gives none: save the response itself."
    if is_later_letter(front):
        return (
            "It is a letter that comes after a response. Such letters are read only where they "
            "answer recommendations one by one, each below its number."
        )
    return None


def _has_items(document: Document) -> bool:
    """Whether most recommendations that a document labels with a number have a reply."""
    sheet = read_sheet(document)
    heads = [head for head in labelled(sheet.lines) if head.numbers]
    whole = read_by_best_scheme(sheet).whole
    return whole > 0 and 2 * whole > len(heads)


def load(document: Document, context: Context) -> None:
    """Emit the document as one record: a response for each respondent, and the items."""
    sheet = read_sheet(document)
    lines = sheet.lines
    reading = read_by_best_scheme(sheet)
    first, items, between = reading.first, reading.entries, reading.aside
    front = read_front(lines[:first], sheet.text)
    note_pages(context, sheet)
    others = [line for line in lines[:first] if line.text not in front.title]
    set_aside(context, sheet, others, "stands before the first item")
    set_aside(context, sheet, between, "is a heading, or stands outside the items")
    _note(context, front, items)
    for problem, line in doubts(sheet, items, excerpt=document.retold):
        context.warn(problem, line=line)
    record = make_record(sheet, front, items)
    note_unread(context, sheet, record, [*sheet.furniture, *others, *between])
    context.emit(document.text, record, address=sheet.address)


def _note(context: Context, front: Front, items: Sequence[ResponseEntry]) -> None:
    """Report what a response leaves unsaid."""
    if not items and front.interim:
        context.note("It is an interim response. It has no item, so it answers no finding.")
    elif not items:
        context.warn("No recommendation and no reply was recognised in it.")
    if unnumbered := [item for item in items if not item.numbers]:
        context.note(
            f"{len(unnumbered)} of {len(items)} items print no number; their paragraph or words "
            "tell them apart.",
            line=unnumbered[0].line,
        )
    if not front.answered:
        context.note("It does not say which report it answers.")
    if len(front.answered) > 1:
        context.note("It names several reports; its items are taken to answer the first.")
