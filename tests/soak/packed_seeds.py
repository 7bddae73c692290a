"""Good inputs as people have them: office documents, lists, archives, mails; and words for them."""

from __future__ import annotations

import tarfile
from email.message import EmailMessage
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook

from tests.office_files import (
    open_file,
    open_of,
    rich_of,
    word_file,
    word_of,
    word_paragraph,
    zip_of,
)
from tests.response_layouts import FRONT, ITEMS
from tests.soak.seed_kind import SeedKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAPER = [
    *(("p", line) for line in FRONT[:3]),
    *(("h2", line) for line in FRONT[3:4]),
    *(("p", line) for line in FRONT[4:]),
    *(
        paragraph
        for item in ITEMS
        for paragraph in (
            ("p", f"{item.number}. {item.words} (Paragraph {item.paragraph})"),
            ("p", item.reply),
        )
    ),
]
_TEXT = "\n\n".join(words for _, words in _PAPER) + "\n"
_PAGE = "".join(f"<p>{words}</p>" for _, words in _PAPER)
_HTML = (
    f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{_PAGE}</body></html>'.encode()
)

_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
)
_COUNTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'


def _counted_word() -> bytes:
    """A Word document whose items Word counts, with a table, a footnote and a text box."""
    items = "".join(
        word_paragraph(f"{item.words} (Paragraph {item.paragraph})", _COUNTED)
        + word_paragraph(item.reply)
        for item in ITEMS
    )
    head = "".join(word_paragraph(line) for line in FRONT)
    cells = "".join(f"<w:tc>{word_paragraph(each)}</w:tc>" for each in ("Asked", "Told"))
    return word_file(
        f"{head}{items}<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        f"<w:p><w:r><w:pict><w:txbxContent>{word_paragraph('Boxed words.')}</w:txbxContent>"
        "</w:pict></w:r></w:p>",
        numbering=_NUMBERING,
        notes=f'<w:footnote w:id="2">{word_paragraph("See the annex.")}</w:footnote>',
    )


def _counted_open() -> bytes:
    """An OpenDocument text whose items LibreOffice counts, with a table, a note and changes."""
    items = "".join(
        f"<text:list-item><text:p>{item.words} (Paragraph {item.paragraph})</text:p>"
        f"<text:p>{item.reply}</text:p></text:list-item>"
        for item in ITEMS
    )
    head = "".join(f'<text:p text:style-name="P1">{line}</text:p>' for line in FRONT)
    level = (
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    )
    return open_file(
        f'{head}<text:list text:style-name="L1">{items}</text:list>'
        "<table:table><table:table-row><table:table-cell><text:p>Asked</text:p></table:table-cell>"
        "</table:table-row></table:table><text:p>Told<text:note><text:note-body><text:p>See the "
        'annex.</text:p></text:note-body></text:note><text:s text:c="3"/></text:p>',
        automatic=f'<text:list-style style:name="L1">{level}</text:list-style>'
        '<style:style style:name="P1" style:parent-style-name="Text"/>',
    )


_HEAD = (
    *("Report", "HC no", "Session", "Rec no", "Recommendation", "Department", "Response"),
    *("Status", "Due date"),
)
_STATES = (("Accepted", "31/07/2025"), ("In progress", "2025-03"), ("Rejected", "spring 2026"))
_ROWS = [
    (
        *("Small ports", "HC 9321", "2023-24", str(item.number), item.words, "HMT; DfE"),
        *(item.reply, status, due),
    )
    for item, (status, due) in zip(ITEMS, _STATES, strict=True)
]


def _list(delimiter: str, head: Sequence[str] = _HEAD) -> bytes:
    rows = (delimiter.join(f'"{cell}"' for cell in row) for row in (head, *_ROWS))
    return ("\n".join(rows) + "\n").encode()


def _workbook() -> bytes:
    """A workbook of two lists, with merged cells and a formula."""
    book = Workbook()
    for place, sheet in enumerate((book.active, book.create_sheet("Older ones"))):
        assert sheet is not None
        for row in (("What we follow",), (), _HEAD, *_ROWS):
            sheet.append(row)
        sheet.cell(3 + len(_ROWS), 9, "=TODAY()")
        if place:
            sheet.merge_cells("A4:A5")
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _tar(files: dict[str, bytes], mode: str) -> bytes:
    target = BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:  # type: ignore[call-overload]
        for name, raw in files.items():
            about = tarfile.TarInfo(name)
            about.size = len(raw)
            archive.addfile(about, BytesIO(raw))
    return target.getvalue()


