"""Changes a graph by what some records add or no longer say, and leaves the rest as it was stated.

The result is that of the stages run over all records. What of it can differ is found by comparing
each record, with the keys that were decided for it, with what the version before remembers: only
records that differ are extracted and stated, as they were and as they are, and only the reports and
committees that they belong to are linked again. A statement goes if nothing that is left makes it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from graph.identity import IriFactory
from graph.records.source_record import parts_of
from graph.statements.record_iris import RecordIris
from loaders.identity.identities import IdentityEvidence
from loaders.kept_sources.record_format import unpack_records
from loaders.pipeline.memory_writer import MemoryWriter
from loaders.pipeline.preamble import preamble, preferred_labels, source_metadata, state_identity
from loaders.pipeline.record_failures import not_identified
from loaders.pipeline.stage_memory import (
    digests,
    record_name,
    setting_digest,
    settled_digest,
    unpack_lines,
)
from loaders.pipeline.stages import Stages
from loaders.pipeline.state import record_quads
from loaders.pipeline.workers import workers
from loaders.responses.linking.case_queue import CaseQueue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.records.source_record import SourceRecord
    from loaders.identity.identities import Identities
    from loaders.pipeline.graph_making import GraphInput
    from loaders.pipeline.preamble import LabelRank
    from loaders.pipeline.report import BuildReport
    from loaders.pipeline.stage_memory import Scope, StageMemory
    from loaders.pipeline.workers import Workers
    from loaders.responses.linking.case_queue import SerializedCase

MOST_CHANGED = 0.25
"""Share of the records from which on it is quicker to state all of them anew."""

BATCH = 50
"""Records that are stated as one piece of work."""

Occurrences = dict[str, list["SourceRecord"]]
"""Records with the same characters in the same source, by the name that is remembered."""


@dataclass(frozen=True, slots=True)
class LineChange:
    """What changes in a graph.

    Attributes:
        removed: Statements that nothing makes any more, as lines of N-Quads.
        added: Statements that were not made before.
        kept: Digests of the statements in the default graph that are made of what did not change.
    """

    removed: set[bytes]
    added: set[bytes]
    kept: np.ndarray[tuple[int], np.dtype[np.uint64]]

    def without(self, lines: set[bytes]) -> set[bytes]:
        """Those of some lines that no record and no answer makes."""
        return without_kept(lines - self.added, self.kept)


class GraphChange:
    """The change of a graph from the records that a version remembers to others."""

    def __init__(
        self,
        content: GraphInput,
        memory: StageMemory,
        statements: bytes,
        report: BuildReport,
        writer: MemoryWriter,
    ) -> None:
        """Change from what a version remembers to other records.

        Args:
            content: What the graph is to be made of.
            memory: What the version remembers.
            statements: The digests of its statements.
            report: Where records and names are counted; it begins with those of the version.
            writer: What is to be remembered.
        """
        self._content = content
        self._memory = memory
        self._statements = np.frombuffer(statements, dtype=np.uint64)
        self._report = report
        self._iris = IriFactory(content.base)
        self.writer = writer

    def lines(self) -> LineChange | None:
        """What changes; None if so much may change that all is better stated anew."""
        records = [*self._content.registers, *self._content.others]
        evidence = IdentityEvidence(self.writer.words.words)
        try:
            for record in records:
                evidence.add(record)
        except Exception:  # a record that defeats the program: a build notes it and goes on
            return None
        identities = evidence.decide(self._content.corrections.of_findings)
        registers = self._content.registers
        corrections = self._content.corrections.with_aliases(identities.find_aliases)
        self.writer.setting = setting_digest(self._content.base, registers, corrections)
        if self.writer.setting != self._memory.setting:
            return None
        settled = self._settled(records, identities)
        changed = self._changed(settled)
        if len(changed) > MOST_CHANGED * len(settled):
            return None
        size = sum(len(settled.get(name, ())) for name in changed) * 10_000
        with workers(self._iris.base, self._content.registers, corrections, size) as pool:
            return self._restated(settled, changed, identities, pool)

    def _settled(self, records: Iterable[SourceRecord], identities: Identities) -> Occurrences:
        """The records with the keys that were decided; each is counted in the report."""
        settled: Occurrences = defaultdict(list)
        for record in map(identities.settle, records):
            named = settled[record_name(record)]
            if named:
                self._report.repeats += 1
            else:
                source = record.origin.source
                if source not in self._report.records:
                    self.writer.share("sources", source_metadata(self._iris, record.origin))
                self._report.records[source] += 1
                parts = parts_of(record.content)
                self._report.claims.update(type(part).__name__ for part in parts)
            named.append(record)
        return settled

    def _changed(self, settled: Occurrences) -> list[str]:
        """The names of records that were not there, are gone, or say something else now."""
        former = self._memory.records
        return [
            name
            for name in dict.fromkeys([*former, *settled])
            if name not in former
            or name not in settled
            or former[name].fingerprint != tuple(sorted(map(settled_digest, settled[name])))
        ]

    def _restated(
        self, settled: Occurrences, changed: Sequence[str], identities: Identities, pool: Workers
    ) -> LineChange:
        """What changes, with the changed records stated as they were and as they are."""
        former = self._memory.records
        was: Occurrences = {
            name: [each for _, packed in former[name].settled for each in unpack_records(packed)]
            for name in changed
            if name in former
        }
        now: Occurrences = {name: settled[name] for name in changed if name in settled}
        new = self.writer
        old_lines, old_cases = self._stated(was, MemoryWriter(), pool, -1)
        new_lines, new_cases = self._stated(now, new, pool, 1)
        self._report.counts.drop_zeros()
        touched = _touched(old_cases, new_cases)
        members = [
            settled[name][0]
            for name, remembered in former.items()
            if name not in was and not touched.isdisjoint(remembered.scopes)
        ]
        new_lines |= self._linked(members, touched, new_cases, pool)
        kept = self._keep_rest(set(changed), touched)
        for scope, remembered in self._memory.scopes:
            if scope in touched:
                old_lines |= unpack_lines(remembered.statements)
        self._share(identities)
        for name, packed in self._memory.shared.items():
            if name in new.shared:
                old_lines |= unpack_lines(packed)
        for shared in new.shared.values():
            new_lines |= set(shared.splitlines())
        removed = without_kept(old_lines - new_lines, kept)
        return LineChange(removed, new_lines - old_lines, kept)

    def _stated(
        self, records: Occurrences, writer: MemoryWriter, pool: Workers, sign: int
    ) -> tuple[set[bytes], list[SerializedCase]]:
        """All that is stated of records, and the cases they bring; counted, or taken away."""
        lines: set[bytes] = set()
        cases: list[SerializedCase] = []
        for same in records.values():
            for record in same:
                writer.add_record(record)
            for record in same[1:]:
                try:
                    minted = RecordIris.mint(self._iris, record)
                    repeated = record_quads(self._iris, record, minted)
                except Exception as error:
                    not_identified(record, error).note_in(self._report)
                    continue
                writer.add_repeat(record, repeated)
                lines |= set(repeated.nquads.encode().splitlines())
        firsts = [same[0] for same in records.values()]
        pieces = (firsts[start : start + BATCH] for start in range(0, len(firsts), BATCH))
        for output in pool.each(Stages.extract_and_state, pieces):
            writer.add_output(output)
            lines |= set(output.nquads.splitlines())
            cases += output.cases
            for failure in output.failures:
                failure.note_in(self._report)
            for counted, more in (
                (self._report.counts.mentions, output.counts.mentions),
                (self._report.counts.extraction_noise, output.counts.extraction_noise),
            ):
                for rule, count in more.items():
                    counted[rule] += sign * count
        return lines, cases

    def _linked(
        self,
        members: Sequence[SourceRecord],
        touched: set[Scope],
        cases: Iterable[SerializedCase],
        pool: Workers,
    ) -> set[bytes]:
        """All that is stated of the answers in the touched reports and committees.

        Args:
            members: Records that did not change and belong to one of them.
            touched: These reports and committees.
            cases: What the changed records bring.
            pool: Does the work.
        """
        lines: set[bytes] = set()
        queue = CaseQueue()
        queue.add(each for each in cases if each.scope in touched)
        pieces = (members[start : start + BATCH] for start in range(0, len(members), BATCH))
        for output in pool.each(Stages.read_cases, pieces):
            queue.add(each for each in output.cases if each.scope in touched)
        for output in pool.each(Stages.link_and_state, queue.jobs()):
            self.writer.add_output(output)
            lines |= set(output.nquads.splitlines())
            for failure in output.failures:
                failure.note_in(self._report)
        return lines

    def _keep_rest(
        self, changed: set[str], touched: set[Scope]
    ) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
        """Remember again what did not change; gives the digests of its statements."""
        start, parts = 0, []
        for name, remembered in self._memory.records.items():
            part = self._statements[start : start + remembered.count]
            start += remembered.count
            if name not in changed:
                self.writer.keep_record(name, remembered, part.tobytes())
                parts.append(part)
        for scope, kept in self._memory.scopes:
            part = self._statements[start : start + kept.count]
            start += kept.count
            if scope not in touched:
                self.writer.keep_scope(scope, kept, part.tobytes())
                parts.append(part)
        return np.sort(np.concatenate(parts)) if parts else np.empty(0, np.uint64)

    def _share(self, identities: Identities) -> None:
        """State what is stated once for many records."""
        write = self.writer
        corrections, registers = self._content.corrections, self._content.registers
        write.share("preamble", preamble(self._iris, registers, corrections))
        write.share("identity", state_identity(self._iris, identities))
        write.share("labels", preferred_labels(self._iris, best_labels(write.all_labels())))


def best_labels(labels: Iterable[tuple[str, int, str]]) -> Mapping[str, LabelRank]:
    """The best label of each finding, by its IRI."""
    best: dict[str, LabelRank] = {}
    for finding, lacks, name in labels:
        best[finding] = min((lacks, name), best.get(finding, (lacks, name)))
    return best


def without_kept(
    lines: set[bytes], kept: np.ndarray[tuple[int], np.dtype[np.uint64]]
) -> set[bytes]:
    """Those of some lines whose digests are not among others, which are sorted."""
    listed = list(lines)
    if not listed or not len(kept):
        return lines
    wanted = np.frombuffer(digests(listed), dtype=np.uint64)
    places = np.searchsorted(kept, wanted)
    matches = kept[np.minimum(places, len(kept) - 1)] == wanted
    return {line for line, is_kept in zip(listed, matches.tolist(), strict=True) if not is_kept}


def _touched(old: Iterable[SerializedCase], new: Iterable[SerializedCase]) -> set[Scope]:
    """The reports and committees of which anything that is linked has changed."""
    before, after = (
        Counter((each.scope, each.sort, each.content) for each in cases) for cases in (old, new)
    )
    return {scope for scope, _, _ in chain(before - after, after - before)}
