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
        end = next((at for at in range(len(own)) if body_begins(own, at)), len(own))
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
    at = 0
    while at < len(lines) and _above_page(page, lines[at]):
        at += 1
    start = at + _start(lines[at:])
    page.unplaced += lines[at:start]
    own: list[PageLine] = []
    for line in lines[start:]:
        aside = line.furniture and not page_labels.SOURCE.match(line.label)
        (page.unplaced if aside else own).append(line)
    return own


def _above_page(page: RecordPage, line: PageLine) -> bool:
    """Take in an address or a comment; False if the line is neither."""
    found = page_labels.ADDRESS.match(line.label)
    if found and page.address is None:
        page.address = found.group(1)
        return True
    if found or page_labels.COMMENT.match(line.text):
        page.comments.append(line)
        return True
    return False


def _start(lines: Sequence[PageLine]) -> int:
    """Index of the first line of the page itself; what is above it is navigation."""
    for at, line in enumerate(lines):
        if page_labels.SOURCE.match(line.label):
            return at
    older = (at for at in range(len(lines)) if begins_older_page(lines, at, bare=True))
    return next(older, 0)


def _heading(lines: Sequence[PageLine]) -> int | None:
    """Index of the heading above the committee's text; None if the page shows none.

    It is the first one below the number, or the first at all where the number is lost.
    """
    first, numbered = None, False
    for at, line in enumerate(lines):
        if body_begins(lines, at):
            break
        numbered = numbered or page_labels.NUMBER.match(line.label) is not None
        header = at + 1 < len(lines) and page_labels.NUMBER.match(lines[at + 1].label)
        if line.label in page_labels.KINDS and not header:
            first = at if first is None else first
            if numbered:
                return at
    return first
