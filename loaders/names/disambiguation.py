"""Disambiguation: which of several entities a name stands for, or that this is unclear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.partial_date import existed_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet
    from datetime import date

    from graph.records.mentions import DocumentSpan, EntityKey, Span
    from loaders.names.document_context import DocumentContext
    from loaders.names.entity_profiles import EntityProfile
    from loaders.names.name_entries import Entry

_NEARBY = 160
_ARTICLES = ("the ", "this ", "that ", "its ", "their ", "our ")
_EXACT = 0.96
_OUT_OF_DATE = 0.9
_BY_CONTEXT = 0.9


@dataclass(frozen=True, slots=True)
class Choice:
    """Entries that a name stands for (several only for twins), and what else it could stand for."""

    chosen: tuple[Entry, ...]
    alternatives: tuple[EntityKey, ...] = ()
    confidence: float = 1.0
    reason: str = ""
    basis: DocumentSpan | None = None


class Disambiguator:
    """Chooses among entries, by definition, long form, context and date, in that order."""

    def __init__(self, profiles: dict[EntityKey, EntityProfile]) -> None:
        """Prepare the related entities of each, in both directions."""
        self.profiles = profiles
        self._related: dict[EntityKey, set[EntityKey]] = {
            entity: set(profile.related) for entity, profile in profiles.items()
        }
        for entity, profile in profiles.items():
            for related in profile.related:
                self._related.setdefault(related, set()).add(entity)

    def choose(
        self, entries: tuple[Entry, ...], context: DocumentContext, text: str, span: Span
    ) -> Choice:
        """Choose what the name at `start` stands for.

        An empty choice with others is an ambiguity; without others it is no name at all.
        """
        fit = [entry for entry in entries if self._fits(entry, context, text, span)]
        if not fit:
            entities = tuple(sorted(entry.entity for entry in entries))
            return Choice(
                (), entities if text[span[0]].isupper() else (), reason="too general by itself"
            )
        if len(fit) == 1 or _twins(fit):
            return Choice(tuple(fit), confidence=min(entry.confidence for entry in fit))
        return self._decide(fit, context)

    def _decide(self, fit: list[Entry], context: DocumentContext) -> Choice:
        everything = tuple(sorted({entry.entity for entry in fit}))
        exact = [entry for entry in fit if entry.confidence >= _EXACT or entry.regions]
        for kept in (
            exact,
            [entry for entry in exact or fit if entry.entity in context.named_entities],
            [entry for entry in exact or fit if self.alive(entry.entity, context.published)]
            if context.published
            else [],
            [
                entry
                for entry in exact or fit
                if self._related.get(entry.entity, set()) & context.named_entities
            ],
        ):
            if len(kept) == 1 or (kept and _twins(kept)):
                alternatives = tuple(entity for entity in everything if entity != kept[0].entity)
                return Choice(tuple(kept), alternatives, _BY_CONTEXT)
        return Choice((), everything, reason="several bodies share this name")

    def _fits(self, entry: Entry, context: DocumentContext, text: str, span: Span) -> bool:
        start, end = span
        if entry.entity in context.named_entities and (entry.regions or not entry.needs_context):
            return True
        if entry.regions:
            return context.contains_any(entry.regions) and any(
                text.find(word, max(0, start - _NEARBY), end + _NEARBY) >= 0
                for word in entry.regions
            )
        if not entry.needs_context:
            return True
        if text[start:end].islower():
            before = text[max(0, start - 6) : start].lower()
            return entry.entity in context.named_entities and before.endswith(_ARTICLES)
        return entry.entity in context.named_entities or bool(
            self._related[entry.entity] & context.named_entities
        )

    def alive(self, entity: EntityKey, day: date | None) -> bool:
        """Whether an entity was in being on a day, as far as the register knows."""
        if day is None:
            return True
        profile = self.profiles[entity]
        return existed_on(day, profile.start, profile.end)

    def predecessors_successors(self, entity: EntityKey, day: date) -> tuple[EntityKey, ...]:
        """What was in being on `day` before or after an entity that was not."""
        return tuple(
            neighbour
            for neighbour in self.profiles[entity].predecessors_successors
            if neighbour in self.profiles and self.alive(neighbour, day)
        )


def _twins(entries: Iterable[Entry]) -> bool:
    """Whether entries are a body and an initiative of one name."""
    pair: AbstractSet[str] = {entry.entity[0] for entry in entries}
    keys = {entry.entity[1] for entry in entries}
    return len(pair) > 1 and len(keys) == 1
