"""Gold files: what people read on pages, as JSON Lines that stand beside those pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from graph.errors import InputError
from loaders.pipeline.plan import SourceFile
from loaders.pipeline.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def gold_rows(gold: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a gold file.

    Args:
        gold: The file. Every row names its page as `file`, a path relative to it.

    Yields:
        Where a row stands, for messages, and the row.

    Raises:
        InputError: If the file cannot be read, or a line is no JSON object that names its page.
    """
    for number, line in enumerate(
        read_document(SourceFile(gold, gold.name)).text.split("\n"), start=1
    ):
        if not line.strip():
            continue
        place = f"{gold} line {number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{place} is not JSON: {error}.") from None
        if not isinstance(row, dict) or not isinstance(row.get("file"), str):
            raise InputError(f"{place} must be an object that names its page as file.")
        yield place, row
