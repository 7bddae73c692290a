"""Collects, while a graph is made, what the next addition to it need not work out again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from loaders.identity.word_memory import WordMemory
from loaders.kept_sources.record_format import pack_records
from loaders.pipeline.stage_memory import (
    RecordDraft,
    ScopeMemory,
    StageMemory,
    digests,
    pack_lines,
    record_name,
    settled_digest,
    write_memory,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.records.source_record import SourceRecord
    from loaders.pipeline.report import BuildCounts
    from loaders.pipeline.stage_memory import RecordMemory, Scope
    from loaders.pipeline.stages import StageOutput
    from loaders.pipeline.state import RecordQuads


class MemoryWriter:
    """What the stages make, record by record and report by report."""

    def __init__(self, words: WordMemory | None = None) -> None:
        """Begin with the words of texts that were worked out before."""
        self.words = words or WordMemory()
        self.records: defaultdict[str, RecordDraft] = defaultdict(RecordDraft)
        self.kept: dict[str, tuple[RecordMemory, bytes]] = {}
        self.scopes: dict[Scope, tuple[ScopeMemory, bytes]] = {}
        self.shared: dict[str, bytes] = {}
        self.setting = b""
        self.is_usable = True

    def add_record(self, record: SourceRecord) -> None:
        """Remember a record under the keys that were decided for it."""
        packed = settled_digest(record), pack_records([record])
        self.records[record_name(record)].settled.append(packed)

    def add_repeat(self, record: SourceRecord, quads: RecordQuads) -> None:
        """Remember what is stated of a record that was read before."""
        self.records[record_name(record)].statements += digests(quads.in_default_graph())

    def add_output(self, output: StageOutput) -> None:
        """Remember what was stated because of records, or of the answers of reports."""
        if output.failures:
            self.is_usable = False
        for note in output.notes:
            draft = self.records[note.name]
            draft.labels, draft.scopes = note.labels, note.scopes
            draft.statements += note.statements
        start = 0
        for scope, size, answers in output.linked:
            nquads = output.nquads[start : start + size]
            start += size
            lines = nquads.splitlines()
            memory = ScopeMemory(pack_lines(nquads), answers, len(lines))
            self.scopes[scope] = memory, digests(lines)

    def keep_record(self, name: str, memory: RecordMemory, statements: bytes) -> None:
        """Remember a record as before."""
        self.kept[name] = memory, statements

    def keep_scope(self, scope: Scope, memory: ScopeMemory, statements: bytes) -> None:
        """Remember the answers of a report or committee as before."""
        self.scopes[scope] = memory, statements

    def all_labels(self) -> Iterator[tuple[str, int, str]]:
        """What findings may be called: IRI, how little the name tells, name."""
        for memory, _ in self.kept.values():
            yield from memory.labels
        for draft in self.records.values():
            yield from draft.labels

    @property
    def answers(self) -> int:
        """Distinct answers of all reports and committees."""
        return sum(memory.answers for memory, _ in self.scopes.values())

    def share(self, name: str, nquads: str) -> None:
        """Remember what is stated once for many records."""
        self.shared[name] = self.shared.get(name, b"") + nquads.encode()

    def write(self, version: Path, counts: BuildCounts) -> None:
        """Keep it all with a version that is not finished.

        Raises:
            OSError: If the disk is full.
        """
        if not self.is_usable:
            return
        records = self.kept | {
            name: (draft.finish(), bytes(draft.statements)) for name, draft in self.records.items()
        }
        statements = [part for _, part in (*records.values(), *self.scopes.values())]
        memory = StageMemory(
            self.setting,
            dict(counts.mentions),
            dict(counts.extraction_noise),
            {name: remembered for name, (remembered, _) in records.items()},
            tuple((scope, remembered) for scope, (remembered, _) in self.scopes.items()),
            {name: pack_lines(nquads) for name, nquads in self.shared.items()},
        )
        write_memory(version, memory, b"".join(statements), self.words)
