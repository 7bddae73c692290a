"""Loads a register of organisations: rows of a table, or bodies of GOV.UK's organisations API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.partial_date import PartialDate
from graph.records.authorities import Organisation
from graph.records.source_record import AuthorityRecord
from loaders.registers.register_csv import COLUMNS, Column, Register, header, load_register, several
from loaders.sources.organisations.govuk_bodies import is_body, read_body
from loaders.text.served_objects import first_object, read_file, read_object
from ontology.namespaces import ORGANISATION_KIND

if TYPE_CHECKING:
    from loaders.interface.context import Context, Document
    from loaders.text.served_objects import ServedObject

REGISTER = Register(
    Organisation,
    ORGANISATION_KIND,
    {
        **COLUMNS,
        "parent": Column("parents", several, refers=True),
        "predecessor": Column("predecessors", several, refers=True),
        "successor": Column("successors", several, refers=True),
        "start_date": Column("start", PartialDate.parse),
        "end_date": Column("end", PartialDate.parse),
        "govuk_slug": Column("govuk_slug"),
        "scrutinises": Column("scrutinises", several, refers=True),
    },
)


def accepts(document: Document) -> bool:
    """Whether the first line names the columns of this register, or the first object is a body."""
    if document.text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        return {"id", "name", "govuk_slug"} <= set(header(document))
    first = first_object(document.text)
    return first is not None and is_body(first)


def load(document: Document, context: Context) -> None:
    """Emit one record for each sound row or body."""
    if document.text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}:
        load_register(context, REGISTER)
        return
    served = read_file(document.text)
    for each in served.objects:
        with context.one_record(each.line):
            _load_body(each, context)
    if served.missing:
        context.note(
            f"The list has more pages: {served.missing:,} of its bodies are not in this file. "
            "Name the files of the other pages too."
        )


def _load_body(served: ServedObject, context: Context) -> None:
    """Emit the record of one body.

    Raises:
        ValueError: If it cannot be read.
    """
    described = read_object(served, "body")
    body = read_body(described)
    for problem in dict.fromkeys(described.problems):
        context.note(problem, line=served.line)
    context.emit(served.raw, AuthorityRecord(body), line=served.line)