def _mail(*, attached: bool) -> EmailMessage:
    """A mail with a response in it as text and page, or attached."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@x.example", "b@x.example", "Ports"
    message["Date"], message["MIME-Version"] = "Tue, 4 Jun 2024 10:00:00 +0000", "1.0"
    message.set_content("See below.\n" if attached else _TEXT, cte="quoted-printable")
    if attached:
        message.add_attachment(_WORD[0], "application", "msword", filename="réponse.docx")
        message.add_attachment(_ZIP, "application", "zip", filename="pages.zip")
    else:
        message.add_alternative(_HTML.decode(), subtype="html", cte="quoted-printable")
    return message


def _saved_page() -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://made.example/\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return head.encode() + _HTML + b"\r\n--B--\r\n"


_MARKDOWN = "\n\n".join(f"## {words}" if kind == "h2" else words for kind, words in _PAPER)
_WORD = (word_of(_PAPER), _counted_word())
_OPEN = (open_of(_PAPER), _counted_open())
_FILES = {"a/page.html": _HTML, "a/text.txt": _TEXT.encode(), "b/list.csv": _list(",")}
_ZIP = zip_of(dict(_FILES))
_NESTED = zip_of({"in.zip": _ZIP, "word.docx": _WORD[0], "in.tar.gz": _tar(_FILES, "w:gz")})
_MAILS = tuple(_mail(attached=attached).as_bytes() for attached in (False, True))
_MAILBOX = b"".join(
    b"From a@x.example Tue Jun  4 10:00:00 2024\n" + raw + b"\n\n" for raw in _MAILS
)

_XML = (
    *(
        b"<w:p>" * 300,
        b"<text:list>" * 300,
        b"<w:tbl><w:tr><w:tc>" * 100,
        b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    ),
    *(
        b"&b;",
        b"&#0;",
        b"&#x1b;",
        b"<?xml version='1.0' encoding='utf-16'?>",
        b"<![CDATA[",
        b"<!--",
    ),
    *(b'w:val="-1"', b'w:val="99999999999"', b'w:ilvl="12"', b'text:c="999999999"', b"<w:del>"),
    *(
        b'text:level="0"',
        b'table:number-columns-repeated="99999999"',
        b'<w:gridSpan w:val="9999999"/>',
    ),
    *(b"%1.%2.%9.%0", b"<w:vanish/>", b"<mc:Fallback>", b'xmlns:w="x"', b"<text:note>", b"<w:sdt>"),
)
_RICH = (
    *(
        b"{" * 800,
        b"}" * 50,
        b"\\bin99999999 ",
        b"\\u-99999?",
        b"\\uc999999 ",
        b"\\'zz",
        b"\\'",
        b"\\",
    ),
    *(
        b"{\\*\\x ",
        b"\\pict ",
        b"\\par" * 300,
        b"\\trowd\\cellx",
        b"\\ansicpg99999",
        b"\\ls9999999999",
    ),
    *(b"{\\listtext ", b"{\\footnote ", b"\\s-1", b"\\deff", b"\\upr{", b"\\u55296?", b"\\ilvl99"),
)
_MARKS = (
    *(b"> " * 300, b"* " * 300, b"[" * 500, b"![" * 200, b"`" * 300, b"<div>" * 200, b"|" * 400),
    *(
        b"\n---\n",
        b"\n```\n",
        b"\n    ",
        b"[a](javascript:x)",
        b"[a]: <b>\n",
        b"&#x1b;[31m",
        b"<!--",
        b"1)",
    ),
)
_CELLS = (
    *(
        b'"',
        b'""',
        b"\t",
        b";",
        b"|",
        b",,,,",
        b"sep=;\n",
        b"HC 99999999999",
        b"1a-z",
        b"=1+1",
        b"#REF!",
    ),
    *(
        b"31/02/2025",
        b"45000",
        b"1e400",
        b"a" * 140_000,
        b"<v>1e999</v>",
        b'<c t="s"><v>99</v></c>',
    ),
    *(
        b'r="ZZZZ99999999"',
        b'ref="A1:XFD1048576"',
        b't="d"',
        b's="9999"',
        b"<row r='0'>",
        b"<v>",
        b"-",
    ),
)
_MAIL = (
    *(
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 20,
        b"--B\n",
        b"--b--\n",
        b'boundary=""',
    ),
    *(
        b"Content-Type: text/html; charset=utf-7\n",
        b"charset=unicode_escape",
        b"charset=",
        b"=?utf-8?b?////?=",
    ),
    *(
        b"Content-Transfer-Encoding: x-uuencode\n",
        b"Content-Disposition: attachment; filename*=x''%ff\n",
    ),
    *(
        b"\nFrom ",
        b"\n>From ",
        b"Content-Type: message/rfc822\n\n",
        b"=\n",
        b"=FF",
        b"begin 644 a\n",
        b"\n\n",
    ),
)

PACKED_KINDS: dict[str, SeedKind] = {
    "documents as Word": SeedKind(".docx", _WORD, _XML, packed=True),
    "documents as OpenDocument": SeedKind(".odt", _OPEN, _XML, packed=True),
    "documents as RTF": SeedKind(".rtf", (rich_of(_PAPER),), _RICH),
    "documents as Markdown": SeedKind(".md", (_MARKDOWN.encode(),), _MARKS),
    "lists as CSV and TSV": SeedKind(".csv", tuple(map(_list, ",;\t|")), _CELLS),
    "lists as Excel": SeedKind(".xlsx", (_workbook(),), _CELLS, packed=True),
    "archives": SeedKind(
        ".zip", (_ZIP, _NESTED, _tar(_FILES, "w"), _tar(_FILES, "w:gz")), _XML, packed=True
    ),
    "mails and mailboxes": SeedKind(".eml", (*_MAILS, _MAILBOX), _MAIL, packed=True),
    "saved pages": SeedKind(".mhtml", (_saved_page(),), _MAIL, packed=True),
}
"""The kinds of inputs by their names."""
