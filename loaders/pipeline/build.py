"""Builds a graph in a store from files, and keeps their records, so that more can be added."""

from __future__ import annotations

import dataclasses
import json
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.errors import NothingReadError, UsageError
from graph.identity import DEFAULT_BASE
from graph.store.embedded import Store
from graph.store.store_layout import begin_version
from loaders.corrections.correction_file import read_entries
from loaders.corrections.hand_corrections import BUNDLED, corrections_of
from loaders.corrections.store_corrections import remember, remembered_entries
from loaders.kept_sources.matching import refuse_dropping
from loaders.kept_sources.record_keeping import RecordKeeper
from loaders.kept_sources.source_list import source_list_if_any
from loaders.pipeline.graph_making import GraphInput, make_graph
from loaders.pipeline.keep import keep_reading
from loaders.pipeline.memory_writer import MemoryWriter
from loaders.pipeline.parts.parts_writer import PartsWriter
from loaders.pipeline.plan import plan_build
from loaders.pipeline.preamble import VERSION
from loaders.pipeline.read import Progress, RecordReader
from loaders.pipeline.registers import drop_unusable, registers_digest
from loaders.pipeline.report import BuildReport
from loaders.pipeline.report_words import issue_lines
from loaders.pipeline.task_executor import TaskExecutor
from queries.graph_figures import prepare_figures
from queries.search.index_file import prepare_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from graph.records.source_record import SourceRecord
    from loaders.corrections.correction_entry import CorrectionEntry
    from loaders.pipeline.plan import BuildPlan, SourceFile


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build.

    Attributes:
        base: Where the graph's own things live.
        encoding: Character encoding of the files; found out where None.
        retrieved: ISO date on which the files were fetched; that of their last change where None.
        corrections: A file of corrections, replayed after those bundled with the project and
            those that the store remembers.
        replace: Replace the graph of a store even by one that is much smaller, or that is not made
            of all the files that it was made of.
        executor: Does the work of extracting and stating, an executor of `concurrent.futures` or
            one that was connected to; processes of this machine where None.
        parts: Folder, or address as fsspec takes it, at which the graph is also written in parts;
            the tasks of the executor leave there what they make.
    """

    base: str = DEFAULT_BASE
    encoding: str | None = None
    retrieved: str | None = None
    corrections: Path | None = None
    replace: bool = False
    executor: Executor | TaskExecutor | None = None
    parts: str | None = None

    def task_executor(self, parts: PartsWriter | None) -> TaskExecutor | None:
        """The executor, with how work is given to it; None if there is none.

        Args:
            parts: Writes the graph in parts, if that is wanted.
        """
        executor = self.executor
        if executor is None:
            return None
        if not isinstance(executor, TaskExecutor):
            executor = TaskExecutor(executor)
        return dataclasses.replace(executor, parts=parts.place if parts else None)


DEFAULTS = BuildOptions()


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
        UsageError: If there is no such place for parts, or those of a graph stand there.
        DroppedSourcesError: If the old graph was made of files that are not among the sources; it
            stays.
        ReplacementError: If the graph is much smaller than the old one; the old graph stays.
        StoreError: If the store cannot be written; the old graph stays.
    """
    entries = remembered_entries(store_path)
    entries += read_entries(options.corrections) if options.corrections else []
    parts = PartsWriter(options.parts, replace=options.replace) if options.parts else None
    with (
        begin_version(store_path, replace=options.replace) as folder,
        closing(RecordKeeper(folder)) as keeper,
    ):
        remember(folder, entries)
        former = None if options.replace else source_list_if_any(store_path)

        def refuse_dropped() -> None:
            if former:
                refuse_dropping(former.files, keeper.files, store_path)

        store = Store.create(folder / "quads")
        memory = MemoryWriter()
        plan = _Build(sources, options, entries, progress, keeper, memory, parts, refuse_dropped)
        report = plan.fill(store)
        store.compact()
        prepare_figures(store, folder)
        prepare_index(store, folder)
        memory.write(folder, report.counts)
        write_report(folder, report)
        if parts:
            parts.finish(folder, options.base, report.quads)
        del store
    return report


