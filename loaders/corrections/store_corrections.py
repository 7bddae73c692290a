"""Corrections that a store remembers, so that every later build of it follows them again.

They stand in the folder of a version, beside its quads: `undo` takes them back with the graph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store.corrections_file import CORRECTIONS, corrections_path
from loaders.corrections.correction_file import read_entries
from loaders.corrections.correction_sheet import write_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from loaders.corrections.correction_entry import CorrectionEntry


def remembered_entries(store_path: Path) -> list[tuple[str, CorrectionEntry]]:
    """The corrections of a store, each with its kind; none where there is no whole graph.

    Raises:
        InputError: If they cannot be read.
    """
    path = corrections_path(store_path)
    return read_entries(path) if path else []


def remembered_in(version: Path) -> list[tuple[str, CorrectionEntry]]:
    """The corrections that stand in the folder of a version, finished or not.

    Raises:
        InputError: If they cannot be read.
    """
    path = version / CORRECTIONS
    return read_entries(path) if path.exists() else []


def remember(version: Path, entries: Iterable[tuple[str, CorrectionEntry]]) -> None:
    """Keep corrections with a version that is not finished; each once, and no file for none.

    Args:
        version: The folder of the version.
        entries: The corrections, each with its kind.

    Raises:
        OSError: If the disk is full.
    """
    if text := write_sheet(entries):
        (version / CORRECTIONS).write_text(text, encoding="utf-8", newline="")
