"""The embedded store: quads in Oxigraph, on disk or in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

import pyoxigraph as ox

from graph.errors import QueryError, StoreError
from graph.store.engine_failures import damage_reported, note_opened
from graph.store.query_guard import check_query
from graph.store.readable_store import ReadableStore
from graph.store.store_layout import check_version, current_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from rdflib import Dataset

    from graph.store.readable_store import Answer, QueryDataset, Term

Item = TypeVar("Item")

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_QUOTATION = ox.NamedNode("http://www.w3.org/ns/oa#TextQuoteSelector")
"""A class of things that earlier versions stated, and this one derives."""


class Store(ReadableStore):
    """A set of quads in Oxigraph, to read and to write."""

    def __init__(self, engine: ox.Store, version: Path | None = None) -> None:
        """Stand in front of an Oxigraph store; use the class methods to get one."""
        self._engine = engine
        self._version = version

    @property
    def version(self) -> Path | None:
        """Folder of the version that was opened; None for a store that is in memory, or written."""
        return self._version

    @classmethod
    def in_memory(cls) -> Self:
        """An empty store that vanishes with the process."""
        return cls(ox.Store())

    @classmethod
    def create(cls, folder: Path) -> Self:
        """An empty, writable store in the folder `folder`, which must not exist yet.

        Raises:
            StoreError: If the folder cannot be written.
        """
        try:
            return cls(ox.Store(str(folder)))
        except OSError as error:
            raise StoreError(f"Cannot create a store at {folder}: {error}") from error

    @classmethod
    def open(cls, store_path: Path) -> Self:
        """Open the store that was built at `store_path`, to read; several processes may.

        Raises:
            NoStoreError: If nothing was built there.
            DamagedStoreError: If files are missing, cut or changed, as far as a quick look shows.
            StoreError: If what stands there cannot be opened, or is of an earlier version.
        """
        check_version(store_path)
        version = current_version(store_path)
        note_opened(version, store_path)
        try:
            with damage_reported():
                engine = ox.Store.read_only(str(version / "quads"))
                quotations = engine.quads_for_pattern(None, _TYPE, _QUOTATION, None)
                is_former = next(quotations, None) is not None
        except (OSError, RuntimeError) as error:
            raise StoreError(
                f"The store at {store_path} cannot be opened: {error}. Build it again."
            ) from error
        if is_former:
            raise StoreError(
                f"The store at {store_path} was built by an earlier version of joinedup, which "
                "stated names in texts in another form. Build it again."
            )
        return cls(engine, version)

    def load(self, nquads: bytes) -> None:
        """Add quads given as N-Quads; all of them or, if it fails, none.

        Raises:
            StoreError: If the disk is full or the quads are malformed.
        """
        try:
            self._engine.bulk_load(input=nquads, format=ox.RdfFormat.N_QUADS, lenient=True)
        except (OSError, SyntaxError) as error:
            raise StoreError(f"The store could not be written: {error}") from error

    def remove(self, quads: Iterable[ox.Quad]) -> None:
        """Remove quads; those that are not there do no harm."""
        for quad in quads:
            self._engine.remove(quad)

    def change(self, removed: bytes, added: bytes) -> tuple[Sequence[ox.Quad], Sequence[ox.Quad]]:
        """Remove and add quads given as N-Quads.

        A named graph of which nothing is left goes, too.

        Returns:
            Those that were there and are gone, and those that are new.

        Raises:
            StoreError: If the disk is full or the quads are malformed.
        """
        try:
            gone = [quad for quad in _parsed(removed) if quad in self._engine]
            new = [quad for quad in _parsed(added) if quad not in self._engine]
            for quad in gone:
                self._engine.remove(quad)
            self._engine.extend(new)
            for graph in {quad.graph_name for quad in gone} - {ox.DefaultGraph()}:
                if next(self._engine.quads_for_pattern(None, None, None, graph), None) is None:
                    self._engine.remove_graph(graph)
        except (OSError, SyntaxError) as error:
            raise StoreError(f"The store could not be written: {error}") from error
        return gone, new

    def close(self) -> None:
        """Let go of the engine, which then writes no more; the store cannot be asked afterwards."""
        del self._engine

    def flush(self) -> None:
        """Make sure that what was changed is on the disk.

        Raises:
            StoreError: If the disk is full.
        """
        try:
            self._engine.flush()
        except OSError as error:
            raise StoreError(f"The store could not be written: {error}") from error

    def compact(self) -> None:
        """Make sure that what was loaded is on the disk, merged into one order.

        Each portion of a load stands in files of its own, and a look-up has to try them all; merged
        once, they answer two to three times as fast for as long as the graph is queried.

        Raises:
            StoreError: If the disk is full.
        """
        try:
            self._engine.flush()
            self._engine.optimize()
        except OSError as error:
            raise StoreError(f"The store could not be written: {error}") from error

    def query(
        self,
        sparql: str,
        values: Mapping[str, Term] | None = None,
        *,
        base: str | None = None,
        dataset: QueryDataset | None = None,
        allow_service: bool = False,
    ) -> Answer:
        """Run a SPARQL query; the engine binds the values. See `ReadableStore.query`.

        Raises:
            QueryError: If the query is malformed, nests too deeply or would leave this store, or
                a graph of the dataset has no address.
        """
        has_graph = _has_any_graph if dataset else self.has_graph
        query = check_query(sparql, has_graph, base=base, allow_service=allow_service)
        substitutions = {ox.Variable(name): term for name, term in (values or {}).items()}
        with damage_reported():
            return self._engine.query(
                query.text,
                base_iri=base,
                substitutions=substitutions,
                default_graph=list(_graph_names(dataset.default_graphs)) if dataset else None,
                named_graphs=list(_graph_names(dataset.named_graphs)) if dataset else None,
            )

    def has_graph(self, graph: str) -> bool:
        """Whether the store holds a graph of that name."""
        try:
            return self._engine.contains_named_graph(ox.NamedNode(graph))
        except ValueError:
            return False

    def rows(
        self, sparql: str, values: Mapping[str, Term] | None = None
    ) -> Iterator[tuple[Term | None, ...]]:
        """Run a SELECT query and give its rows; see `ReadableStore.rows`.

        Raises:
            QueryError: As `query` does, or if the query is no SELECT.
        """
        return _told_of_damage(super().rows(sparql, values))

    def quads(
        self,
        graph: ox.NamedNode | ox.DefaultGraph,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads of one graph, or those of one subject in it."""
        return _told_of_damage(self._engine.quads_for_pattern(subject, None, None, graph))

    def graphs(self) -> Iterator[ox.NamedNode]:
        """Names of the graphs, one for each source record."""
        names = _told_of_damage(self._engine.named_graphs())
        return (name for name in names if isinstance(name, ox.NamedNode))

    def dataset(self) -> Dataset:
        """This store as an ordinary rdflib Dataset; nothing is copied.

        Its queries are answered as `query` answers them.
        """
        from graph.store.rdflib_dataset import (  # noqa: PLC0415 - rdflib only where asked for
            as_dataset,
        )

        return as_dataset(self._engine, self.has_graph)

    def __len__(self) -> int:
        """Number of quads, the default graph's included."""
        with damage_reported():
            return len(self._engine)


def _graph_names(names: Iterable[str]) -> tuple[ox.NamedNode, ...]:
    try:
        return tuple(ox.NamedNode(name) for name in names)
    except ValueError as error:
        raise QueryError(f"A graph of the request has no address: {error}") from error


def _has_any_graph(_graph: str) -> bool:
    return True


def _parsed(nquads: bytes) -> Iterator[ox.Quad]:
    return iter(ox.parse(nquads, format=ox.RdfFormat.N_QUADS, lenient=True))


def _told_of_damage(items: Iterator[Item]) -> Iterator[Item]:
    """What the engine gives, one by one; if the store is damaged, that is said."""
    with damage_reported():
        yield from items
