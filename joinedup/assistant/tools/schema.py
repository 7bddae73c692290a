"""The classes and properties of the graph, for whoever writes SPARQL."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated

from pydantic import Field
from rdflib import OWL, RDF, RDFS, SDO, Graph, URIRef

from joinedup.assistant.answers import AnswerRows
from joinedup.assistant.assistant_tool import AssistantTool
from ontology.namespaces import ONTOLOGY_FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from rdflib.paths import Path
    from rdflib.term import Node

    from joinedup.assistant.graph_session import GraphSession

_SORTS = {
    OWL.Class: "class",
    OWL.ObjectProperty: "property with things as values",
    OWL.DatatypeProperty: "property with text, numbers or dates as values",
}


def _make(_session: GraphSession) -> Callable[..., AnswerRows]:
    def schema(
        words: Annotated[
            str, Field(description="Words of the names or meanings that are wanted; all if empty")
        ] = "",
    ) -> AnswerRows:
        """List the classes and properties of the graph with their meaning, domain and range."""
        wanted = words.lower().split()
        rows: list[dict[str, str | int | float | None]] = [
            dict(row)
            for row in _terms()
            if all(word in " ".join(row.values()).lower() for word in wanted)
        ]
        return AnswerRows(f"{len(rows)} of {len(_terms())} terms of the ontology.", rows)

    return schema


@cache
def _terms() -> list[dict[str, str]]:
    ontology = Graph().parse(ONTOLOGY_FILE, format="turtle")
    return [
        {
            "term": ontology.namespace_manager.normalizeUri(str(term)),
            "sort": sort,
            "meaning": _values(ontology, term, RDFS.comment),
            "domain": _values(ontology, term, RDFS.domain | SDO.domainIncludes),
            "range": _values(ontology, term, RDFS.range | SDO.rangeIncludes),
        }
        for kind, sort in _SORTS.items()
        for term in sorted(set(ontology.subjects(RDF.type, kind)), key=str)
    ]


def _values(ontology: Graph, term: Node, path: Node | Path) -> str:
    values = sorted(ontology.objects(term, path), key=str)
    names = ontology.namespace_manager
    return ", ".join(
        names.normalizeUri(str(value)) if isinstance(value, URIRef) else str(value)
        for value in values
    )


TOOL = AssistantTool("schema", "List the classes and properties of the graph", _make)
