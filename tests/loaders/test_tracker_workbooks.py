"""Lists of recommendations in Excel workbooks."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from graph.errors import InputError
from graph.records.findings import Finding, ReportedCommitment
from loaders.formats import excel_sheets, format_of
from tests.register_documents import claims_of, load_text

if TYPE_CHECKING:
    from loaders.interface.context import Context

HEAD = ["Report", "HC no", "Session", "Rec no", "Recommendation", "Status", "Due date"]


def written(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def load(raw: bytes) -> Context:
    assert format_of(raw, ".xlsx").name == "excel_sheets"
    return load_text("trackers", excel_sheets.decode(raw, "list.xlsx", None), "list.xlsx")


def made_book() -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["What we follow"])
    sheet.append([])
    sheet.append(HEAD)
    sheet.append(["Grain", 12, "2024-25", 1, "Count.", "Accepted", datetime(2025, 7, 31)])  # noqa: DTZ001
    sheet.append([None, None, None, 2, "Weigh.", "Accepted", date(2026, 1, 1)])
    sheet.merge_cells("A4:A5")
    return book


def test_days_numbers_titles_and_merged_cells_are_read() -> None:
    context = load(written(made_book()))
    assert context.issues == []
    assert [each.key[2:] for each in claims_of(context, Finding)] == [
        ("HC 12", "recommendation", "1"),
        ("HC 12", "recommendation", "2"),
    ]
    promises = claims_of(context, ReportedCommitment)
    assert [each.due for each in promises] == ["2025-07-31", "2026-01-01"]
    assert context.records[0].origin.location == "list.xlsx line 4"


def test_each_sheet_has_a_header_of_its_own() -> None:
    book = made_book()
    book.create_sheet("Key").append(["Amber", "late"])
    more = book.create_sheet("More")
    more.append(["No", "Recommendation"])
    more.append([7, "Sow."])
    more.append([8])
    context = load(written(book))
    assert [each.number for each in claims_of(context, Finding)] == ["1", "2", "7"]
    (issue,) = context.issues
    assert "sheet 'More', row 3" in issue.problem


def test_a_workbook_that_swells_is_refused() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (80 * 1024 * 1024))
    with pytest.raises(InputError):
        excel_sheets.decode(target.getvalue(), "bomb.xlsx", None)


def test_a_broken_workbook_is_refused_in_a_sentence() -> None:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
    with pytest.raises(InputError, match="broken"):
        excel_sheets.decode(target.getvalue(), "half.xlsx", None)


def with_parts_changed(old: bytes, new: bytes) -> bytes:
    """The made workbook, some bytes of its parts changed."""
    target = BytesIO()
    with ZipFile(BytesIO(written(made_book()))) as book, ZipFile(target, "w") as packed:
        for name in book.namelist():
            packed.writestr(name, book.read(name).replace(old, new))
    return target.getvalue()


def test_a_row_that_no_sheet_has_is_refused_before_the_rows_up_to_it_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(excel_sheets.READER, "seconds", 120)
    raw = with_parts_changed(b'<row r="5"', b'<row r="999999999999"')
    with pytest.raises(InputError, match="a row that no sheet has"):
        excel_sheets.decode(raw, "list.xlsx", None)


def test_a_workbook_with_entities_is_refused() -> None:
    laugh = b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><worksheet'
    with pytest.raises(InputError, match="declares a document type"):
        excel_sheets.decode(with_parts_changed(b"<worksheet", laugh), "list.xlsx", None)


def test_parts_that_unpack_to_too_much_together_are_left_packed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = written(made_book())
    monkeypatch.setattr(excel_sheets, "MOST_UNPACKED", 5_000)
    with pytest.raises(InputError, match="unpacks to more than"):
        excel_sheets.decode(raw, "list.xlsx", None)
