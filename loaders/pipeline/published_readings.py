"""What had been published by a day, of the files that a store was made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from loaders.kept_sources.matching import FormerFiles
from loaders.kept_sources.record_format import pack_records
from loaders.kept_sources.record_keeping import describe_file
from loaders.pipeline.publication_days import PublicationDays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from graph.records.source_record import SourceRecord
    from loaders.kept_sources.record_keeping import KeptRecords
    from loaders.kept_sources.source_list import KeptFile, KeptSources


class PublicationCounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many records of a graph had been published by a day.

    Attributes:
        published: Records that had been.
        later: Records that had not.
        undated: Records of which no day is known.
        earlier_readings: Records of earlier readings of files, which later ones have replaced.
    """

    published: int
    later: int
    undated: int
    earlier_readings: int

    @property
    def total(self) -> int:
        """Records of the graph, those of registers left out."""
        return self.published + self.later + self.undated


class PublishedReading(NamedTuple):
    """A reading of a file, with those of its records that had been published.

    Attributes:
        file: The file as these records describe it.
        packed: The records, as a store keeps them.
    """

    file: KeptFile
    packed: bytes


def published_readings(
    kept: KeptSources, records: KeptRecords, day: date
) -> tuple[list[PublishedReading], PublicationCounts]:
    """The readings of files that a store would be made of if it had been built on a day.

    Where the latest reading of a file is of a later day, an earlier one comes in its place, if the
    store keeps one. Registers are the names by which texts are read, and belong to any day.

    Args:
        kept: The files of the store.
        records: Their records.
        day: The day.

    Raises:
        DamagedStoreError: If the records are not as they were written.
    """
    files = [*kept.former, *kept.files]
    days = PublicationDays(record for file in files for record in records.records(file))
    published = later = undated = 0
    current: list[PublishedReading] = []
    for file in kept.files:
        if file.is_register:
            current.append(PublishedReading(file, records.packed(file)))
            continue
        of_file = records.records(file)
        chosen = _published(of_file, days, day)
        without_day = sum(days.day(record) is None for record in of_file)
        published += len(chosen)
        undated += without_day
        later += len(of_file) - len(chosen) - without_day
        current += _reading(file, of_file, chosen)
    earlier = list(
        _earlier_readings(kept.former, current, records, lambda each: _published(each, days, day))
    )
    count = sum(reading.file.records for reading in earlier)
    return [*current, *earlier], PublicationCounts(published, later, undated, count)


def _published(
    records: Iterable[SourceRecord], days: PublicationDays, day: date
) -> list[SourceRecord]:
    """Those of some records that had been published by a day."""
    published = ((record, days.day(record)) for record in records)
    return [record for record, own in published if own is not None and own <= day]


def _reading(
    file: KeptFile, of_file: Sequence[SourceRecord], chosen: Sequence[SourceRecord]
) -> Iterator[PublishedReading]:
    """The reading with the chosen records; nothing where there is none of them."""
    if not chosen:
        return
    if len(chosen) < len(of_file):
        file = describe_file(file, chosen, [issue.as_issue() for issue in file.issues])
    yield PublishedReading(file, pack_records(chosen))


def _earlier_readings(
    former: Sequence[KeptFile],
    current: Sequence[PublishedReading],
    records: KeptRecords,
    choose: Callable[[list[SourceRecord]], list[SourceRecord]],
) -> Iterator[PublishedReading]:
    """Earlier readings that no later one had replaced by the day."""
    candidates: list[PublishedReading] = []
    for file in former:
        if not file.is_register:
            of_file = records.records(file)
            candidates += _reading(file, of_file, choose(of_file))
    positions = {id(reading.file): index for index, reading in enumerate(candidates)}
    index = FormerFiles(reading.file for reading in candidates)
    replaced = {id(each) for reading in current for each in index.replaced_by(reading.file)} | {
        id(each)
        for reading in candidates
        for each in index.replaced_by(reading.file)
        if positions[id(each)] < positions[id(reading.file)]
    }
    yield from (reading for reading in candidates if id(reading.file) not in replaced)
