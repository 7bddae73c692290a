"""What can be asked of a store, whichever engine keeps its quads.

Whoever reads a graph asks for no more than `ReadableStore` offers. Values are pyoxigraph's terms,
which render themselves in N-Triples syntax.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pyoxigraph as ox

from graph.errors import QueryError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from rdflib import Dataset

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Answer = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean

_BASE = "SELECT ?space WHERE { ?graph <http://rdfs.org/ns/void#uriSpace> ?space }"


@dataclass(frozen=True, slots=True)
class QueryDataset:
    """The graphs that a query asks, chosen by whoever sends it.

    Attributes:
        default_graphs: Names of the graphs that together are its default graph.
        named_graphs: Names of the graphs that `GRAPH` reaches.
    """

    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]


class ReadableStore(Protocol):
    """A set of quads that answers SPARQL queries."""

    @property
    def version(self) -> Path | None:
        """Folder of the version that was opened; None where there is no such folder."""
        ...

    def query(
        self,
        sparql: str,
        values: Mapping[str, Term] | None = None,
        *,
        base: str | None = None,
        dataset: QueryDataset | None = None,
        allow_service: bool = False,
    ) -> Answer:
        """Run a SPARQL query.

        Args:
            sparql: The query. Without `GRAPH` it asks the default graph, which holds every
                statement once.
            values: Terms to put in place of variables, by variable name; never pasted into the
                text of the query.
            base: The address that relative ones are relative to, where the query declares none.
            dataset: The graphs to ask, in place of those that the query names with FROM. One that
                the store does not hold is empty.
            allow_service: Let the query call on other servers (SERVICE), for which the user has
                to ask.

        Raises:
            QueryError: If the query is malformed, nests too deeply or would leave this store, or
                a graph of the dataset has no address.
        """
        ...

    def has_graph(self, graph: str) -> bool:
        """Whether the store holds a graph of that name."""
        ...

    def quads(
        self,
        graph: ox.NamedNode | ox.DefaultGraph,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads of one graph, or those of one subject in it."""
        ...

    def graphs(self) -> Iterator[ox.NamedNode]:
        """Names of the graphs, one for each source record."""
        ...

    def dataset(self) -> Dataset:
        """This store as an ordinary rdflib Dataset; nothing is copied.

        Its queries are answered as `query` answers them.
        """
        ...

    def __len__(self) -> int:
        """Number of quads, the default graph's included."""
        ...

    def rows(
        self, sparql: str, values: Mapping[str, Term] | None = None
    ) -> Iterator[tuple[Term | None, ...]]:
        """Run a SELECT query and give its rows, a term or None for each variable in order.

        Raises:
            QueryError: As `query` does, or if the query is no SELECT.
        """
        answer = self.query(sparql, values)
        if not isinstance(answer, ox.QuerySolutions):
            raise QueryError("This needs a SELECT query.")
        return (tuple(row) for row in answer)

    @property
    def base(self) -> str:
        """Where the graph's own things live.

        Raises:
            StoreError: If the store does not say so, as one that nothing was loaded into.
        """
        for (space,) in self.rows(_BASE):
            return str(getattr(space, "value", ""))
        raise StoreError("This store holds no graph of joinedup's.")

    def subjects(
        self, graph: ox.NamedNode | ox.DefaultGraph
    ) -> Iterator[ox.NamedNode | ox.BlankNode | ox.Triple]:
        """The subject of every quad of a graph, as often as it has quads."""
        return (quad.subject for quad in self.quads(graph))
