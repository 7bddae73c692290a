"""Makes a graph of records: which are about one finding, then three stages: extract, link, state.

All records are read before it is decided which are about one finding. Extracting and stating then
run in parallel, record by record; linking runs when all records are extracted, report by report.
Statements are made and loaded in portions, so memory does not grow with the input, and one portion
is stored while the next is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from graph.identity import IriFactory
from graph.records.source_record import parts_of
from graph.statements.record_iris import RecordIris
from loaders.corrections.dismissals import unmatched_dismissals
from loaders.corrections.overruling import overrule
from loaders.identity.comparable_words import comparable_words
from loaders.identity.word_memory import WordMemory
from loaders.interface.context import Issue
from loaders.pipeline.identify import identified
from loaders.pipeline.preamble import (
    preamble,
    preferred_labels,
    source_metadata,
    state_identity,
)
from loaders.pipeline.record_failures import not_identified
from loaders.pipeline.replaced_commitments import replacement_lines
from loaders.pipeline.stage_memory import setting_digest
from loaders.pipeline.stages import Stages
from loaders.pipeline.state import record_quads
from loaders.pipeline.store_loader import StoreLoader
from loaders.pipeline.workers import workers
from loaders.repeats.repeats_of_store import repeat_lines
from loaders.responses.linking.case_queue import CaseQueue
from queries.cooccurrence.pair_statements import pair_lines
from queries.flag_counts import flag_counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from graph.records.source_record import SourceRecord
    from graph.store.embedded import Store
    from loaders.corrections.hand_corrections import Corrections
    from loaders.identity.comparable_words import ComparableWords
    from loaders.pipeline.memory_writer import MemoryWriter
    from loaders.pipeline.parts.parts_writer import PartsWriter
    from loaders.pipeline.preamble import LabelRank
    from loaders.pipeline.report import BuildReport
    from loaders.pipeline.stages import StageOutput
    from loaders.pipeline.task_executor import TaskExecutor
    from loaders.pipeline.workers import Workers

BATCH = 250
"""Records that are extracted and stated as one piece of work."""


@dataclass(frozen=True, slots=True)
class GraphInput:
    """What a graph is made of.

    Attributes:
        base: Where the graph's own things live.
        registers: Records of the registers, by whose names the texts of all others are read.
        others: All other records; they may be read while they are asked for.
        size: Bytes of the files of these, from which it is judged whether other processes pay.
        corrections: Corrections by hand.
        executor: Does the work of the stages; processes of this machine where None.
        parts: Where what the stages state is written, besides into the store.
    """

    base: str
    registers: list[SourceRecord]
    others: Iterable[SourceRecord]
    size: int
    corrections: Corrections
    executor: TaskExecutor | None = None
    parts: PartsWriter | None = None


@dataclass(frozen=True, slots=True)
class GraphEnd:
    """What was worked out from a graph when all its records were stated.

    Attributes:
        shared: Statements, N-Quads, by what they are about.
        problems: What of the corrections could not be followed, a sentence each.
    """

    shared: dict[str, str]
    problems: tuple[str, ...]


def make_graph(
    store: Store,
    content: GraphInput,
    report: BuildReport,
    after_reading: Callable[[], None],
    memory: MemoryWriter | None = None,
) -> None:
    """Make a graph in an open, empty store.

    Args:
        store: The store.
        content: What the graph is made of.
        report: Where all is counted, and what defeats the program is listed.
        after_reading: Called when the last record was read and nothing has been worked out yet.
        memory: Where what the stages make is remembered.

    Raises:
        StoreError: If the store cannot be written.
    """
    iris = IriFactory(content.base)
    with StoreLoader(store, report.counts) as loader:
        run = _Run(iris, content.corrections, report, loader, memory, content.parts)
        run.work_through(content, after_reading)
    words = memory.words.words if memory else comparable_words
    end = finish_graph(store, iris, content.corrections, words)
    for problem in end.problems:
        report.issues.append(Issue("corrections", problem, lost=False, uncertain=True))
    if memory:
        for name, nquads in end.shared.items():
            memory.share(name, nquads)
        memory.is_usable &= not content.corrections.readings
    report.quality_flags = flag_counts(store)
    report.quads = len(store)


def finish_graph(
    store: Store,
    iris: IriFactory,
    corrections: Corrections,
    words: Callable[[str], ComparableWords] = comparable_words,
) -> GraphEnd:
    """State what follows from all records together, and overrule what people correct.

    Args:
        store: The graph as the stages stated it.
        iris: Makes its IRIs.
        corrections: Corrections by hand.
        words: Gives the words of texts in the form in which they are compared.

    Raises:
        StoreError: If the store cannot be written.
    """
    replacements = replacement_lines(store)
    store.load(replacements.encode())
    repeats = repeat_lines(store, words)
    store.load(repeats.encode())
    problems = (
        *overrule(store, iris, corrections.readings),
        *unmatched_dismissals(store, corrections.of("dismiss")),
    )
    pairs = pair_lines(store)
    store.load(pairs.encode())
    return GraphEnd({"replacements": replacements, "repeats": repeats, "pairs": pairs}, problems)


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of the stages over all records."""

    iris: IriFactory
    corrections: Corrections
    report: BuildReport
    loader: StoreLoader
    memory: MemoryWriter | None = None
    parts: PartsWriter | None = None

    def work_through(self, content: GraphInput, after_reading: Callable[[], None]) -> None:
        """Put the records through the stages, and what comes of them into the store."""
        registers = content.registers
        self._load(preamble(self.iris, registers, self.corrections), "preamble")
        every_record = chain(registers, content.others)
        words = self.memory.words if self.memory else WordMemory()
        with identified(every_record, self.corrections, self.report, words) as records:
            after_reading()
            self._load(state_identity(self.iris, records.identities), "identity")
            corrections = self.corrections.with_aliases(records.identities.find_aliases)
            if self.memory:
                self.memory.setting = setting_digest(self.iris.base, registers, corrections)
            with workers(
                self.iris.base, registers, corrections, content.size, content.executor
            ) as pool:
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
        self._load(preferred_labels(self.iris, labels), "labels")

    def _take(self, output: StageOutput) -> None:
        self.loader.add(output.nquads)
        if self.parts:
            if output.part or output.links:
                self.parts.add_part(output.part, output.links)
            else:
                self.parts.add(output.nquads)
        self.report.counts.add(output.counts)
        if self.memory:
            self.memory.add_output(output)
        for failure in output.failures:
            failure.note_in(self.report)

    def _load(self, nquads: str, shared: str | None = None) -> None:
        self.loader.add(nquads.encode())
        if self.parts:
            self.parts.add(nquads.encode())
        if self.memory and shared:
            self.memory.share(shared, nquads)

    def _state_repeat(self, record: SourceRecord) -> None:
        """State where a record stands that was read before."""
        try:
            minted = RecordIris.mint(self.iris, record)
            quads = record_quads(self.iris, record, minted)
        except Exception as error:
            not_identified(record, error).note_in(self.report)
            return
        self._load(quads.nquads)
        if self.memory:
            self.memory.add_repeat(record, quads)

    def _distinct(self, records: Iterable[SourceRecord]) -> Iterator[SourceRecord]:
        """The records that were not read before; of the others, only where they stand is stated."""
        seen: set[tuple[str, str]] = set()
        described: set[tuple[str, str]] = set()
        for record in records:
            origin = record.origin
            if self.memory:
                self.memory.add_record(record)
            if (origin.source, origin.sha256) in seen:
                self.report.repeats += 1
                self._state_repeat(record)
                continue
            seen.add((origin.source, origin.sha256))
            if (origin.source, origin.publisher) not in described:
                described.add((origin.source, origin.publisher))
                self._load(source_metadata(self.iris, origin), "sources")
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
