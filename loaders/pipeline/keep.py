"""Keeps with a version what was read in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.kept_sources.record_format import pack_records
from loaders.kept_sources.record_keeping import describe_file
from loaders.kept_sources.source_list import KeptFile

if TYPE_CHECKING:
    from loaders.kept_sources.record_keeping import RecordKeeper
    from loaders.pipeline.read import FileReading


def keep_reading(keeper: RecordKeeper, reading: FileReading) -> KeptFile | None:
    """Keep the records of a file; None for one that gave no record.

    The project's own registers are read by every build and addition, and so not kept.

    Raises:
        OSError: If the disk is full.
    """
    kept = describe_reading(reading)
    if not reading.records or (kept.is_register and kept.is_bundled):
        return None
    keeper.keep(kept, pack_records(reading.records))
    return kept


def describe_reading(reading: FileReading) -> KeptFile:
    """What a store says of a file that was read."""
    about = KeptFile(
        location=reading.file.location,
        sha256=reading.sha256,
        size=reading.size,
        documents=reading.documents,
        is_bundled=reading.file.bundled,
    )
    return describe_file(about, reading.records, reading.issues)
