"""The text of a page that comes as HTML.

Every block element becomes a line, and white space is made single, as a browser would show it.
Offsets of a record's passages then refer to this extracted text. Scripts, styles and the head are
left out; navigation, footers and form controls stay in the text and are marked as such.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from graph.address_rule import is_web_address
from loaders.text.encodings import decode_text
from loaders.text.shown_text import ShownText

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".html", ".htm")

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
_LOOKS_LIKE_HTML = re.compile(
    rb"\s*(?:<!--|<\?xml|<!doctype html|<html|<head|<body)", re.IGNORECASE
)


_DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 2048
"""Bytes in which a page shows that it is one, and declares its encoding."""


def recognises(raw: bytes) -> bool:
    """Whether a file begins as web pages do, in whatever encoding."""
    head = raw[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return _LOOKS_LIKE_HTML.match(head) is not None


def decode(raw: bytes, name: str, encoding: str | None) -> str:
    """Decode a page, by the encoding that it declares where the user says none.

    Raises:
        InputError: If it is not in that encoding.
    """
    declared = _DECLARED.search(raw[:_HEAD])
    return decode_text(raw, name, encoding, declared[1].decode("ascii") if declared else None)


def extract(text: str) -> ShownText:
    """Take the text out of a web page; nothing is fetched and no entity is read from outside."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    raw = text.replace("\x00", "\ufffd").encode("utf-8", "replace")
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:
        return ShownText("", blocks=True)
    return ShownText("", blocks=True) if root is None else _extract(root)


def _extract(root: etree._Element) -> ShownText:
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
    return ShownText("".join(pieces), tuple(furniture), _address(root), blocks=True)


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
