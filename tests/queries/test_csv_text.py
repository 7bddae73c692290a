"""CSV is the standard's for programs, and harmless for spreadsheets."""

from __future__ import annotations

import csv
import io

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from graph.store.embedded import Store
from queries.query_request import QueryRequest
from queries.query_runner import run
from queries.result_tables import Table, render
from queries.serializers import OutputStyle, serialize

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
"""Python's reader of CSV ends at a null character."""

FORMULAS = (
    *("=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1", "－1", "＠a"),
    *("\u2212 1", "\ufeff=1", "\u00a0=1", '=HYPERLINK("http://a.example")', "-", "=cmd|'/c'!A0"),
)


def content(sparql: str, form: str) -> str | bytes:
    return serialize(run(Store.in_memory(), QueryRequest(sparql)), OutputStyle(form)).content


@given(st.lists(CELLS, min_size=2, max_size=4), st.lists(CELLS, min_size=2, max_size=2))
def test_standard_csv_gives_back_every_value(cells: list[str], columns: list[str]) -> None:
    rows = tuple((cell, cells[0]) for cell in cells)
    text = render(Table(tuple(columns), rows), "csv")
    assert text.endswith("\r\n")
    assert list(csv.reader(io.StringIO(text, newline=""), strict=True)) == [
        columns,
        *map(list, rows),
    ]


def test_an_answer_is_the_w3c_s_csv() -> None:
    sparql = (
        'SELECT * { VALUES (?a ?b) { ("-2" "=1+1") ("a,\\"b\\"" "c\\nd") (-2 UNDEF) '
        '(<https://x.example/> "\\u001B[31m") ("abc"^^<http://www.w3.org/2001/XMLSchema#integer> '
        "true) } }"
    )
    assert content(sparql, "csv") == (
        'a,b\r\n-2,=1+1\r\n"a,""b""","c\nd"\r\n-2,\r\nhttps://x.example/,\x1b[31m\r\nabc,true\r\n'
    )


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_spreadsheet_runs_no_text(formula: str) -> None:
    text = render(Table((formula, "b"), ((formula, -2), (f"a {formula}", None))), "spreadsheet-csv")
    assert text.startswith("\ufeff")
    columns, first, second = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert columns[0].startswith("'")
    assert first[0].startswith("'")
    assert first[1] == "-2"
    assert not second[0].startswith("'")


def test_a_spreadsheet_keeps_texts_with_semicolons_together() -> None:
    assert '"a;=1;b",' in render(Table(("a", "b"), (("a;=1;b", 2),)), "spreadsheet-csv")


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_workbook_holds_texts_and_no_formula_or_link(formula: str) -> None:
    literal = str(ox.Literal(formula))
    link = str(ox.Literal("https://a.example/ \u001b\u202e"))
    sparql = f"SELECT (1 AS ?n) ({literal} AS ?a) ({link} AS ?b) {{}}"
    book = content(sparql, "xlsx")
    assert isinstance(book, bytes)
    sheet = load_workbook(io.BytesIO(book))["answer"]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert [cell.data_type for cell in cells] == ["n", "s", "s"]
    assert all(cell.hyperlink is None for cell in cells)
    assert cells[2].value == "https://a.example/ \\x1b\\u202e"


@pytest.mark.parametrize(
    "number",
    [
        *('"NaN"^^xsd:double', '"INF"^^xsd:double', '"-INF"^^xsd:float', '"abc"^^xsd:integer'),
        *(
            '"x"^^xsd:decimal',
            "9007199254740993",
            "1e308",
            '""^^xsd:integer',
            '"1e400"^^xsd:double',
        ),
        f'"{"9" * 5_000}"^^xsd:integer',
    ],
)
@pytest.mark.parametrize(
    "form", ["table", "csv", "spreadsheet-csv", "json", "markdown", "html", "xlsx"]
)
def test_every_number_can_be_written(number: str, form: str) -> None:
    prefix = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
    assert content(f"{prefix} SELECT ({number} AS ?n) {{}}", form)
