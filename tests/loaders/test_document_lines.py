"""Lines of a document: what markup says of them, and the rows of its tables."""

from __future__ import annotations

from loaders.interface.context import Document
from loaders.layout.document_lines import read_sheet
from loaders.text.shown_text import BlockRole

PAGE = """<!DOCTYPE html><html><body>
<h2><span class="number">2. </span>Recommendation 1</h2>
<p>Before the quotation.</p>
<blockquote><h3>Piers</h3><p>Build a pier.</p></blockquote>
<table><tr><th>No.</th><th>Words</th></tr>
<tr><td>1</td><td><p>Build.</p><p>Then paint.</p></td></tr>
<tr><td>2</td><td></td></tr></table>
<table><tr><td>Another</td></tr></table>
</body></html>"""


def test_a_line_has_the_role_of_the_outermost_block_it_stands_in() -> None:
    lines = read_sheet(Document("page", PAGE, ".html")).lines
    assert [(line.text, line.role) for line in lines[:4]] == [
        ("2. Recommendation 1", BlockRole.HEADING),
        ("Before the quotation.", None),
        ("Piers", BlockRole.QUOTATION),
        ("Build a pier.", BlockRole.QUOTATION),
    ]
    assert {line.role for line in lines[4:]} == {BlockRole.CELL}


def test_rows_keep_their_cells_and_tables() -> None:
    sheet = read_sheet(Document("page", PAGE, ".html"))
    rows = [[sheet.text[start:end].split("\n") for start, end in row.cells] for row in sheet.rows]
    assert rows == [
        [["No.", ""], ["Words", ""]],
        [["1", ""], ["Build.", "Then paint.", ""]],
        [["2", ""], [""]],
        [["Another", ""]],
    ]
    assert [row.table for row in sheet.rows] == [0, 0, 0, 1]


def test_plain_text_has_no_roles() -> None:
    sheet = read_sheet(Document("page", "Heading\n\nWords.\n"))
    assert {line.role for line in sheet.lines} == {None}
    assert sheet.rows == ()
