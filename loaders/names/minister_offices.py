"""Ministers named by their office, each of whom stands for the department that the office leads."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph.partial_date import existed_on
from graph.records.mentions import Mention
from loaders.names.mention_rules import MINISTER_OFFICE
from loaders.names.other_nations import places_in
from loaders.names.span_index import SpanIndex
from loaders.references.offices import departments_of_office, offices_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from graph.records.mentions import EntityKey
    from loaders.names.annotated_text import AnnotatedText
    from loaders.names.entity_profiles import EntityProfile

_CONFIDENCE = 0.85


class MinisterOffices:
    """Adds mentions of departments where a text names the minister who leads them."""

    def __init__(
        self, lookup: Callable[[str], set[EntityKey]], profiles: dict[EntityKey, EntityProfile]
    ) -> None:
        """Look names up in the registers.

        Args:
            lookup: What the registers know by a name.
            profiles: What they say of each entity.
        """
        self._lookup = cache(lookup)
        self._profiles = profiles

    def add_mentions(self, text: AnnotatedText, day: date | None) -> None:
        """Add the mentions of a text; names inside the office become nested.

        Args:
            text: The text, with the names that it holds.
            day: A day on which the department must have existed; None takes one of any time.
        """
        index = SpanIndex(
            ((mention.start, mention.end), place) for place, mention in enumerate(text.mentions)
        )
        for start, end in offices_in(text.folded_text):
            office = text.folded_text[start:end]
            departments = self._departments(office, day)
            inner = index.overlapping((start, end))
            within = all(start <= span[0] and span[1] <= end for span, _ in inner)
            if len(departments) == 1 and within:
                for _, place in inner:
                    text.mentions[place] = text.mentions[place]._replace(nested=True)
                text.mentions.append(
                    Mention(start, end, departments[0], MINISTER_OFFICE, _CONFIDENCE, office)
                )

    def _departments(self, office: str, day: date | None) -> list[EntityKey]:
        """The departments that an office may lead; of several, those of no part of the country."""
        entities = set().union(*map(self._lookup, departments_of_office(office)))
        departments = [entity for entity in sorted(entities) if self._existed(entity, day)]
        if len(departments) > 1:
            return [each for each in departments if not places_in(self._profiles[each].name)]
        return departments

    def _existed(self, entity: EntityKey, day: date | None) -> bool:
        profile = self._profiles[entity]
        is_body = entity[0] == "organisation"
        return is_body and (day is None or existed_on(day, profile.start, profile.end))
