"""The rows of the questions that stand in our own files, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.conversion import plain
from queries.query_files import HERE, read_question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.embedded import Store, Term


def rows_of(store: Store, question: str, **values: Term) -> Iterator[tuple[str, ...]]:
    """Ask a store a question.

    Args:
        store: Whom to ask.
        question: Its file below the folder of this module, without the ending.
        values: What its variables stand for.

    Yields:
        A row with the text of each value: an IRI whole, a literal without its datatype; empty where
        nothing is bound.
    """
    sparql = read_question(HERE / f"{question}.rq").sparql
    return (tuple(map(_text, row)) for row in store.rows(sparql, values))


def _text(term: Term | None) -> str:
    value = plain(term)
    return "" if value is None else str(value)
