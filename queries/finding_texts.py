"""Findings by the names that people type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import UnknownNameError
from queries.conversion import to_python

if TYPE_CHECKING:
    from graph.store.embedded import Store

_PREFIXES = """
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
"""
_BY_IRI = f"{_PREFIXES} SELECT ?finding WHERE {{ ?finding a ju:Finding }}"
_BY_PAGE = f"""{_PREFIXES} SELECT DISTINCT ?finding ?page WHERE {{
  GRAPH ?record {{ ?record foaf:page ?page . ?finding a ju:Finding }}
}}"""


def find_finding(store: Store, name: str) -> str:
    """The IRI of the finding that `name` stands for.

    Args:
        store: Where to look.
        name: Its IRI, the last part of that, or the address of its page.

    Raises:
        UnknownNameError: If no finding is called so.
    """
    iri = name if name.startswith(store.base) else f"{store.base}id/finding/{name}"
    named = store.rows(_BY_IRI, {"finding": _node(iri)})
    paged = store.rows(_BY_PAGE, {"page": _node(name)}) if "://" in name else ()
    found = sorted(str(to_python(finding)) for finding, *_ in (*named, *paged))
    if not found:
        raise UnknownNameError(
            f"No finding is called {name!r}. Give its address, or the last part of its IRI, "
            "such as accountability-index-4-13168."
        )
    return found[0]


def _node(address: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(address)
    except ValueError:
        return ox.NamedNode("urn:joinedup:nothing")
