"""The text of a page that comes as HTML.

Every block element becomes a line, and white space is made single, as a browser would show it.
Offsets of a record's passages then refer to this extracted text. Scripts, styles and the head are
left out; navigation, footers and form controls stay in the text and are marked as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from graph.web_addresses import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT_OUT = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "iframe", "object"}
)
_FURNITURE = frozenset({"nav", "footer", "form", "button", "select", "dialog"})
# fmt: off
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
})
# fmt: on
_LOOKS_LIKE_HTML = re.compile(r"\s*(?:<!--|<\?xml|<!doctype html|<html|<head|<body)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlText:
    """What a browser would show of a web page.

    Attributes:
        text: Its lines.
        furniture: Spans of navigation, footers and controls in the text, in order.
        address: The address the page gives for itself, if it does.
    """

    text: str
    furniture: tuple[tuple[int, int], ...] = ()
    address: str | None = None


def is_html(text: str, suffix: str) -> bool:
    """Whether a document is HTML: by its name, or by how it begins."""
    return suffix in (".html", ".htm") or _LOOKS_LIKE_HTML.match(text) is not None


def extract(markup: str) -> HtmlText:
    """Take the text out of a web page; nothing is fetched and no entity is read from outside."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    raw = markup.replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:
        return HtmlText("")
    return HtmlText("") if root is None else _extract(root)


def _extract(root: etree._Element) -> HtmlText:
    pieces: list[str] = []
    furniture: list[tuple[int, int]] = []
    length, opened = 0, None
    for marked, line in _lines(root):
        if marked and opened is None:
            opened = length
        elif not marked and opened is not None:
            furniture.append((opened, length))
            opened = None
        pieces.append(line + "\n")
        length += len(line) + 1
    if opened is not None:
        furniture.append((opened, length))
    return HtmlText("".join(pieces), tuple(furniture), _address(root))


def _lines(root: etree._Element) -> Iterator[tuple[bool, str]]:
    """Each line of the page, and whether it is furniture."""
    words: list[str] = []
    depth = 0
    for change, text in _events(root):
        words.append(text if change is None else "")
        if change is None:
            continue
        if line := " ".join("".join(words).split()):
            yield depth > 0, line
        words = []
        depth += change
    if line := " ".join("".join(words).split()):
        yield depth > 0, line


def _events(root: etree._Element) -> Iterator[tuple[int | None, str]]:
    """Text as `(None, text)`; ends of lines as `(change in depth of furniture, "")`."""
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        left_out = name in _LEFT_OUT
        if name not in _INLINE and not left_out:
            yield (name in _FURNITURE) * (1 if event == "start" else -1), ""
        if event == "start" and left_out:
            walk.skip_subtree()
        elif event == "start":
            yield None, element.text or ""
        if event == "end":
            yield None, element.tail or ""


def _address(root: etree._Element) -> str | None:
    """The first web address that the page's head says is its own."""
    for element in root.iter("link", "meta"):
        canonical = element.get("rel", "").lower() == "canonical"
        own = canonical or element.get("property") == "og:url"
        value = element.get("href" if canonical else "content", "") if own else ""
        if is_web_address(value):
            return str(value)
    return None
