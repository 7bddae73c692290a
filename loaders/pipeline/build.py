"""Builds a graph: files to records, then three stages: extract, link, state.

All records are read before it is decided which are about one finding. Extracting and stating then
run in parallel, record by record; linking runs when all records are extracted, report by report.
Statements are made and loaded in portions, so memory does not grow with the input, and one portion
is stored while the next is made.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from graph.errors import NothingReadError
from graph.identity import DEFAULT_BASE, IriFactory
from graph.records.source_record import parts_of
from graph.statements.record_iris import RecordIris
from graph.store.embedded import Store
from graph.store.store_layout import begin_version
from loaders.corrections.correction_file import read_entries
from loaders.corrections.hand_corrections import BUNDLED, corrections_of
from loaders.corrections.overruling import overrule
from loaders.corrections.store_corrections import remember, remembered_entries
from loaders.interface.context import Issue
from loaders.pipeline.identify import identified
from loaders.pipeline.plan import plan_build
from loaders.pipeline.preamble import (
    preamble,
    preferred_labels,
    source_metadata,
    state_identity,
)
from loaders.pipeline.read import Progress, RecordReader
from loaders.pipeline.record_failures import not_identified
from loaders.pipeline.registers import drop_unusable
from loaders.pipeline.replaced_commitments import state_replacements
from loaders.pipeline.report import BuildReport
from loaders.pipeline.stages import Stages
from loaders.pipeline.state import record_triples
from loaders.pipeline.store_loader import StoreLoader
from loaders.pipeline.workers import workers
from loaders.responses.linking.case_queue import CaseQueue
from queries.cooccurrence.pair_statements import state_pairs
from queries.flag_counts import flag_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from graph.records.source_record import SourceRecord
    from loaders.corrections.correction_entry import CorrectionEntry
    from loaders.corrections.hand_corrections import Corrections
    from loaders.pipeline.plan import BuildPlan
    from loaders.pipeline.preamble import LabelRank
    from loaders.pipeline.stages import StageOutput
    from loaders.pipeline.workers import Workers


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build.

    Attributes:
        base: Where the graph's own things live.
        encoding: Character encoding of the files; found out where None.
        retrieved: ISO date on which the files were fetched; that of their last change where None.
        corrections: A file of corrections, replayed after those bundled with the project and
            those that the store remembers.
        replace: Replace the graph of a store even by one that is much smaller.
    """

    base: str = DEFAULT_BASE
    encoding: str | None = None
    retrieved: str | None = None
    corrections: Path | None = None
    replace: bool = False


DEFAULTS = BuildOptions()

BATCH = 250
"""Records that are extracted and stated as one piece of work."""


def build(
    sources: Sequence[str],
    store_path: Path,
    options: BuildOptions = DEFAULTS,
    progress: Progress | None = None,
) -> BuildReport:
    """Build a graph from the sources and swap it in at `store_path`.

    Args:
        sources: Files, folders, globs, `-`, or names of bundled sources.
        store_path: Folder of the store; its old graph answers until the new one is whole.
        options: How to build.
        progress: Called with the numbers of files read and of all files.

    Returns:
        What was read, recognised, flagged and not read.

    Raises:
        NothingReadError: If not one record could be read; the old graph stays.
        InputError: If the corrections cannot be read; the old graph stays.
        ReplacementError: If the graph is much smaller than the old one; the old graph stays.
        StoreError: If the store cannot be written; the old graph stays.
    """
    entries = remembered_entries(store_path)
    entries += read_entries(options.corrections) if options.corrections else []
    with begin_version(store_path, replace=options.replace) as folder:
        remember(folder, entries)
        store = Store.create(folder / "quads")
        report = _fill(store, sources, options, entries, progress)
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
    entries = read_entries(options.corrections) if options.corrections else []
    return _fill(store, sources, options, entries, progress)


