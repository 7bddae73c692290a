"""Writes results in the formats in which people take them away."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING, Any, Self, TypeGuard

import pyoxigraph as ox

from graph.errors import UsageError
from ontology.namespaces import PREFIXES
from queries.conversion import as_table
from queries.query_files import ResultColumn
from queries.query_result import Form, as_solutions, with_marks
from queries.question_tables import answer_table
from queries.result_tables import SCREEN_FORMATS, heading_in_words, render
from queries.screen_text import wrap
from queries.table_layout import FITTED, TableLayout
from queries.visible_text import mark_controls

if TYPE_CHECKING:
    from queries.query_files import Question
    from queries.query_result import QueryResult
    from queries.result_tables import Table, Value

FORMATS = (
    *SCREEN_FORMATS,
    *("csv", "spreadsheet-csv", "json", "markdown", "html", "turtle", "xlsx"),
)
"""Names of the formats on the command line; JSON and CSV are the W3C's SPARQL results formats."""

COMPACT = ("markdown", "html")
"""Formats for people that are not for a screen; IRIs are written short in them too."""

_LONGEST_CELL = 32_767
"""Most characters that a cell of a spreadsheet holds."""

_LONGEST_NUMBER = 10**15
"""Whole numbers from here on lose digits in a spreadsheet, and so are written as text."""


@dataclass(frozen=True, slots=True)
class QueryDescription:
    """What a query asks, for formats that have room to say so.

    Attributes:
        title: The question.
        description: How it is answered.
        sparql: The query.
        columns: What stands in each column, denominators among them.
        layout: How people are to see the answer.
    """

    title: str = "An answer of the graph"
    description: str = ""
    sparql: str = ""
    columns: tuple[ResultColumn, ...] = ()
    layout: TableLayout = FITTED

    @classmethod
    def of_question(cls, question: Question) -> Self:
        """What a saved question says of itself."""
        return cls(
            *(question.title, question.description, question.sparql),
            columns=question.columns,
            layout=question.layout,
        )


@dataclass(frozen=True, slots=True)
class OutputStyle:
    """How a result is wanted.

    Attributes:
        format: One of `FORMATS`.
        description: What was asked.
        width: Columns of the screen for ``table``; as wide as the text where None.
    """

    format: str
    description: QueryDescription = QueryDescription()
    width: int | None = None

    @classmethod
    def from_fields(cls, fields: dict[str, Any]) -> Self:
        """A style from what `dataclasses.asdict` made of it, by way of JSON."""
        description = dict(fields["description"])
        columns = tuple(ResultColumn(**column) for column in description.pop("columns"))
        layout = TableLayout.from_fields(description.pop("layout"))
        question = QueryDescription(**description, columns=columns, layout=layout)
        return cls(fields["format"], question, fields["width"])


@dataclass(frozen=True, slots=True)
class SerializedResult:
    """A result in one of the formats.

    Attributes:
        content: Text, or bytes for ``xlsx``.
        row_count: Number of rows.
        complete: False if there are more rows than these.
    """

    content: str | bytes
    row_count: int
    complete: bool

    def encode(self) -> bytes:
        """Write it for another process."""
        is_text = isinstance(self.content, str)
        head = {"row_count": self.row_count, "complete": self.complete, "is_text": is_text}
        content = self.content.encode() if isinstance(self.content, str) else self.content
        return json.dumps(head).encode() + b"\n" + content

    @classmethod
    def decode(cls, message: bytes) -> Self:
        """Read what `encode` wrote."""
        head, _, content = message.partition(b"\n")
        fields = json.loads(head)
        text = content.decode() if fields["is_text"] else content
        return cls(text, fields["row_count"], fields["complete"])


def serialize(result: QueryResult, style: OutputStyle) -> SerializedResult:
    """Write a result in the format that is wanted.

    Raises:
        UsageError: If the result cannot be written in that format.
    """
    return SerializedResult(_content(result, style), len(result.rows), result.complete)


