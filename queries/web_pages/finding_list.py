"""Lists of findings, narrowed by what they have, with counts of what is left."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.dossiers.finding_heads import NO_POSITION, FindingHead, read_heads
from queries.result_tables import Table
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.store.readable_store import ReadableStore

UNKNOWN = "none"
"""Value of a facet that selects findings of which it is not known."""

TITLES = {
    "committee": "Committee",
    "asked": "Asked of",
    "concerns": "Names",
    "report": "Report",
    "year": "Year of the report",
    "kind": "Kind",
    "position": "Position of the government",
    "reply": "Shown with a reply",
    "answered": "Answered, by number, words or place",
    "flagged": "Quality flag",
    "dated": "Date of the report",
}
"""What people call each facet, in the order in which they are shown."""

_UNDATED = "9999"
_COLUMNS = ("finding", "report", "published", "position of the government", "identifier")


@dataclass(frozen=True, slots=True)
class ListValue:
    """A value of a facet of a list.

    Attributes:
        value: What stands for it in an address.
        label: What people call it.
        count: Findings of the list that have it.
    """

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ListFacet:
    """A property by which a list can be narrowed.

    Attributes:
        name: Its name in an address.
        title: What people call it.
        values: The values that findings of the list have, the most frequent first.
    """

    name: str
    title: str
    values: tuple[ListValue, ...]


class FindingIndex:
    """All findings of a graph with their values, read once.

    Attributes:
        heads: The findings, those of the earliest reports first, undated ones last.
    """

    def __init__(self, store: ReadableStore) -> None:
        """Read the findings of `store`."""
        self.heads: list[FindingHead] = sorted(
            read_heads(store), key=lambda head: (head.issued or _UNDATED, head.report, head.name)
        )
        self._labels: dict[tuple[str, str], str] = {}
        self._having: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(
            lambda: defaultdict(set)
        )
        numbers = {head.iri: number for number, head in enumerate(self.heads)}
        for iri, facet, value, label in select(store, "web_pages/facet_values"):
            if iri in numbers:
                self._add(facet, value, label, numbers[iri])
        for number, head in enumerate(self.heads):
            for facet, value in _values_of(head):
                self._add(facet, value, value, number)
        for facet in ("committee", "asked", "concerns", "report", "kind"):
            with_value = {number for having in self._having[facet].values() for number in having}
            for number in set(range(len(self.heads))) - with_value:
                self._add(facet, UNKNOWN, "not known", number)

    def matching(self, filters: Mapping[str, Sequence[str]]) -> list[int]:
        """Numbers of the findings that have one of the values of each filter, in order."""
        numbers = set(range(len(self.heads)))
        for facet, values in filters.items():
            numbers &= {each for value in values for each in self._having[facet].get(value, ())}
        return sorted(numbers)

    def label(self, facet: str, value: str) -> str:
        """What people call a value."""
        return self._labels.get((facet, value), value)

    def facets(self, numbers: Sequence[int]) -> tuple[ListFacet, ...]:
        """What some findings have."""
        among = set(numbers)
        return tuple(
            ListFacet(name, title, values)
            for name, title in TITLES.items()
            if (values := tuple(self._counted(name, among)))
        )

    def counts(self, facet: str) -> dict[str, int]:
        """How many findings have each value of a facet."""
        return {value: len(numbers) for value, numbers in self._having[facet].items()}

    def _counted(self, facet: str, among: set[int]) -> Iterator[ListValue]:
        counts = {
            value: count
            for value, numbers in self._having[facet].items()
            if (count := len(numbers & among))
        }
        in_order = facet == "year"
        for value in sorted(counts, key=lambda each: (0 if in_order else -counts[each], each)):
            yield ListValue(value, self.label(facet, value), counts[value])

    def _add(self, facet: str, value: str, label: str, number: int) -> None:
        self._having[facet][value].add(number)
        self._labels.setdefault((facet, value), label)


def _values_of(head: FindingHead) -> Iterator[tuple[str, str]]:
    yield "year", head.issued[:4] or "not known"
    yield "position", head.government_position or NO_POSITION
    yield "reply", "yes" if head.is_shown_with_reply else "no"
    yield "answered", "yes" if head.is_answered else "no answer loaded"
    yield "flagged", "yes" if head.is_flagged else "no"
    yield "dated", "known" if head.issued else "not known"


def findings_table(index: FindingIndex, numbers: Sequence[int], caption: str) -> Table:
    """Findings as a table."""
    heads = (index.heads[number] for number in numbers)
    rows = tuple(
        (head.name, head.report or None, head.issued or None, head.government_position, head.iri)
        for head in heads
    )
    return Table(_COLUMNS, rows, caption)
