"""Which records are about one finding, decided before any of them is stated.

What a record is about may depend on one that is read last, so all records are read first. They
wait in a file without a name, a few hundred bytes each, and come back in the order in which they
were read, each with the keys that all sources share.
"""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from graph.records.serialized_records import deserialize, serialize
from loaders.identity.identities import IdentityEvidence
from loaders.pipeline.record_failures import not_identified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.records.source_record import SourceRecord
    from loaders.corrections.hand_corrections import Corrections
    from loaders.identity.identities import Identities
    from loaders.identity.word_memory import WordMemory
    from loaders.pipeline.report import BuildCounts, BuildReport

BATCH = 100
"""Records that are packed together."""


class IdentifiedRecords:
    """Records that were read, and which of them are about one finding.

    Attributes:
        identities: What was decided.
    """

    def __init__(self, file: IO[bytes], identities: Identities, counts: BuildCounts) -> None:
        """Give the records in `file`, under the keys of `identities`."""
        self._file = file
        self._counts = counts
        self.identities = identities

    def __iter__(self) -> Iterator[SourceRecord]:
        """The records in the order in which they were read."""
        self._file.seek(0)
        while size := int.from_bytes(self._file.read(4)):
            packed = self._file.read(size)
            with self._counts.stage("identify"):
                batch = [self.identities.settle(record) for record in _unpacked(packed)]
            yield from batch


@contextmanager
def identified(
    records: Iterable[SourceRecord],
    corrections: Corrections,
    report: BuildReport,
    words: WordMemory,
) -> Iterator[IdentifiedRecords]:
    """Read all records and decide which are about one finding.

    Args:
        records: The records.
        corrections: What people say of findings that are one, or are not.
        report: Where the time that this takes is added up, and records are listed that defeat it.
        words: Gives the words of texts in the form in which they are compared.
    """
    evidence, counts = IdentityEvidence(words.words), report.counts
    with TemporaryFile() as file:
        for batch in _batches(records):
            with counts.stage("identify"):
                kept = [record for record in batch if _is_added(evidence, record, report)]
                packed = zlib.compress(serialize(kept), level=1)
                file.write(len(packed).to_bytes(4) + packed)
        with counts.stage("identify"):
            identities = evidence.decide(corrections.of_findings)
        yield IdentifiedRecords(file, identities, counts)


def _is_added(evidence: IdentityEvidence, record: SourceRecord, report: BuildReport) -> bool:
    """Add a record to the evidence; False, with a line of the report, if it defeats the program."""
    try:
        evidence.add(record)
    except Exception as error:
        not_identified(record, error).note_in(report)
        return False
    return True


def _batches(records: Iterable[SourceRecord]) -> Iterator[list[SourceRecord]]:
    batch: list[SourceRecord] = []
    for record in records:
        batch.append(record)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _unpacked(packed: bytes) -> list[SourceRecord]:
    records: list[SourceRecord] = deserialize(zlib.decompress(packed))
    return records
