"""Records as bytes, for the processes of a build and for the file in which records wait.

Python's own serialisation writes and reads them, as nothing else is as quick for trees of records.
What is read can only make records of this project and plain values: no function is ever looked up,
so that even bytes that somebody else wrote would run nothing.
"""

from __future__ import annotations

import io
import pickle
from collections import Counter, defaultdict
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any

_PROJECT = ("graph.", "loaders.", "ontology.")
_PLAIN: dict[str, type] = {
    f"{plain.__module__}.{plain.__qualname__}": plain
    for plain in (date, Counter, defaultdict, frozenset, set, dict, list, int, float)
}


def serialize(value: object) -> bytes:
    """Write a record, or a tree of records and plain values."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def deserialize(content: bytes) -> Any:  # noqa: ANN401 - the caller knows what was written
    """Read what `serialize` wrote.

    Raises:
        ValueError: If it would make anything but records and plain values.
    """
    return _RecordReader(io.BytesIO(content)).load()


class _RecordReader(pickle.Unpickler):
    """Reads records, and refuses every other class and every function."""

    def find_class(self, module: str, name: str) -> type:
        plain = _PLAIN.get(f"{module}.{name}")
        if plain is not None:
            return plain
        if module.startswith(_PROJECT):
            record = super().find_class(module, name)
            if isinstance(record, type) and (is_dataclass(record) or issubclass(record, Enum)):
                return record
        raise ValueError(f"{module}.{name} is no record, so it is not read")
