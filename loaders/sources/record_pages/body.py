"""Reads the body of a record page: the committee's text, the response, and what is below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.sources.record_pages import page_labels
from loaders.sources.record_pages.edges import cut_tail, footer_start, read_tail, tail_start
from loaders.sources.record_pages.separators import response_starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.sources.record_pages.page_lines import PageLine
    from loaders.sources.record_pages.record_page import RecordPage

_LONGEST_NAME = 60


def body_begins(lines: Sequence[PageLine], index: int) -> bool:
    """Whether a label that stands below the committee's text is here."""
    label = lines[index].label
    return (
        label == page_labels.SUMMARY
        or page_labels.REFERENCE.match(label) is not None
        or response_starts(lines, index)
    )


def read_body(page: RecordPage, lines: Sequence[PageLine], *, headed: bool) -> None:
    """Read everything below the heading.

    Args:
        page: What to read it into.
        lines: The body's lines.
        headed: True if they begin with the committee's text.
    """
    end = tail_start(lines)
    page.tail = read_tail(lines[end:], page.committee)
    page.unplaced += page.tail.unplaced
    body = _Body(page, lines[:end], page.text if headed else page.unplaced)
    body.read()
    _cut_footer(page, body.part)
    if body.respondent and not page.reply:
        page.unplaced.append(body.respondent)


class _Body:
    """Goes through the lines of a body; `part` is what the next plain line belongs to.

    `respondent` is the line that names another respondent than the usual one.
    """

    def __init__(self, page: RecordPage, lines: Sequence[PageLine], part: list[PageLine]) -> None:
        self.part = part
        self.respondent: PageLine | None = None
        self._page = page
        self._lines = lines
        self._at = 0

    def read(self) -> None:
        """Read to the end."""
        while self._at < len(self._lines):
            if self.part is not self._page.reply and self._label():
                continue
            line = self._next()
            placed = self._page.unplaced if self._breaks_off(line) else self.part
            placed.append(line)

    def _label(self) -> bool:
        """Read the label that is here; False if none is."""
        label = self._here
        if label == page_labels.SUMMARY:
            self._at += 1
            self.part = self._page.summary
        elif match := page_labels.REFERENCE.match(label):
            self._reference(self._next(), match["paragraph"])
            self.part = self._page.unplaced
        elif response_starts(self._lines, self._at):
            self._response()
            self.part = self._page.reply
        else:
            return False
        return True

    def _reference(self, line: PageLine, paragraph: str | None) -> None:
        """Read the paragraph of the report, which may stand on the next line."""
        if paragraph is None and page_labels.PARAGRAPH_VALUE.match(self._here):
            line = self._next()
            paragraph = line.label
        self._page.paragraph = self._page.paragraph or paragraph
        if paragraph not in (None, self._page.paragraph):
            self._page.unplaced.append(line)

    def _response(self) -> None:
        """Read the response's labels, which may be printed twice, and who replies."""
        while match := page_labels.RESPONSE.match(self._here):
            self._status(self._next(), match["status"])
        if match := page_labels.HM_GOVERNMENT.match(self._here):
            self._page.respondent = page_labels.RESPONDENT
            self._status(self._next(), match["status"])
        elif self._page.reply_label:
            self._other_respondent(self._page.reply_label)

    def _status(self, line: PageLine, status: str | None) -> None:
        """Take in a status that stands on the given line, or on the next one."""
        if status is None and page_labels.STATUS.match(self._here):
            line = self._next()
            status = line.label
        self._page.reply_label = self._page.reply_label or status
        if status not in (None, self._page.reply_label):
            self._page.unplaced.append(line)

    def _other_respondent(self, status: str) -> None:
        """Read another name than the usual, known by the status repeated after it."""
        label, joined = self._here, self._here.endswith(f" {status}")
        name = label.removesuffix(status).strip()
        after = self._lines[self._at + 1].label if self._at + 1 < len(self._lines) else ""
        if (joined or after == status) and 0 < len(name) <= _LONGEST_NAME:
            self._page.respondent = name
            self.respondent = self._next()
            self._at += not joined

    def _breaks_off(self, line: PageLine) -> bool:
        """Whether the page ends here, inside a label."""
        page = self._page
        if self._at < len(self._lines) or self.part is page.unplaced:
            return False
        if self.part is not page.reply:
            return bool(self.part) and page_labels.cut_label(line.label)
        if page.reply:
            return cut_tail(line.label)
        previous = self._lines[self._at - 2].label
        if page.respondent is None:
            return page_labels.cut_status(line.label) or page_labels.cut_label(line.label)
        return previous == page_labels.RESPONDENT and page_labels.cut_status(line.label)

    @property
    def _here(self) -> str:
        return self._lines[self._at].label if self._at < len(self._lines) else ""

    def _next(self) -> PageLine:
        self._at += 1
        return self._lines[self._at - 1]


def _cut_footer(page: RecordPage, part: list[PageLine]) -> None:
    """Move a footer from the end of the last part to what was not understood."""
    if part is page.unplaced:
        return
    start = footer_start(part, 0 if part is page.reply else 1)
    page.unplaced += part[start:]
    del part[start:]
