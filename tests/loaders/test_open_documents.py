"""OpenDocument texts: numbers that are counted, notes, tables, and what is left out."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from loaders.formats import format_of, odt
from loaders.text.shown_text import BlockRole
from tests.office_files import open_file, zip_of

LIST = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>'
)


def lines(raw: bytes) -> list[str]:
    return odt.extract(odt.decode(raw, "paper.odt")).text.splitlines()


def items(*inside: str, more: str = "") -> str:
    listed = "".join(f"<text:list-item>{each}</text:list-item>" for each in inside)
    return f'<text:list text:style-name="L1"{more}>{listed}</text:list>'


def test_items_of_lists_bear_their_numbers_and_a_list_can_go_on() -> None:
    inner = "<text:p>Share tides.</text:p><text:list><text:list-item><text:p>By May.</text:p>"
    text = (
        items(
            "<text:p>Dredge.</text:p><text:p>Soon.</text:p>",
            f"{inner}</text:list-item></text:list>",
        )
        + "<text:p>We agree.</text:p>"
        + items("<text:p>Pay.</text:p>", more=' text:continue-numbering="true"')
        + items("<text:p>Anew.</text:p>")
    )
    assert lines(open_file(text, automatic=LIST)) == [
        "1. Dredge.", "Soon.", "2. Share tides.", "(a) By May.", "We agree.", "3. Pay.", "1. Anew.",
    ]  # fmt: skip


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1"'
        ' style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1"'
        ' text:display-levels="2"/></text:outline-style>'
    )
    text = (
        '<text:h text:outline-level="1">Ports</text:h><text:h text:outline-level="2">Tides</text:h>'
    )
    assert lines(open_file(text, styles=outline)) == ["1 Ports", "1.1 Tides"]


def test_notes_go_to_the_foot_and_comments_and_deleted_words_are_left_out() -> None:
    text = (
        "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
        "<text:p>Letters<text:s/>go<text:tab/>out.<text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>HC 12</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>Check!</text:p></office:annotation></text:p>"
        "<text:p>Next<text:line-break/>line.</text:p>"
    )
    assert lines(open_file(text)) == ["Letters go out.1", "Next", "line.", "1 HC 12"]


def test_tables_keep_their_cells_and_repeated_columns_are_not_written_out() -> None:
    row = (
        "<table:table-row><table:table-cell><text:p>1. Dredge.</text:p></table:table-cell>"
        "<table:table-cell><text:p>We agree.</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="99999999"/></table:table-row>'
    )
    shown = odt.extract(
        odt.decode(open_file(f"<table:table>{row}</table:table><text:p>End.</text:p>"), "x")
    )
    (cells,) = [each.cells for each in shown.rows]
    assert [shown.text[start:end].strip() for start, end in cells[:2]] == [
        "1. Dredge.",
        "We agree.",
    ]


def test_titles_and_quotations_are_told_by_their_style() -> None:
    automatic = '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    text = (
        '<text:p text:style-name="Title">Ports</text:p><text:p text:style-name="P1">Pay.</text:p>'
    )
    shown = odt.extract(odt.decode(open_file(text, automatic=automatic), "paper.odt"))
    assert [each.role for each in shown.roles] == [BlockRole.HEADING, BlockRole.QUOTATION]


def test_contents_are_navigation_and_text_boxes_are_read() -> None:
    text = (
        "<text:table-of-content><text:index-body><text:p>Ports 4</text:p></text:index-body>"
        "</text:table-of-content><text:p>Words.<draw:frame><draw:text-box><text:p>Boxed.</text:p>"
        "</draw:text-box></draw:frame></text:p>"
    )
    shown = odt.extract(odt.decode(open_file(text), "paper.odt"))
    assert shown.text.splitlines() == ["Ports 4", "Words.", "Boxed."]
    assert [shown.text[slice(*span)] for span in shown.furniture] == ["Ports 4\n"]


def test_an_encrypted_document_is_refused_in_a_sentence() -> None:
    raw = zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": b"\x00\x01",
            "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
        }
    )
    with pytest.raises(InputError, match="is encrypted"):
        odt.decode(raw, "paper.odt")


def test_a_spreadsheet_is_no_text() -> None:
    raw = zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": "<x/>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )
    assert format_of(raw, ".ods").name != "odt"
