"""OpenDocument texts (.odt): paragraphs, headings, lists, tables and footnotes.

As in Word documents, numbers of lists and headings are counted and not stored, so they are counted
here. Deleted words, comments, headers and macros are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.text.level_numbers import DEEPEST, LevelCounter, LevelFormat
from loaders.text.page_writer import LINE_BREAK, PageWriter, is_quotation
from loaders.text.web_page import read_page
from loaders.text.xml_parts import XmlParts, attribute, child, children, local, whole
from loaders.text.zip_bytes import small_member

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from loaders.text.shown_text import ShownText

SUFFIXES = (".odt", ".ott")

_LEFT_OUT = frozenset({
    "tracked-changes", "annotation", "annotation-end", "sequence-decls", "variable-decls", "forms",
    "note", "text-box", "object", "image", "change", "ruby-text",
})  # fmt: skip
_SIGNS = {"tab": " ", "line-break": LINE_BREAK, "s": " "}
_INDEXES = frozenset({"table-of-content", "alphabetical-index", "illustration-index"})


def recognises(raw: bytes) -> bool:
    """Whether a file is a zip file with the parts of a text in OpenDocument."""
    return b"opendocument.text" in small_member(raw, "mimetype")


def decode(raw: bytes, name: str, encoding: str | None = None) -> str:  # noqa: ARG001 - XML says its own
    """Write an OpenDocument text as HTML.

    Raises:
        InputError: If it is broken, too large, protected, or holds no text.
    """
    parts = XmlParts(raw, name)
    manifest = parts.root("META-INF/manifest.xml")
    if manifest is not None and any(local(each) == "encryption-data" for each in manifest.iter()):
        raise InputError(f"{name} is encrypted. Save it without a password and try again.")
    content = parts.root("content.xml")
    page = PageWriter()
    text = child(content, "body", "text")
    if text is not None:
        _OpenText([parts.root("styles.xml"), content], page).write(text)
    return page.finish(name)


def extract(text: str) -> ShownText:
    """What a reader sees of the document."""
    return read_page(text)


class _OpenText:
    """Writes the blocks of a document to a page."""

    def __init__(self, roots: list[etree._Element | None], page: PageWriter) -> None:
        self._page = page
        owners = [
            child(root, part)
            for root in roots
            for part in ("styles", "automatic-styles", "master-styles")
        ]
        styles = [each for owner in owners for each in children(owner, "style")]
        self._styles = {attribute(each, "name"): each for each in styles}
        lists = [
            each for owner in owners for each in children(owner, "list-style", "outline-style")
        ]
        self._formats = {attribute(each, "name") or local(each): _formats(each) for each in lists}
        self._outline = next(
            (_formats(each) for each in lists if local(each) == "outline-style"), {}
        )
        self._headings = LevelCounter()
        self._counters: dict[str | None, LevelCounter] = {}
        self._before: dict[str | None, LevelCounter] = {}
        self._notes = 0

    def write(self, owner: etree._Element) -> None:
        """Write the blocks of an element in their order."""
        for block in owner:
            kind = local(block)
            if kind in {"p", "h"}:
                self._write_words(block)
            elif kind == "list":
                for words, element in self._items(block, 0, None, None):
                    self._page.add(words, element)
            elif kind == "table":
                self._page.add_table(
                    [list(self._cells(row)) for row in _inside(block, "table-row")]
                )
            elif kind in _INDEXES:
                for each in block.iter():
                    if local(each) == "p":
                        self._page.add("".join(self._words(each)), "nav")
            elif kind not in _LEFT_OUT:
                self.write(block)

    def _write_words(self, block: etree._Element) -> None:
        self._page.add(*self._block(block))
        for box in _boxes(block):
            self.write(box)

    def _block(self, block: etree._Element) -> tuple[str, str]:
        """The words of a paragraph or heading, and the element that it becomes."""
        words = "".join(self._words(block)).strip()
        if local(block) == "h":
            level = whole(attribute(block, "outline-level"), 1, DEEPEST) or 1
            counted = words and attribute(block, "is-list-header") != "true"
            number = self._headings.number(level - 1, self._outline) if counted else ""
            return f"{number} {words}".strip(), f"h{min(level, 6)}"
        return words, self._element(block)

    def _element(self, block: etree._Element) -> str:
        """What a paragraph is on a page, by its style or that which the style goes back to."""
        name = attribute(block, "style-name")
        style = self._styles.get(name)
        names = (name, attribute(style, "display-name"), attribute(style, "parent-style-name"))
        if any(each in {"Title", "Subtitle"} for each in names):
            return "h1"
        return "blockquote" if any(is_quotation(each or "") for each in names) else "p"

    def _items(
        self,
        owner: etree._Element,
        level: int,
        style: str | None,
        counter: LevelCounter | None,
    ) -> Iterator[tuple[str, str]]:
        """The paragraphs of a list after their numbers, and the element that each becomes."""
        style = attribute(owner, "style-name") or style
        counter = counter or self._counter(owner, style)
        formats = self._formats.get(style or "", {})
        for item in children(owner, "list-item", "list-header"):
            start = attribute(item, "start-value")
            if start is not None:
                counter.restart(level, whole(start, 1))
            unnumbered = local(item) == "list-header"
            for block in item:
                if local(block) == "list":
                    deeper = min(level + 1, DEEPEST - 1)
                    yield from self._items(block, deeper, style, counter)
                elif local(block) in {"p", "h"}:
                    words, element = self._block(block)
                    number = "" if unnumbered or not words else counter.number(level, formats)
                    unnumbered = unnumbered or bool(words)
                    yield f"{number} {words}".strip(), element

    def _counter(self, owner: etree._Element, style: str | None) -> LevelCounter:
        """The counter of a list: a new one, or that of the list which it goes on with."""
        earlier = attribute(owner, "continue-list")
        goes_on = attribute(owner, "continue-numbering") == "true"
        counter = self._counters.get(earlier) if earlier else None
        counter = counter or (self._before.get(style) if goes_on else None) or LevelCounter()
        self._counters[attribute(owner, "id")] = self._before[style] = counter
        return counter

    def _cells(self, row: etree._Element) -> Iterator[str]:
        """The words of each cell, a line for each of its paragraphs; covered cells have none."""
        for cell in _inside(row, "table-cell"):
            yield LINE_BREAK.join(words for words in self._cell_words(cell) if words)

    def _cell_words(self, owner: etree._Element) -> Iterator[str]:
        for block in owner:
            if local(block) == "list":
                yield from (words for words, _ in self._items(block, 0, None, None))
            elif local(block) in {"p", "h"}:
                yield self._block(block)[0]
                for box in _boxes(block):
                    yield from self._cell_words(box)
            elif local(block) not in _LEFT_OUT:
                yield from self._cell_words(block)

    def _words(self, owner: etree._Element) -> Iterator[str]:
        """The words of a paragraph, without comments and what hangs on it."""
        yield " ".join((owner.text or "").split("\n"))
        for each in owner:
            kind = local(each)
            if kind == "note":
                yield self._note(each)
            elif kind not in _LEFT_OUT:
                yield _SIGNS.get(kind, "")
                yield from self._words(each)
            yield each.tail or ""

    def _note(self, note: etree._Element) -> str:
        """The mark of a footnote, whose words go to the foot of the page."""
        self._notes += 1
        body = child(note, "note-body")
        words = "" if body is None else " ".join(self._cell_words(body))
        self._page.add_note(f"{self._notes} {words}")
        return str(self._notes)


def _formats(owner: etree._Element) -> dict[int, LevelFormat]:
    """The formats of the levels of a list style."""
    formats = {}
    kinds = ("list-level-style-number", "outline-level-style", "list-level-style-bullet")
    for each in children(owner, *kinds):
        level = whole(attribute(each, "level"), 1, DEEPEST)
        style = attribute(each, "num-format") or ""
        shown = min(max(whole(attribute(each, "display-levels"), 1, DEEPEST), 1), max(level, 1))
        places = ".".join(f"%{place}" for place in range(level - shown + 1, level + 1))
        before, after = attribute(each, "num-prefix") or "", attribute(each, "num-suffix") or ""
        template = f"{before}{places}{after}" if style else ""
        start = whole(attribute(each, "start-value"), 1)
        formats[level - 1] = LevelFormat(template.replace("\n", " "), style, start)
    return formats


def _boxes(owner: etree._Element) -> Iterator[etree._Element]:
    """Text boxes that hang on a paragraph, the outermost of those that stand in one another."""
    for each in owner:
        if local(each) == "text-box":
            yield each
        elif local(each) not in {"note", "annotation"}:
            yield from _boxes(each)


def _inside(owner: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows or cells of an element, those in groups and headers included."""
    for each in owner:
        if local(each) == name:
            yield each
        elif local(each).startswith(("table-header", "table-row", "table-rows")):
            yield from _inside(each, name)
