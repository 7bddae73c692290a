"""Files and folders that take their place only when they are whole."""

from __future__ import annotations

from contextlib import contextmanager
from shutil import rmtree
from typing import TYPE_CHECKING

from graph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OURS = {".csv", ".json", ".parquet"}
"""Endings of what stands in folders that we write."""


@contextmanager
def draft_of(output: Path) -> Iterator[Path]:
    """Gives a free place beside `output`, and puts what was written there in its place.

    What stood there stays until then, and for good if something goes wrong.

    Raises:
        UsageError: Nothing can be written there, or a folder there holds what is not ours.
    """
    draft = output.with_name(f"{output.name}.part")
    try:
        _clear(draft)
        yield draft
        if output.is_dir():
            _make_way(draft, output)
        draft.replace(output)
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror or error}.") from error
    finally:
        _clear(draft)


def _make_way(draft: Path, output: Path) -> None:
    strangers = {path.suffix for path in output.iterdir()} - _OURS
    if strangers or not draft.is_dir():
        raise UsageError(f"{output} is a folder with other files in it. Give another name.")
    rmtree(output)


def _clear(draft: Path) -> None:
    if draft.is_dir():
        rmtree(draft)
    else:
        draft.unlink(missing_ok=True)
