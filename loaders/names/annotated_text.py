"""A text with the matches and mentions that recognition adds to it step by step."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from graph.records.sentence_splitter import split_sentences

if TYPE_CHECKING:
    from graph.records.cleaned_text import CleanedText
    from graph.records.mentions import Ambiguity, EntityKey, Mention, Span, StatedRelation
    from graph.records.sentence_spans import SentenceSpans
    from loaders.names.matching import PatternMatch


def by_position(mention: Mention) -> tuple[int, int, EntityKey]:
    """Sorts mentions in the order of the text, the longer before those nested in it."""
    return mention.start, -mention.end, mention.entity


@dataclass(frozen=True, slots=True)
class Definition:
    """A long form and the parenthesis behind it that says what else it will be called.

    Attributes:
        start: Offset of the long form.
        long_end: Offset just past the long form.
        end: Offset just past the parenthesis.
        entity: What is defined.
        terms: The abbreviations in the parenthesis, with their offsets.
    """

    start: int
    long_end: int
    end: int
    entity: EntityKey
    terms: tuple[tuple[int, int, str], ...]


class LawTitle(NamedTuple):
    """Where a title of a law stands in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset just past its year, or past its last word where no year is printed.
        year: The year in it; empty where none is printed.
    """

    start: int
    end: int
    year: str


@dataclass(slots=True)
class AnnotatedText:
    """One text of a document; offsets are those of the cleaned text.

    Attributes:
        number: Its number in the document, from 0.
        cleaned_text: The cleaned text with its map to the original.
        text: Its characters.
        folded_text: The same, folded.
        exact_matches: Matches that count as they stand.
        case_insensitive_matches: Matches whose case is not the name's: they count only if
            the document names the entity in its own case too.
        left_out: Spans of names that mean something else here than in the registers.
        law_titles: Titles of Acts, Bills and instruments, told by their form.
        definitions: Definitions made here.
        mentions: The mentions so far, in the order `by_position`.
        ambiguous: Names that could not be linked.
        relations: Relations that it states.
        unresolved: Expressions that point back to nothing clear.
    """

    number: int
    cleaned_text: CleanedText
    text: str
    folded_text: str
    exact_matches: list[PatternMatch]
    case_insensitive_matches: list[PatternMatch]
    left_out: set[Span] = field(default_factory=set)
    law_titles: list[LawTitle] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    ambiguous: list[Ambiguity] = field(default_factory=list)
    relations: list[StatedRelation] = field(default_factory=list)
    unresolved: list[Span] = field(default_factory=list)

    @property
    def sentences(self) -> SentenceSpans:
        """The sentences of the cleaned text."""
        return split_sentences(self.text)
