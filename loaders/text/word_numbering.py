"""How the paragraphs of a Word document are styled and numbered: `styles.xml`, `numbering.xml`.

A paragraph names a list (`numId`) and a level, or its style does. A list is a use of an abstract
list, which holds the formats of the levels; all uses of one count on, unless one says where to
start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.text.level_numbers import DEEPEST, LevelCounter, LevelFormat
from loaders.text.xml_parts import attribute, child, children, whole

if TYPE_CHECKING:
    from lxml import etree

_STYLES = {
    "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "none": "",
}  # fmt: skip
_HEADING = re.compile(r"(?:heading|title|subtitle)\b ?(\d)?", re.IGNORECASE)
_MOST_STYLES = 20
"""Styles that one may go back to; more go round."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What the style of a paragraph says.

    Attributes:
        name: Its name in the document.
        chain: Elements of the style and of those it is based on, the nearest first.
    """

    name: str = ""
    chain: tuple[etree._Element, ...] = ()

    @property
    def heading(self) -> int | None:
        """Level of the heading that paragraphs of this style are, from 1; None for others."""
        names = [attribute(child(each, "name"), "val") or "" for each in self.chain]
        match = next((match for name in names if (match := _HEADING.match(name))), None)
        if match:
            return int(match[1] or 1) or 1
        outline = self.value("outlineLvl")
        return whole(outline, DEEPEST) + 1 if whole(outline, DEEPEST) < DEEPEST else None

    def value(self, *names: str) -> str | None:
        """The nearest value of a property of paragraphs, by the names of its elements."""
        values = (attribute(child(each, "pPr", *names), "val") for each in self.chain)
        return next((value for value in values if value is not None), None)


class WordStyles:
    """The styles of paragraphs of a document."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the root of `styles.xml`; None if the document has none."""
        styles = [each for each in children(root, "style") if attribute(each, "styleId")]
        self._elements = {attribute(each, "styleId"): each for each in styles}
        self._default = next(
            (
                attribute(each, "styleId")
                for each in styles
                if attribute(each, "type") == "paragraph"
                and attribute(each, "default") in {"1", "true", "on"}
            ),
            None,
        )
        self._known: dict[str | None, ParagraphStyle] = {}

    def style(self, identifier: str | None) -> ParagraphStyle:
        """The style of this identifier; the document's own where it is None or not there."""
        if identifier not in self._elements:
            identifier = self._default
        if identifier not in self._known:
            self._known[identifier] = self._style(identifier)
        return self._known[identifier]

    def _style(self, identifier: str | None) -> ParagraphStyle:
        chain: list[etree._Element] = []
        while identifier in self._elements and len(chain) < _MOST_STYLES:
            chain.append(self._elements[identifier])
            identifier = attribute(child(chain[-1], "basedOn"), "val")
        name = attribute(child(chain[0], "name"), "val") if chain else ""
        return ParagraphStyle(name or "", tuple(chain))


@dataclass(slots=True)
class _WordList:
    """A use of an abstract list."""

    abstract: str
    formats: dict[int, LevelFormat]
    starts: dict[int, int] = field(default_factory=dict)


class WordNumbering:
    """Numbers the paragraphs of a document, in their order."""

    def __init__(self, root: etree._Element | None, styles: WordStyles) -> None:
        """Take the root of `numbering.xml`; None if the document has none."""
        self._styles = styles
        self._abstracts = {
            attribute(each, "abstractNumId"): each for each in children(root, "abstractNum")
        }
        self._uses = {attribute(each, "numId"): each for each in children(root, "num")}
        self._lists: dict[str, _WordList | None] = {}
        self._counters: dict[str, LevelCounter] = {}

    def number(self, paragraph: etree._Element, style: ParagraphStyle) -> str:
        """What is printed before a paragraph; empty for one without number."""
        properties = child(paragraph, "pPr", "numPr")
        own_list = attribute(child(properties, "numId"), "val")
        own_level = attribute(child(properties, "ilvl"), "val")
        name = own_list if own_list is not None else style.value("numPr", "numId")
        word_list = self._list(name) if name else None
        if word_list is None:
            return ""
        level = own_level if own_level is not None else self._level_of_style(word_list, style)
        return self._count(word_list, whole(level, 0, DEEPEST - 1))

    def _count(self, word_list: _WordList, level: int) -> str:
        counter = self._counters.setdefault(word_list.abstract, LevelCounter())
        if level in word_list.starts:
            counter.restart(level, word_list.starts.pop(level))
        return counter.number(level, word_list.formats)

    def _level_of_style(self, word_list: _WordList, style: ParagraphStyle) -> str | None:
        """The level that is linked to a style, else the one that the style names."""
        identifiers = {attribute(each, "styleId") for each in style.chain[:1]}
        for level in children(self._levels(word_list.abstract), "lvl"):
            if attribute(child(level, "pStyle"), "val") in identifiers:
                return attribute(level, "ilvl")
        return style.value("numPr", "ilvl")

    def _list(self, name: str) -> _WordList | None:
        if name not in self._lists:
            self._lists[name] = self._read_list(name)
        return self._lists[name]

    def _read_list(self, name: str) -> _WordList | None:
        use = self._uses.get(name)
        abstract = attribute(child(use, "abstractNumId"), "val")
        if use is None or abstract is None:
            return None
        formats = _formats(self._levels(abstract))
        starts: dict[int, int] = {}
        for override in children(use, "lvlOverride"):
            level = whole(attribute(override, "ilvl"), 0, DEEPEST - 1)
            start = attribute(child(override, "startOverride"), "val")
            formats |= _formats(override)
            if start is not None:
                starts[level] = whole(start, 1)
        return _WordList(abstract, formats, starts)

    def _levels(self, abstract: str) -> etree._Element | None:
        """The abstract list that holds the levels: it may name a style whose list has them."""
        element = self._abstracts.get(abstract)
        linked = attribute(child(element, "numStyleLink"), "val")
        if linked is None:
            return element
        use = self._uses.get(self._styles.style(linked).value("numPr", "numId"))
        return self._abstracts.get(attribute(child(use, "abstractNumId"), "val"))


def _formats(owner: etree._Element | None) -> dict[int, LevelFormat]:
    """The formats of the levels that an element holds."""
    formats = {}
    for each in children(owner, "lvl"):
        kind = attribute(child(each, "numFmt"), "val") or "decimal"
        legal = child(each, "isLgl")
        formats[whole(attribute(each, "ilvl"), 0, DEEPEST - 1)] = LevelFormat(
            template="" if kind == "bullet" else attribute(child(each, "lvlText"), "val") or "",
            style=_STYLES.get(kind, "1"),
            start=whole(attribute(child(each, "start"), "val"), 0),
            plain=legal is not None and attribute(legal, "val") not in {"0", "false", "off"},
        )
    return formats
