"""The gazetteer: every registered name in every form, and what each may stand for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from loaders.names.entity_profiles import initiative_profile, joined_profile, organisation_profile
from loaders.names.mention_rules import HAND_CORRECTION
from loaders.names.name_entries import RegisteredForm, entries_of, entry_for
from loaders.text.folding import fold, lower

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.records.authorities import Initiative, Organisation
    from graph.records.mentions import EntityKey
    from loaders.corrections.hand_corrections import Corrections
    from loaders.names.entity_profiles import EntityProfile
    from loaders.names.name_entries import Entry

_BY_HAND = 0.97


@dataclass(slots=True)
class Gazetteer:
    """All patterns of the registers, and the profiles of their entities.

    Attributes:
        names: Entries by names of several words, folded and in lower case.
        single_words: Entries by single words, folded, in their own case.
        profiles: What the registers say of each entity.
        merged: Which entity each merged one now is.
    """

    names: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    single_words: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    profiles: dict[EntityKey, EntityProfile] = field(default_factory=dict)
    merged: dict[EntityKey, EntityKey] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Add a pattern; an entity keeps the first entry it has for a pattern."""
        if entry.entity in self.merged:
            entry = replace(entry, entity=self.merged[entry.entity])
        if " " in entry.spelling:
            table, key = self.names, lower(entry.spelling)
        else:
            table, key = self.single_words, entry.spelling
        entries = table.get(key, ())
        if all(entry.entity != present.entity for present in entries):
            table[key] = (*entries, entry)

    def add_profile(self, entity: EntityKey, profile: EntityProfile) -> None:
        """Add what one register says of an entity to what the others say of it."""
        earlier = self.profiles.get(entity)
        self.profiles[entity] = joined_profile(earlier, profile) if earlier else profile

    def drop(self, name: str, entity: EntityKey | None) -> None:
        """Take a name from an entity; from every entity if `entity` is None."""
        low = lower(fold(name))
        for table in (self.names, self.single_words):
            for key in [key for key in table if lower(key) == low]:
                left = tuple(e for e in table[key] if entity is not None and e.entity != entity)
                if left:
                    table[key] = left
                else:
                    del table[key]

    def compact(self) -> None:
        """Free the names of several words that no two entities share from naming their region."""
        for key, entries in self.names.items():
            if len(entries) == 1 and entries[0].regions:
                self.names[key] = (replace(entries[0], regions=()),)


def compile_registers(
    organisations: Iterable[Organisation],
    initiatives: Iterable[Initiative],
    corrections: Corrections,
) -> Gazetteer:
    """Build the gazetteer, corrected; the order of the registers does not matter."""
    gazetteer = Gazetteer(merged=corrections.merged)
    accepted_bodies, accepted_initiatives = corrections.accepted()
    bodies = sorted([*organisations, *accepted_bodies], key=lambda body: body.key)
    initiatives = sorted(
        [*initiatives, *accepted_initiatives], key=lambda initiative: initiative.key
    )
    initiative_keys = {initiative.key for initiative in initiatives}
    for body in bodies:
        gazetteer.add_profile(("organisation", body.key), organisation_profile(body))
    for initiative in initiatives:
        gazetteer.add_profile(
            ("initiative", initiative.key), initiative_profile(initiative, initiative_keys)
        )
    titles = {body.key: (fold(body.name), *map(fold, body.abbreviations)) for body in bodies}
    for body in bodies:
        for entry in entries_of(("organisation", body.key), body, []):
            gazetteer.add(entry)
    for initiative in initiatives:
        owners = [titles[key] for key in initiative.leads if key in titles]
        for entry in entries_of(("initiative", initiative.key), initiative, owners):
            gazetteer.add(entry)
    for line in corrections.of("same-as"):
        if line.entity and line.entity in gazetteer.profiles:
            gazetteer.add(
                entry_for(
                    RegisteredForm(line.entity, line.name, HAND_CORRECTION),
                    fold(line.name),
                    _BY_HAND,
                )
            )
    for line in (*corrections.of("not-same-as"), *corrections.of("not-a-name")):
        gazetteer.drop(line.name, line.entity)
    gazetteer.compact()
    return gazetteer
