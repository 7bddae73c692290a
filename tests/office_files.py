"""Writes office documents as bytes: the parts of Word and OpenDocument files, and rich text."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OPEN = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"),
    )
)  # fmt: skip
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in (1, 2, 3)
)


def zip_of(members: dict[str, str | bytes]) -> bytes:
    """A zip file of these members."""
    archive_bytes = BytesIO()
    with zipfile.ZipFile(archive_bytes, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return archive_bytes.getvalue()


def word_file(body: str, *, numbering: str = "", styles: str = HEADINGS, notes: str = "") -> bytes:
    """A Word document whose parts hold this XML."""
    return zip_of(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_WORD}>{styles}</w:styles>",
            "word/numbering.xml": f"<w:numbering {_WORD}>{numbering}</w:numbering>",
            "word/footnotes.xml": f"<w:footnotes {_WORD}>{notes}</w:footnotes>",
        }
    )


def word_paragraph(text: str, properties: str = "") -> str:
    """A paragraph of a Word document, its words in two runs as revisions leave them."""
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for part in (text[: len(text) // 2], text[len(text) // 2 :])
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def open_file(text: str, *, styles: str = "", automatic: str = "") -> bytes:
    """An OpenDocument text whose parts hold this XML."""
    return zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_OPEN}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{text}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {_OPEN}><office:styles>{styles}"
            "</office:styles></office:document-styles>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def rich_text(text: str) -> str:
    """A text as Word escapes it in RTF, code page first and then by number."""
    written = []
    for character in text:
        if character in "\\{}":
            written.append(f"\\{character}")
        elif character.isascii():
            written.append(character)
        else:
            units = character.encode("utf-16-le")
            for at in range(0, len(units), 2):
                number = int.from_bytes(units[at : at + 2], "little", signed=True)
                written.append(f"\\u{number}?")
    return "".join(written)


def word_of(paragraphs: Iterable[tuple[str, str]]) -> bytes:
    """A Word document of paragraphs, each with the HTML element that it would be on a page."""
    return word_file(
        "".join(
            word_paragraph(
                text, f'<w:pStyle w:val="Heading{style[1]}"/>' if style[0] == "h" else ""
            )
            for style, text in paragraphs
        )
    )


def open_of(paragraphs: Iterable[tuple[str, str]]) -> bytes:
    """An OpenDocument text of such paragraphs."""
    return open_file(
        "".join(
            f'<text:h text:outline-level="{style[1]}">{escape(text)}</text:h>'
            if style[0] == "h"
            else f"<text:p>{escape(text)}</text:p>"
            for style, text in paragraphs
        )
    )


def rich_of(paragraphs: Iterable[tuple[str, str]]) -> bytes:
    """A rich text of such paragraphs."""
    lines = (
        "\\pard\\plain"
        + (f"\\s{style[1]}" if style[0] == "h" else "")
        + f" {rich_text(text)}\\par\n"
        for style, text in paragraphs
    )
    sheet = "".join(f"{{\\s{level} heading {level};}}" for level in (1, 2, 3))
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\stylesheet{sheet}}}{''.join(lines)}}}".encode("ascii")
