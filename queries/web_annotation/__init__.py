"""The graph in the full form of the W3C Web Annotation model, for tools that know no other.

A graph of ours points to words by the IRI of their text with a fragment, and to the sentence that
holds them. Here each annotation has a target with a quotation and a position, as the model has
them; the queries of this folder say how, one for each kind of statement.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import QueryError
from graph.statements.noise_annotations import noise_annotations
from graph.statements.ntriples import in_default_graph
from ontology.namespaces import JU, OA
from queries.query_files import read_question
from queries.temporary_store import portions, temporary_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.embedded import Store
    from graph.store.readable_store import ReadableStore

_HERE = Path(__file__).parent
_FRAGMENT = "#char="
_NOISE = (
    f"SELECT ?text ?content ?map WHERE {{ ?text <{JU.offsetMap}> ?map ; <{JU.content}> ?content }}"
)
_LEFT_OUT = {ox.NamedNode(str(JU.inSentence)), ox.NamedNode(str(JU.offsetMap))}
_TARGET = ox.NamedNode(str(OA.hasTarget))


@contextmanager
def web_annotation_store(store: ReadableStore) -> Iterator[Store]:
    """A store with the same graph in the form of Web Annotation; it goes when it is done with.

    Args:
        store: The graph; it stays as it is.

    Raises:
        StoreError: If there is no room for it.
    """
    with temporary_store(_parts(store)) as full:
        yield full


def _parts(store: ReadableStore) -> Iterator[bytes]:
    for quads in portions(_kept(store)):
        yield _written(quads, ox.RdfFormat.N_QUADS)
    for path in sorted(_HERE.glob("*.rq")):
        for triples in portions(_constructed(store, path)):
            yield _written(triples, ox.RdfFormat.N_TRIPLES)
    for lines in portions(_noise(store)):
        yield "".join(lines).encode()


def _kept(store: ReadableStore) -> Iterator[ox.Quad]:
    """What is the same in both forms."""
    named = (quad for graph in store.graphs() for quad in store.quads(graph))
    every = chain(store.quads(ox.DefaultGraph()), named)
    return (quad for quad in every if not _is_compact(quad))


def _written(statements: list[ox.Quad] | list[ox.Triple], syntax: ox.RdfFormat) -> bytes:
    return ox.serialize(statements, format=syntax) or b""


def _is_compact(quad: ox.Quad) -> bool:
    """Whether the full form has other statements in the place of this one."""
    if quad.predicate == _TARGET:
        return _FRAGMENT in str(quad.object)
    return quad.predicate in _LEFT_OUT or _FRAGMENT in str(quad.subject)


def _constructed(store: ReadableStore, path: Path) -> Iterator[ox.Triple]:
    answer = store.query(read_question(path).sparql)
    if not isinstance(answer, ox.QueryTriples):
        raise QueryError(f"{path.name} is no CONSTRUCT query.")
    return iter(answer)


def _noise(store: ReadableStore) -> Iterator[str]:
    for text, content, offset_map in store.rows(_NOISE):
        if (
            isinstance(text, ox.NamedNode)
            and isinstance(content, ox.Literal)
            and isinstance(offset_map, ox.Literal)
        ):
            yield in_default_graph(
                noise_annotations(text.value, content.value, content.language, offset_map.value)
            )
