"""Loads a register of initiatives: one programme, project, data set, law or the like a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.authorities import Initiative
from graph.records.source_record import AuthorityRecord
from loaders.registers.register_csv import NEEDED, Register, RegisterRow, header, sound_rows
from ontology.namespaces import INITIATIVE_KIND

if TYPE_CHECKING:
    from loaders.interface.context import Context, Document

REGISTER = Register(
    columns=(
        *NEEDED,
        "abbreviations",
        "other_names",
        "context_names",
        "lead_organisations",
        "partner_organisations",
        "funder",
        "part_of",
        "part_of_organisations",
        "start",
        "end",
        "homepage",
        "source",
    ),
    kinds=frozenset(INITIATIVE_KIND),
    start="start",
    end="end",
    references=("part_of",),
    addresses=("homepage",),
)


def accepts(document: Document) -> bool:
    """Whether the first line names the columns that only this register has."""
    return {"id", "name", "lead_organisations"} <= set(header(document))


def load(document: Document, context: Context) -> None:  # noqa: ARG001 - every loader is called so
    """Emit one record for each sound row."""
    for row in sound_rows(context, REGISTER):
        context.emit(row.raw, AuthorityRecord(_initiative(row)), line=row.line)


def _initiative(row: RegisterRow) -> Initiative:
    return Initiative(
        key=row.cells["id"],
        name=row.cells["name"],
        kind=row.cells["kind"],
        abbreviations=row.many("abbreviations"),
        other_names=row.many("other_names"),
        context_names=row.many("context_names"),
        leads=row.many("lead_organisations"),
        partners=row.many("partner_organisations"),
        funders=row.many("funder"),
        part_of=row.many("part_of"),
        part_of_bodies=row.many("part_of_organisations"),
        start=row.date("start"),
        end=row.date("end"),
        homepage=row.one("homepage"),
        sources=row.many("source", mark="|"),
    )
