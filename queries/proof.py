"""The sentences behind the rows of a question."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from queries.question import HERE, read_question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store
    from queries.question import Proof
    from queries.results import Result, Row

COLUMNS = ("voice", "sentence", "source")
"""Columns that evidence adds: whose words, the words, and where they were read."""

_NOTHING: Row = (None, None, None)


def with_sentences(store: Store, proofs: tuple[Proof, ...], found: Result) -> Result:
    """Repeat each row with every sentence behind it; a row without any stays, with empty cells.

    Args:
        store: What was asked.
        proofs: How the sentences behind a row are found.
        found: The rows.
    """
    queries = {proof.name: _query(proof.name) for proof in proofs}
    rows = [
        (*row, *sentence)
        for row in found.rows
        for sentence in dict.fromkeys(
            chain.from_iterable(
                _sentences(store, queries[proof.name], proof, found.variables, row)
                for proof in proofs
            )
        )
        or {_NOTHING: None}
    ]
    return replace(found, variables=(*found.variables, *COLUMNS), rows=tuple(rows))


def _query(name: str) -> str:
    return read_question(HERE / "evidence" / f"{name}.rq").sparql


def _sentences(
    store: Store, sparql: str, proof: Proof, variables: tuple[str, ...], row: Row
) -> Iterator[Row]:
    """The voice, sentence and source of each piece of evidence, last in its query's columns."""
    cells = dict(zip(variables, row, strict=True))
    values = {name: cells[column] for name, column in proof.columns.items()}
    known = {name: term for name, term in values.items() if term is not None}
    if len(known) == len(values):
        yield from (found[-len(COLUMNS) :] for found in store.rows(sparql, known))
