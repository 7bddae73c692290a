"""Loads what Parliament's Committees API says of the publications of committees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from graph.records.source_record import PublicationRecord
from loaders.sources.committee_publications.publication_facts import read_publications
from loaders.text.json_values import decode_json
from loaders.text.served_objects import read_file, read_object

if TYPE_CHECKING:
    from loaders.interface.context import Context, Document
    from loaders.text.served_objects import ServedObject

_NEEDED = frozenset({"id", "description"})
_BESIDE = frozenset(
    {"publicationStartDate", "responseToPublicationId", "hcNumber", "hlPaper", "documents"}
)
"""Keys by which a publication is told from the other objects that the API serves."""


def accepts(document: Document) -> bool:
    """Whether the first object of a file is a publication."""
    if document.text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        return False
    return any(_is_publication(each.raw) for each in read_file(document.text).objects[:1])


def _is_publication(raw: str) -> bool:
    """Whether an object has the keys that publications alone have."""
    try:
        keys = decode_json(raw, dict[str, msgspec.Raw]).keys()
    except ValueError:
        return False
    return keys >= _NEEDED and not _BESIDE.isdisjoint(keys)


def load(document: Document, context: Context) -> None:
    """Emit a record for each report and each answer to one."""
    served = read_file(document.text)
    for each in served.objects:
        with context.one_record(each.line):
            _load(each, context)
    if served.missing:
        context.note(
            f"The list has more pages: {served.missing:,} of its publications are not in this "
            "file. Name the files of the other pages too."
        )


def _load(served: ServedObject, context: Context) -> None:
    """Emit the records of one object.

    Raises:
        ValueError: If it is no publication that can be read.
    """
    described = read_object(served, "publication")
    publications = tuple(read_publications(described))
    for problem in dict.fromkeys(described.problems):
        context.note(problem, line=served.line)
    if control_note := described.marks.note(of_file=False):
        context.note(control_note, line=served.line)
    if publications:
        context.emit(served.raw, PublicationRecord(publications), line=served.line)
