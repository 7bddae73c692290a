"""What the SPARQL editor completes: terms that the graph uses, and the names of things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ontology.namespaces import PREFIXES
from queries.query_files import list_questions

if TYPE_CHECKING:
    from graph.store.embedded import Store

_LABELLED = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?term (MIN(STR(?labels)) AS ?label) WHERE {{
  {{ SELECT DISTINCT ?term WHERE {{ {pattern} }} }}
  OPTIONAL {{ ?term rdfs:label ?labels }}
}} GROUP BY ?term ORDER BY ?term"""
_CLASSES = _LABELLED.format(pattern="?thing a ?term")
_PROPERTIES = _LABELLED.format(pattern="?thing ?term ?value")
_NAMES = _LABELLED.format(
    pattern="""VALUES ?class {
      <https://w3id.org/joinedup/ontology#Organisation> <https://w3id.org/joinedup/ontology#Initiative>
      <https://w3id.org/joinedup/ontology#Committee> } ?term a ?class"""
)


def list_editor_terms(store: Store, _argument: None) -> dict[str, Any]:
    """Prefixes, classes, properties and names, each with what it is called, and saved questions."""
    questions = [
        {"name": question.name, "title": question.title, "sparql": question.sparql}
        for question in list_questions()
    ]
    return {
        "prefixes": list(PREFIXES.items()),
        "classes": _labelled(store, _CLASSES),
        "properties": _labelled(store, _PROPERTIES),
        "names": _labelled(store, _NAMES),
        "questions": questions,
    }


def _labelled(store: Store, query: str) -> list[tuple[str, str]]:
    rows = [[str(getattr(term, "value", "")) for term in row] for row in store.rows(query)]
    return [(address, label) for address, label in rows]
