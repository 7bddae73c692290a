"""From a file to a decoded document, or to why no source takes it."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.formats import format_of
from loaders.interface.column_choices import choices_beside
from loaders.interface.context import NO_SOURCE, Document
from loaders.interface.source_list import all_sources, why_no_source
from loaders.pipeline.unpacking import Place
from loaders.registers.register_csv import why_no_register
from loaders.text.encodings import is_of_windows
from loaders.text.file_bytes import LARGEST_FILE, FileBytes, read_file_bytes, refuse_large
from loaders.text.json_values import describe_json

if TYPE_CHECKING:
    from loaders.formats import FileFormat
    from loaders.interface.column_choices import ColumnChoices
    from loaders.pipeline.plan import SourceFile

WINDOWS = "cp1252"
_PLAIN = "plain_text"
_OF_WINDOWS = (
    "It is not UTF-8, and was read as text of Windows (cp1252), which its marks show. If that is "
    "wrong, say which encoding it has: --encoding iso-8859-2, for example."
)
_FRAMES = re.compile(r"<frameset\b", re.IGNORECASE)
_HEAD = 100_000
"""Characters among which a page shows whether it is made of frames."""


def read_document(
    file: SourceFile, encoding: str | None = None, retrieved: str | None = None
) -> Document:
    """Read and decode a file, by its format.

    Args:
        file: The file.
        encoding: Its character encoding; found out where not given.
        retrieved: ISO date on which it was fetched; that of its last change where not given.

    Raises:
        InputError: If it cannot be read, is empty, too large, not text, or in an encoding that
            would have to be guessed; or if it is a PDF whose text cannot be relied on.
    """
    place = Place(file.location, file.shown, file.suffix, file.retrieval, column_choices_of(file))
    return decode_document(place, file_content(file), encoding, retrieved)


def decode_document(
    place: Place, content: FileBytes, encoding: str | None, retrieved: str | None
) -> Document:
    """Decode the bytes of a file, by its format; see `read_document`."""
    if not content.raw.strip():
        raise InputError(f"{place.shown} is empty.")
    file_format = format_of(content.raw, place.suffix)
    text, note = _decode(file_format, content.raw, place.shown, encoding)
    source = place.retrieval
    day = retrieved or (source.day if source else content.changed)
    return Document(
        place.location,
        text,
        place.suffix,
        place.shown,
        day,
        file_format,
        source.address if source else None,
        source.licence if source else None,
        note,
        place.column_choices,
    )


def _decode(
    file_format: FileFormat, raw: bytes, shown: str, encoding: str | None
) -> tuple[str, str]:
    """The characters of a file, and what is said of an encoding that was found by its bytes.

    Raises:
        InputError: If it cannot be read.
    """
    try:
        return file_format.decode(raw, shown, encoding), ""
    except InputError:
        if encoding or file_format.name != _PLAIN or not is_of_windows(raw):
            raise
        return file_format.decode(raw, shown, WINDOWS), _OF_WINDOWS


def column_choices_of(file: SourceFile) -> ColumnChoices | None:
    """What a person says of the columns of a file, beside it; None if nobody does."""
    return choices_beside(file.path) if file.path else None


def file_content(file: SourceFile) -> FileBytes:
    """The bytes of a file, or of standard input.

    Raises:
        InputError: If they cannot be read, or are too many.
    """
    return read_file_bytes(file.path) if file.path else _standard_input(file)


def _standard_input(file: SourceFile) -> FileBytes:
    if sys.stdin is None:
        raise InputError("Standard input is closed, so there is nothing to read.")
    try:
        raw = sys.stdin.buffer.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:  # ValueError: it was closed meanwhile
        raise InputError(f"Standard input cannot be read: {error}.") from error
    refuse_large(file.shown, len(raw))
    return FileBytes(raw, None)


def explain_no_source(document: Document) -> str:
    """Why no loader takes a document, as far as it can be seen."""
    reason = (
        _other_ending(document)
        or why_no_register(document)
        or describe_json(document.text)
        or why_no_source(document)
        or (
            "It is a frame set, which shows other pages: save the page inside the frame."
            if _FRAMES.search(document.text[:_HEAD]) and not document.shown.text.strip()
            else ""
        )
    )
    return f"{NO_SOURCE} {reason}".rstrip()


def _other_ending(document: Document) -> str:
    """Which source would take a document if its file had another ending; empty if none would."""
    source = next(
        (
            source
            for source in all_sources()
            if document.suffix not in source.descriptor.suffixes and source.accepts(document)
        ),
        None,
    )
    if source is None:
        return ""
    ending = next(filter(None, source.descriptor.suffixes), ".txt")
    return f"It looks like {source.descriptor.title}: give it a name that ends in {ending}."
