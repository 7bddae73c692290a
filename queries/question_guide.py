"""What each saved question says of a graph, as a page of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.conversion import as_table
from queries.graph_figures import figures
from queries.parameter_values import EXPECTED, fill_parameters
from queries.query_files import list_questions, shown_name
from queries.result_tables import Table, heading_in_words, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore
    from queries.query_files import Question
    from queries.result_tables import Value

SHOWN = 5
"""Rows of each answer that are shown."""

_LONGEST = 90
_HEAD = """# Questions

`joinedup ask` lists them, `joinedup ask NAME` asks one, and `joinedup ask NAME --evidence` adds the
sentences behind its rows. In Python: `graph.ask("overdue-commitments", as_of="2026-01-01")`. Every
figure has its total in a column of its own, mostly `total`; what is unknown stands
apart, and a tracker's label is never counted as a position of government.

Dates are compared as they are written. A month or a year counts from its first day where it says
when something was stated, and to its last day where it says when something ended or falls due.

The answers below are those of the bundled findings as of {as_of}, at most {shown} rows each. This
page is written by the program, and a test holds it to what the program says today. The bundled
findings are our own reading of pages: no answer is kept word for word, so questions about the
wording of answers find little or nothing here and more in a graph of your own pages. What there is
to count stands at the end.
"""


def guide(store: ReadableStore, as_of: str) -> str:
    """Write the page.

    Args:
        store: The graph to ask.
        as_of: ISO date for every question that takes one.
    """
    parts = [_HEAD.format(as_of=as_of, shown=SHOWN)]
    parts += ["\n".join(_section(question, store, as_of)) for question in list_questions()]
    parts.append(f"## What there is to count\n\n{render(figures(store), 'markdown')}\n")
    return "\n".join(parts)


def _section(question: Question, store: ReadableStore, as_of: str) -> Iterator[str]:
    values = {
        parameter.name: as_of
        for parameter in question.parameters
        if parameter.name in ("as_of", "to")
    }
    table = as_table(store.query(fill_parameters(question, values, store)), compact=True)
    yield f"## {question.title}\n"
    yield f"`{question.name}` – {question.description}\n"
    for parameter in question.parameters:
        required = "required; " if parameter.required else ""
        yield (
            f"- `{shown_name(parameter.name)}=`: {parameter.text} "
            f"({required}{EXPECTED[parameter.kind]})"
        )
    if question.parameters:
        yield ""
    rows = "row" if len(table.rows) == 1 else "rows"
    of = _counted(question, table)
    yield f"Today: {len(table.rows)} {rows}{of}.\n"
    if table.rows:
        headings = tuple(map(heading_in_words, table.columns))
        cut = tuple(tuple(_short(value) for value in row) for row in table.rows[:SHOWN])
        yield f"{render(Table(headings, cut), 'markdown')}\n"


def _counted(question: Question, table: Table) -> str:
    """The denominator in words, where all rows share one."""
    texts = {column.name: column.text for column in question.columns}
    if "total" not in table.columns or not table.rows:
        return ""
    shares = {row[table.columns.index("total")] for row in table.rows}
    return f"; of {shares.pop()}: {texts['total'].rstrip('.').lower()}" if len(shares) == 1 else ""


def _short(value: Value) -> Value:
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[: _LONGEST - 1]}…"
    return value
