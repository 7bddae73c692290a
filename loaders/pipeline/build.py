"""Builds a graph: documents to records, records to statements, statements to a store.

One way, no back and forth. Statements are made and loaded in portions, so memory does not grow
with the input, and one portion is stored while the next is made.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from graph.errors import NothingReadError
from graph.identity import DEFAULT_BASE, IriFactory
from graph.statements import record_iri
from graph.store.embedded import Store
from graph.store.layout import begin_version
from loaders.corrections.hand_corrections import read_corrections
from loaders.pipeline.enrich import Enricher, called, described, preamble, stated
from loaders.pipeline.portions import Portions
from loaders.pipeline.reader import Progress, Reader, plan
from loaders.pipeline.report import BuildReport
from loaders.pipeline.workers import workers
from loaders.responses.linking.case_queue import CaseQueue
from queries.flag_counts import flag_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from graph.records.source_record import SourceRecord
    from loaders.pipeline.enrich import Name


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build.

    Attributes:
        base: Where the graph's own things live.
        encoding: Character encoding of the files; found out where None.
        retrieved: ISO date on which the files were fetched; that of their last change where None.
        corrections: A file of corrections, replayed after those bundled with the project.
    """

    base: str = DEFAULT_BASE
    encoding: str | None = None
    retrieved: str | None = None
    corrections: Path | None = None


DEFAULTS = BuildOptions()

BATCH = 250
"""Records that are enriched together."""


def build(
    sources: Sequence[str],
    place: Path,
    options: BuildOptions = DEFAULTS,
    progress: Progress | None = None,
) -> BuildReport:
    """Build a graph from the sources and swap it in at `place`.

    Args:
        sources: Files, folders, globs, `-`, or names of bundled sources.
        place: Folder of the store; its old graph answers until the new one is whole.
        options: How to build.
        progress: Told about progress.

    Returns:
        What was read, recognised, flagged and not read.

    Raises:
        NothingReadError: If not one record could be read; the old graph stays.
        InputError: If the corrections cannot be read; the old graph stays.
        StoreError: If the store cannot be written; the old graph stays.
    """
    with begin_version(place) as folder:
        store = Store.create(folder / "quads")
        report = fill(store, sources, options, progress)
        store.compact()
        summary = json.dumps(report.as_json(), indent=2, ensure_ascii=False)
        (folder / "report.json").write_text(f"{summary}\n", encoding="utf-8")
        del store
    return report


def fill(
    store: Store,
    sources: Sequence[str],
    options: BuildOptions = DEFAULTS,
    progress: Progress | None = None,
) -> BuildReport:
    """Read the sources into an open, empty store; see `build`."""
    report = BuildReport()
    planned = plan(sources, report)
    reader = Reader(
        report,
        encoding=options.encoding,
        retrieved=options.retrieved,
        progress=progress,
        files=len(planned.registers) + len(planned.others),
    )
    known = [record for place in planned.registers for record in reader.records(place)]
    iris = IriFactory(options.base)
    corrections = read_corrections(*([options.corrections] if options.corrections else []))
    with Portions(store, report.found) as portions:
        portions.add(preamble(iris, known, corrections).encode())
        records = chain(known, (r for place in planned.others for r in reader.records(place)))
        fresh = _fresh(records, iris, report, portions)
        ledger = CaseQueue()
        names: dict[str, Name] = {}
        with workers(options.base, known, corrections, planned.size) as at_work:
            for part in at_work.each(Enricher.enrich, _batches(fresh)):
                ledger.add(part.told)
                for finding, name in part.names:
                    names[finding] = min(name, names.get(finding, name))
                portions.add(part.nquads)
                report.found.add(part.tally)
            for part in at_work.each(Enricher.link_cases, ledger.jobs()):
                portions.add(part.nquads)
                report.found.add(part.tally)
        portions.add(called(iris, names).encode())
    reader.finish()
    if not reader.fruitful & planned.named:
        problems = "\n".join(f"  {issue.location}: {issue.problem}" for issue in report.issues)
        raise NothingReadError(f"Nothing could be read, so no graph was written.\n{problems}")
    report.quality_flags = flag_counts(store)
    report.quads = len(store)
    return report


def _fresh(
    records: Iterable[SourceRecord], iris: IriFactory, report: BuildReport, portions: Portions
) -> Iterator[SourceRecord]:
    """The records that were not read before; of the others, only the place is stated."""
    seen: set[str] = set()
    for record in records:
        graph = record_iri(iris, record)
        if graph in seen:
            report.repeats += 1
            portions.add(stated(iris, record).encode())
            continue
        seen.add(graph)
        if record.origin.source not in report.records:
            portions.add(described(iris, record).encode())
        report.records[record.origin.source] += 1
        report.claims.update(type(claim).__name__ for claim in record.claims)
        yield record


def _batches(records: Iterable[SourceRecord]) -> Iterator[list[SourceRecord]]:
    batch: list[SourceRecord] = []
    for record in records:
        batch.append(record)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
