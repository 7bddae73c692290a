"""Good inputs of each kind, of which mutated ones are made, and words that trouble such a kind."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from loaders.corrections.hand_corrections import BUNDLED as BUNDLED_CORRECTIONS
from loaders.interface.source_list import HERE as SOURCES
from tests import made_treasury_minute as made
from tests.conftest import HERE
from tests.paper_renderings import as_html, pdf_of
from tests.soak.packed_seeds import PACKED_KINDS
from tests.soak.seed_kind import SeedKind

if TYPE_CHECKING:
    from pathlib import Path

CASES = HERE / "cases"
GOOD = CASES / "hostile" / "good.txt"

_SHORT = 60
"""Lines of a register or of facts that a seed has."""


def _read(*paths: Path) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in paths)


def _first_lines(path: Path) -> bytes:
    return b"\n".join(path.read_bytes().split(b"\n")[:_SHORT])


def _plain_pdf(*, compressed: bool) -> bytes:
    """A PDF of two pages with a standard font, whose streams can be read by eye if so wished."""
    held = BytesIO()
    canvas = Canvas(held, pageCompression=int(compressed), invariant=1)
    for page in range(2):
        for row, (_, text) in enumerate(made.make().paragraphs[page * 20 : page * 20 + 20]):
            canvas.drawString(50, 800 - 15 * row, text[:90])
        canvas.bookmarkPage(str(page))
        canvas.showPage()
    canvas.save()
    return held.getvalue()


_PAPER = made.make().paragraphs
_PAGES = sorted((CASES / "record_pages" / "pages").glob("*.txt"))[:12]
_DOCUMENTS = [
    *sorted((CASES / "treasury_minutes").glob("*.txt")),
    *sorted((CASES / "government_responses").glob("*.txt")),
]
_HTML = (
    *(b"&#27;[31m", b"&#0;", b"&#xD800;", b"&#x110000;", b"&#147;", b"&#99999999999;"),
    *(b"<frameset>", b"<div>" * 800, b"<p " + b"a=1 " * 2_000, b"<!--", b"<![CDATA["),
    *(b"<script>", b"<table><tr>", b'<meta charset="rot13">', b'<meta charset="utf-7">'),
    *(b'<meta charset="x">', b"<base href=//", b'<link rel=canonical href="https://a:b:c/">'),
    *(b"</body></html>", b"<nav>", b"<iframe src=x>"),
)
_PDF = (
    *(b"/Kids [3 0 R 3 0 R]", b"/Count 999999999", b"/Length 0", b"/Length 99999999"),
    *(b"/Prev 0", b"/Parent 4 0 R", b"<<" * 600, b"[" * 600, b"/Filter /JBIG2Decode"),
    *(b"/Encrypt 1 0 R", b"/Filter [/FlateDecode /LZWDecode /ASCII85Decode]", b"/Type /ObjStm"),
    *(b"endobj", b"stream", b"xref\n0 99999999\n", b"startxref\n0\n%%EOF", b"trailer"),
    *(b"/Pages 1 0 R", b"null", b"<</A", b"/ToUnicode 8 0 R"),
    *(b"beginbfrange <00> <ffffffff> <0000> endbfrange", b"/W [0 999999999 5]", b"q " * 5_000),
    *(b"/Fm0 Do ", b"BT /F1 1e99 Tf ET", b"/XObject << /Fm0 5 0 R >>", b"/Rotate -7"),
)
_CSV = (
    *(b'"', b'""', b',"', b";", b"\t", b"|", b",,,,,,", b"sep=;\n", b"id,name,kind", b"''"),
    *(b"-", b"()", b"9999-13", b"0000", b"10000-01-01", b"2024-02-30", b"a" * 140_000),
    *(b"=cmd|' /C calc'!A0", b"https://a:b:c/", b"https://a/#b#c", b"HOME-office", b"other"),
    *(b"\xc2\xa0", b"& ", b"the"),
)
_JSON = (
    *(b"\\ud800", b"\\udfff\\ud800", b"\\u0000", b"\\u001b[31m", b"NaN", b"Infinity", b"-0"),
    *(b"null", b"1" * 5_000, b'{"a":' * 3_000, b"[" * 5_000, b'"gist": "x", ', b"true", b"{}"),
    *(b"[]", b'""', b'"publication_date": "10000-01-01", '),
    *(b'"source_url": "https://a:b:c/", ', b"//", b"1e999", b'"own_page": 1, '),
    *(b'"addressees": ["\\ud800"], ', b'"decision": "accepted", ', b"}{", b"\\"),
)
_TOML = (
    *(b"[[merge]]", b"[merge]", b"[[same-as]]", b"[[nothing]]", b"on = 2024-02-30"),
    *(b"on = 0001-01-01", b"a = " + b"[" * 3_000, b"a = " + b"9" * 5_000, b'"""', b"'''"),
    *(b'why = "\\u0000"', b"inf", b"nan", b'thing = "organisation/"', b'thing = "x/y/z"'),
    *(b'into = "organisation/a"', b'name = ""', b"1.5", b"name = \"''\"", b"by = 1"),
    *(b"on = 10:00:00", b"[a.b.c]", b'name = "\\ud800"', b"{a = {b = 1}}"),
)

