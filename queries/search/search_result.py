"""What is asked of a search, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.retelling import MARK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME_KINDS = ("organisation", "initiative", "committee", "report")
"""Kinds of things that are found by their names."""

UNKNOWN = "none"
"""Value of a facet that selects hits of which it is not known, or which have none."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What to search for.

    Attributes:
        words: What somebody typed, see `search_words`; empty for everything.
        filters: Values by name of facet; a hit must have one of the values of each. `UNKNOWN`
            selects those without any. Values are those of `FacetCount.value`.
        limit: Hits to give at most.
        offset: Hits to pass over first.
        name_limit: Names of things to give at most.
    """

    words: str = ""
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    limit: int = 20
    offset: int = 0
    name_limit: int = 5


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """A piece of a sentence, and whether it is what was searched for."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class HitFinding:
    """A finding that a hit belongs to.

    Attributes:
        finding: Its IRI.
        label: What people call it.
        committee: Name of the committee; empty if not known, as are the others.
        report: Title of the report.
        published: Day on which the report was published, as ISO writes it.
        position: Position of government on it.
    """

    finding: str
    label: str
    committee: str = ""
    report: str = ""
    published: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """What one side says in one place, once however often it is printed.

    Attributes:
        thing: IRI of the finding, answer, part of an answer, or summary.
        kind: What it is, such as "Recommendation" or "Answer".
        who_says_so: Whose words they are, a word of the scheme of voices.
        findings: The findings that it belongs to: itself, or those that it answers or sums up.
        sentence: The sentence that fits best, whole, in pieces.
        sources: Web addresses of the pages, or the files, in which the words are printed.
        retold: True if the words are a retelling of ours, and no quotation.
        cleaned: True if the words stand so only in the text without its extraction noise.
        initiatives: Names of initiatives that it names.
    """

    thing: str
    kind: str
    who_says_so: str
    findings: tuple[HitFinding, ...]
    sentence: tuple[MarkedWords, ...]
    sources: tuple[str, ...]
    retold: bool = False
    cleaned: bool = False
    initiatives: tuple[str, ...] = ()

    @property
    def is_quotation(self) -> bool:
        """Whether these are the words of whoever says so, and not ours or a retelling."""
        return not self.retold and self.who_says_so != "curator"

    @property
    def marked_sentence(self) -> str:
        """The sentence as text, its marked words between » and «, as every command has it."""
        words = "".join(
            f"»{piece.words}«" if piece.marked else piece.words for piece in self.sentence
        )
        if self.who_says_so == "curator":
            return f"[our words] {words}"
        return f"{MARK} “{words}”" if self.retold else f"“{words}”"


@dataclass(frozen=True, slots=True)
class NameHit:
    """A thing one of whose names has the words.

    Attributes:
        thing: Its IRI.
        kind: One of `NAME_KINDS`.
        label: What it is called.
        name: The name that has the words.
        exact: Whether the words are that name.
        findings: How many findings concern it, or stand in it.
    """

    thing: str
    kind: str
    label: str
    name: str
    exact: bool
    findings: int = 0


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many hits have a value of a facet."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A property of hits, and how many have which value.

    Hits that have any value and `unknown` make `total`. So do the counts of the values and
    `unknown`, unless a hit has several values.

    Attributes:
        name: Its name, which is that of the option and of the filter.
        title: What people call it.
        description: What it says of a hit.
        values: The values that hits have, the most frequent first.
        unknown: How many hits have none.
        unknown_label: What that means.
        total: All hits.
    """

    name: str
    title: str
    description: str
    values: tuple[FacetCount, ...]
    unknown: int
    unknown_label: str
    total: int


@dataclass(frozen=True, slots=True)
class TermCount:
    """How many passages of the graph have a term by itself."""

    term: str
    count: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Other words that may have been meant, and how many passages of the graph have them."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search gives.

    Attributes:
        request: What was asked.
        reading: How the words were read, as they may be typed again.
        passage_total: How many passages the graph has.
        total: How many of these fit, each counted once.
        hits: Those from `offset` on, the best first.
        finding_total: How many findings these passages belong to.
        unfiltered_total: How many passages fit the words alone.
        name_total: How many things have the words in a name.
        names: The best of these.
        facets: Counts over all passages that fit.
        terms: For several words, how many passages have each; empty unless nothing fits.
        suggestions: Words that may have been meant; empty unless a word is nowhere.
    """

    request: SearchRequest
    reading: str
    passage_total: int
    total: int
    hits: tuple[SearchHit, ...]
    finding_total: int
    unfiltered_total: int
    name_total: int
    names: tuple[NameHit, ...]
    facets: tuple[Facet, ...]
    terms: tuple[TermCount, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
