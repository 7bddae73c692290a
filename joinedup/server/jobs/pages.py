"""The data of the pages of findings, organisations, initiatives and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.errors import UnknownNameError
from joinedup.server.open_graph import connections_of, findings_of
from ontology.declared_terms import Voice
from ontology.namespaces import ROLE
from queries.dossiers.finding_heads import is_finding
from queries.entity_lookup import load_lookup
from queries.finding_lookup import label_of
from queries.web_pages.answer_page import read_answer_page
from queries.web_pages.entity_page import SentenceFilters, read_entity_page
from queries.web_pages.finding_page import read_finding_page
from queries.web_pages.report_page import read_report_page

if TYPE_CHECKING:
    from graph.store.embedded import Store

_SHOWN = 50
"""Findings of a pair whose sentences are shown."""


def read_thing(store: Store, wanted: dict[str, str]) -> Any:  # noqa: ANN401 - plain data
    """The page of a thing.

    Args:
        store: The graph.
        wanted: ``path``, which is what stands in its address behind `id/`; and by what sentences
            are chosen: ``voice`` and ``role``, both empty for all.

    Raises:
        UnknownNameError: If the graph has no such thing, or there is no such voice or role.
    """
    path = wanted["path"]
    iri = f"{store.base}id/{path}"
    kind = path.partition("/")[0]
    thing_page: object = None
    if kind == "finding":
        thing_page = read_finding_page(store, iri) if is_finding(store, iri) else None
    elif kind in {"organisation", "initiative"}:
        thing_page = read_entity_page(
            store, findings_of(store), connections_of(store), iri, _filters(wanted)
        )
    elif kind in {"report", "response"}:
        thing_page = read_report_page(store, findings_of(store), iri)
    elif kind in {"reply", "part"}:
        thing_page = read_answer_page(store, iri)
    if thing_page is None:
        raise UnknownNameError(f"The graph holds no {path}.")
    return thing_page


def list_sentence_choices(_store: Store, _argument: None) -> dict[str, list[str]]:
    """By what sentences can be chosen: voices, and roles as their scheme calls them."""
    return _choices()


def _choices() -> dict[str, list[str]]:
    return {
        "voice": [Voice.COMMITTEE.value, Voice.GOVERNMENT.value, Voice.CURATOR.value],
        "role": sorted(ROLE.preferred_label(name) for name in ROLE),
    }


def _filters(wanted: dict[str, str]) -> SentenceFilters:
    for name, choices in _choices().items():
        if wanted[name] and wanted[name] not in choices:
            raise UnknownNameError(f"There is no {name} {wanted[name]!r}: {', '.join(choices)}.")
    return SentenceFilters(wanted["voice"], wanted["role"])


def read_pair(store: Store, names: list[str]) -> dict[str, Any]:
    """What connects two things, with the sentences of each finding that names both."""
    lookup, connections = load_lookup(store), connections_of(store)
    left, right = lookup.find_pair(*names)
    findings = connections.findings_with_both(left, right)
    return {
        "things": [{"iri": iri, "name": connections.label(iri)} for iri in (left, right)],
        "caption": connections.link(left, right, 1).table.caption.partition(" Shown: ")[0],
        "total": len(findings),
        "findings": [
            {
                "iri": finding,
                "name": label_of(store, finding),
                "sides": [list(connections.sentences(finding, [end])) for end in (left, right)],
            }
            for finding in findings[:_SHOWN]
        ],
    }
