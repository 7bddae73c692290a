"""Disambiguation: which of several things a name stands for, or that it cannot be told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet
    from datetime import date

    from graph.records.mentions import DocumentSpan, Span, Thing
    from loaders.names.gazetteer import Card, Entry

_NEARBY = 160
_ARTICLES = ("the ", "this ", "that ", "its ", "their ", "our ")
_EXACT = 0.96
_OUT_OF_DATE = 0.9
_BY_CONTEXT = 0.9


@dataclass(slots=True)
class Surroundings:
    """What a document tells about its names.

    Attributes:
        named: Things it names without doubt.
        bound: Abbreviations it defines: what each stands for, and where that is said.
        fixed: Head words it defines, as in "(the Board)", in the same manner.
        published: Its date.
        texts: Its folded texts.
    """

    named: set[Thing] = field(default_factory=set)
    bound: dict[str, tuple[Thing, DocumentSpan]] = field(default_factory=dict)
    fixed: dict[str, tuple[Thing, DocumentSpan]] = field(default_factory=dict)
    published: date | None = None
    texts: list[str] = field(default_factory=list)
    _spoken: dict[tuple[str, ...], bool] = field(default_factory=dict)

    def speaks_of(self, words: tuple[str, ...]) -> bool:
        """Whether the document holds one of `words`, in their own case."""
        if words not in self._spoken:
            self._spoken[words] = any(word in text for text in self.texts for word in words)
        return self._spoken[words]


@dataclass(frozen=True, slots=True)
class Choice:
    """Entries that a name stands for (several only for twins), and what else it could have been."""

    chosen: tuple[Entry, ...]
    others: tuple[Thing, ...] = ()
    confidence: float = 1.0
    reason: str = ""
    basis: DocumentSpan | None = None


class Disambiguator:
    """Chooses among entries, by definition, long form, context and date, in that order."""

    def __init__(self, cards: dict[Thing, Card]) -> None:
        """Prepare the neighbourhood of every thing, in both directions."""
        self.cards = cards
        self._near: dict[Thing, set[Thing]] = {
            thing: set(card.near) for thing, card in cards.items()
        }
        for thing, card in cards.items():
            for other in card.near:
                self._near.setdefault(other, set()).add(thing)

    def choose(
        self, entries: tuple[Entry, ...], around: Surroundings, text: str, span: Span
    ) -> Choice:
        """Choose what the name at `start` stands for.

        An empty choice with others is an ambiguity; without others it is no name at all.
        """
        fit = [entry for entry in entries if self._fits(entry, around, text, span)]
        if not fit:
            things = tuple(sorted(entry.thing for entry in entries))
            return Choice(
                (), things if text[span[0]].isupper() else (), reason="too general by itself"
            )
        if len(fit) == 1 or _twins(fit):
            return Choice(tuple(fit), confidence=min(entry.confidence for entry in fit))
        return self._decide(fit, around)

    def _decide(self, fit: list[Entry], around: Surroundings) -> Choice:
        everything = tuple(sorted({entry.thing for entry in fit}))
        exact = [entry for entry in fit if entry.confidence >= _EXACT or entry.regions]
        for kept in (
            exact,
            [entry for entry in exact or fit if entry.thing in around.named],
            [entry for entry in exact or fit if self.alive(entry.thing, around.published)]
            if around.published
            else [],
            [entry for entry in exact or fit if self._near.get(entry.thing, set()) & around.named],
        ):
            if len(kept) == 1 or (kept and _twins(kept)):
                others = tuple(thing for thing in everything if thing != kept[0].thing)
                return Choice(tuple(kept), others, _BY_CONTEXT)
        return Choice((), everything, reason="several bodies share this name")

    def _fits(self, entry: Entry, around: Surroundings, text: str, span: Span) -> bool:
        start, end = span
        if entry.thing in around.named and (entry.regions or not entry.context):
            return True
        if entry.regions:
            return around.speaks_of(entry.regions) and any(
                text.find(word, max(0, start - _NEARBY), end + _NEARBY) >= 0
                for word in entry.regions
            )
        if not entry.context:
            return True
        if text[start:end].islower():
            before = text[max(0, start - 6) : start].lower()
            return entry.thing in around.named and before.endswith(_ARTICLES)
        return entry.thing in around.named or bool(self._near[entry.thing] & around.named)

    def alive(self, thing: Thing, day: date | None) -> bool:
        """Whether a thing was in being on a day, as far as the register knows."""
        if day is None:
            return True
        card = self.cards[thing]
        begun = card.start is None or card.start.first_day <= day
        return begun and (card.end is None or day <= card.end.last_day)

    def heirs(self, thing: Thing, day: date) -> tuple[Thing, ...]:
        """What was in being on `day` in place of a thing that was not."""
        heirs = self.cards[thing].heirs
        return tuple(heir for heir in heirs if heir in self.cards and self.alive(heir, day))


def _twins(entries: Iterable[Entry]) -> bool:
    """Whether entries are a body and an initiative of one name."""
    pair: AbstractSet[str] = {entry.thing[0] for entry in entries}
    keys = {entry.thing[1] for entry in entries}
    return len(pair) > 1 and len(keys) == 1
