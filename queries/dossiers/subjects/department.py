"""A department or any other organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.dossiers.named_together import connections_section
from queries.dossiers.subject import DossierSubject, SubjectFindings, dossier_of_findings
from queries.entity_lookup import load_lookup
from queries.selects import select

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.dossiers.dossier import Dossier
    from queries.dossiers.subject import DossierRequest


def _resolve(store: ReadableStore, name: str) -> str:
    return load_lookup(store, ("organisation",)).find(name)


def _build(request: DossierRequest) -> Dossier:
    store = request.store
    lookup = load_lookup(store, ("organisation",))
    body = lookup.find(request.name)
    node = ox.NamedNode(body)
    findings = [finding for _, finding in select(store, "dossiers/findings-concerning", thing=node)]
    asking = {finding for _, finding in select(store, "dossiers/findings-asking", thing=node)}
    return dossier_of_findings(
        request,
        SubjectFindings(
            lookup.labels[body],
            "findings that concern it",
            findings,
            (("that ask it to act", len(asking.intersection(findings))),),
            (connections_section(store, body),),
        ),
    )


SUBJECT = DossierSubject(
    "department",
    "NAME",
    "a department or other body: what is asked of it, and what became of that",
    "DfE",
    _build,
    _resolve,
)
