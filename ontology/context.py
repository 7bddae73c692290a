"""The JSON-LD context: prefixes, and the properties whose values are things.

`context.jsonld` is what is published; a test holds it equal to what the ontology declares.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rdflib import OWL, RDF, Graph, URIRef

from ontology.namespaces import ONTOLOGY_FILE, PREFIXES

CONTEXT_FILE = Path(__file__).parent / "context.jsonld"
FRAME_FILE = Path(__file__).parent / "frame-findings.jsonld"

_ONLY_THINGS = (OWL.ObjectProperty,)


def context(prefixes: dict[str, str] = PREFIXES) -> dict[str, object]:
    """A context with the given prefixes.

    A property that leads to things is written with its prefix, and its values are then IRIs.
    Strings stay strings; every other value says its type itself.
    """
    return {**prefixes, **_links()}


@cache
def _links() -> dict[str, dict[str, str]]:
    ontology = Graph().parse(ONTOLOGY_FILE)
    links = {}
    for kind in _ONLY_THINGS:
        for term in ontology.subjects(RDF.type, kind):
            if isinstance(term, URIRef) and (name := _short(term)):
                links[name] = {"@id": str(term), "@type": "@id"}
    return dict(sorted(links.items()))


def _short(term: URIRef) -> str | None:
    for prefix, address in PREFIXES.items():
        if term.startswith(address):
            return f"{prefix}:{term[len(address) :]}"
    return None
