"""What a reader sees of HTML, whether a file is HTML or another format was written as HTML.

Every block element becomes a line, and white space is made single, as a browser would show it.
Offsets of a record's passages then refer to this extracted text. Scripts, styles and the head are
left out; navigation, footers and form controls stay in the text and are marked as such.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
from lxml import etree

from graph.address_rule import is_web_address
from loaders.text.character_references import write_references
from loaders.text.control_marks import ControlMarks
from loaders.text.encodings import decode_text
from loaders.text.list_numbers import number_of
from loaders.text.shown_text import BlockRole, MarkedBlock, ShownText, TableRow
from loaders.text.time_limited import TimeLimitedReader, limit_memory

if TYPE_CHECKING:
    from graph.records.mentions import Span

_LEFT_OUT = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "iframe", "object"}
)
_FURNITURE = frozenset({"nav", "footer", "form", "button", "select", "dialog"})
_CELLS = frozenset({"td", "th"})
_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockRole.HEADING),
    **dict.fromkeys(_CELLS, BlockRole.CELL),
    "blockquote": BlockRole.QUOTATION,
}
# fmt: off
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
})
# fmt: on
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 2048
"""Bytes in which a page declares its encoding."""

READER = TimeLimitedReader(__name__, seconds=60)
"""Reads large pages: the parser's work grows with the square of the attributes of an element."""

_SMALL = 32_768
"""Characters of a page that no parser needs more than some seconds for."""

_ADVICE = "Save the page again, or its text."


def decode_page(raw: bytes, name: str, encoding: str | None) -> str:
    """Decode a page, by the encoding that it declares where the user says none.

    Raises:
        InputError: If it is not in that encoding.
    """
    declared = _DECLARED.search(raw[:_HEAD])
    return decode_text(raw, name, encoding, declared[1].decode("ascii") if declared else None)


def read_page(text: str) -> ShownText:
    """Take the text out of a web page; nothing is fetched and no entity is read from outside.

    Raises:
        InputError: If the parser needs too long for it.
    """
    if len(text) < _SMALL:
        return parse_page(text)
    reply = READER.read(text.encode("utf-8", "surrogatepass"), "The page", _ADVICE)
    return msgspec.json.decode(reply, type=ShownText)


def handle(message: bytes) -> bytes:
    """Read a page in the process of `READER`."""
    limit_memory()
    return msgspec.json.encode(parse_page(message.decode("utf-8", "surrogatepass")))


def parse_page(text: str) -> ShownText:
    """Take the text out of a web page, in this process and with no limit of time."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    marks = ControlMarks()
    raw = write_references(marks.put_in(text), marks).encode("utf-8", "replace")
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:
        return ShownText("", blocks=True)
    if root is None:
        return ShownText("", blocks=True)
    return replace(_extract(root), control_note=marks.note())


class _PageText:
    """Collects the lines of a page, and what its markup says of them."""

    def __init__(self) -> None:
        self.furniture: list[Span] = []
        self.roles: list[MarkedBlock] = []
        self.rows: list[TableRow] = []
        self._pieces: list[str] = []
        self._words: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._navigation = 0
        self._tables: list[int] = []
        self._table_count = 0
        self._cells: list[list[Span]] = []
        self._numbers: dict[etree._Element, int] = {}
        self._number = ""

    @property
    def text(self) -> str:
        """The lines so far."""
        return "".join(self._pieces)

    def write(self, words: str) -> None:
        """Add words to the line."""
        self._words.append(words)

    def write_number(self, item: etree._Element) -> None:
        """Begin the first line of an item of an ordered list with its number, as a browser does."""
        owner = item.getparent()
        if owner is not None and (numbered := number_of(item, self._numbers.get(owner))):
            self._numbers[owner], printed = numbered
            self._number = f"{printed}. "

    def end_line(self) -> None:
        """End the line, if it has any words."""
        if line := " ".join("".join(self._words).split()):
            line, self._number = self._number + line, ""
            self._pieces.append(line + "\n")
            if self._navigation:
                self._mark_navigation(self._length + len(line) + 1)
            self._length += len(line) + 1
        self._words = []

    def _mark_navigation(self, end: int) -> None:
        start = self._length
        if self.furniture and self.furniture[-1][1] == start:
            start = self.furniture.pop()[0]
        self.furniture.append((start, end))

    def open(self, name: str) -> None:
        """A block element begins."""
        self.end_line()
        self._navigation += name in _FURNITURE
        if name in _ROLES:
            self._starts.append(self._length)
        elif name == "table":
            self._tables.append(self._table_count)
            self._table_count += 1
        elif name == "tr":
            self._cells.append([])

    def close(self, name: str) -> None:
        """A block element ends."""
        self.end_line()
        self._navigation -= name in _FURNITURE
        if name == "li":
            self._number = ""
        if name in _ROLES:
            start, end = self._starts.pop(), self._length
            if start < end:
                self.roles.append(MarkedBlock(start, end, _ROLES[name]))
            if name in _CELLS and self._cells:
                self._cells[-1].append((start, end))
        elif name == "table":
            self._tables.pop()
        elif name == "tr":
            cells = tuple(self._cells.pop())
            if cells and self._tables:
                self.rows.append(TableRow(cells, self._tables[-1]))


def _extract(root: etree._Element) -> ShownText:
    page = _PageText()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        is_block = name not in _INLINE and name not in _LEFT_OUT
        if event == "start" and is_block:
            page.open(name)
            if name == "li":
                page.write_number(element)
        elif event == "end" and is_block:
            page.close(name)
        if event == "start" and name in _LEFT_OUT:
            walk.skip_subtree()
        elif event == "start":
            page.write(element.text or "")
        if event == "end":
            page.write(element.tail or "")
    page.end_line()
    return ShownText(
        page.text,
        tuple(page.furniture),
        _address(root),
        blocks=True,
        roles=tuple(page.roles),
        rows=tuple(page.rows),
    )


def _address(root: etree._Element) -> str | None:
    """The first web address that the page's head says is its own."""
    for element in root.iter("link", "meta"):
        canonical = element.get("rel", "").lower() == "canonical"
        own = canonical or element.get("property") == "og:url"
        value = element.get("href" if canonical else "content", "") if own else ""
        if is_web_address(value):
            return str(value)
    return None
