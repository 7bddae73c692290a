"""Word documents (.docx): paragraphs, headings, tables and footnotes, with numbers as Word counts.

A document becomes HTML as its publisher would have written it: the numbers of lists and headings,
which Word counts and does not store, stand before their paragraphs; a table of contents is
navigation; deleted and hidden words, comments, headers and macros are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.text.page_writer import LINE_BREAK, PageWriter, is_quotation
from loaders.text.web_page import read_page
from loaders.text.word_numbering import WordNumbering, WordStyles
from loaders.text.xml_parts import XmlParts, attribute, child, children, local
from loaders.text.zip_bytes import names_in_zip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from loaders.text.shown_text import ShownText

SUFFIXES = (".docx", ".docm", ".dotx")

_MAIN = "word/document.xml"
_SIGNS = {
    "tab": " ", "br": LINE_BREAK, "cr": LINE_BREAK, "noBreakHyphen": "-", "softHyphen": "",
    "ptab": " ",
}  # fmt: skip
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "rPr", "pPr", "Fallback", "instrText", "delText", "txbxContent", "sdtPr"}
)
_GROUPS = frozenset({"sdt", "sdtContent", "customXml", "ins", "smartTag", "moveTo", "body"})
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_LARGEST_HEADING = 6


def recognises(raw: bytes) -> bool:
    """Whether a file is a zip file with the parts of a Word document."""
    names = names_in_zip(raw)
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def decode(raw: bytes, name: str, encoding: str | None = None) -> str:  # noqa: ARG001 - XML says its own
    """Write a Word document as HTML.

    Raises:
        InputError: If it is broken, too large, or holds no text.
    """
    parts = XmlParts(raw, name)
    body = child(parts.root(_main_part(parts)), "body")
    page = PageWriter()
    if body is not None:
        _WordPage(parts, page).write(body)
    return page.finish(name)


def extract(text: str) -> ShownText:
    """What a reader sees of the document."""
    return read_page(text)


def _main_part(parts: XmlParts) -> str:
    """Where the words of the document are: programs may call that part as they like."""
    for relation in children(parts.root("_rels/.rels"), "Relationship"):
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            return (attribute(relation, "Target") or _MAIN).lstrip("/")
    return _MAIN


class _WordPage:
    """Writes the blocks of a document to a page."""

    def __init__(self, parts: XmlParts, page: PageWriter) -> None:
        self._page = page
        self._styles = WordStyles(parts.root("word/styles.xml"))
        self._numbering = WordNumbering(parts.root("word/numbering.xml"), self._styles)
        self._notes = {
            (kind, attribute(note, "id")): note
            for kind in _NOTES.values()
            for note in children(parts.root(f"word/{kind}.xml"), "footnote", "endnote")
        }
        self._note_count = 0

    def write(self, owner: etree._Element) -> None:
        """Write the blocks of an element in their order."""
        for block in owner:
            kind = local(block)
            if kind == "p":
                self._write_paragraph(block)
            elif kind == "tbl":
                rows = [list(self._cells(row)) for row in _inside(block, "tr")]
                self._page.add_table(rows)
            elif kind in _GROUPS:
                self.write(block)

    def _write_paragraph(self, paragraph: etree._Element) -> None:
        style = self._styles.style(attribute(child(paragraph, "pPr", "pStyle"), "val"))
        name = style.name.lower()
        words = self._numbered(paragraph)
        if name.startswith("toc"):
            self._page.add(words, "nav")
        elif level := style.heading:
            self._page.add(words, f"h{min(level, _LARGEST_HEADING)}")
        else:
            self._page.add(words, "blockquote" if is_quotation(name) else "p")
        for box in _boxes(paragraph):
            self.write(box)

    def _numbered(self, paragraph: etree._Element) -> str:
        """The words of a paragraph, after its number; the number of one without words is none."""
        words = "".join(self._words(paragraph))
        style = self._styles.style(attribute(child(paragraph, "pPr", "pStyle"), "val"))
        if not words.strip():
            return ""
        number = self._numbering.number(paragraph, style)
        return f"{number} {words}" if number else words

    def _cells(self, row: etree._Element) -> Iterator[str]:
        """The words of each cell, a line for each of its paragraphs."""
        for cell in _inside(row, "tc"):
            words = (self._numbered(each).strip() for each in _paragraphs(cell))
            yield LINE_BREAK.join(each for each in words if each)

    def _words(self, owner: etree._Element) -> Iterator[str]:
        """The words of a paragraph, without what is deleted, hidden or a text box of its own."""
        for each in owner:
            kind = local(each)
            if kind in _LEFT_OUT or (kind == "r" and _is_hidden(each)):
                continue
            if kind == "t":
                yield each.text or ""
            elif kind in _NOTES:
                yield self._note(each, _NOTES[kind])
            else:
                yield _SIGNS.get(kind, "")
                yield from self._words(each)

    def _note(self, reference: etree._Element, kind: str) -> str:
        """The mark of a footnote, whose words go to the foot of the page."""
        note = self._notes.pop((kind, attribute(reference, "id")), None)
        if note is None:
            return ""
        self._note_count += 1
        words = " ".join("".join(self._words(each)) for each in _inside(note, "p"))
        self._page.add_note(f"{self._note_count} {words.strip()}")
        return str(self._note_count)


def _is_hidden(run: etree._Element) -> bool:
    sign = child(run, "rPr", "vanish")
    return sign is not None and attribute(sign, "val") not in {"0", "false", "off"}


def _boxes(owner: etree._Element) -> Iterator[etree._Element]:
    """Text boxes that hang on a paragraph; what older programs read in their place is left out."""
    for each in owner:
        if local(each) == "txbxContent":
            yield each
        elif local(each) != "Fallback":
            yield from _boxes(each)


def _paragraphs(owner: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph in a cell, those of tables and text boxes in it included."""
    for each in owner:
        if local(each) == "p":
            yield each
        if local(each) != "Fallback":
            yield from _paragraphs(each)


def _inside(owner: etree._Element, name: str) -> Iterator[etree._Element]:
    """Elements of a name in an element, or in groups that have no meaning of their own."""
    for each in owner:
        if local(each) == name:
            yield each
        elif local(each) in _GROUPS:
            yield from _inside(each, name)
