"""What people corrected in the reading of a finding."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.selects import select

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore


@dataclass(frozen=True, slots=True)
class FindingCorrection:
    """One correction of a finding.

    Attributes:
        kind: What it corrects, such as ``position``.
        says: What is right, in a few words.
        author: Who corrected.
        date: When, as ISO writes it.
        reason: Why.
        before: What had been read before, a phrase each.
    """

    kind: str
    says: str
    author: str
    date: str
    reason: str
    before: tuple[str, ...]


def corrections_of_finding(store: ReadableStore, finding: str) -> list[FindingCorrection]:
    """The corrections of a finding, by its IRI, in the order of their days."""
    rows = select(store, "corrections/of-finding", finding=ox.NamedNode(finding))
    corrections = []
    for fields, group in groupby(rows, key=itemgetter(0, 1, 2, 3, 4, 5)):
        _, kind, says, author, day, reason = fields
        before = tuple(row[6] for row in group if row[6])
        corrections.append(FindingCorrection(kind, says, author, day, reason, before))
    return corrections
