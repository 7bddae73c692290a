"""Consistency of the ontology, judged by HermiT through owlready2; needs Java.

HermiT judges the ontology with a sample of facts in about a second. It is no tool for whole graphs:
twenty thousand findings take it many minutes.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, cast

import owlready2
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store
from rdflib import OWL

from ontology.terms import JU, ONTOLOGY_FILE, PREFIXES, scheme_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import QuerySolutions, Triple

_TYPE_ALL = """INSERT { ?thing a ?kind } WHERE {
    { ?thing a/rdfs:subClassOf* ?kind }
    UNION { ?thing ?p [] . ?p rdfs:subPropertyOf*/rdfs:domain/rdfs:subClassOf* ?kind }
    UNION { [] ?p ?thing . ?p rdfs:subPropertyOf*/rdfs:range/rdfs:subClassOf* ?kind }
}"""

_CLASHES = """SELECT DISTINCT ?thing ?one ?other WHERE {
    ?all owl:members ?members .
    ?members rdf:rest*/rdf:first ?one . ?members rdf:rest*/rdf:first ?other .
    FILTER (STR(?one) < STR(?other))
    ?thing a ?one , ?other .
} ORDER BY ?thing ?one ?other"""


class JavaMissingError(Exception):
    """HermiT cannot run because Java is not installed."""


class InconsistentError(Exception):
    """The facts contradict the ontology; the message says where, as far as that can be seen."""


def check_consistency(facts: Iterable[Triple] = ()) -> tuple[str, ...]:
    """Let HermiT judge the ontology and its schemes, together with some facts.

    Args:
        facts: Triples to judge. Values of types outside OWL 2, such as dates, are passed over.

    Returns:
        IRIs of the classes that nothing can belong to, in order; none if all is well.

    Raises:
        JavaMissingError: If there is no Java to run HermiT with.
        InconsistentError: If the facts contradict the ontology.
    """
    store = Store()
    for file in (ONTOLOGY_FILE, *scheme_files()):
        store.load(path=file, format=RdfFormat.TURTLE)
    store.extend(Quad(*fact) for fact in facts)
    world = owlready2.World()
    world.get_ontology(str(JU).rstrip("#")).load(fileobj=_as_ntriples(store))
    try:
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except FileNotFoundError:
        raise JavaMissingError(
            "Checking the ontology needs Java. Install it, for example with: "
            "apt-get install default-jre-headless"
        ) from None
    except owlready2.OwlReadyInconsistentOntologyError:
        raise InconsistentError(_explain(store)) from None
    nothing = {str(OWL.Nothing)}
    return tuple(sorted({found.iri for found in world.inconsistent_classes()} - nothing))


def _as_ntriples(store: Store) -> BytesIO:
    """Write the store in the one plain syntax that owlready2 reads."""
    lines = BytesIO()
    store.dump(lines, format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
    lines.seek(0)
    return lines


def _explain(store: Store) -> str:
    """Say which things belong to two disjoint classes, since HermiT does not say why."""
    store.update(_TYPE_ALL, prefixes=PREFIXES)
    clashes = cast("QuerySolutions", store.query(_CLASHES, prefixes=PREFIXES))
    lines = [f"{row['thing']} cannot be both {row['one']} and {row['other']}." for row in clashes]
    return "\n".join(lines) or "The facts contradict the ontology, but no two classes clash."
