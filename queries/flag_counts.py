"""How many quality flags a graph holds, and on how many findings: one count for every output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.conversion import as_table
from queries.query_files import list_questions

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore

_FOLDER = "flags"


@dataclass(frozen=True, slots=True)
class FlagCount:
    """How often one flag is raised.

    Attributes:
        label: What the scheme calls it, in lower case.
        flags: How often it is raised.
        findings: Distinct findings on which it is raised.
    """

    label: str
    flags: int
    findings: int

    def __str__(self) -> str:
        """The count in words."""
        if self.flags == self.findings:
            return f"{self.flags:,} {self.label}"
        return f"{self.flags:,} {self.label} on {self.findings:,} findings"


@dataclass(frozen=True, slots=True)
class FlagCounts:
    """How many quality flags a graph holds; those that a correction dismisses count for nothing.

    Attributes:
        flags: Quality flags.
        findings: Distinct findings that carry at least one.
        all_findings: Distinct findings in the graph.
        dismissed: Quality flags that corrections dismiss.
        by_flag: Counts for each flag that is raised, in the order of labels.
    """

    flags: int = 0
    findings: int = 0
    all_findings: int = 0
    dismissed: int = 0
    by_flag: tuple[FlagCount, ...] = ()

    def __str__(self) -> str:
        """The totals in words, such as ``184 on 71 of 106 findings``."""
        return f"{self.flags:,} on {self.findings:,} of {self.all_findings:,} findings"


def flag_counts(store: ReadableStore) -> FlagCounts:
    """Count the quality flags of a graph."""
    by_flag, totals = (as_table(store.query(each.sparql)).rows for each in list_questions(_FOLDER))
    ((flags, findings, all_findings, dismissed),) = totals
    return FlagCounts(
        int(str(flags)),
        int(str(findings)),
        int(str(all_findings)),
        int(str(dismissed)),
        tuple(
            FlagCount(str(label).lower(), int(str(raised)), int(str(on)))
            for label, raised, on in by_flag
        ),
    )
