"""Keeps the records of each file with a version that is being made, and gives them back."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from graph.errors import DamagedStoreError
from graph.identity import finding_slug
from graph.records.source_record import (
    AuthorityRecord,
    FindingRecord,
    PublicationRecord,
)
from loaders.kept_sources.record_format import unpack_records
from loaders.kept_sources.source_list import (
    KEPT_RECORDS,
    KeptFile,
    KeptIssue,
    KeptSources,
    write_source_list,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from graph.records.source_record import SourceRecord
    from loaders.interface.context import Issue


class KeptRecords:
    """The records that a version of a store keeps; to be closed."""

    def __init__(self, version: Path) -> None:
        """Read from the folder of a version.

        Raises:
            DamagedStoreError: If they are missing.
        """
        try:
            self._file = (version / KEPT_RECORDS).open("rb")
        except OSError as error:
            raise DamagedStoreError(
                f"The records of the files are missing in {version} ({error.strerror}). "
                "Build the graph again from its files."
            ) from error

    def records(self, kept: KeptFile) -> list[SourceRecord]:
        """The records of a file.

        Raises:
            DamagedStoreError: If they are not as they were written.
        """
        return unpack_records(self.packed(kept))

    def packed(self, kept: KeptFile) -> bytes:
        """The same as they are kept."""
        self._file.seek(kept.start)
        return self._file.read(kept.length)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class RecordKeeper:
    """Writes what a version keeps of the files it is made of; to be closed."""

    def __init__(self, version: Path) -> None:
        """Write into the folder of a version that is not finished.

        Raises:
            OSError: If it cannot be written.
        """
        self._version = version
        self._file = (version / KEPT_RECORDS).open("xb")
        self.files: list[KeptFile] = []
        self._former: list[KeptFile] = []

    def keep(self, kept: KeptFile, packed: bytes, *, is_former: bool = False) -> None:
        """Keep a file with its packed records; or a former reading of one.

        Raises:
            OSError: If the disk is full.
        """
        start = self._file.tell()
        self._file.write(packed)
        placed = msgspec.structs.replace(kept, start=start, length=len(packed))
        (self._former if is_former else self.files).append(placed)

    def close(self) -> None:
        """Close the file of records, which is complete.

        Raises:
            OSError: If the disk is full.
        """
        self._file.close()

    def finish(self, program: str, registers: str, base: str, encoding: str | None) -> None:
        """Write the list of all files, with the settings of the build; see `KeptSources`.

        Raises:
            OSError: If the disk is full.
        """
        self.close()
        files, former = tuple(self.files), tuple(self._former)
        write_source_list(
            self._version, KeptSources(program, registers, base, encoding, files, former)
        )


def describe_file(
    kept: KeptFile, records: Sequence[SourceRecord], issues: Iterable[Issue]
) -> KeptFile:
    """A file with what was read in it.

    Args:
        kept: The file, of which only location, digest, size and kind are known.
        records: Its records.
        issues: What was not read in it.
    """
    addresses = (record.origin.address for record in records)
    return msgspec.structs.replace(
        kept,
        read_on=max((each.origin.retrieved or "" for each in records), default="") or None,
        records=len(records),
        is_register=any(isinstance(each.content, AuthorityRecord) for each in records),
        sources=tuple(sorted({record.origin.source for record in records})),
        addresses=tuple(dict.fromkeys(filter(None, addresses))),
        subjects=tuple(dict.fromkeys(chain.from_iterable(map(_subjects, records)))),
        issues=tuple(
            KeptIssue(each.location, each.problem, each.lost, each.uncertain) for each in issues
        ),
    )


def _subjects(record: SourceRecord) -> Iterator[str]:
    """Short identifiers of what a record is about."""
    content = record.content
    if isinstance(content, FindingRecord):
        yield finding_slug(content.finding.key)
    elif isinstance(content, AuthorityRecord):
        yield content.authority.key
    elif isinstance(content, PublicationRecord):
        yield from (publication.number for publication in content.publications)
    else:
        yield from ("/".join(response.key) for response in content.responses)