_SHEET = (
    b"correction,finding,position,words,by,on,why\n"
    b'position,made-finding-1,rejected,"The government disagrees",A. Clerk,2026-03-01,Misread\n'
    b'position,made-finding-2,accepted,We agree,A. Clerk,2026-03-02,"Misread,\ntwice"\n'
)
_CORRECTED = (
    *(b"merge", b"same-finding", b"dismiss", b"kind", b"addressee", b"commitment", b"correction"),
    *(
        b"\ncorrection,",
        b"is-answer=yes",
        b"https://a:b:c/",
        b"organisation/",
        b"10000-01-01",
        b"yes",
    ),
)

KINDS: dict[str, SeedKind] = {
    "record pages as text": SeedKind(".txt", _read(*_PAGES)),
    "record pages as HTML": SeedKind(
        ".html",
        (
            *_read(CASES / "hostile" / "host" / "h3.html"),
            *(b"<html><body><p>" + raw.replace(b"\n", b"<br>\n") for raw in _read(*_PAGES[:6])),
        ),
        _HTML,
    ),
    "documents as text": SeedKind(".txt", _read(*_DOCUMENTS)),
    "documents as HTML": SeedKind(
        ".html",
        (
            *_read(CASES / "government_responses" / "command-paper.html"),
            as_html(_PAPER[:60], "https://www.gov.uk/made-paper").encode(),
        ),
        _HTML,
    ),
    "PDF": SeedKind(
        ".pdf",
        (
            *_read(CASES / "hostile" / "pdf" / "m004.pdf"),
            _plain_pdf(compressed=False),
            _plain_pdf(compressed=True),
            pdf_of([text[:90] for _, text in _PAPER[:60]]),
            pdf_of([text[:90] for _, text in _PAPER[:40]], password="secret"),  # noqa: S106 - made
        ),
        _PDF,
    ),
    "registers as CSV": SeedKind(
        ".csv",
        (
            *map(
                _first_lines,
                (
                    SOURCES / "organisations" / "organisations.csv",
                    SOURCES / "initiatives" / "initiatives.csv",
                ),
            ),
        ),
        _CSV,
        registers=True,
    ),
    "committee reports as text": SeedKind(".txt", _read(CASES / "one_report" / "report.txt")),
    "facts as JSON lines": SeedKind(
        ".jsonl", (_first_lines(SOURCES / "finding_facts" / "findings.jsonl"),), _JSON
    ),
    "corrections as TOML": SeedKind(".toml", _read(BUNDLED_CORRECTIONS), _TOML, corrections=True),
    "corrections as CSV": SeedKind(".csv", (_SHEET,), (*_CSV, *_CORRECTED), corrections=True),
} | PACKED_KINDS
"""The kinds of inputs by their names."""
