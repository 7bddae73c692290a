"""Reads back what was exported: any syntax of RDF, or the table of statements."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from graph.errors import InputError
from graph.export import FORMATS, form_of
from queries.extracts import STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from graph.store.embedded import Term

_PORTION = 200_000
"""Statements that are handed on at once."""

_GENERATED = "urn:joinedup:blank:"
"""Where the names of nodes live that had none."""

_LONGEST_FIELD = 2**31 - 1


def statements(path: Path) -> Iterator[bytes]:
    """What a file or folder states, as N-Quads, in portions.

    Args:
        path: A file in a syntax of RDF, an SQLite file, or a folder with the CSV or Parquet tables.

    Raises:
        InputError: If nothing here reads such a file, or the file is not as it should be.
    """
    read = _reader(path)
    try:
        lines = iter(read(path))
        while portion := b"".join(islice(lines, _PORTION)):
            yield portion
    except (OSError, SyntaxError, ValueError, sqlite3.Error) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _reader(path: Path) -> Callable[[Path], Iterable[bytes]]:
    if path.is_dir():
        for name, reader in (("csv", _csv), ("parquet", _parquet)):
            if (path / f"{STATEMENTS}.{name}").is_file():
                return reader
        raise InputError(f"{path} holds no table of statements, neither as CSV nor as Parquet.")
    if path.suffix in (".sqlite", ".db"):
        return _sqlite
    if form_of(path.name) is None:
        known = ", ".join([*(form.suffix for form in FORMATS.values()), ".sqlite"])
        raise InputError(f"{path} has none of the endings that can be read: {known}.")
    return _rdf


def _rdf(path: Path) -> Iterator[bytes]:
    form = form_of(path.name)
    assert form is not None  # noqa: S101 - `_reader` has seen to it
    for quad in ox.parse(path=str(path), format=form.syntax):
        if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
            yield from _named(path, form.syntax)
            return
        yield _quad(quad)


def _named(path: Path, syntax: ox.RdfFormat) -> Iterator[bytes]:
    """What a file states, with a name for each blank node, so that it can be compared and merged.

    A name is made of the node's canonical label (RDFC-1.0), the same whoever wrote the file. Ours
    hold no blank nodes; other people's may.
    """
    dataset = ox.Dataset(ox.parse(path=str(path), format=syntax))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    for quad in dataset:
        subject, value = (_name(term) for term in (quad.subject, quad.object))
        yield _quad(ox.Quad(subject, quad.predicate, value, quad.graph_name))


def _name(term: Term) -> Any:  # noqa: ANN401 - any term is given and any may come
    return ox.NamedNode(f"{_GENERATED}{term.value}") if isinstance(term, ox.BlankNode) else term


def _quad(quad: ox.Quad) -> bytes:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    return _line(str(quad.subject), str(quad.predicate), str(quad.object), graph)


def _csv(path: Path) -> Iterator[bytes]:
    csv.field_size_limit(_LONGEST_FIELD)
    with (path / f"{STATEMENTS}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield _line(row["subject"], row["predicate"], row["object"], row["graph"])


def _sqlite(path: Path) -> Iterator[bytes]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        query = "SELECT subject, predicate, object, graph FROM statements"
        for subject, predicate, value, graph in database.execute(query):
            yield _line(subject, predicate, value, graph)


def _parquet(path: Path) -> Iterator[bytes]:
    try:
        from pyarrow import parquet  # noqa: PLC0415 - an optional dependency
    except ImportError:
        raise InputError("Parquet needs pyarrow: pip install 'joinedup[release]'") from None
    for batch in parquet.ParquetFile(path / f"{STATEMENTS}.parquet").iter_batches():
        for row in batch.to_pylist():
            yield _line(row["subject"], row["predicate"], row["object"], row["graph"])


def _line(subject: str, predicate: str, value: str, graph: str | None) -> bytes:
    return f"{subject} {predicate} {value} {f'{graph} .' if graph else '.'}\n".encode()
