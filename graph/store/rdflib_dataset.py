"""A store as an rdflib Dataset, whose queries are asked of the engine and never leave the store.

rdflib can answer queries by itself as well. It would then follow SERVICE and fetch what FROM names
from the web, so that way is closed here: there is no query of which it is the better reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.parser import create_input_source
from rdflib.plugins.sparql.sparql import Query, Update
from rdflib.util import guess_format

from graph.errors import InputError, QueryError
from graph.store.query_guard import check_query, check_update

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from rdflib.query import Result
    from rdflib.term import IdentifiedNode, Identifier

_QUERY_ARGUMENTS = (  # of rdflib's method, in their order
    "query_object",
    "processor",
    "result",
    "initNs",
    "initBindings",
    "use_store_provided",
)
_JSON_LD = ("json-ld", "application/ld+json", "ox-json-ld", "ox-streaming-json-ld")
_UPDATE_ARGUMENTS = tuple(name for name in _QUERY_ARGUMENTS if name != "result")


class GuardedStore(OxigraphStore):
    """rdflib's door to an Oxigraph store, with the same guard as every other door."""

    def __init__(self, engine: ox.Store, has_graph: Callable[[str], bool]) -> None:
        """Stand in front of `engine`; `has_graph` tells whether it holds a graph of a name."""
        super().__init__(store=engine)
        self._has_graph = has_graph

    def query(
        self,
        query: Query | str,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib's name
        initBindings: Mapping[str, Identifier],  # noqa: N803 - the same
        queryGraph: str,  # noqa: N803 - the same
        **options: object,
    ) -> Result:
        """Ask the engine a query that rdflib was given.

        Raises:
            QueryError: If the query is malformed or refused, or has an option that is unknown.
        """
        text, prefixes = _as_text(query, initNs, options)
        checked = check_query(text, self._has_graph, prefixes=self._all_prefixes(prefixes))
        # The graphs that FROM names stand in place of the graph that rdflib was asked about.
        about = "" if checked.dataset_graphs() else queryGraph
        try:
            return super().query(checked.text, prefixes, initBindings, about)
        except RuntimeError as error:
            raise QueryError(f"The query cannot be answered: {error}") from error

    def update(
        self,
        update: Update | str,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib's name
        initBindings: Mapping[str, Identifier],  # noqa: N803 - the same
        queryGraph: str,  # noqa: N803 - the same
        **options: object,
    ) -> None:
        """Have the engine carry out an update that rdflib was given.

        Raises:
            QueryError: If the update is malformed or refused, or asks for what the engine lacks.
        """
        text, prefixes = _as_text(update, initNs, options)
        checked = check_update(text, self._all_prefixes(prefixes))
        if initBindings or queryGraph != DATASET_DEFAULT_GRAPH_ID:
            raise QueryError("An update is of the whole dataset, and its values stand in its text.")
        try:
            super().update(checked.text, prefixes, initBindings, queryGraph)
        except SyntaxError as error:
            raise QueryError(f"The update cannot be read: {error}") from error
        except RuntimeError as error:
            raise QueryError(f"The update cannot be carried out: {error}") from error

    def contexts(
        self,
        triple: Any = None,  # noqa: ANN401 - rdflib's type is private
    ) -> Generator[Graph, None, None]:
        """The graphs of the store; they ask the engine too."""
        for context in super().contexts(triple):
            yield GuardedGraph(store=self, identifier=context.identifier)

    def _all_prefixes(self, prefixes: Mapping[str, str]) -> dict[str, str]:
        bound = {prefix: str(address) for prefix, address in self.namespaces()}
        return bound | dict(prefixes)


