"""Where the figures of a graph are kept: beside its quads, in the folder of the same version.

They are no part of the graph: where the file is missing, damaged, or of another version or of other
queries, they are counted again.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec

from graph.store.store_manifest import FIGURES
from queries.query_files import HERE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FigureRow = tuple[str | int | float | None, ...]
"""A figure: its name, its count, the total, and what the total is of."""


class _FiguresFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Figures, with the digest of the queries, the name of the version, and their own digest."""

    queries: str
    version: str
    sha256: str
    rows: list[FigureRow]


def keep_rows(rows: Sequence[FigureRow], version: Path) -> None:
    """Write figures into the folder of a version; if that fails, they are counted when needed."""
    content = _FiguresFile(_queries_digest(), version.name, _rows_digest(rows), list(rows))
    draft = version / f"{FIGURES}.{uuid4().hex[:12]}"
    try:
        with suppress(OSError):
            draft.write_bytes(msgspec.json.encode(content))
            draft.replace(version / FIGURES)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def kept_rows(version: Path) -> list[FigureRow] | None:
    """The figures in the folder of a version; None if none are there that hold for it."""
    try:
        content = msgspec.json.decode((version / FIGURES).read_bytes(), type=_FiguresFile)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    expected = (_queries_digest(), version.name, _rows_digest(content.rows))
    as_kept = (content.queries, content.version, content.sha256)
    return content.rows if as_kept == expected else None


@cache
def _queries_digest() -> str:
    texts = (path.read_text(encoding="utf-8") for path in sorted((HERE / "counts").glob("*.rq")))
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def _rows_digest(rows: Sequence[FigureRow]) -> str:
    return hashlib.sha256(msgspec.json.encode(rows)).hexdigest()
