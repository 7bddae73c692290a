"""The graph that the documents published by a day would have made: a store within the store.

It is made when it is first asked for, of the records that the store keeps, by the stages of every
build, and lies in the folder of the version that it was made from. So whatever can be asked of a
store can be asked of it, and no query need know of days of publication.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from graph.errors import DamagedStoreError, UsageError
from graph.store.store_layout import KNOWN_FOLDER, begin_version, current_version
from graph.store.version_pointer import read_pointer
from loaders.corrections.correction_file import read_entries
from loaders.corrections.hand_corrections import BUNDLED, corrections_of
from loaders.corrections.store_corrections import remember, remembered_entries
from loaders.kept_sources.record_keeping import KeptRecords, RecordKeeper
from loaders.kept_sources.source_list import list_of_sources
from loaders.pipeline.changed_version import ChangedVersion, refuse_other_program
from loaders.pipeline.published_readings import PublicationCounts, published_readings
from loaders.pipeline.registers import bundled_register_records
from loaders.pipeline.report import BuildReport

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_COUNTS = "published.json"


class KnownGraph(NamedTuple):
    """The graph of what had been published by a day.

    Attributes:
        store_path: Folder of its store.
        counts: How many records of the whole graph are in it.
    """

    store_path: Path
    counts: PublicationCounts


def graph_known_on(store_path: Path, day: date) -> KnownGraph:
    """The graph that the documents published by a day would have made.

    Args:
        store_path: Folder of the store with all documents.
        day: The day.

    Raises:
        NoStoreError: If there is no graph at `store_path`.
        UsageError: If nothing in the graph had been published by then.
        StoreBusyError: If another process is making it.
        StoreError: If the store does not know what it was made of, was made by another version of
            the program or by other registers, or cannot be written.
    """
    list_of_sources(store_path)
    version = current_version(store_path)
    inner = version / KNOWN_FOLDER / day.isoformat()
    if read_pointer(inner) is None:
        _make(store_path, version, inner, day)
    return KnownGraph(inner, _read_counts(inner))


def _make(store_path: Path, version: Path, inner: Path, day: date) -> None:
    """Make the graph of a day in the folder `inner`."""
    kept = list_of_sources(store_path)
    reading = BuildReport()
    registers = bundled_register_records(reading)
    with closing(KeptRecords(version)) as records:
        refuse_other_program(kept, registers, records)
        readings, counts = published_readings(kept, records, day)
    if not counts.published and not counts.earlier_readings:
        raise UsageError(
            f"Of the {counts.total:,} records in this graph, none is known to have been published "
            f"by {day}. Give a later day with --known-on."
        )
    with begin_version(inner) as folder, closing(RecordKeeper(folder)) as keeper:
        entries = remembered_entries(store_path)
        remember(folder, entries)
        for file, packed in readings:
            keeper.keep(file, packed)
        keeper.close()
        (folder / _COUNTS).write_bytes(msgspec.json.encode(counts))
        corrections = corrections_of([*read_entries(BUNDLED), *entries])
        ChangedVersion(folder, version, keeper, kept, registers, corrections).make(reading)


def _read_counts(inner: Path) -> PublicationCounts:
    path = current_version(inner) / _COUNTS
    try:
        return msgspec.json.decode(path.read_bytes(), type=PublicationCounts)
    except (OSError, msgspec.DecodeError) as error:
        raise DamagedStoreError(
            f"The graph of an earlier day at {inner} is broken: {path.name} cannot be read. "
            "Remove that folder; it is made again when it is asked for."
        ) from error
