"""Loads a register of organisations: one body a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.partial_date import PartialDate
from graph.records.authorities import Organisation
from loaders.registers.register_csv import COLUMNS, Column, Register, header, load_register, several
from ontology.namespaces import ORGANISATION_KIND

if TYPE_CHECKING:
    from loaders.interface.context import Context, Document

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
    },
)


def accepts(document: Document) -> bool:
    """Whether the first line names the columns that only this register has."""
    return {"id", "name", "govuk_slug"} <= set(header(document))


def load(document: Document, context: Context) -> None:  # noqa: ARG001 - every loader is called so
    """Emit one record for each sound row."""
    load_register(context, REGISTER)
