"""A sample of a graph: some findings with everything around them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.namespaces import JU

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.readable_store import ReadableStore

_MEMBERS = "SELECT DISTINCT ?thing WHERE {{ ?thing a <{kind}> }} ORDER BY ?thing"
_AHEAD = "SELECT DISTINCT ?beside WHERE { ?thing ?to ?beside FILTER (isIRI(?beside)) }"
_AROUND = """SELECT DISTINCT ?beside WHERE {
  { ?thing ?to ?beside } UNION { ?beside ?from ?thing }
  FILTER (isIRI(?beside))
}"""


_ROUNDS = 3
"""From a finding to its answer, to the initiative that the answer names, to who leads that."""

_FOLLOWED = ("/finding/", "/reply/", "/part/", "/initiative/")
"""Kinds of things whose surroundings are taken too."""


def sample(store: ReadableStore, findings: int) -> Iterator[ox.Triple]:
    """Statements about some findings, their answers, and all that these are tied to.

    Args:
        store: What to take from.
        findings: How many findings, the first in the order of their IRIs.
    """
    some = list(islice(_members(store, JU.Finding), findings))
    things = dict.fromkeys(some)
    for _ in range(_ROUNDS):
        things |= dict.fromkeys(_around(store, list(things)))
    for thing in things:
        if thing.value.startswith(f"{store.base}id/"):
            for quad in store.quads(ox.DefaultGraph(), thing):
                yield quad.triple


def whole(store: ReadableStore) -> Iterator[ox.Triple]:
    """Every statement of the default graph, which is what all sources say together."""
    return (quad.triple for quad in store.quads(ox.DefaultGraph()))


def _around(store: ReadableStore, things: Iterable[ox.NamedNode]) -> Iterator[ox.NamedNode]:
    for thing in things:
        if any(kind in thing.value for kind in _FOLLOWED):
            # Whoever mentions an initiative is not followed back, or the whole graph would come.
            ahead = "/initiative/" in thing.value
            query = (_AHEAD if ahead else _AROUND).replace("?thing", str(thing))
            for (beside,) in store.rows(query):
                if isinstance(beside, ox.NamedNode):
                    yield beside


def _members(store: ReadableStore, kind: str) -> Iterator[ox.NamedNode]:
    for (thing,) in store.rows(_MEMBERS.format(kind=kind)):
        if isinstance(thing, ox.NamedNode):
            yield thing
