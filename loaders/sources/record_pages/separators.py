"""Where one record ends and the next begins, in a file that holds several.

A record begins at

* a line with a record's own web address, such as ``# url: https://…/recommendation/7/``;
* a ``Source · Select Committees ·`` line;
* a number line in the shape of the older host: number, status, title and heading in a row. A
  number without a status counts only in a file that has no ``Source`` line at all, since a page
  number above a heading looks the same.

A ``Source`` or number line that follows its record's address begins nothing new. Comment lines
directly above a beginning belong to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.sources.record_pages import page_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.sources.record_pages.page_lines import PageLine

_LONGEST_TITLE = 3


def split_records(lines: Sequence[PageLine]) -> list[Sequence[PageLine]]:
    """Cut the lines of a document into records, losing none."""
    newer = any(page_labels.SOURCE.match(line.label) for line in lines)
    starts, state = [0], _Record()
    for index, line in enumerate(lines):
        if state.ended_by(lines, index, newer=newer):
            state = _Record()
            starts.append(_above_comments(lines, index, starts[-1]))
        state.see(lines, index, line)
    bounds = zip(starts, [*starts[1:], len(lines)], strict=True)
    return [lines[start:end] for start, end in bounds if start < end]


class _Record:
    """What has been seen of the record that is being passed over."""

    def __init__(self) -> None:
        self.address = ""
        self.source = False
        self.numbered = False
        self.body = False
        self.list = False

    def ended_by(self, lines: Sequence[PageLine], index: int, *, newer: bool) -> bool:
        """Whether the line begins another record."""
        label = lines[index].label
        if address := record_address(label):
            return address != self.address and bool(self.address or self.source or self.body)
        if page_labels.SOURCE.match(label):
            return self.source or self.body
        return self.body and not self.list and begins_older_page(lines, index, bare=not newer)

    def see(self, lines: Sequence[PageLine], index: int, line: PageLine) -> None:
        """Take note of a line of the record."""
        self.address = self.address or record_address(line.label)
        self.list = self.list or page_labels.LIST.match(self.address) is not None
        self.source = self.source or bool(page_labels.SOURCE.match(line.label))
        self.numbered = self.numbered or page_labels.NUMBER.match(line.label) is not None
        headed = self.numbered and line.label in page_labels.KINDS
        self.body = self.body or headed or response_starts(lines, index)


def record_address(label: str) -> str:
    """The record's address that a line consists of; empty if it does not."""
    address = page_labels.address_in(label) or ""
    own = page_labels.RECORD.match(address) or page_labels.LIST.match(address)
    return address if own else ""


def begins_older_page(lines: Sequence[PageLine], index: int, *, bare: bool) -> bool:
    """Whether number, status, paragraph, title and heading follow one another from here.

    Args:
        lines: Lines of the document.
        index: Index of the line that may be a number line.
        bare: True if a number without a status will do.
    """
    match = page_labels.NUMBER.match(lines[index].label)
    if not match:
        return False
    rest = [line.label for line in lines[index + 1 : index + 4 + _LONGEST_TITLE]]
    status = match["status"] or (rest and page_labels.STATUS.match(rest[0]))
    while rest and (page_labels.STATUS.match(rest[0]) or page_labels.PARAGRAPH.match(rest[0])):
        del rest[0]
    heading = next((i for i, label in enumerate(rest) if label in page_labels.KINDS), 0)
    return bool(status or bare) and 1 <= heading <= _LONGEST_TITLE


def response_starts(lines: Sequence[PageLine], index: int) -> bool:
    """Whether the response's labels begin here; the same words inside prose do not count."""
    match = page_labels.RESPONSE.match(lines[index].label)
    following = lines[index + 1].label if index + 1 < len(lines) else ""
    answered = page_labels.STATUS.match(following)
    if match:
        repeated = page_labels.RESPONSE.match(following) or page_labels.HM_GOVERNMENT.match(
            following
        )
        return bool(match["status"] or answered or repeated or not following)
    match = page_labels.HM_GOVERNMENT.match(lines[index].label)
    return bool(match and (match["status"] or answered))


def _above_comments(lines: Sequence[PageLine], index: int, since: int) -> int:
    while index - 1 > since and page_labels.COMMENT.match(lines[index - 1].label):
        index -= 1
    return index
