"""Export formats, found by listing: one module a format, whose `EXPORT` says all about it.

The command line, the release with its description for catalogues, and the documentation read this
list. The same store always gives the same bytes in each of the formats.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from graph.errors import InputError, UsageError
from graph.listing import listed_definitions
from graph.serialisation.import_limits import IMPORT_LIMITS
from queries.export_format import ExportFormat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import IO

    from graph.serialisation.import_limits import ImportLimits
    from graph.store.readable_store import ReadableStore

_PORTION = 200_000
"""Statements that are handed on at once."""


@cache
def export_formats() -> Mapping[str, ExportFormat]:
    """Every format by its name on the command line, in the order of names.

    Raises:
        TypeError: If a module of this folder has no `EXPORT`, or its name is taken.
    """
    return dict(sorted(listed_definitions(__name__, "EXPORT", ExportFormat).items()))


def export(store: ReadableStore, name: str, output: IO[bytes]) -> None:
    """Write a store to an open binary file.

    Args:
        store: What to write.
        name: Name of a format that is one stream of bytes.
        output: The file.

    Raises:
        UsageError: If the format needs a path, or cannot hold a character of some text.
    """
    stream = export_formats()[name].stream
    if stream is None:
        raise UsageError(f"{name} needs a file or folder to write to: add -o NAME.")
    stream(store, output)


def read_export(path: Path, limits: ImportLimits = IMPORT_LIMITS) -> Iterator[bytes]:
    """What an exported file or folder states, as N-Quads, in portions.

    Args:
        path: The file or folder.
        limits: What it may hold.

    Raises:
        InputError: If no format here reads it, it is not as it should be, or it holds more than is
            allowed.
    """
    lines = _reader(path, limits)
    try:
        while portion := b"".join(islice(lines, _PORTION)):
            yield portion
    except (OSError, SyntaxError, ValueError, MemoryError, sqlite3.Error) as error:
        raise InputError(f"{path} cannot be read: {_in_words(error)}") from error


_IN_WORDS = {
    "LoadDocumentCallback": "its @context stands at another address, and nothing is fetched; write "
    "the context into the file",
    "buffer maximal size": "it holds a text of more than 16 million characters",
}
"""What engines say that no user could act on, by a part of it."""


def _in_words(error: Exception) -> str:
    """What an engine says of a file, for people."""
    message = str(error)
    return next((words for part, words in _IN_WORDS.items() if part in message), message)


def _reader(path: Path, limits: ImportLimits) -> Iterator[bytes]:
    for export_format in export_formats().values():
        if export_format.read is not None and export_format.accepts(path):
            return iter(export_format.read(path, limits))
    readable = [form for form in export_formats().values() if form.read is not None]
    if path.is_dir():
        names = " or ".join(form.name for form in readable if form.is_folder)
        raise InputError(f"{path} contains no table of statements: {names}.")
    suffixes = ", ".join(form.suffix for form in readable if not form.is_folder)
    raise InputError(f"{path} cannot be read. Its name must end in one of: {suffixes}.")
