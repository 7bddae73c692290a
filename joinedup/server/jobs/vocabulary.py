"""Gives the vocabulary: the ontology, its alignments, concept schemes and saved questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import OWL

from graph.errors import UsageError
from joinedup.release.documentation import document
from joinedup.server.graph_writing import write_graph
from joinedup.server.media_types import GRAPH_TYPES
from ontology.namespaces import ALIGNMENTS_FILE, DEPRECATED_FILE, ONTOLOGY_FILE, scheme_parts
from queries.query_files import is_question, load_question
from queries.question_list import as_turtle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store.embedded import Store

NO_PAGE = ""
"""Stands for the ontology's page where the library that writes it is not installed."""

_FORMS = {offer.media_type: form for offer, form in GRAPH_TYPES.items()}
_VERSION = ox.NamedNode(OWL.versionInfo)


def write_vocabulary(_store: Store, argument: dict[str, str]) -> bytes | None:
    """A part of the vocabulary; None if there is none at that path.

    Args:
        argument: ``path`` of its address, and ``media_type``.
    """
    triples = list(_triples(argument["path"]))
    return write_graph(triples, _FORMS[argument["media_type"]]) if triples else None


def write_page(_store: Store, _argument: None) -> str:
    """The ontology's page, or `NO_PAGE`."""
    try:
        return document()
    except UsageError:
        return NO_PAGE


def _triples(path: str) -> Iterator[ox.Triple]:
    kind, _, name = path.partition("/")
    if kind == "ontology" and name in {"", ontology_version()}:
        for file in (ONTOLOGY_FILE, DEPRECATED_FILE):
            yield from _read(file)
    elif path == "alignments":
        yield from _read(ALIGNMENTS_FILE)
    elif kind == "scheme":
        for file in scheme_parts().get(f"{name}.ttl", ()):
            yield from _read(file)
    elif kind == "question" and is_question(name):
        question = as_turtle([load_question(name)])
        yield from (quad.triple for quad in ox.parse(question, format=ox.RdfFormat.TURTLE))


def ontology_version() -> str:
    """The version of the ontology, as it says itself."""
    for triple in _read(ONTOLOGY_FILE):
        if triple.predicate == _VERSION and isinstance(triple.object, ox.Literal):
            return triple.object.value
    return ""


def _read(file: Path) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE))
