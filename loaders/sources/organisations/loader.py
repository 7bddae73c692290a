"""Loads a register of organisations: one body a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.authorities import Organisation
from graph.records.source_record import AuthorityRecord
from loaders.registers.register_csv import NEEDED, Register, RegisterRow, header, sound_rows
from ontology.namespaces import ORGANISATION_KIND

if TYPE_CHECKING:
    from loaders.interface.context import Context, Document

REGISTER = Register(
    columns=(
        *NEEDED,
        "abbreviations",
        "other_names",
        "context_names",
        "parent",
        "predecessor",
        "successor",
        "start_date",
        "end_date",
        "govuk_slug",
        "source",
    ),
    kinds=frozenset(ORGANISATION_KIND),
    start="start_date",
    end="end_date",
    references=("parent", "predecessor", "successor"),
)


def accepts(document: Document) -> bool:
    """Whether the first line names the columns that only this register has."""
    return {"id", "name", "govuk_slug"} <= set(header(document))


def load(document: Document, context: Context) -> None:  # noqa: ARG001 - every loader is called so
    """Emit one record for each sound row."""
    for row in sound_rows(context, REGISTER):
        context.emit(row.raw, AuthorityRecord(_organisation(row)), line=row.line)


def _organisation(row: RegisterRow) -> Organisation:
    return Organisation(
        key=row.cells["id"],
        name=row.cells["name"],
        kind=row.cells["kind"],
        abbreviations=row.many("abbreviations"),
        other_names=row.many("other_names"),
        context_names=row.many("context_names"),
        parents=row.many("parent"),
        predecessors=row.many("predecessor"),
        successors=row.many("successor"),
        start=row.date("start_date"),
        end=row.date("end_date"),
        govuk_slug=row.one("govuk_slug"),
        sources=row.many("source", mark="|"),
    )
