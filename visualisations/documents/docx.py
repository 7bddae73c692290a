"""Dossiers as Word files: real styles, headings, captions and notes that lead to the sources."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt

from queries.dossiers.dossier import Picture, Statement, Subheading, TextBlock
from queries.visible_text import mark_controls
from visualisations.document_cells import column_shares, shown_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

    from queries.dossiers.dossier import Block, Dossier, DossierSource
    from queries.result_tables import Table

SUFFIXES = (".docx",)

_WIDTH = Cm(16)
"""Room between the margins, for pictures and tables."""

_NOTE = "Source Note"


def render(dossier: Dossier) -> bytes:
    """Write a dossier as a Word file; the same dossier gives a file of the same content."""
    document = docx.Document()
    _prepare(document, dossier.title)
    document.add_heading(mark_controls(dossier.title), 0)
    document.add_paragraph(mark_controls(dossier.standfirst), "Subtitle")
    for section in dossier.sections:
        document.add_heading(mark_controls(section.heading), 1)
        for block in section.blocks:
            _add_block(document, block)
    document.add_heading("Sources", 1)
    for number, source in enumerate(dossier.sources, 1):
        _add_source(document, number, source)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _prepare(document: Document, title: str) -> None:
    document.core_properties.title = mark_controls(title)
    document.core_properties.author = "joinedup"
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    note = document.styles.add_style(_NOTE, WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = document.styles["Normal"]
    note.font.size = Pt(9)


def _add_block(document: Document, block: Block) -> None:
    if isinstance(block, Subheading):
        document.add_heading(mark_controls(block.text), 2)
    elif isinstance(block, TextBlock):
        _add_notes(document.add_paragraph(mark_controls(block.text)), block.notes)
    elif isinstance(block, Statement):
        paragraph = document.add_paragraph(style="Quote")
        if block.speaker:
            paragraph.add_run(mark_controls(block.speaker)).bold = True
            paragraph.add_run(": " if block.words else "")
        paragraph.add_run(mark_controls(block.quoted))
        _add_notes(paragraph, block.notes)
    elif isinstance(block, Picture):
        document.add_picture(BytesIO(block.png), width=_WIDTH)
        document.add_paragraph(mark_controls(block.caption), "Caption")
    else:
        _add_table(document, block.table)


def _add_table(document: Document, table: Table) -> None:
    document.add_paragraph(mark_controls(table.caption), "Caption")
    grid = document.add_table(rows=1, cols=len(table.columns), style="Light List Accent 1")
    for cell, name in zip(grid.rows[0].cells, table.columns, strict=True):
        cell.text = mark_controls(name)
    grid.autofit = False
    heading = OxmlElement("w:tblHeader")  # the first row stands on every page of the table
    grid.rows[0]._tr.get_or_add_trPr().append(heading)  # noqa: SLF001 - python-docx has no other way
    for row in table.rows:
        for cell, value in zip(grid.add_row().cells, row, strict=True):
            cell.text = mark_controls(shown_cell(value))
    for column, share in zip(grid.columns, column_shares(table), strict=True):
        column.width = Emu(int(_WIDTH * share))
        for cell in column.cells:  # Word asks the cells, LibreOffice the column
            cell.width = column.width
    document.add_paragraph()


def _add_notes(paragraph: WordParagraph, notes: Sequence[int]) -> None:
    """Add the numbers of sources, raised, each a link to its line among the sources."""
    for note in notes:
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _bookmark(note))
        run = paragraph.add_run(f"[{note}]")
        run.font.superscript = True
        link.append(run._r)  # noqa: SLF001 - python-docx has no links inside a document
        paragraph._p.append(link)  # noqa: SLF001


def _add_source(document: Document, number: int, source: DossierSource) -> None:
    paragraph = document.add_paragraph(style=_NOTE)
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), _bookmark(number))
        paragraph._p.append(mark)  # noqa: SLF001 - python-docx has no bookmarks
    paragraph.add_run(mark_controls(f"[{number}] {source.before_place}"))
    run = paragraph.add_run(mark_controls(source.place))
    if source.is_address:
        link = OxmlElement("w:hyperlink")
        identifier = document.part.relate_to(
            source.place, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link.set(qn("r:id"), identifier)
        run.font.underline = True
        link.append(run._r)  # noqa: SLF001
        paragraph._p.append(link)  # noqa: SLF001
    paragraph.add_run(source.behind_place)


def _bookmark(number: int) -> str:
    return f"source_{number}"
