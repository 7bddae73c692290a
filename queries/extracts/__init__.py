"""Tables for people who work without RDF, as the export formats of tables write them.

Each table is a `.rq` file in `tables`, found by listing, whose head names its key, its columns with
their types, and what its columns refer to. Beside them stands one more, `statements`: every
statement of the store, term by term in N-Triples syntax, from which the store can be made again.

    # key: position finding
    # noun: position
    # words: {stance}, {voice}, on {finding}
    # same: finding voice basis agent
    # reference: finding = findings.finding
    # column: stance (string): The stance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.serialisation.statement_order import quads_of_store
from queries.conversion import to_python
from queries.query_files import list_questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore
    from queries.result_tables import Value

    Row = tuple[Value, ...]

STATEMENTS = "statements"
"""Name of the table of all statements."""

STATEMENT_COLUMNS = ("subject", "predicate", "object", "graph")
"""Its columns."""

_COLUMN = re.compile(r"(\w+) \((\w+)\): (.+)")
_REFERENCE = re.compile(r"(\w+) = ([\w-]+)\.(\w+)(, may be empty)?")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table.

    Attributes:
        name: Its name.
        type: Local name of an XML Schema type.
        text: What it holds, in plain English.
    """

    name: str
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class TableReference:
    """A column whose values are a key of a table.

    Attributes:
        column: The column.
        table: The table that is referred to.
        key: Its key.
        may_be_empty: Whether there are rows that refer to nothing.
    """

    column: str
    table: str
    key: str
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class TableExtract:
    """A table that can be taken out of a store.

    Attributes:
        name: Name of the table and its file.
        title: What it holds.
        description: What a row is.
        columns: Its columns, in order.
        key: Columns that tell rows apart.
        references: Columns that refer to other tables.
        sparql: The query; None for the table of all statements.
        noun: What a row is, where rows are compared between graphs; else empty.
        words: Template of a row's name for people, with columns in braces.
        same: Columns by which a row that went and one that came are the same thing, changed.
    """

    name: str
    title: str
    description: str
    columns: tuple[TableColumn, ...]
    key: tuple[str, ...]
    references: tuple[TableReference, ...]
    sparql: str | None
    noun: str = ""
    words: str = ""
    same: tuple[str, ...] = ()

    def rows(self, store: ReadableStore) -> Iterator[Row]:
        """The rows of the table, in the order of its key."""
        if self.sparql is None:
            return _statements(store)
        return (tuple(map(to_python, row)) for row in store.rows(self.sparql))


def table_extracts() -> tuple[TableExtract, ...]:
    """Every table, in the order of names."""
    extracts = [
        _parse(query.name, query.head, query.sparql) for query in list_questions("extracts/tables")
    ]
    return tuple(sorted([*extracts, _ALL], key=lambda extract: extract.name))


def _parse(name: str, head: tuple[tuple[str, str], ...], sparql: str) -> TableExtract:
    fields = dict(head)
    columns = tuple(TableColumn(*_parts(_COLUMN, v)) for field, v in head if field == "column")
    references = tuple(
        _reference(*_parts(_REFERENCE, v)) for field, v in head if field == "reference"
    )
    key = tuple(fields["key"].split())
    return TableExtract(
        name,
        fields["title"],
        fields["description"],
        columns,
        key,
        references,
        sparql,
        fields.get("noun", ""),
        fields.get("words", ""),
        tuple(fields.get("same", "").split()),
    )  # fmt: skip


def _reference(column: str, table: str, key: str, empty: str | None) -> TableReference:
    return TableReference(column, table, key, may_be_empty=bool(empty))


def _parts(form: re.Pattern[str], value: str) -> tuple[str, ...]:
    match = form.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is not in the form of this field")
    return match.groups()


def _statements(store: ReadableStore) -> Iterator[Row]:
    for quad in quads_of_store(store):
        graph = str(quad.graph_name)
        yield (
            str(quad.subject),
            str(quad.predicate),
            str(quad.object),
            None if graph == "DEFAULT" else graph,
        )


_ALL = TableExtract(
    STATEMENTS,
    "Every statement of the store.",
    "One row a statement, each term in N-Triples syntax. A store can be made of this table again.",
    (
        TableColumn("subject", "string", "What the statement is about."),
        TableColumn("predicate", "string", "The property."),
        TableColumn("object", "string", "The value, with its type or language."),
        TableColumn(
            "graph",
            "string",
            "The source record that says it; empty for the merge of all, with what was derived.",
        ),
    ),
    (),
    (),
    None,
)
