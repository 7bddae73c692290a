"""The rows of the questions that stand in our own files, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.conversion import to_python
from queries.query_files import HERE, read_question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.embedded import Store, Term


def select(store: Store, question: str, **values: Term) -> Iterator[tuple[str, ...]]:
    """Run a question that stands in a file of ours.

    Args:
        store: The graph.
        question: Its file below the folder of this module, without the ending.
        values: What its variables stand for.

    Yields:
        A row with the text of each value: an IRI whole, a literal without its datatype; empty where
        nothing is bound.
    """
    sparql = read_question(HERE / f"{question}.rq").sparql
    return (tuple(map(_text, row)) for row in store.rows(sparql, values))


def _text(term: Term | None) -> str:
    value = to_python(term)
    return "" if value is None else str(value)
