"""A committee and its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.dossiers.subject import DossierSubject, SubjectFindings, dossier_of_findings
from queries.entity_lookup import load_lookup
from queries.selects import select

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.dossiers.dossier import Dossier
    from queries.dossiers.subject import DossierRequest


def _resolve(_store: ReadableStore, _name: str) -> None:
    """A committee is not drawn: its own findings would tie it to everything in them."""


def _build(request: DossierRequest) -> Dossier:
    lookup = load_lookup(request.store, ("committee",))
    committee = lookup.find(request.name)
    rows = select(request.store, "dossiers/findings-of-committee", thing=ox.NamedNode(committee))
    findings = [finding for _, finding in rows]
    return dossier_of_findings(
        request, SubjectFindings(lookup.labels[committee], "findings of the committee", findings)
    )


SUBJECT = DossierSubject(
    "committee",
    "NAME",
    "a committee: its findings, how they were answered, and commitments",
    "Public Accounts Committee",
    _build,
    _resolve,
)
