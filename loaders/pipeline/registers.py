"""The bundled registers, and the recogniser of the names in them."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache, lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from graph.records.authorities import Initiative, Organisation
from graph.records.source_record import AuthorityRecord
from loaders.corrections.hand_corrections import Corrections, read_corrections
from loaders.interface.context import Issue
from loaders.interface.program_faults import describe_fault
from loaders.names.recogniser import Recogniser
from loaders.pipeline.plan import plan_build
from loaders.pipeline.read import RecordReader
from loaders.pipeline.report import BuildReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graph.records.source_record import SourceRecord


def make_recogniser(registers: Iterable[SourceRecord], corrections: Corrections) -> Recogniser:
    """A recogniser of the names that the given register records hold, corrected by hand."""
    authorities = list(_authorities(registers))
    return Recogniser(
        [authority for authority in authorities if isinstance(authority, Organisation)],
        [authority for authority in authorities if isinstance(authority, Initiative)],
        corrections,
    )


def drop_unusable(records: list[SourceRecord], report: BuildReport) -> list[SourceRecord]:
    """The register records from whose names a recogniser can be made.

    One name that defeats the recogniser must not end a build. The records that do are found by
    halving, so that registers without one cost a single attempt, and are listed in the report.
    """
    try:
        make_recogniser(records, Corrections())
    except Exception as error:
        if len(records) > 1:
            middle = len(records) // 2
            halves = (records[:middle], records[middle:])
            return [record for half in halves for record in drop_unusable(half, report)]
        location = records[0].origin.location
        report.issues.append(Issue(location, describe_fault(error, "This row")))
        return []
    return records


def registers_digest(registers: Iterable[SourceRecord]) -> str:
    """SHA-256 of all that the register records say of names, whatever order they come in."""
    return _digest(tuple(_authorities(registers)))


@lru_cache(maxsize=4)
def _digest(authorities: tuple[Organisation | Initiative, ...]) -> str:
    entries = [
        json.dumps([type(authority).__name__, asdict(authority)], sort_keys=True)
        for authority in authorities
    ]
    return sha256("\n".join(sorted(entries)).encode()).hexdigest()


def _authorities(registers: Iterable[SourceRecord]) -> Iterator[Organisation | Initiative]:
    for record in registers:
        if isinstance(record.content, AuthorityRecord):
            yield record.content.authority


def bundled_register_records(report: BuildReport | None = None) -> list[SourceRecord]:
    """The records of the project's own registers; what is to be said of them is in `report`."""
    report = report or BuildReport()
    reader = RecordReader(report)
    files = plan_build([], report).registers
    return [record for file in files for record in reader.records(file)]


@cache
def bundled_recogniser(*corrections: Path) -> Recogniser:
    """The recogniser of the names in the project's own registers.

    Args:
        corrections: Files of corrections that are replayed after the project's own.
    """
    return make_recogniser(bundled_register_records(), read_corrections(*corrections))
