"""Files of corrections: TOML with a table for each kind, or a sheet with a row for each entry.

Both say the same. A sheet has a column `correction` for the kind; its other columns are the keys.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec

from graph.errors import InputError
from graph.records.mentions import Correction
from loaders.corrections.correction_kinds import entry_kinds
from loaders.corrections.correction_sheet import is_sheet, read_sheet
from loaders.text.typed_values import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from loaders.corrections.correction_entry import CorrectionEntry


def read_entries(path: Path) -> list[tuple[str, CorrectionEntry]]:
    """The entries of a file, each with its kind.

    Raises:
        InputError: If the file or one of its entries cannot be read; says which and why.
    """
    try:
        if is_sheet(path):
            return list(read_sheet(path))
        tables = {kind: tuple[entry, ...] for kind, entry in entry_kinds().items()}  # type: ignore[valid-type]
        file_type = msgspec.defstruct(
            "CorrectionFile",
            [(kind.replace("-", "_"), table, ()) for kind, table in tables.items()],
            rename="kebab",
            forbid_unknown_fields=True,
        )
        file = read_toml(path, file_type)
    except (InputError, ValueError) as error:
        raise InputError(f"The corrections cannot be read. {error}") from error
    return [
        (field.encode_name, entry)
        for field in msgspec.structs.fields(file)
        for entry in getattr(file, field.name)
    ]


def write_entries(entries: Iterable[tuple[str, CorrectionEntry]]) -> str:
    """Entries as TOML, each once."""
    return "\n".join(dict.fromkeys(_table(kind, entry) for kind, entry in entries))


def as_correction(kind: str, entry: CorrectionEntry) -> Correction:
    """An entry that the stages of a build follow, as they know it."""
    return Correction(kind, **entry.values())


def _table(kind: str, entry: CorrectionEntry) -> str:
    values = msgspec.to_builtins(entry, builtin_types=())
    lines = (f"{key} = {_value(key, value)}" for key, value in values.items() if value != "")
    return "\n".join((f"[[{kind}]]", *lines, ""))


def _value(key: str, value: object) -> str:
    """A value in TOML; a JSON string is one, but for the one control character JSON leaves."""
    if key == "on":
        return str(value)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
