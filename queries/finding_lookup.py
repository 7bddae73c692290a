"""Names of findings, as commands print them, to their IRIs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import AmbiguousNameError, UnknownNameError
from queries.conversion import to_python
from queries.entity_lookup import ambiguity_message, load_lookup, lookup_key, suggestions
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store.readable_store import ReadableStore, Term

_PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
_BY_IRI = f"{_PREFIXES} SELECT ?finding WHERE {{ ?finding a ju:Finding }}"
_BY_PAGE = f"""{_PREFIXES} SELECT DISTINCT ?finding ?page WHERE {{
  GRAPH ?record {{ ?finding a ju:Finding }} ?record foaf:page ?page
}}"""
_BY_LABEL = f"""{_PREFIXES} SELECT ?finding ?label WHERE {{
  ?finding a ju:Finding ; rdfs:label ?label
}}"""
_DETAILS = f"""{_PREFIXES} SELECT DISTINCT ?finding ?title ?hc ?issued ?page ?near ?words WHERE {{
  ?finding a ju:Finding .
  OPTIONAL {{ ?finding dcterms:isPartOf ?report . ?report dcterms:title ?title }}
  OPTIONAL {{ ?finding dcterms:isPartOf ?report . ?report ju:hcNumber ?hc }}
  OPTIONAL {{ ?finding dcterms:isPartOf ?report . ?report dcterms:issued ?issued }}
  OPTIONAL {{ GRAPH ?record {{ ?finding a ju:Finding }} ?record foaf:page ?page }}
  OPTIONAL {{ ?finding ju:hasText/ju:content|ju:gist ?words }}
  OPTIONAL {{
    ?shown ju:relatedFinding ?finding .
    GRAPH ?other {{ ?shown a ju:Finding }} ?other foaf:page ?address
    BIND(CONCAT("its answer stands on ", STR(?address)) AS ?near)
  }}
}}
ORDER BY ?title ?hc ?issued ?page ?near ?words"""
_OPENING = 60
"""Characters of a finding's text that are shown to tell it from others."""

_KIND = "finding/"
_LISTED = 30
"""Findings of one name that are listed; the rest are counted."""


def find_finding(store: ReadableStore, name: str) -> str:
    """The IRI of the finding that `name` stands for.

    Args:
        store: Where to look.
        name: Its name (``Recommendation 2, Public Accounts Committee``), its IRI, the short form
            or the last part of that, or the address of its page.

    Raises:
        UnknownNameError: If no finding is called so.
        AmbiguousNameError: If several are; they are listed with report, number and address.
    """
    words = name.strip()
    matches = (
        _with_iri(store, words)
        or _with_former_name(store, words)
        or _on_page(store, words)
        or _with_label(store, words)
    )
    if len(matches) == 1:
        return next(iter(matches))
    if matches:
        raise AmbiguousNameError(_ambiguity(store, name, matches))
    labels = {str(to_python(label)).casefold() for _, label in store.rows(_BY_LABEL)}
    raise UnknownNameError(
        f"No finding is called {name!r}.{suggestions(words.casefold(), labels)} Give its name, the "
        "address of its page, or its identifier, such as finding/accountability-index-4-13168."
    )


def label_of(store: ReadableStore, finding: str) -> str:
    """The name of a finding, given by its IRI, as it is printed."""
    rows = store.rows(_BY_LABEL, {"finding": ox.NamedNode(finding)})
    return next((str(to_python(label)) for _, label in rows), _short(finding))


def find_anything(store: ReadableStore, name: str) -> str:
    """The IRI of the finding, organisation or initiative that `name` stands for.

    Raises:
        UnknownNameError: If nothing is called so.
        AmbiguousNameError: If several things are.
    """
    try:
        return find_finding(store, name)
    except AmbiguousNameError:
        raise
    except UnknownNameError:
        return load_lookup(store).find(name)


def _with_iri(store: ReadableStore, name: str) -> set[str]:
    key = lookup_key(name, store.base).removeprefix(_KIND)
    node = _node(f"{store.base}id/{_KIND}{key}")
    return _iris(store.rows(_BY_IRI, {"finding": node})) if node else set()


def _with_former_name(store: ReadableStore, name: str) -> set[str]:
    """The finding that a record alone would give this identifier, and that is one with another."""
    key = lookup_key(name, store.base).removeprefix(_KIND)
    rows = select(store, "identity/former-names", name=ox.Literal(key))
    return {finding for finding, _ in rows}


def _on_page(store: ReadableStore, name: str) -> set[str]:
    node = _node(name) if "://" in name else None
    return _iris(store.rows(_BY_PAGE, {"page": node})) if node else set()


def _with_label(store: ReadableStore, name: str) -> set[str]:
    exact = _iris(store.rows(_BY_LABEL, {"label": ox.Literal(name)}))
    if exact:
        return exact
    folded = lookup_key(name, store.base)
    return {
        str(to_python(finding))
        for finding, label in store.rows(_BY_LABEL)
        if lookup_key(str(to_python(label)), store.base) == folded
    }


def _ambiguity(store: ReadableStore, name: str, matches: set[str]) -> str:
    choices = sorted(matches)[:_LISTED]
    more = len(matches) - len(choices)
    text = ambiguity_message(
        name, "findings", ((_short(iri), _details(store, iri)) for iri in choices)
    ).replace(f"of {len(choices)} findings", f"of {len(matches)} findings")
    return f"{text}\n  … and {more} more." if more else text


def _details(store: ReadableStore, iri: str) -> str:
    """Report, paper number, day, address and first words of a finding, as far as they are known."""
    row = next(iter(store.rows(_DETAILS, {"finding": ox.NamedNode(iri)})))
    facts = [str(to_python(term)) for term in row[1:-1] if term is not None]
    words = "" if row[-1] is None else " ".join(str(to_python(row[-1])).split())
    if words:
        facts.append(f"“{words[:_OPENING]}…”" if len(words) > _OPENING else f"“{words}”")
    return "; ".join(facts)


def _short(iri: str) -> str:
    return iri.rpartition("/id/")[2]


def _iris(rows: Iterable[tuple[Term | None, ...]]) -> set[str]:
    return {str(to_python(row[0])) for row in rows}


def _node(address: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(address)
    except ValueError:
        return None
