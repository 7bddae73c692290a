"""Gives parts of the graph as they are: one thing, one named graph, or everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from rdflib import FOAF, RDFS, VOID

from graph.errors import QueryError
from graph.serialisation.rdf_syntax import write_syntax
from graph.serialisation.statement_order import quads_of_graph, quads_of_subject
from joinedup.described_triples import link_triple
from joinedup.server.graph_writing import write_graph
from joinedup.server.jobs.service_description import dataset_of
from joinedup.server.media_types import DATASET_TYPES, GRAPH_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.embedded import Store

_FORMS = {offer.media_type: form for offer, form in (GRAPH_TYPES | DATASET_TYPES).items()}
_LABEL = ox.NamedNode(RDFS.label)


def describe_thing(store: Store, argument: dict[str, str]) -> bytes | None:
    """What the graph says of a thing; None if it says nothing.

    Args:
        store: The graph.
        argument: ``path`` of the thing below the graph's base, ``media_type`` of the description,
            and the ``address`` of the description.
    """
    thing = ox.NamedNode(f"{store.base}{argument['path']}")
    triples = list(_description(store, thing))
    if not triples:
        return None
    document = ox.NamedNode(argument["address"])
    triples.append(link_triple(document, FOAF.primaryTopic, thing))
    triples.append(link_triple(document, VOID.inDataset, dataset_of(store)))
    return write_graph(triples, _FORMS[argument["media_type"]])


def _description(store: Store, thing: ox.NamedNode) -> Iterator[ox.Triple]:
    """A thing's statements, those of its own parts, and the labels of all that they name.

    A part has an address that goes on where the thing's ends, such as the place of a quotation.
    """
    waiting, described, named = [thing], set[object](), set[ox.NamedNode]()
    while waiting:
        subject = waiting.pop(0)
        described.add(subject)
        for quad in quads_of_subject(store, ox.DefaultGraph(), subject):
            yield quad.triple
            value = quad.object
            if not isinstance(value, ox.NamedNode) or value in described or value in waiting:
                continue
            if _is_part(value.value, thing.value):
                waiting.append(value)
            else:
                named.add(value)
    for other in sorted(named, key=str):
        for quad in quads_of_subject(store, ox.DefaultGraph(), other):
            if quad.predicate == _LABEL:
                yield quad.triple


def _is_part(address: str, whole: str) -> bool:
    return address.startswith(whole) and address[len(whole) : len(whole) + 1] in {"-", "/", "#"}


def write_named_graph(store: Store, argument: dict[str, str]) -> bytes | None:
    """A named graph; None if the store does not hold it.

    Args:
        store: The graph.
        argument: ``graph``, its name, and ``media_type``.

    Raises:
        QueryError: If the name is no address.
    """
    try:
        graph = ox.NamedNode(argument["graph"])
    except ValueError as error:
        raise QueryError(f"The graph has no address: {error}") from error
    if not store.has_graph(graph.value):
        return None
    triples = (quad.triple for quad in quads_of_graph(store, graph))
    return write_graph(triples, _FORMS[argument["media_type"]])


def write_dump(store: Store, argument: dict[str, Any]) -> None:
    """Write the default graph or all graphs into a file, in the order of exports.

    Args:
        store: The graph.
        argument: ``path`` of the file, ``media_type``, and whether it holds ``everything``.
    """
    with Path(argument["path"]).open("wb") as output:
        form = _FORMS[argument["media_type"]]
        write_syntax(store, output, form, named_graphs=argument["everything"])
