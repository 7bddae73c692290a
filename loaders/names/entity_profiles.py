"""What the registers say of entities that helps to choose among them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.partial_date import PartialDate
    from graph.records.authorities import Initiative, Organisation
    from graph.records.mentions import EntityKey


_DEPARTMENT = "ministerial-department"


@dataclass(frozen=True, slots=True)
class EntityProfile:
    """What disambiguation needs to know of an entity.

    Attributes:
        name: Its registered name.
        kind: Its kind in the register.
        start: When its life began, as exactly as the register has it.
        end: When it ended.
        related: Entities that the register relates it to.
        predecessors_successors: What came before and after it.
        relations: What the register says of it, by name of the relation.
    """

    name: str
    kind: str
    start: PartialDate | None
    end: PartialDate | None
    related: frozenset[EntityKey]
    predecessors_successors: tuple[EntityKey, ...] = ()
    relations: dict[str, frozenset[EntityKey]] = field(default_factory=dict)


def organisation_profile(body: Organisation) -> EntityProfile:
    """The profile of an organisation of the registers."""
    predecessors_successors = _bodies((*body.successors, *body.predecessors))
    relations = {"part-of": _bodies(body.parents), "successor": _bodies(body.successors)}
    return EntityProfile(
        body.name,
        body.kind,
        body.start,
        body.end,
        _bodies(body.parents),
        tuple(sorted(predecessors_successors)),
        relations,
    )


def initiative_profile(initiative: Initiative, initiative_keys: set[str]) -> EntityProfile:
    """The profile of an initiative; what it is part of is one too if its key is among these."""
    wholes = frozenset(
        ("initiative" if key in initiative_keys else "organisation", key)
        for key in initiative.part_of
    )
    relations = {
        "lead": _bodies(initiative.leads),
        "partner": _bodies((*initiative.partners, *initiative.leads)),
        "funder": _bodies(initiative.funders),
        "part-of": wholes,
    }
    related: frozenset[EntityKey] = frozenset().union(*relations.values())
    return EntityProfile(
        initiative.name,
        initiative.kind,
        initiative.start,
        initiative.end,
        related,
        relations=relations,
    )


def joined_profile(profile: EntityProfile, second: EntityProfile) -> EntityProfile:
    """What two rows say of one entity; where both say one thing, in whatever order they come.

    Of two names, kinds, beginnings or ends, the first in the order of the alphabet or of days is
    taken: sources that describe a thing of another register repeat its name and kind.
    """
    names = profile.relations.keys() | second.relations.keys()
    return EntityProfile(
        min(profile.name, second.name),
        min(profile.kind, second.kind),
        min(filter(None, (profile.start, second.start)), key=str, default=None),
        min(filter(None, (profile.end, second.end)), key=str, default=None),
        profile.related | second.related,
        tuple(sorted({*profile.predecessors_successors, *second.predecessors_successors})),
        {
            name: profile.relations.get(name, frozenset()) | second.relations.get(name, frozenset())
            for name in sorted(names)
        },
    )


def responsible_departments(
    profiles: Mapping[EntityKey, EntityProfile],
) -> dict[EntityKey, frozenset[str]]:
    """Keys of the ministerial departments that lead an initiative, or whose part a body is."""
    responsible = {
        entity: frozenset(
            key
            for name in ("lead", "part-of")
            for kind, key in profile.relations.get(name, ())
            if (kind, key) in profiles and profiles[kind, key].kind == _DEPARTMENT
        )
        for entity, profile in profiles.items()
    }
    return {entity: keys for entity, keys in responsible.items() if keys}


def _bodies(keys: Iterable[str]) -> frozenset[EntityKey]:
    return frozenset(("organisation", key) for key in keys)
