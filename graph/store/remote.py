"""A store that a SPARQL 1.1 server keeps, asked over the SPARQL Protocol."""

from __future__ import annotations

from functools import cached_property
from typing import IO, TYPE_CHECKING, Self, cast

import pyoxigraph as ox

from graph.errors import NoStoreError, StoreError, UsageError
from graph.optional_packages import install_command
from graph.store.answer_reading import read_answer
from graph.store.bound_values import bind_values
from graph.store.engine_failures import broken_answers_reported
from graph.store.query_guard import check_query
from graph.store.readable_store import ReadableStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rdflib import Dataset

    from graph.store.readable_store import Answer, QueryDataset, Term
    from graph.store.server_address import ServerAddress
    from graph.store.sparql_client import SparqlClient

_RECORD = "ASK { ?record a <https://w3id.org/joinedup/ontology#SourceRecord> }"
_QUOTATION = "ASK { ?quotation a <http://www.w3.org/ns/oa#TextQuoteSelector> }"
_GRAPHS = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }"
_EVERYTHING = "SELECT ?s ?p ?o ?graph WHERE { { ?s ?p ?o } UNION { GRAPH ?graph { ?s ?p ?o } } }"
_SIZE = "SELECT (COUNT(*) AS ?size) WHERE { { ?s ?p ?o } UNION { GRAPH ?graph { ?s ?p ?o } } }"


class RemoteStore(ReadableStore):
    """The quads of a server.

    The server's default graph must hold what all sources say together, and each source record be a
    named graph beside it, as `joinedup export nquads` and `trig` write them.
    """

    def __init__(self, client: SparqlClient, address: ServerAddress) -> None:
        """Ask with a client; `open` gives a store that was looked at."""
        self._client = client
        self.address = address

    @classmethod
    def open(cls, address: ServerAddress) -> Self:
        """Open the store at an address, to read.

        Raises:
            NoStoreError: If it holds no graph of joinedup's.
            StoreError: If the server does not answer, or its graph is of another form.
            UsageError: If the packages that speak HTTP are not installed.
        """
        try:
            from graph.store.sparql_client import (  # noqa: PLC0415 - an optional dependency
                SparqlClient,
            )
        except ImportError as error:
            raise UsageError(
                f"A server is asked with packages that are not installed ({error}). Install them "
                f"with: {install_command('remote')}"
            ) from error
        store = cls(SparqlClient(address), address)
        if not store.query(_RECORD):
            raise NoStoreError(
                f"The server at {address} holds no graph of joinedup's. Load one into it: "
                "joinedup export nquads -o graph.nq"
            )
        if store.query(_QUOTATION):
            raise StoreError(
                f"The graph at {address} is in the form of Web Annotation, or from an earlier "
                "version. Export it without --profile, or build it again, and load that."
            )
        return store

    @property
    def version(self) -> None:
        """No folder."""
        return

    def close(self) -> None:
        """End all connections."""
        self._client.close()

    def query(
        self,
        sparql: str,
        values: Mapping[str, Term] | None = None,
        *,
        base: str | None = None,
        dataset: QueryDataset | None = None,
        allow_service: bool = False,
    ) -> Answer:
        """Run a SPARQL query at the server; see `ReadableStore.query`.

        The same queries are refused as of any store, before anything is sent.

        Raises:
            QueryError: If the query is malformed, nests too deeply, would leave this store, or is
                one that the server cannot answer.
            LimitError: If the server has stopped it.
            StoreError: If the server does not answer.
        """
        has_graph = (lambda _graph: True) if dataset else self.has_graph
        checked = check_query(sparql, has_graph, base=base, allow_service=allow_service)
        text = bind_values(checked.text, values or {})
        fields = [("query", f"BASE {ox.NamedNode(base)}\n{text}" if base else text)]
        if dataset:
            fields += [("default-graph-uri", name) for name in dataset.default_graphs]
            fields += [("named-graph-uri", name) for name in dataset.named_graphs]
        return self._send(fields)

    def _send(self, fields: list[tuple[str, str]]) -> Answer:
        body = self._client.ask(fields)
        stream = cast("IO[bytes]", body)  # what the engine needs of a file, it has
        answer = read_answer(stream, body.media_type)
        if answer is not None:
            return answer
        raise StoreError(
            f"{self.address} answers with {body.media_type or 'something'}, which no SPARQL server "
            "does. Give the address at which it takes queries, such as "
            "http://localhost:7878/query."
        )

    def rows(
        self, sparql: str, values: Mapping[str, Term] | None = None
    ) -> Iterator[tuple[Term | None, ...]]:
        """Run a SELECT query and give its rows; see `ReadableStore.rows`.

        Raises:
            QueryError: As `query` does, or if the query is no SELECT.
            StoreError: If the server breaks its answer off.
        """
        return _whole(super().rows(sparql, values))

    def has_graph(self, graph: str) -> bool:
        """Whether the server holds a graph of that name; one that is empty is none."""
        try:
            name = ox.NamedNode(graph)
        except ValueError:
            return False
        return bool(self.query("ASK { GRAPH ?graph { ?s ?p ?o } }", {"graph": name}))

    @cached_property
    def base(self) -> str:
        """Where the graph's own things live; asked once.

        Raises:
            StoreError: If the graph does not say so.
        """
        return super().base

    def quads(
        self,
        graph: ox.NamedNode | ox.DefaultGraph,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads of one graph, or those of one subject in it."""
        pattern = "?s ?p ?o"
        values: dict[str, Term] = {}
        if isinstance(graph, ox.NamedNode):
            pattern, values = f"GRAPH ?graph {{ {pattern} }}", {"graph": graph}
        if isinstance(subject, ox.NamedNode):
            values["s"] = subject
        for s, p, o, _graph in self.rows(f"SELECT ?s ?p ?o ?graph WHERE {{ {pattern} }}", values):
            if subject is None or s == subject:
                yield _quad(s, p, o, graph)

    def every_quad(self) -> Iterator[ox.Quad]:
        """All quads, from one answer."""
        for s, p, o, graph in self.rows(_EVERYTHING):
            yield _quad(s, p, o, graph if isinstance(graph, ox.NamedNode) else ox.DefaultGraph())

    def graphs(self) -> Iterator[ox.NamedNode]:
        """Names of the graphs, one for each source record."""
        return (name for (name,) in self.rows(_GRAPHS) if isinstance(name, ox.NamedNode))

    def dataset(self) -> Dataset:
        """Refused: what rdflib would do with a server, it does by itself.

        Raises:
            UsageError: Always.
        """
        raise UsageError(
            f"The graph at {self.address} is no rdflib Dataset here. Export it (joinedup export "
            "trig) and read that with rdflib, or ask the server with rdflib's SPARQLStore."
        )

    def __len__(self) -> int:
        """Number of quads, the default graph's included."""
        ((size,),) = self.rows(_SIZE)
        return int(str(getattr(size, "value", 0)))


def _whole(rows: Iterator[tuple[Term | None, ...]]) -> Iterator[tuple[Term | None, ...]]:
    """Rows as they come; if the server breaks off, that is said."""
    with broken_answers_reported():
        yield from rows


def _quad(
    s: Term | None, p: Term | None, o: Term | None, graph: ox.NamedNode | ox.DefaultGraph
) -> ox.Quad:
    if isinstance(s, ox.Literal) or not isinstance(p, ox.NamedNode) or s is None or o is None:
        raise StoreError("What the server answered is no statement.")
    return ox.Quad(s, p, o, graph)
