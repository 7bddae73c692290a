"""Takes one record page apart into its labelled parts, whichever way its text was extracted.

Four forms are known, from two hosts and two text extractors; they differ in blank lines, in
whether a label and its value share a line, and in what stands above and below. Blank lines are
ignored here, and every label is accepted joined to its value or above it, so that one reading
fits them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.sources.record_pages import page_labels
from loaders.sources.record_pages.body import body_begins, read_body
from loaders.sources.record_pages.head import read_head
from loaders.sources.record_pages.record_page import RecordPage
from loaders.sources.record_pages.separators import begins_older_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.sources.record_pages.page_lines import PageLine


def read_page(lines: Sequence[PageLine]) -> RecordPage:
    """Read the lines of one record."""
    page = RecordPage()
    own = _set_surroundings_aside(page, lines)
    heading = _heading(own)
    if heading is None:
        end = next((index for index in range(len(own)) if body_begins(own, index)), len(own))
        read_head(page, own[:end], headed=False)
        read_body(page, own[end:], headed=False)
    else:
        page.kind = own[heading].label
        read_head(page, own[:heading], headed=True)
        read_body(page, own[heading + 1 :], headed=True)
    page.unplaced.sort(key=lambda line: line.start)
    return page


def _set_surroundings_aside(page: RecordPage, lines: Sequence[PageLine]) -> list[PageLine]:
    """Set aside what stands above the page and around it; return the page's own lines."""
    index = 0
    while index < len(lines) and _above_page(page, lines[index]):
        index += 1
    start = index + _start(lines[index:])
    page.unplaced += lines[index:start]
    own: list[PageLine] = []
    for line in lines[start:]:
        aside = line.furniture and not page_labels.SOURCE.match(line.label)
        (page.unplaced if aside else own).append(line)
    return own


def _above_page(page: RecordPage, line: PageLine) -> bool:
    """Take in an address or a comment; False if the line is neither."""
    address = page_labels.address_in(line.label)
    if address and page.address is None:
        page.address = address
        return True
    if page_labels.ADDRESS.match(line.label) or page_labels.COMMENT.match(line.text):
        page.comments.append(line)
        return True
    return False


def _start(lines: Sequence[PageLine]) -> int:
    """Index of the first line of the page itself; what is above it is navigation."""
    for index, line in enumerate(lines):
        if page_labels.SOURCE.match(line.label):
            return index
    older = (index for index in range(len(lines)) if begins_older_page(lines, index, bare=True))
    return next(older, 0)


def _heading(lines: Sequence[PageLine]) -> int | None:
    """Index of the heading above the committee's text; None if the page shows none.

    It is the first one below the number, or the first at all where the number is lost.
    """
    first, numbered = None, False
    for index, line in enumerate(lines):
        if body_begins(lines, index):
            break
        numbered = numbered or page_labels.NUMBER.match(line.label) is not None
        header = index + 1 < len(lines) and page_labels.NUMBER.match(lines[index + 1].label)
        if line.label in page_labels.KINDS and not header:
            first = index if first is None else first
            if numbered:
                return index
    return first
