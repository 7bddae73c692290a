"""Makes the version of a store that comes of a change to its files.

Where the version before remembers what its stages made, only what depends on the change is worked
out again; else, or where much has changed, all is worked out from the records that are kept.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from graph.errors import StoreError
from graph.store.embedded import Store
from graph.store.graph_summary import SUMMARY
from graph.store.store_layout import share_quads
from graph.store.store_manifest import read_manifest
from loaders.kept_sources.record_keeping import KeptRecords
from loaders.pipeline.build import write_report
from loaders.pipeline.graph_change import GraphChange
from loaders.pipeline.graph_making import GraphInput, make_graph
from loaders.pipeline.memory_writer import MemoryWriter
from loaders.pipeline.preamble import VERSION
from loaders.pipeline.registers import drop_unusable, registers_digest
from loaders.pipeline.report import BuildReport
from loaders.pipeline.stage_memory import memory_counts, read_memory
from loaders.pipeline.store_change import StoreChange
from queries.graph_figures import prepare_figures
from queries.search.index_file import prepare_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graph.records.source_record import SourceRecord
    from loaders.corrections.hand_corrections import Corrections
    from loaders.interface.context import Issue
    from loaders.kept_sources.record_keeping import RecordKeeper
    from loaders.kept_sources.source_list import KeptFile, KeptSources


@dataclass(frozen=True, slots=True)
class ChangedVersion:
    """A version that is to be made.

    Attributes:
        folder: Its folder.
        former: The folder of the version before.
        keeper: What files it is made of.
        kept: The settings of the version before.
        registers: The records of the project's own registers.
        corrections: Corrections by hand.
    """

    folder: Path
    former: Path
    keeper: RecordKeeper
    kept: KeptSources
    registers: list[SourceRecord]
    corrections: Corrections

    def make(self, reading: BuildReport) -> tuple[BuildReport, list[Issue]]:
        """Make the graph of all files that are kept.

        Args:
            reading: The report on the reading of the project's own registers.

        Returns:
            The report on the whole graph, and what of its issues is not of the reading of a file.

        Raises:
            StoreError: If the store cannot be written.
        """
        files = self.keeper.files
        report = BuildReport(files=reading.files + sum(file.documents for file in files))
        report.issues += reading.issues
        report.issues += [issue.as_issue() for file in files for issue in file.issues]
        of_files = len(report.issues)
        with closing(KeptRecords(self.folder)) as records:
            registers = with_own_registers(self.registers, own_registers(files, records), report)
            self.keeper.finish(
                VERSION, registers_digest(registers), self.kept.base, self.kept.encoding
            )
            content = GraphInput(
                self.kept.base,
                registers,
                _others(files, records),
                sum(file.size for file in files if not file.is_register),
                self.corrections,
            )
            memory = self._change(content, report)
            if memory is None:
                memory = self._anew(replace(content, others=_others(files, records)), report)
        memory.write(self.folder, report.counts)
        write_report(self.folder, report)
        return report, report.issues[of_files:]

    def _change(self, content: GraphInput, report: BuildReport) -> MemoryWriter | None:
        """Change the graph of the version before; None if it is better made anew."""
        manifest, remembered = read_manifest(self.former), read_memory(self.former)
        if manifest is None or remembered is None:
            return None
        memory, statements, words = remembered
        counted = BuildReport(counts=memory_counts(memory))
        change = GraphChange(content, memory, statements, counted, MemoryWriter(words))
        lines = change.lines()
        if lines is None:
            return None
        share_quads(self.former, self.folder)
        store = Store.create(self.folder / "quads")
        at_work = StoreChange(store, manifest.summary)
        at_work.apply(lines, memory, change.writer, counted)
        store.flush()
        prepare_figures(store, self.folder)
        prepare_index(store, self.folder)
        del store
        (self.folder / SUMMARY).write_bytes(msgspec.json.encode(at_work.summary))
        report.take(counted)
        report.counts.answers = change.writer.answers
        return change.writer

    def _anew(self, content: GraphInput, report: BuildReport) -> MemoryWriter:
        """Make the graph from all records."""
        memory = MemoryWriter()
        store = Store.create(self.folder / "quads")
        make_graph(store, content, report, lambda: None, memory)
        store.compact()
        prepare_figures(store, self.folder)
        prepare_index(store, self.folder)
        del store
        return memory


def refuse_other_program(
    kept: KeptSources, registers: list[SourceRecord], records: KeptRecords
) -> None:
    """Refuse to mix what two versions of the program read, or what was read by other names.

    Args:
        kept: The files of a store.
        registers: The records of the project's own registers.
        records: The records of the store.

    Raises:
        StoreError: If the store was made by another version or by other registers.
    """
    own = own_registers(kept.files, records)
    problem = ""
    if kept.program != VERSION:
        problem = f"was built by joinedup {kept.program}, and this is {VERSION}"
    elif kept.registers != registers_digest(with_own_registers(registers, own, BuildReport())):
        problem = "was built by other registers of organisations and initiatives"
    if problem:
        raise StoreError(
            f"The graph {problem}, so its parts would not be read alike. Build it again from all "
            "its files, new ones among them: joinedup build FILES. Its files: joinedup sources."
        )


def own_registers(files: Iterable[KeptFile], kept: KeptRecords) -> list[SourceRecord]:
    """The records of the user's own registers."""
    return [record for file in files if file.is_register for record in kept.records(file)]


def with_own_registers(
    registers: list[SourceRecord], own: list[SourceRecord], report: BuildReport
) -> list[SourceRecord]:
    """The project's own registers and those of the user, as a build takes them."""
    return drop_unusable([*registers, *own], report) if own else registers


def _others(files: Iterable[KeptFile], kept: KeptRecords) -> Iterator[SourceRecord]:
    return chain.from_iterable(kept.records(file) for file in files if not file.is_register)
