"""What a graph holds, in a few counts: by them one graph is compared with the one it replaces."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
import pyoxigraph as ox

from graph.errors import ReplacementError

if TYPE_CHECKING:
    from pathlib import Path

_COUNT_QUADS = "SELECT (COUNT(*) AS ?n) WHERE { %s }"
_COUNT_MEMBERS = (
    "SELECT (COUNT(DISTINCT ?thing) AS ?n) WHERE "
    "{ ?thing a <https://w3id.org/joinedup/ontology#%s> }"
)

SUMMARY = "summary.json"
"""File of a version whose counts were kept up while it was changed."""

_MUCH_SMALLER = 2
"""A graph with fewer than one in so many of what another holds is much smaller."""


class GraphSummary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Counts of one graph.

    Attributes:
        quads: Quads, those of the default graph included.
        source_records: Source records.
        findings: Distinct findings.
    """

    quads: int
    source_records: int
    findings: int

    @property
    def findings_words(self) -> str:
        """The number of findings, in words for people."""
        return f"{self.findings:,} finding{'' if self.findings == 1 else 's'}"

    @classmethod
    def of_version(cls, version: Path) -> GraphSummary:
        """What a finished version holds, as it says itself or else as queries count.

        Queries can be broken off.

        Raises:
            OSError: If it cannot be opened.
        """
        with suppress(OSError, msgspec.DecodeError):
            return msgspec.json.decode((version / SUMMARY).read_bytes(), type=cls)
        engine = ox.Store.read_only(str(version / "quads"))
        patterns = ("?s ?p ?o", "GRAPH ?g { ?s ?p ?o }")
        quads = sum(_count(engine, _COUNT_QUADS % pattern) for pattern in patterns)
        records = _count(engine, _COUNT_MEMBERS % "SourceRecord")
        return cls(quads, records, _count(engine, _COUNT_MEMBERS % "Finding"))


def refuse_replacement(new: GraphSummary, old: GraphSummary, store_path: Path) -> None:
    """Refuse to put a graph where a much larger one stands.

    Args:
        new: The graph that is to stand at `store_path`.
        old: The graph that stands there.
        store_path: Folder of the store.

    Raises:
        ReplacementError: If it should not be replaced unless the user asks for it.
    """
    for here, there, words in (
        (new.findings, old.findings, new.findings_words),
        (new.source_records, old.source_records, f"{new.source_records:,} source records"),
        (new.quads, old.quads, f"{new.quads:,} statements"),
    ):
        if here * _MUCH_SMALLER < there:
            raise ReplacementError(
                f"The new graph holds {words}, fewer than half of the {there:,} in the graph at "
                f"{store_path}. The old graph stays as it was. To replace it all the same, add "
                "--replace; to have both graphs, choose another folder with --store."
            )


def _count(engine: ox.Store, query: str) -> int:
    answer = engine.query(query)
    assert isinstance(answer, ox.QuerySolutions)  # noqa: S101 - our own SELECT
    [row] = answer
    return int(row["n"].value)