def write_report(version: Path, report: BuildReport) -> None:
    """Keep a report with the version that it tells of.

    Raises:
        OSError: If the disk is full.
    """
    summary = json.dumps(report.as_json(), indent=2, ensure_ascii=False)
    (version / "report.json").write_text(f"{summary}\n", encoding="utf-8")


def fill(
    store: Store,
    sources: Sequence[str],
    options: BuildOptions = DEFAULTS,
    progress: Progress | None = None,
) -> BuildReport:
    """Read the sources into an open, empty store; see `build`.

    Raises:
        UsageError: If parts are wanted, which need a store in a folder.
    """
    if options.parts:
        raise UsageError("A graph in memory is not written in parts. Name a folder for its store.")
    entries = read_entries(options.corrections) if options.corrections else []
    return _Build(sources, options, entries, progress).fill(store)


@dataclass(frozen=True, slots=True)
class _Build:
    """One build.

    Attributes:
        sources: What to read.
        options: How.
        entries: Corrections that follow those bundled with the project.
        progress: Told how many of the files have been read.
        keeper: Keeps the records, if they are to be kept.
        memory: Where what the stages make is remembered.
        parts: Writes the graph in parts, if that is wanted.
        look_at_files: Called when all files are read; raises what is wrong with them.
        first_files: The first file with each digest.
    """

    sources: Sequence[str]
    options: BuildOptions
    entries: Sequence[tuple[str, CorrectionEntry]]
    progress: Progress | None
    keeper: RecordKeeper | None = None
    memory: MemoryWriter | None = None
    parts: PartsWriter | None = None
    look_at_files: Callable[[], None] | None = None
    first_files: dict[str, SourceFile] = field(default_factory=dict)

    def fill(self, store: Store) -> BuildReport:
        """Read the sources into an open, empty store."""
        report = BuildReport()
        plan = plan_build(self.sources, report)
        reader = RecordReader(
            report,
            encoding=self.options.encoding,
            retrieved=self.options.retrieved,
            progress=self.progress,
            files=len(plan.registers) + len(plan.others),
        )
        registers = [
            each for file in plan.registers for each in self._records(reader, file, report)
        ]
        if reader.paths_with_records & {file for file in plan.registers if not file.bundled}:
            registers = drop_unusable(registers, report)
        others = (each for file in plan.others for each in self._records(reader, file, report))
        corrections = corrections_of([*read_entries(BUNDLED), *self.entries])
        content = GraphInput(
            self.options.base,
            registers,
            others,
            plan.size,
            corrections,
            self.options.task_executor(self.parts),
            self.parts,
        )

        def after_reading() -> None:
            self._finish_reading(reader, plan, report)
            if self.keeper:
                digest = registers_digest(registers)
                self.keeper.finish(VERSION, digest, self.options.base, self.options.encoding)
            if self.look_at_files:
                self.look_at_files()

        make_graph(store, content, report, after_reading, self.memory)
        return report

    def _records(
        self, reader: RecordReader, file: SourceFile, report: BuildReport
    ) -> Iterator[SourceRecord]:
        """The records of a file, which are kept; of two with its bytes and its name, once."""
        reading = reader.read(file)
        first = self.first_files.setdefault(reading.sha256, file) if reading.records else file
        if first is not file:
            report.copies.append((file.shown, first.shown))
        if self.keeper and (first is file or first.location != file.location):
            keep_reading(self.keeper, reading)
        yield from reading.records

    @staticmethod
    def _finish_reading(reader: RecordReader, plan: BuildPlan, report: BuildReport) -> None:
        reader.finish()
        if not reader.paths_with_records & plan.named:
            problems = "\n".join(issue_lines(report.issues))
            raise NothingReadError(f"Nothing could be read, so no graph was written.\n{problems}")
