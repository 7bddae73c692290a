"""Puts a change of statements into a store, with what follows from the graph as a whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF

from graph.store.graph_summary import GraphSummary
from loaders.pipeline.replaced_commitments import commitments_on, replacement_lines
from loaders.pipeline.stage_memory import unpack_lines
from loaders.repeats.repeats_of_store import repeat_lines
from ontology.namespaces import JU
from queries.cooccurrence.pair_statements import pair_lines
from queries.flag_counts import flag_counts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store.embedded import Store
    from loaders.pipeline.graph_change import LineChange
    from loaders.pipeline.memory_writer import MemoryWriter
    from loaders.pipeline.report import BuildReport
    from loaders.pipeline.stage_memory import StageMemory

_FINDING = re.compile(rb"<([^<>]*/finding/[^<>]*)>")
_COMMITMENT = re.compile(rb"<([^<>]*/commitment/[^<>]*)>")
_ON_FINDINGS = """
PREFIX ju: <https://w3id.org/joinedup/ontology#>
SELECT DISTINCT ?finding WHERE { VALUES ?commitment { %s } ?commitment ju:onFinding ?finding }
"""
_TYPE = ox.NamedNode(str(RDF.type))
_SOURCE_RECORD, _FINDING_CLASS = ox.NamedNode(str(JU.SourceRecord)), ox.NamedNode(str(JU.Finding))


class StoreChange:
    """Changes a store, and keeps count of what it holds."""

    def __init__(self, store: Store, summary: GraphSummary) -> None:
        """Change `store`, of which `summary` is true."""
        self._store = store
        self._quads = summary.quads
        self._source_records = summary.source_records
        self._findings = summary.findings

    @property
    def summary(self) -> GraphSummary:
        """What the store holds now."""
        return GraphSummary(self._quads, self._source_records, self._findings)

    def apply(
        self, change: LineChange, memory: StageMemory, writer: MemoryWriter, report: BuildReport
    ) -> None:
        """Put a change into the store, and state anew what follows from all that it holds.

        Args:
            change: The statements that go and come because of records and answers.
            memory: What the version before remembers.
            writer: What this one is to remember.
            report: Where flags and quads are counted.

        Raises:
            StoreError: If the store cannot be written.
        """
        lines = change.removed | change.added
        findings = sorted(self._findings_of(lines))
        former = unpack_lines(memory.shared["replacements"])
        on_them = commitments_on(self._store, findings)
        stale = {line for line in former if line.split(b" ", 1)[0] in on_them}
        rest = former - stale
        self._change((change.removed | change.without(stale)) - rest, change.added)
        findings = sorted({*findings, *self._findings_of(lines)})
        following = set(replacement_lines(self._store, findings).encode().splitlines())
        self._change(set(), following)
        replacements = b"".join(b"%s\n" % line for line in sorted(rest | following))
        writer.share("replacements", replacements.decode())
        repeats = repeat_lines(self._store, writer.words.words)
        self._state_anew("repeats", repeats, memory, writer)
        self._state_anew("pairs", pair_lines(self._store), memory, writer)
        report.quality_flags = flag_counts(self._store)
        report.quads = self._quads

    def _state_anew(self, name: str, lines: str, memory: StageMemory, writer: MemoryWriter) -> None:
        """Put what was worked out of all findings in the place of what was before."""
        new, old = set(lines.encode().splitlines()), unpack_lines(memory.shared[name])
        self._change(old - new, new - old)
        writer.share(name, lines)

    def _findings_of(self, lines: Iterable[bytes]) -> set[str]:
        """The findings that statements, or the commitments in them, are about."""
        commitments = " ".join(f"<{name}>" for name in _named(lines, _COMMITMENT))
        rows = self._store.rows(_ON_FINDINGS % commitments)
        return _named(lines, _FINDING) | {str(getattr(term, "value", "")) for (term,) in rows}

    def _change(self, removed: Iterable[bytes], added: Iterable[bytes]) -> None:
        gone, come = self._store.change(b"\n".join(removed), b"\n".join(added))
        self._quads += len(come) - len(gone)
        for quads, sign in ((gone, -1), (come, 1)):
            for quad in quads:
                if quad.predicate == _TYPE and isinstance(quad.graph_name, ox.DefaultGraph):
                    self._source_records += sign * (quad.object == _SOURCE_RECORD)
                    self._findings += sign * (quad.object == _FINDING_CLASS)


def _named(lines: Iterable[bytes], pattern: re.Pattern[bytes]) -> set[str]:
    """The things of one kind that statements are about."""
    return {match.decode() for line in lines for match in pattern.findall(line)}
