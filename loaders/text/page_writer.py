"""Writes a document of another format as HTML, which the reader of web pages then reads."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from graph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE_BREAK = "\v"
"""Stands in words for the end of a line inside a paragraph."""

_QUOTATIONS = ("quotation", "quote", "block text")


def is_quotation(style: str) -> bool:
    """Whether paragraphs are quotations, by the name of their style in any word processor."""
    return any(words in style.lower() for words in _QUOTATIONS)


class PageWriter:
    """Collects the blocks of a page."""

    def __init__(self) -> None:
        """Begin a page without blocks."""
        self._blocks: list[str] = []
        self._notes: list[str] = []

    def finish(self, name: str) -> str:
        """The page as HTML; footnotes stand in a footer, which is no part of what a page says.

        Args:
            name: The file as messages name it.

        Raises:
            InputError: If no block has any words.
        """
        if not self._blocks:
            raise InputError(
                f"{name} holds no text: its pages may be pictures. Save it as a PDF file and put a "
                "text layer into that with OCR."
            )
        notes = "".join(f"<p>{note}</p>\n" for note in self._notes)
        footer = f"<footer>{notes}</footer>\n" if notes else ""
        body = "".join(self._blocks)
        return f"<!DOCTYPE html><html><body>\n{body}{footer}</body></html>\n"

    def add(self, words: str, element: str = "p") -> None:
        """Add a block of words, such as a paragraph or a heading; nothing if there are none."""
        if words.strip():
            self._blocks.append(f"<{element}>{_shown(words)}</{element}>\n")

    def add_note(self, words: str) -> None:
        """Add the words of a footnote."""
        if words.strip():
            self._notes.append(_shown(words))

    def add_table(self, rows: Sequence[Sequence[str]]) -> None:
        """Add a table; one of a single column is a box round its words, and becomes a quotation."""
        if all(len(row) <= 1 for row in rows):
            for words in (words for row in rows for cell in row for words in cell.split("\v")):
                self.add(words, "blockquote")
            return
        self._blocks.append("<table>\n")
        for row in rows:
            cells = "".join(f"<td>{_shown(words)}</td>" for words in row)
            self._blocks.append(f"<tr>{cells}</tr>\n")
        self._blocks.append("</table>\n")


def _shown(words: str) -> str:
    return escape(words.strip(), quote=False).replace(LINE_BREAK, "<br>")