class _EngineOnly(Graph):
    """What keeps rdflib from answering by itself."""

    def query(self, *arguments: Any, **options: Any) -> Result:  # noqa: ANN401 - rdflib's own
        """Ask the engine; see `rdflib.Graph.query`.

        Raises:
            QueryError: If the query is malformed or refused, or rdflib is to answer it itself.
        """
        _refuse_evaluation_by_rdflib(_QUERY_ARGUMENTS, arguments, options)
        return super().query(*arguments, **options)

    def update(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - rdflib's own
        """Have the engine carry out an update; see `rdflib.Graph.update`.

        Raises:
            QueryError: If the update is malformed or refused, or rdflib is to carry it out itself.
        """
        _refuse_evaluation_by_rdflib(_UPDATE_ARGUMENTS, arguments, options)
        super().update(*arguments, **options)

    def parse(  # noqa: PLR0913, PLR0917 - rdflib's signature
        self,
        source: Any = None,  # noqa: ANN401 - rdflib's own
        publicID: str | None = None,  # noqa: N803 - rdflib's name
        format: str | None = None,  # noqa: A002 - the same
        location: str | None = None,
        file: Any = None,  # noqa: ANN401 - rdflib's own
        data: str | bytes | None = None,
        **options: Any,  # noqa: ANN401 - the same
    ) -> Self:
        """Read a source into this graph; see `rdflib.Graph.parse`.

        JSON-LD is read by the engine, which fetches no context: rdflib would get it from the web.

        Raises:
            InputError: If JSON-LD is malformed, or its context is a web address.
        """
        opened = create_input_source(source, publicID, location, file, data, format)
        name = getattr(getattr(opened, "file", None), "name", None)
        guessed = guess_format(name) if isinstance(name, str) else None
        if (format or opened.content_type or guessed) not in _JSON_LD:
            super().parse(opened, publicID=publicID, format=format, **options)
            return self
        try:
            super().parse(opened, publicID=publicID, format="ox-json-ld", **options)
        except SyntaxError as error:
            raise InputError(
                f"The JSON-LD cannot be read: {error}. A context that is a web address is never "
                "fetched; put it into the document."
            ) from error
        return self


class GuardedGraph(_EngineOnly):
    """One graph of a dataset."""


class GuardedDataset(_EngineOnly, Dataset):
    """A store as an rdflib Dataset."""

    def get_context(
        self,
        identifier: IdentifiedNode | str | None,
        quoted: bool = False,  # noqa: FBT001, FBT002, ARG002 - rdflib's signature
        base: str | None = None,
    ) -> Graph:
        """One graph of this dataset."""
        return GuardedGraph(
            store=self.store,
            identifier=URIRef(identifier) if isinstance(identifier, str) else identifier,
            namespace_manager=self.namespace_manager,
            base=base,
        )


def as_dataset(engine: ox.Store, has_graph: Callable[[str], bool]) -> Dataset:
    """An Oxigraph store as an rdflib Dataset; nothing is copied."""
    dataset = GuardedDataset(store=GuardedStore(engine, has_graph))
    dataset.default_graph = dataset.get_context(DATASET_DEFAULT_GRAPH_ID)
    return dataset


def _refuse_evaluation_by_rdflib(
    names: tuple[str, ...], arguments: tuple[Any, ...], options: Mapping[str, Any]
) -> None:
    given = dict(zip(names, arguments, strict=False)) | dict(options)
    if not given.get("use_store_provided", True) or given.get("processor", "sparql") != "sparql":
        raise QueryError(
            "Queries of this dataset are answered by its store: rdflib itself would follow SERVICE "
            "and FROM to the web."
        )


def _as_text(
    prepared: Query | Update | str, namespaces: Mapping[str, Any], options: Mapping[str, object]
) -> tuple[str, dict[str, str]]:
    """The text of a query, prepared or not, and the prefixes that it was prepared with."""
    if options:
        raise QueryError(f"The store knows no option {', '.join(options)} of a query.")
    text: object = prepared
    prefixes = dict(namespaces)
    if isinstance(prepared, (Query, Update)):
        text, own, base = getattr(prepared, "_original_args", (None, {}, None))
        prefixes |= own
        if base:
            text = f"BASE <{base}> {text}"
    if not isinstance(text, str):
        raise QueryError("A prepared query is asked by its text, and this one has none.")
    return text, {prefix: str(address) for prefix, address in prefixes.items()}


def as_nquads(graph: Graph) -> bytes:
    """What an rdflib graph or dataset states, as N-Quads; a graph is the default graph."""
    return ox.serialize(_quads(graph), format=ox.RdfFormat.N_QUADS) or b""


def _quads(graph: Graph) -> Iterator[ox.Quad]:
    if not isinstance(graph, Dataset):
        yield from _quads_of(graph, ox.DefaultGraph())
        return
    yield from _quads_of(graph.graph(DATASET_DEFAULT_GRAPH_ID), ox.DefaultGraph())
    for named in graph.graphs():
        if named.identifier != DATASET_DEFAULT_GRAPH_ID:
            yield from _quads_of(named, ox.NamedNode(str(named.identifier)))


def _quads_of(graph: Graph, name: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    lines = graph.serialize(format="nt", encoding="utf-8")
    for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES, lenient=True):
        yield ox.Quad(quad.subject, quad.predicate, quad.object, name)
