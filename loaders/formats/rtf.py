"""Rich text (.rtf), as Word, LibreOffice and TextEdit write it.

Numbers of lists stand in the file as text. Headings are told by their level or their style. Fields
show their result; pictures, objects, hidden words and headers are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.text.page_writer import LINE_BREAK, PageWriter, is_quotation
from loaders.text.rtf_tokens import rtf_tokens
from loaders.text.rtf_words import CODEPAGES, ESCAPES, LEFT_OUT, SIGNS, TargetWords
from loaders.text.web_page import read_page

if TYPE_CHECKING:
    from loaders.text.rtf_tokens import RtfToken
    from loaders.text.shown_text import ShownText

SUFFIXES = (".rtf",)

LARGEST_RTF = 64 * 1024 * 1024
"""Bytes that an RTF file may have."""

_HEADING = re.compile(r"(?:heading|title|subtitle)\b ?(\d)?", re.IGNORECASE)


def recognises(raw: bytes) -> bool:
    """Whether a file begins as RTF files do."""
    return raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def decode(raw: bytes, name: str, encoding: str | None = None) -> str:
    """Write an RTF file as HTML.

    Args:
        raw: The file.
        name: The file as messages name it.
        encoding: What bytes outside ASCII mean, where the file does not say it.

    Raises:
        InputError: If it is too large, or holds no text.
    """
    if len(raw) > LARGEST_RTF:
        raise InputError(f"{name} is larger than the {LARGEST_RTF >> 20} MiB an RTF may have.")
    page = _RtfPage(encoding or _spoken(raw))
    for token in rtf_tokens(raw.decode("latin-1"), name):
        page.take(token)
    page.finish()
    return page.page.finish(name)


def extract(text: str) -> ShownText:
    """What a reader sees of the document."""
    return read_page(text)


def _spoken(raw: bytes) -> str | None:
    """UTF-8, where bytes outside ASCII show that a program wrote it into the file, else None."""
    try:
        return None if raw.isascii() or not raw.decode() else "utf-8"
    except UnicodeDecodeError:
        return None


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a pair of braces.

    Attributes:
        target: Where its characters go: ``body``, ``number``, ``note``, ``style`` or nowhere.
        skips: Characters that stand for one that is given by its number in Unicode.
        hidden: Whether its characters are not shown.
    """

    target: str = "body"
    skips: int = 1
    hidden: bool = False


@dataclass(slots=True)
class _Line:
    """The paragraph that is being read."""

    style: int = 0
    outline: int | None = None
    in_table: bool = False


