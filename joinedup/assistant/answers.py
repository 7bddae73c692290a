"""What tools give: plain data whose form the protocol tells to the assistant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from joinedup.assistant.graph_session import MOST_ROWS
from queries.conversion import as_table
from queries.query_result import Form

if TYPE_CHECKING:
    from queries.query_result import QueryResult
    from queries.result_tables import Table

Cell = str | int | float | None


@dataclass(frozen=True)
class AnswerRows:
    """Rows of an answer.

    Attributes:
        about: What the rows are, and what the figures are counted from.
        rows: The rows, each a value by the name of its column.
        complete: Whether there are no more.
        note: What was left out, if anything was.
    """

    about: str
    rows: list[dict[str, Cell]]
    complete: bool = True
    note: str = ""


@dataclass(frozen=True)
class AnswerDocument:
    """A document in Markdown, with its sources as footnotes.

    Attributes:
        title: What it is about.
        markdown: The document.
    """

    title: str
    markdown: str


def rows_of_result(result: QueryResult, about: str) -> AnswerRows:
    """The rows of a query, and whether there are more."""
    as_rows = replace(result, form=Form.ROWS)  # triples, too, are rows here
    return rows_of_table(as_table(as_rows), about, complete=result.complete)


def rows_of_table(table: Table, about: str, *, complete: bool = True) -> AnswerRows:
    """The first rows of a table."""
    is_whole = complete and len(table.rows) <= MOST_ROWS
    rows: list[dict[str, Cell]] = [
        dict(zip(table.columns, row, strict=True)) for row in table.rows[:MOST_ROWS]
    ]
    note = "" if is_whole else f"Only the first {len(rows):,} rows are given. Ask for less."
    return AnswerRows(about, rows, is_whole, note)