def _fill(
    store: Store,
    sources: Sequence[str],
    options: BuildOptions,
    entries: Sequence[tuple[str, CorrectionEntry]],
    progress: Progress | None,
) -> BuildReport:
    report = BuildReport()
    plan = plan_build(sources, report)
    reader = RecordReader(
        report,
        encoding=options.encoding,
        retrieved=options.retrieved,
        progress=progress,
        files=len(plan.registers) + len(plan.others),
    )
    registers = [record for file in plan.registers for record in reader.records(file)]
    if reader.paths_with_records & {file for file in plan.registers if not file.bundled}:
        registers = drop_unusable(registers, report)
    others = (record for file in plan.others for record in reader.records(file))
    corrections = corrections_of([*read_entries(BUNDLED), *entries])
    iris = IriFactory(options.base)
    with StoreLoader(store, report.counts) as loader:
        run = _Run(iris, corrections, report, loader)
        run.work_through(registers, others, plan)
    reader.finish()
    if not reader.paths_with_records & plan.named:
        problems = "\n".join(f"  {issue.location}: {issue.problem}" for issue in report.issues)
        raise NothingReadError(f"Nothing could be read, so no graph was written.\n{problems}")
    state_replacements(store)
    for problem in overrule(store, iris, corrections.readings):
        report.issues.append(Issue("corrections", problem, lost=False, uncertain=True))
    state_pairs(store)
    report.quality_flags = flag_counts(store)
    report.quads = len(store)
    return report


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of the stages over all records."""

    iris: IriFactory
    corrections: Corrections
    report: BuildReport
    loader: StoreLoader

    def work_through(
        self, registers: list[SourceRecord], others: Iterable[SourceRecord], plan: BuildPlan
    ) -> None:
        """Put the records through the stages, and what comes of them into the store."""
        self._load(preamble(self.iris, registers, self.corrections))
        every_record = chain(registers, others)
        with identified(every_record, self.corrections, self.report) as records:
            self._load(state_identity(self.iris, records.identities))
            corrections = self.corrections.with_aliases(records.identities.aliases)
            with workers(self.iris.base, registers, corrections, plan.size) as pool:
                self._work_through_stages(self._distinct(records), pool)

    def _work_through_stages(self, records: Iterator[SourceRecord], pool: Workers) -> None:
        queue = CaseQueue()
        labels: dict[str, LabelRank] = {}
        for output in pool.each(Stages.extract_and_state, _batches(records)):
            queue.add(output.cases)
            for finding, label in output.labels:
                labels[finding] = min(label, labels.get(finding, label))
            self._take(output)
        for output in pool.each(Stages.link_and_state, queue.jobs()):
            self._take(output)
        self._load(preferred_labels(self.iris, labels))

    def _take(self, output: StageOutput) -> None:
        self.loader.add(output.nquads)
        self.report.counts.add(output.counts)
        for failure in output.failures:
            failure.note_in(self.report)

    def _load(self, nquads: str) -> None:
        self.loader.add(nquads.encode())

    def _state_repeat(self, record: SourceRecord) -> None:
        """State where a record stands that was read before."""
        try:
            quads = record_triples(self.iris, record, RecordIris.mint(self.iris, record))
        except Exception as error:
            not_identified(record, error).note_in(self.report)
            return
        self._load(quads)

    def _distinct(self, records: Iterable[SourceRecord]) -> Iterator[SourceRecord]:
        """The records that were not read before; of the others, only where they stand is stated."""
        seen: set[tuple[str, str]] = set()
        for record in records:
            origin = record.origin
            if (origin.source, origin.sha256) in seen:
                self.report.repeats += 1
                self._state_repeat(record)
                continue
            seen.add((origin.source, origin.sha256))
            if origin.source not in self.report.records:
                self._load(source_metadata(self.iris, origin))
            self.report.records[origin.source] += 1
            self.report.claims.update(type(part).__name__ for part in parts_of(record.content))
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
