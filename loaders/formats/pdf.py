"""The text of a PDF file, or the reason why it has none that can be relied on.

pypdf does the reading: it is pure Python without dependencies, and it bounds what a hostile file
can unpack to, nest and draw. What it does not bound is the time, so it reads in a process that is
stopped when the time is up. A page ends in a line break and a form feed, so that whoever reads
the text can tell where pages end, and which page holds no text.
"""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError

from graph.errors import InputError
from loaders.text.garbled_text import is_garbled
from loaders.text.shown_text import ShownText
from loaders.text.time_limited import TimeLimitedReader, limit_memory

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".pdf",)

PAGE_END = "\n\f"
"""What stands at the end of each page's text."""

LARGEST_PDF = 64 * 1024 * 1024
"""Bytes that a PDF file may have; a Treasury Minute of 200 pages has some two million."""

MOST_PAGES = 2_000
"""Pages that it may have."""

MOST_CHARACTERS = 20_000_000
"""Characters that its text may have."""

LEAST_LETTERS = 20
"""Letters a page should have on average; scans have none but a stamp or a page number."""

LARGEST_STREAM = 16_000_000
"""Bytes that one compressed stream may unpack to."""

READER = TimeLimitedReader(__name__, seconds=120)
"""Reads PDF files; one of 200 pages takes some ten seconds."""

_ADVICE = "Open it in a viewer, print it to a new PDF, and try again."


def recognises(raw: bytes) -> bool:
    """Whether a file begins as PDF files do."""
    return raw[:1024].lstrip().startswith(b"%PDF-")


def decode(raw: bytes, name: str, encoding: str | None = None) -> str:  # noqa: ARG001 - a PDF says its own
    """Take the text out of a PDF file.

    Args:
        raw: The file.
        name: The file as messages name it.
        encoding: Not used: a PDF file says how its letters are encoded.

    Returns:
        The text of its pages, each followed by `PAGE_END`.

    Raises:
        InputError: If the file is no sound PDF, encrypted, too large, a scan, or garbled.
    """
    if len(raw) > LARGEST_PDF:
        raise InputError(f"{name} is larger than the {LARGEST_PDF >> 20} MiB a PDF may have.")
    shown = name.encode("utf-8", "replace")
    text = READER.read(len(shown).to_bytes(4) + shown + raw, name, _ADVICE)
    return text.decode("utf-8", "surrogatepass")


def handle(message: bytes) -> bytes:
    """Read a file in the process of `READER`: length of its name, its name, its bytes."""
    limit_memory()
    start = 4 + int.from_bytes(message[:4])
    text = read_pdf(message[start:], message[4:start].decode())
    return text.encode("utf-8", "surrogatepass")


def read_pdf(raw: bytes, name: str) -> str:
    """Take the text out of a PDF file, in this process and with no limit of time.

    Raises:
        InputError: If the file is no sound PDF, encrypted, too large, a scan, or garbled.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # else it warns of every small fault
    try:
        with apply_configuration(zlib_maximum_output_length=LARGEST_STREAM):
            pages = list(_pages(raw, name))
    except InputError:
        raise
    except LimitReachedError as error:
        raise InputError(f"{name} is too large when unpacked.") from error
    except DependencyError:
        raise _encrypted(name) from None
    except RecursionError as error:
        raise InputError(f"{name} is nested too deeply to be read as a PDF. {_ADVICE}") from error
    except MemoryError as error:
        raise InputError(f"{name} needs more memory than a PDF may have. {_ADVICE}") from error
    except Exception as error:  # pypdf meets a broken file with exceptions of every kind
        raise InputError(
            f"{name} is broken, or a PDF of a kind that cannot be read "
            f"({type(error).__name__}). {_ADVICE}"
        ) from error
    _refuse_scan(pages, name)
    _refuse_garbled(pages, name)
    return "".join(f"{page}{PAGE_END}" for page in pages)


def extract(text: str) -> ShownText:
    """The text as it was taken out."""
    return ShownText(text)


def _pages(raw: bytes, name: str) -> Iterator[str]:
    """The text of each page, as far as the limits allow."""
    reader = PdfReader(BytesIO(raw))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _encrypted(name)
    if len(reader.pages) > MOST_PAGES:
        raise InputError(
            f"{name} has {len(reader.pages):,} pages; at most {MOST_PAGES:,} are read."
        )
    length = 0
    for page in reader.pages:
        text = page.extract_text().replace("\f", "\n")
        length += len(text)
        if length > MOST_CHARACTERS:
            raise InputError(f"{name} holds more than {MOST_CHARACTERS:,} characters of text.")
        yield text


def _encrypted(name: str) -> InputError:
    return InputError(f"{name} is encrypted. Save it without a password and try again.")


def _refuse_scan(pages: list[str], name: str) -> None:
    """Refuse a file whose pages are pictures.

    Raises:
        InputError: If there is next to no text.
    """
    letters = sum(character.isalpha() for page in pages for character in page)
    if letters < LEAST_LETTERS * max(1, len(pages)):
        raise InputError(
            f"{name} holds no text: its pages are pictures, as of a scan. Find the publisher's "
            "HTML page, or put a text layer into it with OCR."
        )


def _refuse_garbled(pages: list[str], name: str) -> None:
    """Refuse a file whose fonts do not tell which letters they draw.

    Raises:
        InputError: If a page, or all of them together, do not come out as text.
    """
    garbled = [str(number) for number, page in enumerate(pages, start=1) if is_garbled(page)]
    if garbled or is_garbled("".join(pages)):
        where = f" on page {garbled[0]}" if garbled else ""
        where += f" and {len(garbled) - 1} more" if garbled[1:] else ""
        raise InputError(
            f"{name} comes out garbled{where}: its fonts do not say which letters they draw, so "
            "what is seen on paper cannot be read out of the file. Find the publisher's HTML page, "
            "or print it to a new PDF and put a text layer into that with OCR."
        )
