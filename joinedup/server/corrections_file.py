"""The file to which corrections are added that people make on the pages."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from graph.errors import UsageError
from joinedup.atomic_write import draft_file
from loaders.corrections.correction_file import read_entries

if TYPE_CHECKING:
    from pathlib import Path

_SUFFIX = ".toml"


class CorrectionsFile:
    """A file of corrections, as `joinedup correct --corrections` takes it.

    Attributes:
        path: The file; it may not be there yet.
    """

    def __init__(self, path: Path) -> None:
        """Look whether corrections can be added to it.

        Raises:
            UsageError: If its name does not end in .toml.
            InputError: If it cannot be read.
        """
        if path.suffix.lower() != _SUFFIX:
            raise UsageError(f"Corrections are added to a file of TOML: --edit {path.stem}.toml")
        self.path = path
        self._lock = Lock()
        self.entries_of("")

    def add(self, table: str) -> None:
        """Add a correction behind the others; what stands in the file stays as it is.

        Raises:
            InputError: If the file cannot be read any more, since somebody changed it.
            UsageError: If it cannot be written.
        """
        with self._lock:
            self.entries_of("")
            former = self.path.read_bytes() if self.path.exists() else b""
            gap = b"" if not former else b"\n" if former.endswith(b"\n") else b"\n\n"
            with draft_file(self.path) as draft:
                draft.write_bytes(former + gap + table.encode())

    def entries_of(self, finding: str) -> list[dict[str, str]]:
        """The corrections of a finding that stand in the file: kind, author, day, reason, values.

        Args:
            finding: What its corrections call it, such as ``finding/report-7``.

        Raises:
            InputError: If the file cannot be read.
        """
        if not self.path.exists():
            return []
        entries = []
        for kind, entry in read_entries(self.path):
            values = msgspec.to_builtins(entry)
            if values.pop("finding", None) == finding:
                own = {key: str(value) for key, value in values.items() if value != ""}
                entries.append({"kind": kind} | own)
        return entries
