"""The kept texts of a graph, finding by finding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import UnknownNameError
from queries.conversion import plain
from queries.selects import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.embedded import Store

_PREFIXES = """
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
"""
_BY_IRI = f"{_PREFIXES} SELECT ?finding WHERE {{ ?finding a ju:Finding }}"
_BY_PAGE = f"""{_PREFIXES} SELECT DISTINCT ?finding ?page WHERE {{
  GRAPH ?record {{ ?record foaf:page ?page . ?finding a ju:Finding }}
}}"""


@dataclass(frozen=True, slots=True)
class FindingTexts:
    """The texts that one finding brings together.

    Attributes:
        finding: IRI of the finding.
        texts: Its own text, then those of the replies shown with it.
        published: When its report was published, if known.
    """

    finding: str
    texts: tuple[str, ...]
    published: date | None


def texts(store: Store, finding: str | None = None) -> Iterator[FindingTexts]:
    """The texts of every finding, or of one, in the order of their IRIs."""
    values = {"finding": ox.NamedNode(finding)} if finding else {}
    rows = rows_of(store, "evidence/texts", **values)
    for iri, group in groupby(rows, key=lambda row: row[0]):
        held = list(group)
        day = held[0][3]
        published = date.fromisoformat(day) if day else None
        yield FindingTexts(iri, tuple(row[2] for row in held), published)


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
    found = sorted(str(plain(finding)) for finding, *_ in (*named, *paged))
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
