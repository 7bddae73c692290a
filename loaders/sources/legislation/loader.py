"""Loads laws as legislation.gov.uk serves them: one with its text, or a list of new ones in Atom.

An Act that the register of initiatives has keeps its row there: only what the row does not say is
added. Which Bill became an Act is said by no file of the service.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from graph.records.source_record import AuthorityRecord
from loaders.sources.legislation.law_metadata import read_entry, read_law
from loaders.text.control_marks import ControlMarks
from loaders.text.xml_parts import attribute, children, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.interface.context import Context, Document
    from loaders.sources.legislation.law_metadata import LawReading

_SITE = "legislation.gov.uk"
_ROOT = re.compile(r"\s*(?:<[?!][^>]{0,1000}>\s*)*<(?:[\w-]+:)?(?:Legislation|feed)\b")
_ELEMENT = re.compile(r"\s*(?:<[?!][^>]{0,1000}>\s*)*<(?P<name>[A-Za-z][\w:.-]*)")
_HEAD = 65_536
_LAW = "Legislation"
_PARTS = re.compile(r"<(?P<name>(?:[\w-]{1,60}:)?(?:Metadata|Commentary))\b")
"""How the parts of a law begin that are read; neither holds another of its kind."""

_ENTRY = re.compile(r"<(?P<name>(?:[\w-]{1,60}:)?entry)\b")
_BROKEN = "this cannot be read as XML ({}); fetch it again"


def accepts(document: Document) -> bool:
    """Whether a file begins as a law or as a list of laws of the site."""
    text = document.text.removeprefix("\ufeff")
    return bool(_ROOT.match(text)) and _SITE in text[:_HEAD]


def why_not(document: Document) -> str | None:
    """Why XML is no law; None of what is no XML."""
    match = _ELEMENT.match(document.text[:_HEAD].removeprefix("\ufeff"))
    if match is None:
        return None
    if match["name"].lower() == "html":
        return "It is a web page: give it a name that ends in .html."
    return (
        f"It is XML that begins with {match['name'][:40]!r}. Of XML, laws as legislation.gov.uk "
        "serves them are read: data.xml of a law, data.feed of a list."
    )


def load(document: Document, context: Context) -> None:
    """Emit a record for the law, or for each law of the list."""
    marks = ControlMarks()
    text = marks.put_in(document.text.removeprefix("\ufeff"))
    with context.one_record():
        root = _parse(text)
        if local(root) == _LAW:
            raw = "".join(_pieces(text, _PARTS))
            _emit(read_law(root), raw or text, _line(root), context)
        else:
            _load_list(root, text, context)
    if control_note := marks.note(of_file=False):
        context.note(control_note)


def _load_list(root: etree._Element, text: str, context: Context) -> None:
    """Emit the entries of a list.

    Raises:
        ValueError: If they cannot be told apart in the file.
    """
    entries = list(children(root, "entry"))
    pieces = list(_pieces(text, _ENTRY))
    if len(entries) != len(pieces):
        raise ValueError("its entries cannot be told apart; fetch the list again")
    for entry, raw in zip(entries, pieces, strict=True):
        line = _line(entry)
        with context.one_record(line):
            _emit(read_entry(entry), raw, line, context)
    if any(attribute(each, "rel") == "next" for each in children(root, "link")):
        context.note("The list has more pages, which are not in this file. Name those files too.")


def _pieces(text: str, beginning: re.Pattern[str]) -> Iterator[str]:
    """The characters of the elements that begin so, each from its first to its last."""
    place = 0
    while match := beginning.search(text, place):
        end = text.find(f"</{match['name']}", match.end())
        if end < 0:
            return
        place = text.find(">", end) + 1 or len(text)
        yield text[match.start() : place]


def _emit(reading: LawReading, raw: str, line: int, context: Context) -> None:
    for problem in reading.problems:
        context.note(problem, line=line)
    context.emit(raw, AuthorityRecord(reading.law), line=line, address=reading.law.homepage)


def _line(element: etree._Element) -> int:
    """The line on which an element begins."""
    return element.sourceline if isinstance(element.sourceline, int) else 1


def _parse(text: str) -> etree._Element:
    """The root of a file; nothing outside it is read, and no entity is put in.

    Raises:
        ValueError: If it is no XML, or declares entities.
    """
    if "<!ENTITY" in text:
        raise ValueError("it declares entities, as the site does not; fetch it again")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, remove_pis=True, huge_tree=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError(_BROKEN.format(_first_line(error))) from None
    return root


def _first_line(error: Exception) -> str:
    words = getattr(error, "msg", None) or str(error)
    return next((line for line in words.splitlines() if line.strip()), "unknown")
