"""Reads record pages: plain text or HTML, one or several to a file, whole or cut off.

Not read into any claim are comment lines above a page (a line that begins with ``#``); each is
listed among the document's notes. What a page holds beyond its known parts is kept in the
tracker's entry, line by line, and noted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.retelling import says_retold
from loaders.sources.record_pages import page_labels
from loaders.sources.record_pages.list_page import is_list, read_list
from loaders.sources.record_pages.page_layout import read_page
from loaders.sources.record_pages.page_lines import split
from loaders.sources.record_pages.page_record import make_record
from loaders.sources.record_pages.record_page import RecordPage
from loaders.sources.record_pages.separators import (
    begins_older_page,
    record_address,
    response_starts,
    split_records,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.interface.context import Context, Document
    from loaders.sources.record_pages.page_lines import PageLine
    from loaders.text.shown_text import ShownText

_WORDS = re.compile(r"Select Committee|HM Government|Conclusion|Recommendation|url:")
_SHOWN = 60
_NO_ITEMS = "This list shows no item with its number and status. Save the whole page again."
_EMPTY = "No number, title or text of a finding is on this page. Save the whole page again."


def accepts(document: Document) -> bool:
    """Whether the document shows a piece of a record page that nothing else has."""
    if not _WORDS.search(document.text):
        return False
    lines = _cut(document.shown)
    return is_list(lines) or any(_unmistakable(lines, index) for index in range(len(lines)))


def load(document: Document, context: Context) -> None:
    """Emit every record of the document.

    A document of one record is emitted whole, so that its digest is the file's own; of several,
    each takes the characters from its first line up to the next record's, so that none is left
    over. Of HTML with several records these are characters of the extracted text.
    """
    shown = document.shown
    records = split_records(_cut(shown))
    single = len(records) == 1
    starts = [0, *(record[0].start for record in records[1:]), len(shown.text)]
    for record, start, end in zip(records, starts, starts[1:], strict=False):
        line = None if single else record[0].number
        with context.one_record(line):
            if is_list(record):
                _load_list(record, shown, context, end)
                continue
            page = read_page(record)
            if single and page.address is None:
                page.address = shown.address
            _note(context, page)
            if page.is_empty:
                context.skip(_EMPTY, line=record[0].number)
                continue
            raw = document.text if single else shown.text[start:end]
            content = make_record(page, _text(shown), record)
            context.emit(raw, content, line=line, address=page.address)


def _load_list(lines: Sequence[PageLine], shown: ShownText, context: Context, end: int) -> None:
    """Emit each item of a list of one report as a record of its own."""
    page = read_list(lines)
    head = RecordPage(comments=page.head.comments, unplaced=page.head.unplaced)
    _note(context, head)
    for item_list in page.lists:
        if item_list.count is not None and item_list.count != item_list.items:
            context.warn(
                f"The page counts {item_list.count} under “{item_list.kind}s”, but shows "
                f"{item_list.items}. Open or scroll the whole list and save the page again.",
                line=item_list.line,
            )
    for line in page.doubtful:
        context.warn(
            f"Another item may begin here, without number and status: {_start(line)}. It was kept "
            "with the item above it; compare it with the page.",
            line=line.number,
        )
    if not page.items:
        context.skip(_NO_ITEMS, line=lines[0].number)
    address = page.head.address
    starts = [lines[0].start, *(item[1][0].start for item in page.items[1:]), end]
    for (item, own), start, stop in zip(page.items, starts, starts[1:], strict=False):
        with context.one_record(own[0].number):
            _note(context, item)
            content = make_record(item, _text(shown), own)
            context.emit(shown.text[start:stop], content, line=own[0].number, address=address)


def _note(context: Context, page: RecordPage) -> None:
    for line in page.comments:
        if says_retold(line.text):
            continue
        broken = page_labels.ADDRESS.match(line.label) and not page_labels.address_in(line.label)
        what = "What is no valid web address" if broken else "A comment"
        context.note(f"{what} was left out: {_start(line)}", line=line.number)
    if page.unplaced:
        first, number = page.unplaced[0], len(page.unplaced)
        context.note(
            f"{number} {'line fits' if number == 1 else 'lines fit'} no part of a record page; "
            f"kept unread, beginning with: {_start(first)}",
            line=first.number,
        )


def _start(line: PageLine) -> str:
    return line.text if len(line.text) <= _SHOWN else f"{line.text[:_SHOWN]}…"


def _cut(shown: ShownText) -> list[PageLine]:
    return list(split(_text(shown), shown.furniture))


def _text(shown: ShownText) -> str:
    """The text, with page ends as the line ends that they are; of the same length."""
    return shown.text.replace("\f", "\n")


def _unmistakable(lines: Sequence[PageLine], index: int) -> bool:
    """Whether something stands here that only a record page has."""
    label, following = lines[index].label, lines[index + 1 : index + 6]
    if page_labels.SOURCE.match(label) or (label.startswith("#") and record_address(label)):
        return True
    if (header := page_labels.HEADER.match(label)) and following:
        number = page_labels.NUMBER.match(following[0].label)
        return number is not None and number["number"] == header["number"]
    if page_labels.RESPONSE.match(label) and response_starts(lines, index):
        return any(page_labels.HM_GOVERNMENT.match(line.label) for line in following)
    return begins_older_page(lines, index, bare=False)