class _RtfPage:
    """Writes the paragraphs of a file to a page."""

    def __init__(self, encoding: str | None) -> None:
        self.page = PageWriter()
        self._encoding = encoding
        self._codepage = "cp1252"
        self._group = _Group()
        self._groups: list[_Group] = []
        self._line = _Line()
        self._words = {target: TargetWords() for target in ("body", "number", "note", "style")}
        self._styles: dict[int, str] = {}
        self._style = 0
        self._rows: list[list[str]] = []
        self._cells: list[str] = []
        self._cell: list[str] = []
        self._to_skip = 0
        self._starred = False
        self._notes = 0

    def take(self, token: RtfToken) -> None:
        """Read the next sign."""
        kind, text, _ = token
        if kind == "brace":
            self._to_skip = 0
            self._open() if text == "{" else self._close()
        elif kind == "plain":
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            self._write_bytes(text[skipped:])
        elif self._to_skip and kind in {"byte", "sign"}:
            self._to_skip -= 1
        elif kind == "byte":
            self._write_byte(int(text, 16))
        elif kind == "sign":
            self._take_sign(text)
        else:
            self._take_word(token)

    def finish(self) -> None:
        """End the last paragraph and table."""
        self._end_paragraph()
        self._end_table()

    def _open(self) -> None:
        self._groups.append(self._group)
        self._starred = False

    def _close(self) -> None:
        inner = self._group.target
        self._group = self._groups.pop() if self._groups else _Group()
        if inner == "style":
            name = self._take("style").split(";")[0].strip()
            if name:
                self._styles[self._style] = name
        elif inner == "note" and self._group.target != "note":
            self._notes += 1
            self.page.add_note(f"{self._notes} {self._take('note').strip()}")

    def _take(self, target: str) -> str:
        return self._words[target].take(self._codepage)

    def _write(self, text: str) -> None:
        words = self._words.get(self._group.target)
        if words and not self._group.hidden:
            words.write(text, self._codepage)

    def _write_byte(self, number: int) -> None:
        words = self._words.get(self._group.target)
        if words and not self._group.hidden:
            words.waiting.append(number)

    def _write_bytes(self, text: str) -> None:
        if text.isascii():
            self._write(text)
        else:
            self._write(text.encode("latin-1").decode(self._encoding or self._codepage, "replace"))

    def _take_sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._end_paragraph()
        else:
            self._write(ESCAPES.get(sign, ""))

    def _take_word(self, token: RtfToken) -> None:
        _, word, value = token
        starred, self._starred = self._starred, False
        if target := self._target(word, starred=starred):
            self._group = replace(self._group, target=target)
        elif word in SIGNS:
            self._write(SIGNS[word])
        elif word == "u" and value is not None:
            self._write_number(value)
        elif word in {"par", "sect", "page"}:
            self._end_paragraph()
        elif word in {"cell", "row"}:
            self._end_cell() if word == "cell" else self._end_row()
        else:
            self._set(word, value)

    def _target(self, word: str, *, starred: bool) -> str | None:
        """Where characters go from this word on; None where they go on as they did."""
        now = self._group.target
        if word == "shptxt":
            return "body"
        if now == "nowhere" or word in LEFT_OUT:
            return "nowhere"
        if word in {"listtext", "pntext"}:
            return "number"
        if word == "stylesheet":
            return "style"
        if word == "footnote":
            return "note"
        return "nowhere" if starred else None

    def _write_number(self, value: int) -> None:
        code = value + 0x10000 if value < 0 else value
        if 0 < code < 0x10000 and self._group.target != "nowhere":  # noqa: PLR2004
            self._write(chr(code))
        self._to_skip = self._group.skips

    def _set(self, word: str, value: int | None) -> None:
        """A word that says how what follows is to be read."""
        if word in CODEPAGES or word == "ansicpg":
            self._set_codepage(CODEPAGES.get(word) or f"cp{value}")
        elif word == "uc":
            self._group = replace(self._group, skips=min(max(value or 0, 0), 9))
        elif word in {"v", "deleted"}:
            self._group = replace(self._group, hidden=value != 0)
        elif word == "plain":
            self._group = replace(self._group, hidden=False)
        elif word == "chftn" and self._group.target == "body":
            self._write(str(self._notes + 1))
        elif self._group.target == "style" and word in {"s", "cs", "ts", "ds"}:
            self._style = (value or 0) if word == "s" else -1
        elif self._group.target == "body":
            self._set_paragraph(word, value)

    def _set_paragraph(self, word: str, value: int | None) -> None:
        if word == "pard":
            self._line = _Line()
        elif word == "s":
            self._line.style = value or 0
        elif word == "outlinelevel":
            self._line.outline = value
        elif word in {"intbl", "itap"}:
            self._line.in_table = value != 0

    def _set_codepage(self, codec: str) -> None:
        try:
            b"a".decode(codec)
        except (LookupError, ValueError):
            return
        self._codepage = codec

    def _end_paragraph(self) -> None:
        if self._group.target not in self._words:
            return
        if self._group.target in {"note", "number"}:
            self._write(" ")
            return
        words = self._numbered()
        if self._line.in_table:
            self._cell.append(words)
            return
        self._end_table()
        self.page.add(words, self._element())

    def _numbered(self) -> str:
        """The words of the paragraph after its number, if the number is one and no bullet."""
        words, number = self._take("body").strip(), self._take("number").strip()
        shown = words and any(character.isalnum() for character in number)
        return f"{number} {words}" if shown else words

    def _element(self) -> str:
        name = self._styles.get(self._line.style, "").lower()
        match = _HEADING.match(name)
        if match:
            return f"h{min(int(match[1] or 1) or 1, 6)}"
        if self._line.outline is not None and 0 <= self._line.outline < 9:  # noqa: PLR2004
            return f"h{min(self._line.outline + 1, 6)}"
        if name.startswith("toc"):
            return "nav"
        return "blockquote" if is_quotation(name) else "p"

    def _end_cell(self) -> None:
        if self._group.target == "body":
            lines = [*self._cell, self._numbered()]
            self._cells.append(LINE_BREAK.join(line for line in lines if line))
            self._cell = []

    def _end_row(self) -> None:
        if self._cells:
            self._rows.append(self._cells)
            self._cells = []

    def _end_table(self) -> None:
        self._end_row()
        if self._rows:
            self.page.add_table(self._rows)
            self._rows = []
