"""A text while its names are being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.records.sentences import sentence_spans

if TYPE_CHECKING:
    from graph.records.cleaned_text import CleanedText
    from graph.records.mentions import Ambiguity, Mention, Span, StatedRelation, Thing
    from graph.records.sentences import SentenceSpans
    from loaders.names.matching import Hit


def by_place(mention: Mention) -> tuple[int, int, Thing]:
    """Sorts mentions in the order of the text, the longer before those nested in it."""
    return mention.start, -mention.end, mention.thing


@dataclass(frozen=True, slots=True)
class Defined:
    """A long form and the parenthesis behind it that says what else it will be called.

    Attributes:
        start: Offset of the long form.
        long_end: Offset just past the long form.
        end: Offset just past the parenthesis.
        thing: What is defined.
        terms: The abbreviations in the parenthesis, with their offsets.
    """

    start: int
    long_end: int
    end: int
    thing: Thing
    terms: tuple[tuple[int, int, str], ...]


@dataclass(slots=True)
class Text:
    """One text of a document; offsets are those of the reading text.

    Attributes:
        number: Its number in the document, from 0.
        reading: The reading it comes from.
        text: The reading text.
        cased: The same, folded.
        sure: Hits that count as they stand.
        loose: Hits that count only if the document names the thing properly too.
        definitions: Definitions made here.
        mentions: What was found so far, in the order `by_place`.
        ambiguous: Names that could not be linked.
        relations: Relations stated.
        unresolved: Expressions that point back to nothing clear.
    """

    number: int
    reading: CleanedText
    text: str
    cased: str
    sure: list[Hit]
    loose: list[Hit]
    definitions: list[Defined] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    ambiguous: list[Ambiguity] = field(default_factory=list)
    relations: list[StatedRelation] = field(default_factory=list)
    unresolved: list[Span] = field(default_factory=list)

    @property
    def sentences(self) -> SentenceSpans:
        """The sentences of the reading text."""
        return sentence_spans(self.text)
