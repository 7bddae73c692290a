"""Dossiers as PDF, set in a font that comes with the program."""

from __future__ import annotations

from html import escape
from importlib.resources import as_file, files
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Image, SimpleDocTemplate, Table, TableStyle
from reportlab.platypus import Paragraph as SetParagraph

from queries.dossiers.dossier import Picture, Statement, Subheading, TextBlock
from queries.visible_text import mark_controls
from visualisations.document_cells import column_shares, shown_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.lib.styles import StyleSheet1
    from reportlab.platypus import Flowable

    from queries.dossiers.dossier import Block, Dossier
    from queries.result_tables import Table as ResultTable

SUFFIXES = (".pdf",)

_FONT, _BOLD = "Roboto", "Roboto-Bold"
_WIDTH = A4[0] - 4 * cm
_LONGEST_CELL = 1500
"""Characters of a cell; a row of a table must fit on a page."""


def render(dossier: Dossier) -> bytes:
    """Write a dossier as PDF, with numbered pages."""
    _register_fonts()
    file = BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=2 * cm,
        rightMargin=2 * cm,
        topMargin=2 * cm,
        bottomMargin=2 * cm,
        title=dossier.title,
        author="joinedup",
        lang="en-GB",
        invariant=True,
    )
    document.build(list(_flowables(dossier)), onFirstPage=_number, onLaterPages=_number)
    return file.getvalue()


def _register_fonts() -> None:
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        with as_file(files("font_roboto").joinpath("files")) as fonts:
            pdfmetrics.registerFont(TTFont(_FONT, str(fonts / "Roboto-Regular.ttf")))
            pdfmetrics.registerFont(TTFont(_BOLD, str(fonts / "Roboto-Bold.ttf")))
        pdfmetrics.registerFontFamily(_FONT, _FONT, _BOLD, _FONT, _BOLD)


def _number(canvas: object, document: SimpleDocTemplate) -> None:
    canvas.setFont(_FONT, 8)  # type: ignore[attr-defined]
    canvas.drawRightString(A4[0] - 2 * cm, 1.2 * cm, str(document.page))  # type: ignore[attr-defined]


def _styles() -> StyleSheet1:
    styles = getSampleStyleSheet()
    for name in ("Title", "Heading1", "Heading2", "Heading3"):
        styles[name].fontName = _BOLD
    styles["BodyText"].fontName = _FONT
    styles.add(ParagraphStyle("Quote", styles["BodyText"], leftIndent=0.6 * cm))
    styles.add(ParagraphStyle("Small", styles["BodyText"], fontSize=8, leading=10))
    return styles


def _flowables(dossier: Dossier) -> Iterator[Flowable]:
    styles = _styles()
    yield SetParagraph(_text(dossier.title), styles["Title"])
    yield SetParagraph(_text(dossier.standfirst), styles["BodyText"])
    for section in dossier.sections:
        yield SetParagraph(_text(section.heading), styles["Heading1"])
        for block in section.blocks:
            yield from _block(block, styles)
    yield SetParagraph("Sources", styles["Heading1"])
    for number, source in enumerate(dossier.sources, 1):
        place = _text(source.place)
        link = f'<link href="{place}">{place}</link>' if source.is_address else place
        words = f"{_text(source.before_place)}{link}{_text(source.behind_place)}"
        yield SetParagraph(f'<a name="source-{number}"/>{number}. {words}', styles["Small"])


def _block(block: Block, styles: StyleSheet1) -> Iterator[Flowable]:
    if isinstance(block, Subheading):
        yield SetParagraph(_text(block.text), styles["Heading3"])
    elif isinstance(block, TextBlock):
        yield SetParagraph(_text(block.text) + _notes(block.notes), styles["BodyText"])
    elif isinstance(block, Statement):
        speaker = f"<b>{_text(block.speaker)}</b>" if block.speaker else ""
        words = ": ".join(filter(None, (speaker, _text(block.quoted))))
        yield SetParagraph(words + _notes(block.notes), styles["Quote"])
    elif isinstance(block, Picture):
        width, height = ImageReader(BytesIO(block.png)).getSize()
        yield Image(BytesIO(block.png), _WIDTH, _WIDTH * height / width)
        yield SetParagraph(_text(block.caption), styles["Small"])
    else:
        yield SetParagraph(_text(block.table.caption), styles["Small"])
        yield _table(block.table, styles)


def _table(table: ResultTable, styles: StyleSheet1) -> Table:
    rows = [table.columns, *([shown_cell(value) for value in row] for row in table.rows)]
    cells = [[SetParagraph(_cell(words), styles["Small"]) for words in row] for row in rows]
    grid = Table(cells, colWidths=[_WIDTH * share for share in column_shares(table)], repeatRows=1)
    line = colors.HexColor("#b8c2cc")
    grid.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.5, line),
                ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#eef2f5")),
            ]
        )
    )
    return grid


def _cell(words: str) -> str:
    return _text(f"{words[:_LONGEST_CELL]} …" if len(words) > _LONGEST_CELL else words)


def _text(words: str) -> str:
    return escape(mark_controls(words))


def _notes(notes: Sequence[int]) -> str:
    links = (f'<link href="#source-{note}">{note}</link>' for note in notes)
    joined = ", ".join(links)
    return f"<super> {joined}</super>" if joined else ""