def _content(result: QueryResult, style: OutputStyle) -> str | bytes:
    if result.form is Form.TRIPLES:
        return _as_turtle(result, style.format)
    if style.format == "turtle":
        raise UsageError("Only CONSTRUCT and DESCRIBE queries give triples for --format turtle.")
    if style.format == "json":
        return (as_solutions(result).serialize(format=ox.QueryResultsFormat.JSON) or b"").decode()
    if style.format == "csv" and result.form is Form.ROWS:
        marked = as_solutions(with_marks(result))
        return (marked.serialize(format=ox.QueryResultsFormat.CSV) or b"").decode()
    if style.format in SCREEN_FORMATS:
        return _for_screen(result, style)
    return _as_table(result, style)


def _for_screen(result: QueryResult, style: OutputStyle) -> str:
    """The question, and below it its answer."""
    description = style.description
    table = answer_table(result, description.columns, description.layout)
    shown = render(table, style.format, width=style.width)
    return f"{wrap(description.title, style.width)}\n\n{shown}" if description.columns else shown


def _as_table(result: QueryResult, style: OutputStyle) -> str | bytes:
    columns = style.description.columns
    caption = "\n".join(f"{heading_in_words(column.name)}: {column.text}" for column in columns)
    table = as_table(result, compact=style.format in COMPACT, caption=caption)
    if style.format in COMPACT:
        table = replace(table, columns=tuple(map(heading_in_words, table.columns)))
    if style.format == "html":
        return _as_page(table, style.description)
    if style.format == "xlsx":
        return as_workbook(table, style.description)
    return render(table, style.format)


def _as_turtle(result: QueryResult, form: str) -> str:
    if form != "turtle":
        raise UsageError("This query gives triples. Use --format turtle.")
    triples = [ox.Triple(*row) for row in result.rows]  # type: ignore[arg-type] # no cell is empty
    turtle = ox.serialize(triples, None, ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    return (turtle or b"").decode()


def _as_page(table: Table, description: QueryDescription) -> str:
    """A page that opens offline; every value is escaped."""
    from jinja2 import Environment, PackageLoader  # noqa: PLC0415 - only where a page is asked for

    loader = PackageLoader("queries", "templates")
    pages = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    rows = tuple(
        tuple(mark_controls(value) if isinstance(value, str) else value for value in row)
        for row in table.rows
    )
    shown = replace(table, rows=rows)
    return pages.get_template("answer.html").render(table=shown, description=description)


def as_workbook(table: Table, description: QueryDescription) -> bytes:
    """A workbook with the rows on its first sheet, and what was asked on its second."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only where a workbook is asked for

    output = io.BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        answer, question = book.add_worksheet("answer"), book.add_worksheet("question")
        for across, column in enumerate(table.columns):
            answer.write_string(0, across, mark_controls(column), bold)
            answer.set_column(across, across, _breadth(table, across))
        for down, row in enumerate(table.rows, 1):
            for across, value in enumerate(row):
                if _is_exact(value):
                    answer.write_number(down, across, value, wrapped)
                elif value is not None and answer.write_string(
                    down, across, mark_controls(str(value)), wrapped
                ):
                    raise UsageError(
                        f"A cell of a workbook holds {_LONGEST_CELL:,} characters and this answer "
                        "has longer ones, or more rows than a sheet holds. Use csv."
                    )
        answer.freeze_panes(1, 0)
        answer.autofilter(0, 0, max(len(table.rows), 1), max(len(table.columns) - 1, 0))
        question.set_column(0, 0, 100)
        for down, words in enumerate(
            (description.title, description.description, description.sparql)
        ):
            question.write_string(down, 0, mark_controls(words)[:_LONGEST_CELL], wrapped)
    return output.getvalue()


def _is_exact(value: Value) -> TypeGuard[int | float]:
    """Whether a cell holds a number as it is: finite, and of no more digits than a cell keeps."""
    if isinstance(value, int):
        return abs(value) < _LONGEST_NUMBER
    return isinstance(value, float) and isfinite(value)


def _breadth(table: Table, across: int) -> int:
    longest = max((len(str(row[across] or "")) for row in table.rows), default=0)
    return min(max(longest, len(table.columns[across])) + 2, 60)
