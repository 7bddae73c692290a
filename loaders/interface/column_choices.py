"""What a person says of the columns of a table, in a file kept beside it: `NAME.columns.toml`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from graph.errors import InputError
from loaders.text.file_bytes import read_file_bytes
from loaders.text.file_names import file_name
from loaders.text.typed_values import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

CHOICES_SUFFIX = ".columns.toml"
"""How the name of such a file ends, after the name of the table without its ending."""

TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".ods")
"""Endings of the files that may have one beside them."""


class _ChoicesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    columns: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ColumnChoices:
    """How columns are to be read.

    Attributes:
        shown: The file as messages name it.
        columns: What a column is read as, by its name in the table.
        lines: Line of the file on which each name stands, from 1.
        raw: The bytes of the file.
    """

    shown: str
    columns: Mapping[str, str]
    lines: Mapping[str, int]
    raw: bytes = b""

    def place(self, name: str) -> str:
        """Where a name stands, for messages."""
        line = self.lines.get(name)
        return f"{self.shown} line {line}" if line else self.shown


def choices_path(table: Path) -> Path:
    """Where the file of choices of a table is, if there is one."""
    return table.with_name(f"{table.stem}{CHOICES_SUFFIX}")


def is_choices_file(path: Path) -> bool:
    """Whether a file is one of choices, with its table beside it."""
    stem = path.name.removesuffix(CHOICES_SUFFIX)
    return stem != path.name and any(path.with_name(stem + ending).exists() for ending in TABLES)


def choices_beside(table: Path) -> ColumnChoices | None:
    """The choices kept beside a table; None if there are none.

    Raises:
        InputError: If the file cannot be read; the message names it, and the line.
    """
    path = choices_path(table)
    if table.suffix.lower() not in TABLES or not path.is_file():
        return None
    try:
        choices = read_toml(path, _ChoicesFile)
    except ValueError as error:
        raise InputError(str(error)) from None
    raw = read_file_bytes(path).raw
    text = raw.decode("utf-8-sig")
    lines = {name: line for name in choices.columns if (line := _line_of(name, text))}
    columns = {name: str(meaning) for name, meaning in choices.columns.items()}
    return ColumnChoices(file_name(path), columns, lines, raw)


def written_choices(choices: Iterable[tuple[str, str]], meanings: Iterable[str], rest: str) -> str:
    """The text of a file of choices.

    Args:
        choices: Names of columns, each with what it is read as.
        meanings: What a column can be read as.
        rest: The word for a column that is not read.
    """
    head = (
        "# How the columns of the table beside this file are read. Right of the sign stands\n# "
        f"{', '.join(meanings)}\n# or {rest}, if the column is not to be read.\n\n[columns]\n"
    )
    lines = {json.dumps(name, ensure_ascii=False): meaning for name, meaning in choices}
    return head + "".join(f'{name} = "{meaning}"\n' for name, meaning in lines.items())


def _line_of(name: str, text: str) -> int | None:
    """The line on which a name stands left of a sign."""
    for written in (json.dumps(name, ensure_ascii=False), f"'{name}'", name):
        match = re.search(rf"^[ \t]*{re.escape(written)}[ \t]*=", text, re.MULTILINE)
        if match:
            return text.count("\n", 0, match.start()) + 1
    return None
