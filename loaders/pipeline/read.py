"""Reads the files of a build into records, and notes what could not be read."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.formats import format_of
from loaders.interface.context import Document, Issue
from loaders.interface.source_list import source_for

if TYPE_CHECKING:
    from graph.records.source_record import SourceRecord
    from loaders.interface.context import Context
    from loaders.pipeline.plan import SourceFile
    from loaders.pipeline.report import BuildReport

Progress = Callable[[int, int], None]
"""Told how many of how many files have been read."""

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes that a file may have."""

_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")


class RecordReader:
    """Reads files into records."""

    def __init__(
        self,
        report: BuildReport,
        *,
        encoding: str | None = None,
        retrieved: str | None = None,
        progress: Progress | None = None,
        files: int = 0,
    ) -> None:
        """Note in `report` what cannot be read; tell `progress` how many of `files` are done."""
        self._report = report
        self._encoding = encoding
        self._retrieved = retrieved
        self._progress = progress
        self._files = files
        self._begun = 0
        self.paths_with_records: set[SourceFile] = set()
        """Files that gave a record."""

    def records(self, file: SourceFile) -> list[SourceRecord]:
        """The records of one file; none, with an issue, if it cannot be read."""
        self._report_progress()
        self._begun += 1
        with self._report.counts.stage("read"):
            try:
                context = self._load(file)
            except InputError as error:
                self._report.issues.append(Issue(file.shown, str(error)))
                return []
        self._report.issues += context.issues
        if context.records:
            self._report.files += 1
            self.paths_with_records.add(file)
        return context.records

    def finish(self) -> None:
        """Tell the progress that all is read."""
        self._report_progress()

    def _report_progress(self) -> None:
        if self._progress:
            self._progress(self._begun, self._files)

    def _load(self, file: SourceFile) -> Context:
        document = read_document(file, self._encoding, self._retrieved)
        source = source_for(document)
        if source is None:
            raise InputError("This does not look like any source that can be read.")
        context = source.read(document)
        if not context.records and not context.issues:
            raise InputError(f"It looks like {source.descriptor.title}, but contains no record.")
        return context


def read_document(
    file: SourceFile, encoding: str | None = None, retrieved: str | None = None
) -> Document:
    """Read and decode a file, by its format.

    Args:
        file: The file.
        encoding: Its character encoding; found out where not given.
        retrieved: ISO date on which it was fetched; that of its last change where not given.

    Raises:
        InputError: If it cannot be read, is empty, too large, not text, or in an encoding that
            would have to be guessed; or if it is a PDF whose text cannot be relied on.
    """
    raw, changed = _bytes(file)
    if not raw.strip():
        raise InputError(f"{file.shown} is empty.")
    file_format = format_of(raw, file.suffix)
    text = file_format.decode(raw, file.shown, encoding)
    if control := _BINARY.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise InputError(
            f"{file.shown} line {line} contains a control character, so it is not text."
        )
    return Document(file.location, text, file.suffix, file.shown, retrieved or changed, file_format)


def _bytes(file: SourceFile) -> tuple[bytes, str | None]:
    """The file's bytes, and the ISO date of its last change."""
    if file.path is None:
        raw = sys.stdin.buffer.read(LARGEST_FILE + 1)
        _refuse_large(file, len(raw))
        return raw, None
    try:
        about = file.path.stat()
        _refuse_large(file, about.st_size)
        changed = datetime.fromtimestamp(about.st_mtime, UTC).date().isoformat()
        return file.path.read_bytes(), changed
    except OSError as error:
        raise InputError(f"{file.shown} cannot be read: {error.strerror}.") from error


def _refuse_large(file: SourceFile, size: int) -> None:
    if size > LARGEST_FILE:
        raise InputError(
            f"{file.shown} is larger than the {LARGEST_FILE >> 20} MiB that are read at once. "
            "Split it into several files."
        )
