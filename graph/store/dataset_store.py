"""A store that rdflib keeps: in memory, or in whichever store plugin a user brings.

Queries are answered by rdflib itself, or by the plugin if it answers SPARQL. What rdflib would
fetch from the web, for SERVICE and FROM, is refused before it sees the query.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql import CUSTOM_EVALS
from rdflib.plugins.sparql.evaluate import evalAggregateJoin

from graph.errors import QueryError
from graph.store.answer_reading import read_answer
from graph.store.bound_values import bind_values
from graph.store.query_guard import check_query
from graph.store.readable_store import ReadableStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rdflib import Dataset, Graph
    from rdflib.plugins.sparql.parserutils import CompValue
    from rdflib.plugins.sparql.sparql import FrozenBindings, QueryContext
    from rdflib.term import Node

    from graph.store.readable_store import Answer, QueryDataset, Term

_GROUPS = "joinedup: GROUP BY"
_TRIPLES, _ROWS = "application/n-triples", "application/sparql-results+json"


class DatasetStore(ReadableStore):
    """The quads of an rdflib Dataset, whose default graph is what all sources say together."""

    def __init__(self, dataset: Dataset) -> None:
        """Ask a dataset; nothing is copied."""
        self._dataset = dataset

    @property
    def version(self) -> None:
        """No folder."""
        return

    def query(
        self,
        sparql: str,
        values: Mapping[str, Term] | None = None,
        *,
        base: str | None = None,
        dataset: QueryDataset | None = None,
        allow_service: bool = False,
    ) -> Answer:
        """Have rdflib answer a query; see `ReadableStore.query`.

        Raises:
            QueryError: If the query is malformed, nests too deeply, would leave this store, asks
                for other graphs with FROM, or is one that rdflib cannot answer.
        """
        checked = check_query(sparql, self.has_graph, base=base)
        if allow_service or dataset or checked.dataset_graphs():
            raise QueryError(
                "rdflib would fetch from the web what FROM and SERVICE name, so a Dataset of "
                "rdflib is asked without them. Name a graph with GRAPH."
            )
        text = bind_values(checked.text, values or {})
        try:
            with _no_group_of_nothing():  # rows are worked out when they are written
                result = self._dataset.query(f"BASE <{base}>\n{text}" if base else text)
                is_graph = result.type in {"CONSTRUCT", "DESCRIBE"}
                content = result.serialize(format="nt" if is_graph else "json") or b""
        except Exception as error:  # rdflib and its plugins raise of every kind
            raise QueryError(f"rdflib cannot answer the query: {error}") from error
        answer = read_answer(content, _TRIPLES if is_graph else _ROWS)
        if answer is None:
            raise TypeError("the engine reads the media types of its own standard")
        return answer

    def has_graph(self, graph: str) -> bool:
        """Whether the dataset holds a graph of that name; one that is empty is none."""
        return len(self._dataset.get_context(URIRef(graph))) > 0

    def quads(
        self,
        graph: ox.NamedNode | ox.DefaultGraph,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads of one graph, or those of one subject in it."""
        if isinstance(subject, ox.Triple):
            return
        node: Node | None = None
        if subject is not None:
            is_iri = isinstance(subject, ox.NamedNode)
            node = URIRef(subject.value) if is_iri else BNode(subject.value)
        for s, p, o in self._graph(graph).triples((node, None, None)):
            yield ox.Quad(_resource(s), ox.NamedNode(str(p)), _term(o), graph)

    def graphs(self) -> Iterator[ox.NamedNode]:
        """Names of the graphs that hold something, one for each source record."""
        for graph in self._dataset.graphs():
            name = graph.identifier
            if isinstance(name, URIRef) and name != DATASET_DEFAULT_GRAPH_ID and len(graph):
                yield ox.NamedNode(str(name))

    def dataset(self) -> Dataset:
        """The Dataset itself. What is asked of it past this store has no guard but its own."""
        return self._dataset

    def __len__(self) -> int:
        """Number of quads, the default graph's included."""
        named = sum(len(self._graph(name)) for name in self.graphs())
        return named + len(self._graph(ox.DefaultGraph()))

    def _graph(self, name: ox.NamedNode | ox.DefaultGraph) -> Graph:
        if isinstance(name, ox.DefaultGraph):
            return self._dataset.get_context(DATASET_DEFAULT_GRAPH_ID)
        return self._dataset.get_context(URIRef(name.value))


@contextmanager
def _no_group_of_nothing() -> Iterator[None]:
    """Have GROUP BY give no row where there is nothing to group, as the standard has it.

    rdflib gives one, in which a figure is missing and what it is called stands all the same.
    """
    former = CUSTOM_EVALS.get(_GROUPS)
    CUSTOM_EVALS[_GROUPS] = _evaluate_groups
    try:
        yield
    finally:
        CUSTOM_EVALS.pop(_GROUPS, None)
        if former:
            CUSTOM_EVALS[_GROUPS] = former


def _evaluate_groups(context: QueryContext, part: CompValue) -> Iterator[FrozenBindings]:
    """The groups of GROUP BY; rdflib evaluates all else itself, as it is told by the error."""
    if part.name != "AggregateJoin" or part.p.expr is None:
        raise NotImplementedError
    return (group for group in evalAggregateJoin(context, part) if group)


def _resource(node: Node) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(str(node)) if isinstance(node, BNode) else ox.NamedNode(str(node))


def _term(node: Node) -> Term:
    if not isinstance(node, Literal):
        return _resource(node)
    if node.language:
        return ox.Literal(str(node), language=node.language)
    datatype = ox.NamedNode(str(node.datatype)) if node.datatype else None
    return ox.Literal(str(node), datatype=datatype)
