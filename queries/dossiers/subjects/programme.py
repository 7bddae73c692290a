"""A programme or any other initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.conversion import as_table
from queries.dossiers.dossier import DossierSection, TableBlock
from queries.dossiers.named_together import connections_section
from queries.dossiers.subject import DossierSubject, SubjectFindings, dossier_of_findings
from queries.entity_lookup import load_lookup
from queries.query_execution import execute
from queries.query_request import QueryRequest
from queries.result_tables import Table
from queries.selects import select

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.dossiers.dossier import Dossier
    from queries.dossiers.subject import DossierRequest

_QUESTION = "about-a-programme"
_REGISTER = ("1", "2", "3", "4", "5")
"""How the aspects begin that a register tells."""


def _resolve(store: ReadableStore, name: str) -> str:
    return load_lookup(store, ("initiative",)).find(name)


def _build(request: DossierRequest) -> Dossier:
    store = request.store
    lookup = load_lookup(store, ("initiative",))
    programme = lookup.find(request.name)
    node = ox.NamedNode(programme)
    findings = [finding for _, finding in select(store, "dossiers/findings-concerning", thing=node)]
    return dossier_of_findings(
        request,
        SubjectFindings(
            lookup.labels[programme],
            "findings that concern it",
            findings,
            sections=(_register(store, programme), connections_section(store, programme)),
        ),
    )


def _register(store: ReadableStore, programme: str) -> DossierSection:
    """What the registers say of it: kind, lead, partners, dates, parts."""
    rows = as_table(execute(store, QueryRequest(_QUESTION, {"programme": programme}))).rows
    facts = tuple(
        (str(aspect).split(" ", 1)[1], value)
        for aspect, value, *_ in rows
        if str(aspect).startswith(_REGISTER)
    )
    table = Table(("aspect", "value"), tuple(dict.fromkeys(facts)), "By the registers of joinedup.")
    return DossierSection("What the registers say", (TableBlock(table),))


SUBJECT = DossierSubject(
    "programme",
    "NAME",
    "a programme or other initiative: its lead and its findings",
    "Data First",
    _build,
    _resolve,
)
