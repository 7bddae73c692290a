"""What the graph gives to the index: passages with their words, facets and names.

A passage is what one side says in one place: the committee's words of a finding, an answer, or a
summary. An answer that is printed several times is one passage: copies of one another, and prints
of the very same words, are put together.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from networkx.utils import UnionFind

from queries.printed_labels import printed_labels
from queries.query_files import list_questions
from queries.selects import select, select_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.embedded import Store
    from queries.query_files import Question


@dataclass(slots=True)
class IndexedPassage:
    """What one side says in one place.

    Attributes:
        thing: IRI of the finding, answer or summary.
        texts: IRIs of its texts, with whoever has them.
        findings: IRIs of the findings that it belongs to.
    """

    thing: str
    texts: set[tuple[str, str]] = field(default_factory=set)
    findings: set[str] = field(default_factory=set)

    @property
    def holders(self) -> set[str]:
        """Whatever has its texts: of an answer, every print."""
        return {holder for holder, _ in self.texts}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, and which passages have it.

    Attributes:
        facet: Name of the facet.
        value: The value: an IRI, a word of a scheme, or a year.
        label: What people call it.
        passages: Numbers of the passages.
    """

    facet: str
    value: str
    label: str
    passages: list[int]


@dataclass(frozen=True, slots=True)
class ThingName:
    """A name of a thing.

    Attributes:
        thing: Its IRI.
        kind: organisation, initiative, committee or report.
        name: The name.
        label: What the thing is called in output.
        findings: How many findings concern it, are its own, or stand in it.
    """

    thing: str
    kind: str
    name: str
    label: str
    findings: int = 0


class IndexContent:
    """Reads from a store what its index is to hold."""

    def __init__(self, store: Store) -> None:
        """Read from `store`."""
        self._store = store

    @cached_property
    def passages(self) -> list[IndexedPassage]:
        """Every passage, in the order of IRIs; the number of the first is 1."""
        passages: defaultdict[str, IndexedPassage] = defaultdict(lambda: IndexedPassage(""))
        merged: set[tuple[str, str]] = set()
        for question in list_questions("search/passages"):
            for thing, finding, text in select(self._store, f"search/passages/{question.name}"):
                passage = passages[thing]
                passage.thing = thing
                passage.texts.add((thing, text))
                if finding:
                    passage.findings.add(finding)
                if ("merged", "yes") in question.head:
                    merged.add((thing, text))
        for group in _groups(merged, select(self._store, "search/copies")):
            first, *copies = sorted(thing for thing in group if thing in passages)
            for copy in copies:
                passages[first].texts |= passages[copy].texts
                passages[first].findings |= passages.pop(copy).findings
        return sorted(passages.values(), key=lambda passage: passage.thing)

    def words(self) -> Iterator[tuple[str, str]]:
        """The words of each passage as they stand, and those without extraction noise.

        The latter are empty where there was none.
        """
        contents = _as_dict(select_characters(self._store, "search/contents"))
        cleaned = _as_dict(select_characters(self._store, "search/cleaned"))
        for passage in self.passages:
            texts = sorted({text for _, text in passage.texts})
            yield (
                "\n\n".join(contents.get(text, "") for text in texts),
                "\n\n".join(cleaned[text] for text in texts if text in cleaned),
            )

    def facet_values(self) -> Iterator[FacetValue]:
        """Every value of every facet that a passage has."""
        numbers: dict[str, defaultdict[str, set[int]]] = {
            "finding": defaultdict(set),
            "passage": defaultdict(set),
        }
        for number, passage in enumerate(self.passages, start=1):
            for finding in passage.findings:
                numbers["finding"][finding].add(number)
            for holder in passage.holders:
                numbers["passage"][holder].add(number)
        for question in list_questions("search/facets"):
            owner = dict(question.head)["of"]
            yield from self._values(question, numbers[owner])

    def _values(
        self, question: Question, numbers: defaultdict[str, set[int]]
    ) -> Iterator[FacetValue]:
        labels: dict[str, str] = {}
        passages: defaultdict[str, set[int]] = defaultdict(set)
        for thing, value, label in select(self._store, f"search/facets/{question.name}"):
            if thing in numbers:
                passages[value] |= numbers[thing]
                labels[value] = min(label, labels.get(value, label))
        for value in sorted(passages):
            label = self._labels.get(value, labels[value])
            yield FacetValue(question.name, value, label, sorted(passages[value]))

    def names(self) -> list[ThingName]:
        """Every name of every thing, in the order of names."""
        titles = _as_dict(select(self._store, "search/report-titles"))
        findings = _as_dict(select(self._store, "search/named"))
        names = {
            ThingName(
                thing,
                kind,
                name,
                self._labels.get(thing) or titles.get(thing, name),
                int(findings.get(thing, 0)),
            )
            for thing, kind, name in select_characters(self._store, "search/names")
        }
        committees = {name.thing for name in names if name.kind == "committee"}
        return sorted(
            (name for name in names if name.kind != "organisation" or name.thing not in committees),
            key=lambda name: (name.name, name.thing),
        )

    @cached_property
    def _labels(self) -> dict[str, str]:
        return printed_labels(self._store)


def _as_dict(rows: Iterator[tuple[str, ...]]) -> dict[str, str]:
    return {row[0]: row[1] for row in rows}


def _groups(merged: set[tuple[str, str]], copies: Iterator[tuple[str, ...]]) -> Iterator[set[str]]:
    """Printed answers that are one answer, each group with the texts that hold it together."""
    joined = UnionFind(thing for thing, _ in merged)
    for thing, text in merged:
        joined.union(thing, text)
    for copy, original in copies:
        joined.union(copy, original)
    return (set(group) for group in joined.to_sets())
