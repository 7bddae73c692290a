"""Lists of recommendations as programs write them: OpenDocument, formulas, text of Windows."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from graph.errors import InputError
from graph.records.findings import Finding, ReportedCommitment
from loaders.formats import excel_sheets, format_of, open_sheets
from loaders.pipeline.build import build
from loaders.text.encodings import is_of_windows
from tests.made_sheets import day, figure, ods, table
from tests.register_documents import claims_of, load_text

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.interface.context import Context

HEAD = ["Report", "HC no", "Session", "Rec no", "Recommendation", "Status", "Due date"]
ROWS = [
    ["What we follow"],
    [],
    HEAD,
    ["Grain", figure(12), "2024-25", figure(1), "Count.", "Accepted", day("2025-07-31")],
    ["", "", "", figure(2), "Weigh & sell.", "Accepted", day("2026-01-01T00:00:00")],
]


def load(raw: bytes) -> Context:
    assert format_of(raw, "").name == "open_sheets"
    return load_text("trackers", open_sheets.decode(raw, "list.ods", None), "list.ods")


def told(context: Context) -> list[tuple[str, str | None]]:
    return [
        (each.key[-1], each.text.text if each.text else None)
        for each in claims_of(context, Finding)
    ]


def test_an_opendocument_spreadsheet_is_read_like_one_of_excel() -> None:
    context = load(ods(table("One", ROWS)))
    assert context.issues == []
    assert told(context) == [("1", "Count."), ("2", "Weigh & sell.")]
    promises = claims_of(context, ReportedCommitment)
    assert [each.due for each in promises] == ["2025-07-31", "2026-01-01"]
    assert context.records[0].origin.location == "list.ods line 4"


def test_each_sheet_has_a_header_of_its_own_and_hidden_ones_are_left_out() -> None:
    more = [HEAD, ["Seed", figure(13), "2024-25", figure(1), "Sow.", "", ""]]
    hidden = [HEAD, ["Gone", figure(14), "2024-25", figure(1), "Reap.", "", ""]]
    tables = table("A", ROWS) + table("B", more) + table("C", hidden, hidden=True)
    assert told(load(ods(tables)))[2:] == [("1", "Sow.")]


def repeated(rows: int) -> str:
    """A sheet of which one cell says that it fills so many rows."""
    words = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
    return (
        f'<table:table table:name="S"><table:table-row table:number-rows-repeated="{rows}">'
        f"{words}<text:p>long words</text:p></table:table-cell></table:table-row></table:table>"
    )


@pytest.mark.parametrize(
    "tables",
    ["<table:table", "", table("Empty", []), "<x/>", repeated(99_999_999), repeated(40_000)],
    ids=["broken", "no table", "no row", "other XML", "too many cells", "many cells"],
)
def test_a_broken_or_hostile_spreadsheet_is_refused(tables: str) -> None:
    with pytest.raises(InputError):
        open_sheets.decode(ods(tables), "list.ods", None)


def test_formulas_have_the_value_that_is_stored_and_are_named_without_one() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEAD)
    sheet.append(["Grain", 12, "2024-25", 1, "Count.", "Accepted", "=DATE(2025,7,31)"])
    sheet.append(["Grain", 12, "2024-25", "=1+1", "Weigh.", "", ""])
    target = BytesIO()
    book.save(target)
    context = load_text("trackers", excel_sheets.decode(target.getvalue(), "list.xlsx", None))
    assert told(context)[0] == ("1", "Count.")
    (note,) = [issue for issue in context.issues if "formulas" in issue.problem]
    assert "G2, D3" in note.problem
    assert not note.lost


@pytest.mark.parametrize(
    ("name", "written", "expected"),
    [
        ("Published", "2023-11-08", date(2023, 11, 8)),
        ("Report date", "08/11/2023", date(2023, 11, 8)),
        ("Date of report", "8 November 2023", date(2023, 11, 8)),
        ("PUBLICATION DATE", "Wednesday 8th November, 2023", date(2023, 11, 8)),
        ("Report published", "2023-11-08 00:00:00", date(2023, 11, 8)),
        ("Published", "November 2023", None),
        ("Published", "31/02/2023", None),
        ("Published", "soon", None),
        ("Published", "n/a", None),
        ("Published", "", None),
    ],
)
def test_a_column_gives_the_day_of_the_report(
    name: str, written: str, expected: date | None
) -> None:
    text = f'Report,HC no,Session,{name},No,Recommendation\nGrain,12,2023-24,"{written}",1,Count.\n'
    context = load_text("trackers", f"{text},,,,2,Weigh.\n")
    reports = [each.report for each in claims_of(context, Finding)]
    assert [each and each.published for each in reports] == [expected, expected]
    is_noted = any("is no day" in issue.problem for issue in context.issues)
    assert is_noted is (expected is None and written not in {"", "n/a"})


WORDS = "Report,HC no,Session,No,Recommendation\nGrain,12,2023-24,1,{}\n"


@pytest.mark.parametrize(
    "words",
    [
        "Spend £5 – not more", "The women’s “café” – naïve", "René’s plan…", "€5 and 20°",
        "Côte d’Ivoire", "“Étude”", "a\xa0b • c", "Zoë, façade, señor", "½ of it",
    ],
)  # fmt: skip
def test_english_text_of_windows_is_found_by_its_marks_and_said_to_be(
    tmp_path: Path, words: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(WORDS.format(words).encode("cp1252"))
    report = build([str(file)], tmp_path / "store")
    assert report.records["trackers"] == 1
    (note,) = [issue for issue in report.issues if "cp1252" in issue.problem]
    assert not note.lost
    assert not note.uncertain


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("The women’s “café”", "mac_roman"), ("Spend £5", "cp850"), ("Żółw", "cp1250"),
        ("Привет всем", "cp1251"), ("Ελλάδα", "cp1253"), ("日本語", "shift_jis"),
        ("Příliš žluťoučký", "iso-8859-2"), ("Türkçe ışık", "cp1254"), ("İyi", "cp1254"),
    ],
)  # fmt: skip
def test_text_in_other_encodings_is_refused_still(
    tmp_path: Path, words: str, encoding: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(WORDS.format(words).encode(encoding))
    with pytest.raises(InputError, match="is not utf-8 text"):
        build([str(file)], tmp_path / "store")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40), st.integers())
def test_utf_8_that_is_broken_is_not_taken_for_windows(words: str, place: int) -> None:
    raw = bytearray(f"{words} “x” {words}".encode())
    del raw[place % len(raw)]
    try:
        raw.decode()
    except UnicodeDecodeError:
        assert not is_of_windows(bytes(raw))
