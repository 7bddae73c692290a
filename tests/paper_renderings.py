"""Renders made papers as people meet them: wrapped text with page numbers, HTML, and real PDF."""

from __future__ import annotations

import html
from io import BytesIO
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Paragraphs = list[tuple[str, str]]
"""HTML element and text of each paragraph."""

_FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
_SHIFT = 29


def as_text(paragraphs: Paragraphs, head: str, *, apart: bool, depth: int = 40) -> str:
    lines = list(_wrapped(paragraphs, 92, apart=apart))
    pages = [lines[at : at + depth] for at in range(0, len(lines), depth)]
    return "".join(
        "\n".join([head, *page, str(number), ""]) for number, page in enumerate(pages, start=1)
    )


def as_html(paragraphs: Paragraphs, address: str) -> str:
    body = "\n".join(f"<{style}>{html.escape(text)}</{style}>" for style, text in paragraphs)
    return (
        '<!DOCTYPE html><html lang="en"><head><title>A made paper</title>'
        f'<link rel="canonical" href="{address}"></head>'
        f"<body><nav><p>Home</p></nav><main>{body}</main><footer><p>Cookies</p></footer></body></html>"
    )


def as_pdf(paragraphs: Paragraphs, head: str) -> bytes:
    return pdf_of(list(_wrapped(paragraphs, 85, apart=False)), head=head)


def pdf_of(lines: Sequence[str], *, head: str = "", depth: int = 48, password: str = "") -> bytes:
    """A PDF with an embedded font, a running head and page numbers."""
    pdfmetrics.registerFont(TTFont("Vera", str(_FONT)))
    paper_bytes = BytesIO()
    canvas = Canvas(paper_bytes, pagesize=A4, invariant=1, encrypt=password or None)
    for number, at in enumerate(range(0, len(lines), depth), start=1):
        canvas.setFont("Vera", 10)
        for row, line in enumerate([head, *lines[at : at + depth]]):
            canvas.drawString(50, 800 - 15 * row, line)
        canvas.drawString(290, 30, str(number))
        canvas.showPage()
    canvas.save()
    return paper_bytes.getvalue()


def columns_of(lines: Sequence[str], *, depth: int = 40) -> bytes:
    """A PDF in two columns, drawn row by row as some writers do."""
    pdfmetrics.registerFont(TTFont("Vera", str(_FONT)))
    paper_bytes = BytesIO()
    canvas = Canvas(paper_bytes, pagesize=A4, invariant=1)
    for at in range(0, len(lines), 2 * depth):
        canvas.setFont("Vera", 10)
        for row in range(depth):
            for left, line in (
                (50, lines[at + row : at + row + 1]),
                (310, lines[at + depth + row : at + depth + row + 1]),
            ):
                canvas.drawString(left, 800 - 15 * row, "".join(line))
        canvas.showPage()
    canvas.save()
    return paper_bytes.getvalue()


def shifted(line: str) -> str:
    """A line as a broken font map gives it out: every letter 29 places too low."""
    return "".join(chr(ord(mark) - _SHIFT) if "=" <= mark <= "~" else mark for mark in line)


def _wrapped(paragraphs: Paragraphs, width: int, *, apart: bool) -> Iterator[str]:
    for _, text in paragraphs:
        yield from wrap(text, width, break_on_hyphens=False)
        if apart:
            yield ""
