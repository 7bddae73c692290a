"""Markdown (.md): read as the page that it stands for, with the numbers that its writer typed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from loaders.text.encodings import decode_text
from loaders.text.time_limited import TimeLimitedReader, limit_memory
from loaders.text.web_page import read_page

if TYPE_CHECKING:
    from markdown_it.token import Token

    from loaders.text.shown_text import ShownText

SUFFIXES = (".md", ".markdown")

READER = TimeLimitedReader(__name__, seconds=60)
"""Reads large files: nothing says that the parser's work is linear."""

_WIDEST = 160
"""Characters that a line has where a text is wrapped."""

_SMALL = 16_384
"""Characters that the parser needs little time for."""

_ADVICE = "Save it as a web page or as plain text (.txt)."


def recognises(raw: bytes) -> bool:  # noqa: ARG001 - every format is asked so
    """Never: nothing in its bytes shows that a text is Markdown."""
    return False


def decode(raw: bytes, name: str, encoding: str | None) -> str:
    """Decode a text.

    Raises:
        InputError: If it is not in the encoding given, or in UTF-8 where none is.
    """
    return decode_text(raw, name, encoding)


def extract(text: str) -> ShownText:
    """What a reader sees of the page that the text stands for.

    Raises:
        InputError: If the parser needs too long for it.
    """
    if len(text) < _SMALL:
        return read_page(write_page(text))
    message = text.encode("utf-8", "surrogatepass")
    return read_page(READER.read(message, "The Markdown file", _ADVICE).decode("utf-8", "replace"))


def handle(message: bytes) -> bytes:
    """Write a page in the process of `READER`."""
    limit_memory()
    return write_page(message.decode("utf-8", "surrogatepass")).encode("utf-8", "replace")


def write_page(text: str) -> str:
    """Write a text in Markdown as HTML."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")
    tokens = parser.parse(_without_front_matter(text))
    _keep_numbers(tokens)
    parser.options["breaks"] = not _is_wrapped(text)
    body = parser.renderer.render(tokens, parser.options, {})
    return f"<!DOCTYPE html><html><body>\n{body}</body></html>\n"


def _is_wrapped(text: str) -> bool:
    """Whether a text was wrapped at a width, so that the end of a line within a paragraph is none.

    In a text with long lines somebody typed each of them, as in a page that was pasted.
    """
    return all(len(line) <= _WIDEST for line in text.split("\n"))


def _without_front_matter(text: str) -> str:
    """A text without the fields that site generators keep above it."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return text
    ends = [number for number, line in enumerate(lines[1:200], 1) if line.strip() in {"---", "..."}]
    return "\n".join(lines[ends[0] + 1 :]) if ends else text


def _keep_numbers(tokens: list[Token]) -> None:
    """Have items of lists bear the numbers that were typed, unless they were left to be counted."""
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info and lists:
            lists[-1].append(token)
        elif token.type == "ordered_list_close":
            items = lists.pop()
            numbers = [int(item.info) for item in items]
            if all(before < after for before, after in pairwise(numbers)):
                for item in items:
                    item.attrSet("value", item.info)
