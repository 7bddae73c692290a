"""The rows of the questions that stand in our own files, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.conversion import to_python
from queries.query_files import HERE, read_question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore, Term


def select(store: ReadableStore, question: str, **values: Term) -> Iterator[tuple[str, ...]]:
    """Run a question that stands in a file of ours; retold words stand behind their mark.

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


def select_characters(
    store: ReadableStore, question: str, **values: Term
) -> Iterator[tuple[str, ...]]:
    """Run a question like `select`, for words that are cut, counted or put together.

    Yields:
        A row with the characters of each value, retold words without their mark.
    """
    sparql = read_question(HERE / f"{question}.rq").sparql
    return (tuple(map(_characters, row)) for row in store.rows(sparql, values))


def _characters(term: Term | None) -> str:
    return term.value if isinstance(term, ox.Literal) else _text(term)


def _text(term: Term | None) -> str:
    value = to_python(term)
    return "" if value is None else str(value)
