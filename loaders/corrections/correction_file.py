"""Files of corrections: TOML with a table for each kind, or a CSV sheet with a row for each entry.

Both say the same. A sheet has a column `correction` for the kind; its other columns are the keys.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import msgspec

from graph.errors import InputError
from graph.records.mentions import Correction
from loaders.corrections.correction_entry import CorrectionEntry
from loaders.corrections.readings import reading_kinds
from loaders.text.file_bytes import read_file_bytes
from loaders.text.file_names import file_name
from loaders.text.typed_values import WrongValueError, read_toml, to_struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

KIND_COLUMN = "correction"
_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


class _Name(CorrectionEntry):
    name: str


class _NameOfEntity(_Name):
    entity: str


class _Merge(CorrectionEntry):
    entity: str
    merged_into: str


class _Candidate(CorrectionEntry):
    candidate: str


class _AcceptedCandidate(_Candidate):
    entity: str
    name: str
    kind: str


class _Dismissal(CorrectionEntry):
    finding: str
    flag: str


class _TwoFindings(CorrectionEntry):
    finding: str
    other_finding: str


_KINDS: dict[str, type[CorrectionEntry]] = {
    "same-as": _NameOfEntity,
    "not-same-as": _NameOfEntity,
    "not-a-name": _Name,
    "merge": _Merge,
    "unmerge": _Merge,
    "accept": _AcceptedCandidate,
    "refuse": _Candidate,
    "dismiss": _Dismissal,
    "same-finding": _TwoFindings,
    "not-same-finding": _TwoFindings,
}
"""Corrections that the stages of a build follow; the others change what came of the stages."""


def entry_kinds() -> dict[str, type[CorrectionEntry]]:
    """The type of entry of each kind of correction."""
    return {**_KINDS, **reading_kinds()}


def read_entries(path: Path) -> list[tuple[str, CorrectionEntry]]:
    """The entries of a file, each with its kind.

    Raises:
        InputError: If the file or one of its entries cannot be read; says which and why.
    """
    try:
        if path.suffix.lower() == ".csv":
            return list(_rows_of_sheet(path))
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


def make_entry(kind: str, values: dict[str, Any]) -> CorrectionEntry:
    """One entry from the values of its keys.

    Raises:
        ValueError: If there is no such kind, or the values do not fit it.
    """
    entry = entry_kinds().get(kind)
    if entry is None:
        raise ValueError(
            f"{kind!r} is no kind of correction; write one of {', '.join(sorted(entry_kinds()))}"
        )
    return to_struct(values, entry, f"the correction {kind!r}")


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


def _rows_of_sheet(path: Path) -> Iterator[tuple[str, CorrectionEntry]]:
    try:
        text = read_file_bytes(path).raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{file_name(path)}: save the sheet as CSV in UTF-8") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if reader.fieldnames is None or KIND_COLUMN not in reader.fieldnames:
        raise ValueError(f"{file_name(path)}: the first row needs a column {KIND_COLUMN!r}")
    try:
        for row in reader:
            place = f"{file_name(path)}: line {reader.line_num}"
            if None in row:
                raise ValueError(f"{place}: it has more cells than the first row")
            values = {key: _cell(value) for key, value in row.items() if value and value.strip()}
            if values:
                kind = str(values.pop(KIND_COLUMN, ""))
                try:
                    yield kind, make_entry(kind, values)
                except (ValueError, WrongValueError) as error:
                    raise ValueError(f"{place}: {error}") from error
    except csv.Error as error:
        raise ValueError(f"{file_name(path)}: line {reader.line_num}: {error}") from error


def _cell(value: str) -> str | bool:
    words = value.strip()
    return _TRUTH.get(words.casefold(), words)
