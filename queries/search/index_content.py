"""What the graph gives to the index: passages with their words, facets and names.

A passage is what one side says in one place: the committee's words of a finding, an answer, or a
summary. An answer that is printed several times is one passage: copies of one another, and prints
of the very same words, are put together. What an answer restates of a finding is the committee's;
it is a passage of its own where the finding itself does not have the words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from networkx.utils import UnionFind

from queries.printed_labels import printed_labels
from queries.query_files import list_questions
from queries.search.government_words import ANSWERS, own_words
from queries.selects import select, select_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore
    from queries.query_files import Question

_BETWEEN = "\n\n"
"""What stands between two texts of a passage."""

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class IndexedPassage:
    """What one side says in one place.

    Attributes:
        form: Name of the file that gives it.
        thing: IRI of the finding, answer, part of an answer, or summary.
        texts: IRIs of its texts, with whoever has them.
        findings: IRIs of the findings that it belongs to.
    """

    form: str
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

    def __init__(self, store: ReadableStore) -> None:
        """Read from `store`."""
        self._store = store
        self._folded_passages: dict[str, str] = {}

    @cached_property
    def passages(self) -> list[IndexedPassage]:
        """Every passage, in the order of IRIs; the number of the first is 1."""
        forms = {question.name: dict(question.head) for question in _forms()}
        passages = {form: self._read(form) for form in forms}
        for form, head in forms.items():
            if "merged" in head:
                self._merge(passages[form])
            if "reprint" in head:
                self._drop_reprints(passages[form], passages["findings"])
        every = (passage for of_form in passages.values() for passage in of_form.values())
        return sorted(every, key=lambda passage: (passage.thing, passage.form))

    def _read(self, form: str) -> dict[str, IndexedPassage]:
        passages: dict[str, IndexedPassage] = {}
        for thing, finding, text in select(self._store, f"search/passages/{form}"):
            passage = passages.setdefault(thing, IndexedPassage(form, thing))
            passage.texts.add((thing, text))
            if finding:
                passage.findings.add(finding)
        return passages

    def _merge(self, passages: dict[str, IndexedPassage]) -> None:
        """Put prints of one answer together."""
        joined = UnionFind(passages)
        for passage in passages.values():
            for pair in passage.texts:
                joined.union(*pair)
        copies: set[str] = set()
        for copy, original in select(self._store, "search/copies"):
            joined.union(copy, original)
            copies.add(copy)
        for group in joined.to_sets():
            prints = sorted(group & passages.keys(), key=lambda thing: (thing in copies, thing))
            for copy in prints[1:]:
                passages[prints[0]].texts |= passages[copy].texts
                passages[prints[0]].findings |= passages.pop(copy).findings

    def _drop_reprints(
        self, passages: dict[str, IndexedPassage], originals: dict[str, IndexedPassage]
    ) -> None:
        """Drop passages whose words a finding that they belong to has itself."""
        for thing, passage in list(passages.items()):
            words = _folded(self._joined(passage, self._contents))
            own = (originals[finding] for finding in passage.findings if finding in originals)
            if not words.strip() or any(words in self._folded_words(finding) for finding in own):
                del passages[thing]

    def _folded_words(self, passage: IndexedPassage) -> str:
        """The words of a passage with and without extraction noise, for comparison."""
        if passage.thing not in self._folded_passages:
            both = (self._joined(passage, self._contents), self._joined(passage, self._cleaned))
            self._folded_passages[passage.thing] = "\n".join(map(_folded, both))
        return self._folded_passages[passage.thing]

    def _joined(self, passage: IndexedPassage, contents: dict[str, str]) -> str:
        texts = sorted({text for _, text in passage.texts})
        return _BETWEEN.join(contents[text] for text in texts if text in contents)

    def words(self) -> Iterator[tuple[str, str]]:
        """The words of each passage as they stand, and those without extraction noise.

        The latter are empty where there was none.
        """
        restated = self._contents_of("search/restated")
        for passage in self.passages:
            of_committee: dict[str, list[str]] = {}
            for holder, text in sorted(passage.texts):
                words = restated.get(holder, []) if passage.form == ANSWERS else []
                of_committee[text] = of_committee.get(text) or words
            pairs = [
                own_words(self._contents.get(text, ""), self._cleaned.get(text, ""), words)
                for text, words in sorted(of_committee.items())
            ]
            yield (
                _BETWEEN.join(original for original, _ in pairs),
                _BETWEEN.join(cleaned for _, cleaned in pairs if cleaned),
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
            for key in (*passage.holders, passage.form):
                numbers["passage"][key].add(number)
        for question in list_questions("search/facets"):
            owner = dict(question.head)["of"]
            yield from self._values(question, numbers[owner])

    def _values(
        self, question: Question, numbers: defaultdict[str, set[int]]
    ) -> Iterator[FacetValue]:
        passages: defaultdict[str, set[int]] = defaultdict(set)
        for thing, value in select(self._store, f"search/facets/{question.name}"):
            if thing in numbers:
                passages[value] |= numbers[thing]
        for value in sorted(passages):
            label = self._labels.get(value) or self._concepts.get(value)
            name = value.rpartition("#")[2]
            shown = label or name.replace("-", " ").capitalize()
            yield FacetValue(question.name, name, shown, sorted(passages[value]))

    def names(self) -> list[ThingName]:
        """Every name of every thing, in the order of names."""
        titles = dict(_pairs(select(self._store, "search/report-titles")))
        findings = dict(_pairs(select(self._store, "search/named")))
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

    def _contents_of(self, question: str) -> dict[str, list[str]]:
        contents: defaultdict[str, list[str]] = defaultdict(list)
        for text, words in select_characters(self._store, question):
            contents[text].append(words)
        return contents

    @cached_property
    def _contents(self) -> dict[str, str]:
        """The words of each text as they stand."""
        contents = self._contents_of("search/contents")
        return {text: _BETWEEN.join(sorted(words)) for text, words in contents.items()}

    @cached_property
    def _cleaned(self) -> dict[str, str]:
        """The words of each text that had extraction noise, without it."""
        return dict(_pairs(select_characters(self._store, "search/cleaned")))

    @cached_property
    def _concepts(self) -> dict[str, str]:
        """What the concepts of the schemes are called."""
        return dict(_pairs(select(self._store, "search/concepts")))

    @cached_property
    def _labels(self) -> dict[str, str]:
        return printed_labels(self._store)


def _forms() -> list[Question]:
    return list_questions("search/passages")


def _pairs(rows: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((row[0], row[1]) for row in rows)


def _folded(words: str) -> str:
    """Words as they are compared: without case, and without what stands between them."""
    return f" {' '.join(_WORD.findall(words.casefold()))} "
