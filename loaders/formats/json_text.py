"""JSON: a document of GOV.UK's content API becomes the page it is; other JSON shows no words.

What the API serves of a page is its body as HTML, with its title, its organisations and its dates
beside it. These stand before the body, as they stand on the page.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import msgspec

from graph.errors import InputError, NoWordsError
from loaders.text.encodings import decode_text
from loaders.text.json_values import JsonObject, decode_json
from loaders.text.patterns import compile_pattern
from loaders.text.shown_text import ShownText
from loaders.text.web_page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

SUFFIXES = (".json",)

_KEYS = (b'"base_path"', b'"details"')
_HEAD = 5_000
"""Characters of a body in which a cover stands."""

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATED = compile_pattern(rf"<p>\s*(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\s+\d{{4}}\s*</p>")
_MOST_LISTED = 5


class _ContentItem(msgspec.Struct, frozen=True):
    base_path: str
    details: dict[str, msgspec.Raw]


def recognises(raw: bytes) -> bool:
    """Whether a file is an object of the content API."""
    head = raw[:100].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"{") or not all(key in raw for key in _KEYS):
        return False
    try:
        decode_json(raw.removeprefix(b"\xef\xbb\xbf"), _ContentItem)
    except ValueError:
        return False
    return True


def decode(raw: bytes, name: str, encoding: str | None) -> str:
    """Write a document as a page; other JSON stays as it is.

    Raises:
        InputError: If it is in another encoding, or a document without words of its own.
    """
    text = decode_text(raw, name, encoding)
    if not recognises(raw):
        return text
    try:
        item = JsonObject(decode_json(text.removeprefix("\ufeff")))
    except ValueError as error:
        raise InputError(f"{name} cannot be read as JSON ({error}). Fetch it again.") from None
    if not (body := _body(item)):
        raise _no_body(item, name)
    lines = "\n".join(_front(item, body))
    page = f"{lines}\n{body}\n{_notice(item)}"
    return f"<!DOCTYPE html><html>{_address(item)}<body>\n{page}</body></html>\n"


def extract(text: str) -> ShownText:
    """What a reader sees of a document; nothing of other JSON, which is data and no text."""
    return read_page(text) if text.startswith("<") else ShownText("")


def _body(item: JsonObject) -> str:
    """The HTML of a document: one text, or the first of several forms that is HTML."""
    body = item.inner("details").values.get("body")
    if isinstance(body, str):
        return body
    forms = body if isinstance(body, list) else []
    for form in forms:
        if isinstance(form, dict) and form.get("content_type") == "text/html":
            return str(form.get("content") or "")
    return ""


def _address(item: JsonObject) -> str:
    path = item.text("base_path")
    if not path.startswith("/"):
        return ""
    address = escape(f"https://www.gov.uk{path}")
    return f'<head><link rel="canonical" href="{address}"></head>'


def _front(item: JsonObject, body: str) -> Iterator[str]:
    """What stands on a page before its body."""
    if title := item.text("title"):
        yield f"<h1>{escape(title)}</h1>"
    for organisation in item.inner("links").objects("organisations"):
        if name := organisation.text("title"):
            yield f"<p>{escape(name)}</p>"
    day = item.day("first_published_at") or item.day("public_updated_at")
    if day and not _DATED.search(body[:_HEAD]):
        yield f"<p>Published {_written(day)}</p>"


def _notice(item: JsonObject) -> str:
    """That a document was withdrawn, below it, where it is no part of what the document says."""
    notice = item.inner("withdrawn_notice")
    withdrawn = notice.day("withdrawn_at")
    if not notice.values:
        return ""
    day = f" on {_written(withdrawn)}" if withdrawn else ""
    # GOV.UK serves the explanation as HTML, like the body.
    return f"<footer><p>Withdrawn{day}:</p>{notice.text('explanation')}</footer>\n"


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _no_body(item: JsonObject, name: str) -> NoWordsError:
    """Why a document is not read that has no words of its own."""
    kind = item.text("document_type", "schema_name") or "unknown"
    attached = [
        each.text("url") or each.text("title")
        for each in item.inner("details").objects("attachments")
    ]
    listed = ", ".join(each for each in attached[:_MOST_LISTED] if each)
    problem = f"{name} is a page of GOV.UK of the type {kind!r}, without words of its own."
    if not listed:
        return NoWordsError(problem)
    return NoWordsError(f"{problem} Its words are in what is attached: {listed}.", "Fetch that.")
