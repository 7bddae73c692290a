"""Writes results in the formats in which people take them away."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import pyoxigraph as ox

from graph.errors import UsageError
from ontology.terms import PREFIXES
from queries.conversion import as_table
from queries.query_result import Form
from queries.result_tables import render

if TYPE_CHECKING:
    from graph.store.embedded import Term
    from queries.query_files import Column, Question
    from queries.query_result import Result
    from queries.result_tables import Table

FORMATS = ("table", "csv", "json", "markdown", "html", "turtle", "xlsx")
"""Names of the formats on the command line; JSON is in the W3C's SPARQL results format."""

COMPACT = ("table", "markdown", "html")
"""Formats for people, in which IRIs are written short."""

_LONGEST_CELL = 32_767
"""Most characters that a cell of a spreadsheet holds."""


@dataclass(frozen=True, slots=True)
class About:
    """What was asked, for formats that have room to say so.

    Attributes:
        title: The question.
        description: How it is answered.
        sparql: The query.
        columns: What stands in each column, denominators among them.
    """

    title: str = "An answer of the graph"
    description: str = ""
    sparql: str = ""
    columns: tuple[Column, ...] = ()

    @classmethod
    def question(cls, asked: Question) -> Self:
        """What a question of the book says of itself."""
        return cls(asked.title, asked.description, asked.sparql, asked.columns)


@dataclass(frozen=True, slots=True)
class Written:
    """A result, written.

    Attributes:
        text: Text, or bytes for ``xlsx``.
        rows: Number of rows.
        whole: False if there was more than was asked for.
    """

    text: str | bytes
    rows: int
    whole: bool


def written(found: Result, form: str, about: About, width: int | None) -> Written:
    """Write a result, and say how much of it there is; see `write`."""
    return Written(write(found, form, about, width=width), len(found.rows), found.whole)


def write(found: Result, form: str, about: About, *, width: int | None = None) -> str | bytes:
    """Write a result.

    Args:
        found: What the engine answered.
        form: One of `FORMATS`.
        about: What was asked.
        width: Columns of the screen for ``table``.

    Returns:
        Text, or bytes for ``xlsx``.

    Raises:
        UsageError: If the result cannot be written in that format.
    """
    if found.form is Form.TRIPLES:
        if form != "turtle":
            raise UsageError("This query makes triples; take them with --format turtle.")
        triples = [ox.Triple(*row) for row in found.rows]  # type: ignore[arg-type] # no cell is empty
        turtle = ox.serialize(triples, None, ox.RdfFormat.TURTLE, prefixes=PREFIXES)
        return (turtle or b"").decode()
    if form == "turtle":
        raise UsageError("Only CONSTRUCT and DESCRIBE queries make triples for --format turtle.")
    if form == "json":
        return _as_sparql_json(found)
    caption = "\n".join(f"{column.name}: {column.text}" for column in about.columns)
    table = as_table(found, compact=form in COMPACT, caption=caption)
    if form == "html":
        return _as_page(table, about)
    if form == "xlsx":
        return _as_workbook(table, about)
    return render(table, form, width=width)


def _as_sparql_json(found: Result) -> str:
    """In the W3C's format, https://www.w3.org/TR/sparql11-results-json/."""
    if found.form is Form.BOOLEAN:
        said = found.rows[0][0] == ox.Literal(True)  # noqa: FBT003 - the value of a literal
        return json.dumps({"head": {}, "boolean": said})
    bindings = [
        {name: _json_term(term) for name, term in zip(found.variables, row, strict=True) if term}
        for row in found.rows
    ]
    answer = {"head": {"vars": found.variables}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False)


def _json_term(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, ox.Literal):
        raise UsageError("A statement about a statement cannot be written as SPARQL results.")
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value.endswith("XMLSchema#string"):
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _as_page(table: Table, about: About) -> str:
    """A page that opens offline; every value is escaped."""
    from jinja2 import Environment, PackageLoader  # noqa: PLC0415 - only where a page is asked for

    loader = PackageLoader("queries", "templates")
    pages = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return pages.get_template("answer.html").render(table=table, about=about)


def _as_workbook(table: Table, about: About) -> bytes:
    """A workbook with the rows on its first sheet, and what was asked on its second."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only where a workbook is asked for

    output = io.BytesIO()
    with Workbook(output, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        answer, question = book.add_worksheet("answer"), book.add_worksheet("question")
        for across, column in enumerate(table.columns):
            answer.write_string(0, across, column, bold)
            answer.set_column(across, across, _breadth(table, across))
        for down, row in enumerate(table.rows, 1):
            for across, value in enumerate(row):
                if isinstance(value, int | float):
                    answer.write_number(down, across, value, wrapped)
                elif value is not None and answer.write_string(down, across, value, wrapped):
                    raise UsageError(
                        f"A cell of a workbook holds {_LONGEST_CELL:,} characters and this answer "
                        "has longer ones, or more rows than a sheet holds; take it as csv."
                    )
        answer.freeze_panes(1, 0)
        answer.autofilter(0, 0, max(len(table.rows), 1), max(len(table.columns) - 1, 0))
        question.set_column(0, 0, 100)
        for down, words in enumerate((about.title, about.description, about.sparql)):
            question.write_string(down, 0, words, wrapped)
    return output.getvalue()


def _breadth(table: Table, across: int) -> int:
    longest = max((len(str(row[across] or "")) for row in table.rows), default=0)
    return min(max(longest, len(table.columns[across])) + 2, 60)
