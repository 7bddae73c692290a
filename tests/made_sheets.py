"""OpenDocument spreadsheets, made up cell by cell."""

from __future__ import annotations

from html import escape
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "text", "table")
)
_HIDDEN = (
    '<style:style style:name="hidden" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)


def ods(tables: str) -> bytes:
    """A spreadsheet of the given tables, as XML."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}>'
        f"<office:automatic-styles>{_HIDDEN}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<?xml version='1.0'?><manifest/>")
    return target.getvalue()


def table(name: str, rows: Sequence[Sequence[str]], *, hidden: bool = False) -> str:
    """A table of cells that hold text; a cell that begins with ``<`` is XML of its own."""
    lines = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows
    )
    style = ' table:style-name="hidden"' if hidden else ""
    return f'<table:table table:name="{escape(name)}"{style}>{lines}</table:table>'


def day(iso: str) -> str:
    """A cell that holds a day."""
    return (
        f'<table:table-cell office:value-type="date" office:date-value="{iso}">'
        f"<text:p>some day</text:p></table:table-cell>"
    )


def figure(value: float) -> str:
    """A cell that holds a number."""
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def _cell(words: str) -> str:
    if words.startswith("<"):
        return words
    if not words:
        return "<table:table-cell/>"
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{escape(words)}</text:p></table:table-cell>"
    )
