"""Reads the head of a record page: everything above the heading of the committee's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.sources.record_pages import page_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.sources.record_pages.page_lines import PageLine
    from loaders.sources.record_pages.record_page import RecordPage

_WRAPPED = 55
_LONGEST_TITLE = 4


def read_head(page: RecordPage, lines: Sequence[PageLine], *, headed: bool) -> None:
    """Read committee, number, status, paragraph and title.

    Args:
        page: What to read them into.
        lines: The head's lines.
        headed: True if the heading follows; False if the page breaks off, or lacks one.
    """
    head = _Head(page, lines)
    others = [line for line in head if not head.takes(line)]
    page.title = _title_above(others, lines) if headed else _title_of_cut_page(page, others)
    page.unplaced += [line for line in others if line not in page.title]


class _Head:
    """Goes through the lines of a head, each taken at most once."""

    def __init__(self, page: RecordPage, lines: Sequence[PageLine]) -> None:
        self._page = page
        self._lines = lines
        self._at = 0

    def __iter__(self) -> _Head:
        return self

    def __next__(self) -> PageLine:
        if self._at == len(self._lines):
            raise StopIteration
        self._at += 1
        return self._lines[self._at - 1]

    def takes(self, line: PageLine) -> bool:
        """Take in a line, with the value that may stand below it; False if it is no label."""
        return (
            self._committee(line.label)
            or self._header(line.label)
            or self._number(line.label)
            or self._status(line.label)
            or self._paragraph(line.label)
        )

    def _committee(self, label: str) -> bool:
        match = page_labels.SOURCE.match(label)
        return match is not None and self._fill("committee", match["committee"])

    def _header(self, label: str) -> bool:
        following = self._lines[self._at].label if self._at < len(self._lines) else ""
        if label in page_labels.KINDS:
            return page_labels.NUMBER.match(following) is not None
        match = page_labels.HEADER.match(label)
        return match is not None and self._fill("number", match["number"])

    def _number(self, label: str) -> bool:
        match = page_labels.NUMBER.match(label)
        if match is None or not self._fill("number", match["number"]):
            return False
        paragraph = match["paragraph"]
        if label.endswith("Paragraph:"):
            paragraph = self._value_below()
        return self._fill("label", match["status"]) and self._fill("paragraph", paragraph)

    def _status(self, label: str) -> bool:
        numbered = self._page.number is not None
        return numbered and bool(page_labels.STATUS.match(label)) and self._fill("label", label)

    def _paragraph(self, label: str) -> bool:
        match = page_labels.PARAGRAPH.match(label)
        if match is None:
            return False
        return self._fill("paragraph", match["paragraph"] or self._value_below())

    def _value_below(self) -> str | None:
        if self._at < len(self._lines):
            match = page_labels.PARAGRAPH_VALUE.match(self._lines[self._at].label)
            self._at += match is not None
            return match and match.group()
        return None

    def _fill(self, name: str, value: str | None) -> bool:
        """Fill a field of the page that is empty; False if another value is in it already."""
        if value is not None and getattr(self._page, name) is None:
            setattr(self._page, name, value)
        return value in (None, getattr(self._page, name))


def _title_above(others: Sequence[PageLine], lines: Sequence[PageLine]) -> list[PageLine]:
    """The line above the heading, and those above it that a narrow page wrapped."""
    if not others or others[-1] is not lines[-1]:
        return []
    title = [others[-1]]
    for line, above in zip(others[:-1][::-1], lines[:-1][::-1], strict=False):
        wrapped = len(line.text) >= _WRAPPED and not line.text.endswith(".")
        if line is not above or title[0].apart or not wrapped or len(title) == _LONGEST_TITLE:
            break
        title.insert(0, line)
    return title


def _title_of_cut_page(page: RecordPage, others: Sequence[PageLine]) -> list[PageLine]:
    """The first line that is no label, unless the page breaks off in a label there."""
    if page.number is None or not others:
        return []
    rest = others[0].label.removeprefix(page.number).strip()
    cut = page_labels.cut_status(rest) or page_labels.cut_paragraph(rest)
    return [] if cut else [others[0]]
