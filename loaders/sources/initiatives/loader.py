"""Loads a register of initiatives: one programme, project, data set, law or the like a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.partial_date import PartialDate
from graph.records.authorities import Initiative
from loaders.registers.register_csv import (
    COLUMNS,
    Column,
    Register,
    header,
    load_register,
    several,
    web_address,
)
from ontology.namespaces import INITIATIVE_KIND

if TYPE_CHECKING:
    from loaders.interface.context import Context, Document

REGISTER = Register(
    Initiative,
    INITIATIVE_KIND,
    {
        **COLUMNS,
        "lead_organisations": Column("leads", several),
        "partner_organisations": Column("partners", several),
        "funder": Column("funders", several),
        "part_of": Column("part_of", several, refers=True),
        "part_of_organisations": Column("part_of_bodies", several),
        "start": Column("start", PartialDate.parse),
        "end": Column("end", PartialDate.parse),
        "homepage": Column("homepage", web_address),
    },
)


def accepts(document: Document) -> bool:
    """Whether the first line names the columns that only this register has."""
    return {"id", "name", "lead_organisations"} <= set(header(document))


def load(document: Document, context: Context) -> None:  # noqa: ARG001 - every loader is called so
    """Emit one record for each sound row."""
    load_register(context, REGISTER)
