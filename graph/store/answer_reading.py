"""Makes answers of the engine's own types from what another engine has written."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from graph.store.engine_failures import broken_answers_reported

if TYPE_CHECKING:
    from graph.store.readable_store import Answer

_ALL_TRIPLES = "CONSTRUCT WHERE { ?s ?p ?o }"


def read_answer(content: IO[bytes] | bytes, media_type: str) -> Answer | None:
    """The answer that some bytes write; rows are read as they are taken.

    Args:
        content: The bytes, or what gives them.
        media_type: What they are, as the registry of media types calls it.

    Returns:
        The answer; None if the type is none of those that answers have.

    Raises:
        StoreError: If the bytes are not of that type.
    """
    with broken_answers_reported():
        if results := ox.QueryResultsFormat.from_media_type(media_type):
            return ox.parse_query_results(content, format=results)
        if syntax := ox.RdfFormat.from_media_type(media_type):
            return _as_triples(content, syntax)
    return None


def _as_triples(content: IO[bytes] | bytes, syntax: ox.RdfFormat) -> ox.QueryTriples:
    """Triples as the engine itself gives them, from a store in memory that holds nothing else."""
    memory = ox.Store()
    memory.bulk_load(content, syntax, lenient=True)
    answer = memory.query(_ALL_TRIPLES)
    if not isinstance(answer, ox.QueryTriples):
        raise TypeError("a CONSTRUCT query gives triples")
    return answer
