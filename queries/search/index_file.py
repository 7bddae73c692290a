"""Where the index of a graph lies: beside its quads, in the folder of the same version.

So it is swapped in and dropped with them. It is no part of the graph: it is in no manifest, and
where it is missing, cut, damaged or of another version or program, it is made again. Beside it lies
a card that says of which version it is, and what its digest was when it was whole; the card is
written last.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing, suppress
from functools import cache
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from graph.errors import StoreError
from graph.store.store_manifest import SEARCH_CARD, SEARCH_INDEX
from queries.query_files import HERE
from queries.search.index_writer import write_index
from queries.search.search_index import SearchIndex

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.readable_store import ReadableStore

FORM = "4"
"""Changes whenever the tables of the index do."""


class _IndexCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an index was when it was finished: its form, its version, and its SHA-256 digest."""

    form: str
    version: str
    sha256: str


def write_index_file(store: ReadableStore, version: Path) -> None:
    """Write the index of a version into its folder.

    Args:
        store: The graph, open.
        version: The folder of the version.

    Raises:
        OSError: If the folder cannot be written.
        StoreError: If the index cannot be written there.
    """
    ending = uuid4().hex[:12]
    draft, card = version / f"{SEARCH_INDEX}.{ending}", version / f"{SEARCH_CARD}.{ending}"
    try:
        with closing(sqlite3.connect(draft)) as connection:
            # Nobody reads a draft, and one that is broken off is thrown away.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            write_index(store, connection)
        with draft.open("r+b") as file:
            os.fsync(file.fileno())
        card.write_bytes(msgspec.json.encode(_IndexCard(_form(), version.name, _digest(draft))))
        draft.replace(version / SEARCH_INDEX)
        card.replace(version / SEARCH_CARD)
    except sqlite3.Error as error:
        raise _not_written(error) from error
    finally:
        for path in (draft, card):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def prepare_index(store: ReadableStore, version: Path) -> None:
    """Write the index of a version that is not finished; if that fails, it is made when needed.

    Args:
        store: The graph, open.
        version: The folder of the version.
    """
    with suppress(OSError, StoreError):
        write_index_file(store, version)


def open_index(store: ReadableStore) -> SearchIndex:
    """The index of a graph; it is made if there is none.

    Where it cannot be written, as beside a graph in memory or in a folder that is only to be read,
    it is made in memory.

    Raises:
        StoreError: If it cannot be made.
    """
    version = store.version
    if version is None:
        return _in_memory(store)
    index = _opened(version)
    if index is None:
        try:
            write_index_file(store, version)
        except (OSError, StoreError):
            return _in_memory(store)
        index = _opened(version)
    return index or _in_memory(store)


def discard_index(store: ReadableStore) -> None:
    """Take away an index that proved to be damaged."""
    if store.version is not None:
        with suppress(OSError):
            (store.version / SEARCH_INDEX).unlink(missing_ok=True)


def _opened(version: Path) -> SearchIndex | None:
    """The index in the folder of a version; None if it is not there, not whole, or of another."""
    path = version / SEARCH_INDEX
    try:
        card = msgspec.json.decode((version / SEARCH_CARD).read_bytes(), type=_IndexCard)
        if card != _IndexCard(_form(), version.name, _digest(path)):
            return None
        # `immutable` asks for no lock and no journal: an index that is whole is never changed.
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return SearchIndex(sqlite3.connect(address, uri=True, check_same_thread=False))
    except (OSError, sqlite3.Error, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _in_memory(store: ReadableStore) -> SearchIndex:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        write_index(store, connection)
    except sqlite3.Error as error:
        raise _not_written(error) from error
    return SearchIndex(connection)


@cache
def _form() -> str:
    """What an index holds, and how: a facet or a kind of passage that is added changes it."""
    questions = sorted((HERE / "search").rglob("*.rq"))
    texts = (f"{path.name}\n{path.read_text(encoding='utf-8')}" for path in questions)
    return hashlib.sha256("\n".join((FORM, *texts)).encode()).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _not_written(error: sqlite3.Error) -> StoreError:
    if "fts5" in str(error):
        return StoreError(
            "Search needs SQLite with FTS5, and the SQLite of this Python has none. Install a "
            "Python from python.org, or your system's own, which have it."
        )
    return StoreError(f"The index for searching cannot be written: {error}.")
