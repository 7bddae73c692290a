"""A saved question with its rows, each with the sentences behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.conversion import as_table
from queries.dossiers.dossier import (
    Dossier,
    DossierSection,
    Statement,
    TableBlock,
    TextBlock,
)
from queries.dossiers.footnotes import Footnotes
from queries.dossiers.subject import WHOSE_WORDS, DossierSubject
from queries.query_execution import execute
from queries.query_files import load_question
from queries.query_request import QueryRequest
from queries.result_tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore
    from queries.dossiers.dossier import Block
    from queries.dossiers.subject import DossierRequest
    from queries.result_tables import Value

_EVIDENCE = ("who_says_so", "sentence", "source")
"""Columns that stand behind those of the question, with the sentences of each row."""

_IRI = "https://w3id.org/joinedup/id/"


def _resolve(_store: ReadableStore, _name: str) -> None:
    """A question is not drawn."""


def _build(request: DossierRequest) -> Dossier:
    question = load_question(request.name)
    values = dict(request.values)
    if any(parameter.name == "as_of" for parameter in question.parameters):
        values.setdefault("as_of", request.day)
    result = execute(request.store, QueryRequest(request.name, values, evidence=True))
    table, footnotes = as_table(result, caption=question.description), Footnotes(request.store)
    sentences = tuple(_sentences(table, footnotes))
    assignments = ", ".join(f"{name.replace('_', '-')} {value}" for name, value in values.items())
    sections = (
        DossierSection("What is counted", (TextBlock(question.description),)),
        DossierSection("The answer", (_answer(table, request.limit),)),
        DossierSection("The sentences behind it", sentences or (TextBlock("There is none."),)),
    )
    standfirst = (
        f"Made by joinedup with its saved question “{question.name}”"
        f"{f', asked with {assignments}' if assignments else ''}. {WHOSE_WORDS}"
    )
    return Dossier(question.title, standfirst, sections, footnotes.sources)


def _answer(table: Table, limit: int) -> Block:
    """The rows, each once, without addresses of the graph's own things."""
    own = table.columns[: -len(_EVIDENCE)]
    places = [
        place
        for place, _ in enumerate(own)
        if not any(str(row[place] or "").startswith(_IRI) for row in table.rows)
    ]
    rows: dict[tuple[Value, ...], None] = {
        tuple(row[place] for place in places): None for row in table.rows
    }
    if not rows:
        return TextBlock(
            "No row. What a source does not say, or is not loaded, is not known: that is not a no."
        )
    columns = tuple(table.columns[place].replace("_", " ") for place in places)
    shown = tuple(rows)[:limit]
    more = f" The first {len(shown):,} are shown." if len(rows) > limit else ""
    return TableBlock(Table(columns, shown, f"{len(rows):,} rows.{more}"))


def _sentences(table: Table, footnotes: Footnotes) -> Iterator[Block]:
    """The sentences behind the rows, each once, with where it stands."""
    behind = {row[-len(_EVIDENCE) :]: None for row in table.rows}
    for speaker, sentence, where in behind:
        if sentence:
            words = str(sentence)
            notes = footnotes.numbers_of([str(where)] if where else [])
            is_ours = words.startswith("[our words]")
            yield Statement(str(speaker or ""), words, notes, is_ours=is_ours)


SUBJECT = DossierSubject(
    "question",
    "QUESTION [PARAMETER=VALUE]...",
    "a saved question: its answer, with the sentences behind each row",
    "overdue-commitments",
    _build,
    _resolve,
)
