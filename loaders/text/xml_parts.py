"""The XML parts of an office document, which is a zip file: what is read of them, and how safely.

Nothing outside the document is read, no entity is put in, and no macro, link or picture is looked
at: only the parts that are asked for are unpacked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from graph.errors import InputError
from loaders.text.zip_bytes import open_zip, read_member

if TYPE_CHECKING:
    from collections.abc import Iterator


class XmlParts:
    """The parts of one office document."""

    def __init__(self, raw: bytes, name: str) -> None:
        """Open a document.

        Args:
            raw: Its bytes.
            name: The document as messages name it.

        Raises:
            InputError: If it is no zip file that can be opened.
        """
        self._archive = open_zip(raw, name)
        self._names = frozenset(self._archive.namelist())
        self._name = name

    def root(self, part: str) -> etree._Element | None:
        """The root element of a part; None if the document has no such part.

        Raises:
            InputError: If it is too large, no XML, or declares what documents do not declare.
        """
        if part not in self._names:
            return None
        try:
            raw = read_member(self._archive, part, part)
        except InputError:
            raise InputError(
                f"{self._name} is broken, encrypted or larger than a document may be: {part} in it "
                "cannot be unpacked. Open it and save it again, or save it as a web page."
            ) from None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True, huge_tree=False,
        )  # fmt: skip
        try:
            root = etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise InputError(
                f"{self._name} is broken or too large: {part} in it cannot be read as XML. Open it "
                "and save it again, or save it as a web page."
            ) from None
        if etree.ElementTree(root).docinfo.internalDTD is not None:
            raise InputError(
                f"{self._name} declares entities, as no word processor writes them, so it was not "
                "read. Open it and save it again."
            )
        return root


def local(element: etree._Element) -> str:
    """Name of an element without its namespace, of which there are several for one format."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Value of an attribute, in whatever namespace; None if there is none, or no element."""
    if element is None:
        return None
    values = (str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name)
    return next(values, None)


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element that is reached by one child's name after the other; None if there is none."""
    for name in names:
        element = next(children(element, name), None)
    return element


def children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Children of an element that have one of these names."""
    if element is not None:
        yield from (each for each in element if local(each) in names)


def whole(value: str | None, default: int, most: int = 9_999) -> int:
    """The whole number that an attribute holds; the default where it holds none from 0 to most."""
    words = value or ""
    sound = words.isascii() and words.isdecimal() and len(words) < 7  # noqa: PLR2004
    return int(words) if sound and int(words) <= most else default
