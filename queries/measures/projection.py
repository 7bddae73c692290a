"""Projections: the two-mode data of one kind of actor, tied by one kind of event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from ontology.namespaces import DEPARTMENT_KINDS
from queries.measures.bipartite_data import Actor, BipartiteData
from queries.measures.roll_up import bodies, roll_up

if TYPE_CHECKING:
    from queries.measures.selection import Selection
    from queries.measures.store_reader import Named, StoreReader
    from queries.statistics.incidence_matrix import Incidence

ACTORS = ("departments", "organisations", "initiatives", "committees", "everything")
"""What can be compared; ``everything`` is organisations and initiatives together."""

THINGS = ("departments", "organisations", "initiatives", "everything")
"""What the one table of pairs holds: all that can be compared but committees."""

EVENTS = ("findings", "reports", "initiatives", "organisations", "committees")
"""What can tie two actors."""

_KINDS = {
    "departments": ("organisation",),
    "organisations": ("organisation",),
    "initiatives": ("initiative",),
    "committees": ("committee",),
    "everything": ("organisation", "initiative"),
}


def default_events(actors: str) -> str:
    """What ties actors if nothing else is asked for: findings, and for committees initiatives."""
    return "initiatives" if actors == "committees" else "findings"


@dataclass(frozen=True, slots=True)
class _Named:
    """Actors by finding, in the findings' own words and, across, in those of their answers."""

    things: Named
    answers: Named | None
    notes: tuple[str, ...]


def project(
    reading: StoreReader, actors: str, selection: Selection, events: str | None = None
) -> BipartiteData:
    """The two-mode data of some actors.

    Args:
        reading: What the store says.
        actors: One of `ACTORS`.
        selection: Which findings count, and which of their names.
        events: One of `EVENTS`; as `default_events` says where not given.

    Returns:
        Every selected actor that an event names, and every event that names one, by name.

    Raises:
        UsageError: If nothing is left, or the actors and events are the same things.
    """
    events = events or default_events(actors)
    if events in (actors, "organisations") and actors in ("organisations", "departments", events):
        raise UsageError(f"{actors.capitalize()} cannot be tied by {events}; choose another.")
    held, notes = reading.selected(selection)
    named = _named(reading, held, selection)
    rows = _rows(reading, actors, named.things, held)
    answers = None if named.answers is None else _rows(reading, actors, named.answers, held)
    columns = _columns(reading, events, named, held)
    known = {iri: one for (kind, iri), one in reading.actors.items() if kind in _KINDS[actors]}
    found = _two_mode(known, rows, answers, columns)
    naming = {one for one, things in rows.items() if things} | {
        one for one, things in (answers or {}).items() if things
    }
    if not len(found.actors):
        raise UsageError(f"No finding that was selected names any of the {actors}.")
    return BipartiteData(
        actors=found.actors,
        events=found.events,
        ties=found.ties,
        answers=found.answers,
        noun=events,
        documents=reading.documents(naming),
        notes=(
            (
                f"From {len(reading.findings):,} distinct findings in the graph: {len(held):,} "
                f"were selected, and {len(naming):,} of these name at least one of the "
                f"{len(found.actors):,} {_noun(actors)}."
            ),
            *notes,
            *named.notes,
        ),
        parameters={"actors": actors, "tied by": events, **selection.parameters()},
    )


def _noun(actors: str) -> str:
    return "organisations and initiatives" if actors == "everything" else actors


def _named(reading: StoreReader, held: frozenset[str], selection: Selection) -> _Named:
    """Things by selected finding, rolled up if asked for."""
    across = selection.voice == "across"
    first = _words_of(reading, "committee" if across else selection.voice, selection.role)
    second = _words_of(reading, "government", selection.role) if across else None
    things = {one: names for one, names in first.items() if one in held}
    answers = {one: names for one, names in second.items() if one in held} if second else None
    if not (selection.roll_up or selection.as_at):
        return _Named(things, answers, ())
    known = bodies(reading.store)
    every = {name for names in (*things.values(), *(answers or {}).values()) for name in names}
    moved = roll_up(known, every, to_departments=selection.roll_up, as_at=selection.as_at)
    rolled = {
        one: {moved.target.get(name, name) for name in names} for one, names in things.items()
    }
    before, after = _ties(things), _ties(rolled)
    labels = [reading.actors["organisation", iri].label for iri in moved.unsettled]
    notes = [
        (
            f"{len(moved.target)} organisations count for another; of {before:,} ties {after:,} "
            "are left, as a finding that names both counts once. No finding is lost."
        )
    ]
    if labels:
        notes.append(
            f"Counted for themselves, as they belong to several or were followed by several: "
            f"{', '.join(labels)}."
        )
    return _Named(
        rolled,
        answers
        and {
            one: {moved.target.get(name, name) for name in names} for one, names in answers.items()
        },
        tuple(notes),
    )


def _ties(named: Named) -> int:
    return sum(len(names) for names in named.values())


def _words_of(reading: StoreReader, voice: str, role: str | None) -> Named:
    return reading.in_role(role, voice) if role else reading.named(voice)


def _rows(reading: StoreReader, actors: str, named: Named, held: frozenset[str]) -> Named:
    """The actors of each finding."""
    if actors == "committees":
        return {one: reading.committees.get(one, set()) for one in held if named.get(one)}
    kinds = _KINDS[actors]
    members = {
        iri
        for (kind, iri), actor in reading.actors.items()
        if kind in kinds and (actors != "departments" or actor.of_kind in DEPARTMENT_KINDS)
    }
    return {one: names & members for one, names in named.items()}


def _columns(reading: StoreReader, events: str, named: _Named, held: frozenset[str]) -> Named:
    """The events of each finding: itself, its report, or what it names or who made it."""
    if events == "findings":
        return {one: {one} for one in held}
    if events == "reports":
        return {one: {reading.reports[one].iri} for one in held if one in reading.reports}
    if events == "committees":
        return {one: reading.committees.get(one, set()) for one in held}
    members = {iri for kind, iri in reading.actors if kind == events.removesuffix("s")}
    both = [named.things, named.answers or {}]
    return {one: set().union(*(words.get(one, set()) for words in both)) & members for one in held}


@dataclass(frozen=True, slots=True)
class _Matrices:
    actors: tuple[Actor, ...]
    events: tuple[str, ...]
    ties: Incidence
    answers: Incidence | None


def _two_mode(
    known: dict[str, Actor], rows: Named, answers: Named | None, columns: Named
) -> _Matrices:
    """Set up the matrices; an actor and an event are tied if any finding has both."""
    pairs = [_pairs(rows, columns), *([_pairs(answers, columns)] if answers is not None else [])]
    iris = {actor for found in pairs for actor, _ in found}
    actors = sorted((known[iri] for iri in iris), key=lambda one: (one.label, one.iri))
    events = sorted({event for found in pairs for _, event in found})
    row_of = {actor.iri: at for at, actor in enumerate(actors)}
    column_of = {event: at for at, event in enumerate(events)}
    matrices = []
    for found in pairs:
        ties = np.zeros((len(actors), len(events)), dtype=np.bool_)
        for actor, event in found:
            ties[row_of[actor], column_of[event]] = True
        matrices.append(ties)
    return _Matrices(
        tuple(actors), tuple(events), matrices[0], matrices[1] if len(matrices) > 1 else None
    )


def _pairs(rows: Named, columns: Named) -> list[tuple[str, str]]:
    return [
        (actor, event)
        for finding, names in rows.items()
        for actor in names
        for event in columns.get(finding, ())
    ]
