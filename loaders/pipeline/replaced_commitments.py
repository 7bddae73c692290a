"""Commitments in whose place a later document puts another: one undertaking, not three.

An answer gives a target date, a progress report gives it again, the next one revises it. On one
finding, a target date of a later document stands in the place of those of earlier ones, if it is
called revised, is the same, or is given by the same body. So does a sentence that a later document
says again, and the new date where the old one, told with it, is the date of an earlier document.
What a source only reports gives way to the sentence that promises the same day.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from graph.statements.ntriples import in_default_graph, iri
from graph.statements.ntriples_terms import JU
from loaders.responses.commitments.commitments import is_revised_target, is_target_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.statements.ntriples import Statement
    from graph.store.embedded import Store

_COMMITMENTS = """
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?finding ?commitment ?words ?latest ?stated ?body ?next WHERE {
  %s
  ?commitment ju:onFinding ?finding ; a ju:Commitment ; prov:wasAttributedTo ?body .
  OPTIONAL { ?commitment ju:asStated ?words }
  OPTIONAL { ?commitment ju:dueLatest ?latest }
  OPTIONAL { ?commitment ju:statedOn ?stated }
  OPTIONAL { ?commitment ju:replacedBy ?next }
}
ORDER BY ?finding ?commitment ?stated
"""


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A commitment as the store states it.

    Attributes:
        finding: The finding on which it was made.
        commitment: The commitment.
        words: The sentence; empty where a source only reports the commitment.
        latest: Last day, if it can be worked out.
        document_date: Date of the document; empty if unknown.
        body: Who makes it.
        replacement: What stands in its place in the same part.
    """

    finding: str
    commitment: str
    words: str
    latest: str | None
    document_date: str
    body: str
    replacement: str | None


def replacement_lines(store: Store, findings: Sequence[str] | None = None) -> str:
    """Which commitments of a graph were replaced by those of later documents, as N-Quads.

    Args:
        store: A graph that states none of these yet.
        findings: IRIs of the findings whose commitments are looked at; all where None.

    Raises:
        StoreError: If the store cannot be read.
    """
    statements = [
        statement
        for _, items in groupby(_commitments(store, findings), key=attrgetter("finding"))
        for statement in replacements(list(items))
    ]
    return in_default_graph(dict.fromkeys(statements))


def commitments_on(store: Store, findings: Sequence[str]) -> set[bytes]:
    """The commitments on some findings, as terms of N-Quads."""
    return {iri(item.commitment).encode() for item in _commitments(store, findings)}


def replacements(items: Sequence[DatedWords]) -> Iterator[Statement]:
    """State what was replaced among the commitments on one finding.

    Args:
        items: The commitments.
    """
    standing = [item for item in items if item.replacement is None]
    by_name = {item.commitment: item for item in items}
    revised: dict[str, list[DatedWords]] = defaultdict(list)
    for item in items:
        if item.replacement in by_name and item.latest:
            revised[item.latest].append(by_name[item.replacement])
    for item in standing:
        later = [successor for successor in standing if _replaces(successor, item)]
        later += [
            successor for successor in revised.get(item.latest or "", ()) if _may(successor, item)
        ]
        if later:
            last = min(later, key=attrgetter("document_date", "commitment"))
            yield iri(item.commitment), JU.replacedBy, iri(last.commitment)


def _may(successor: DatedWords, item: DatedWords) -> bool:
    """Whether another commitment can stand in the place of one: it is of a later document."""
    return bool(successor.document_date) and item.document_date < successor.document_date


def _replaces(successor: DatedWords, item: DatedWords) -> bool:
    """Whether a commitment stands in the place of one that is reported, or of an earlier one."""
    if not item.words:
        return bool(successor.words and item.latest) and successor.latest == item.latest
    if not _may(successor, item):
        return False
    if is_target_date(item.words) and is_target_date(successor.words):
        if is_revised_target(successor.words):
            return True
        return bool(item.document_date) and (
            successor.latest == item.latest or successor.body == item.body
        )
    return successor.latest == item.latest and successor.words.split() == item.words.split()


def _commitments(store: Store, findings: Sequence[str] | None) -> Iterator[DatedWords]:
    values = "" if findings is None else f"VALUES ?finding {{ {' '.join(map(iri, findings))} }}"
    seen: set[tuple[str | None, ...]] = set()
    for row in store.rows(_COMMITMENTS % values):
        finding, commitment, words, latest, document_date, body, following = map(_value, row)
        if (finding, commitment) not in seen and finding and commitment and body:
            seen = {(finding, commitment)}
            yield DatedWords(
                finding, commitment, words or "", latest, document_date or "", body, following
            )


def _value(term: object) -> str | None:
    return getattr(term, "value", None)
