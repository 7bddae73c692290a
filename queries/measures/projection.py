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
    from queries.measures.store_reader import StoreReader, ThingsByFinding
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


def _nothing_named(actors: str, findings: int, selected: int) -> str:
    """Why nothing is left to compare, and what to try."""
    nouns = "organisations or initiatives" if actors == "everything" else actors
    if not findings:
        return "This graph holds no finding yet. Build one: joinedup build SOURCES"
    hint = " Select more: leave out filters such as --from or --words-of." * (selected < findings)
    return (
        f"No finding that was selected names {nouns}: {selected:,} of {findings:,} findings were "
        f"selected.{hint}"
    )


def default_events(actors: str) -> str:
    """What ties actors if nothing else is asked for: findings, and for committees initiatives."""
    return "initiatives" if actors == "committees" else "findings"


@dataclass(frozen=True, slots=True)
class _SelectedNames:
    """Actors by finding, in the findings' own words and, across, in those of their answers."""

    things: ThingsByFinding
    answers: ThingsByFinding | None
    notes: tuple[str, ...]


def project(
    reader: StoreReader, actors: str, selection: Selection, events: str | None = None
) -> BipartiteData:
    """The two-mode data of some actors.

    Args:
        reader: What the store says.
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
        raise UsageError(
            f"{actors.capitalize()} cannot be linked through {events}; choose another."
        )
    selected, notes = reader.selected(selection)
    named = _selected_names(reader, selected, selection)
    rows = _rows(reader, actors, named.things, selected)
    answers = None if named.answers is None else _rows(reader, actors, named.answers, selected)
    columns = _columns(reader, events, named, selected)
    known_actors = {
        iri: actor for (kind, iri), actor in reader.actors.items() if kind in _KINDS[actors]
    }
    matrices = _two_mode(known_actors, rows, answers, columns)
    naming = {finding for finding, things in rows.items() if things} | {
        finding for finding, things in (answers or {}).items() if things
    }
    if not len(matrices.actors):
        raise UsageError(_nothing_named(actors, len(reader.findings), len(selected)))
    return BipartiteData(
        actors=matrices.actors,
        events=matrices.events,
        ties=matrices.ties,
        answers=matrices.answers,
        noun=events,
        documents=reader.documents(naming),
        notes=(
            (
                f"From {len(reader.findings):,} distinct findings in the graph: {len(selected):,} "
                f"were selected, and {len(naming):,} of these name at least one of the "
                f"{len(matrices.actors):,} {_noun(actors)}."
            ),
            *notes,
            *named.notes,
        ),
        parameters={"what": actors, "linked-through": events, **selection.parameters()},
    )


def _noun(actors: str) -> str:
    return "organisations and initiatives" if actors == "everything" else actors


def _selected_names(
    reader: StoreReader, selected: frozenset[str], selection: Selection
) -> _SelectedNames:
    """Things by selected finding, rolled up if asked for."""
    across = selection.voice == "across"
    first = _words_of(reader, "committee" if across else selection.voice, selection.role)
    second = _words_of(reader, "government", selection.role) if across else None
    things = {finding: names for finding, names in first.items() if finding in selected}
    answers = (
        {finding: names for finding, names in second.items() if finding in selected}
        if second
        else None
    )
    if not (selection.roll_up or selection.as_at):
        return _SelectedNames(things, answers, ())
    register = bodies(reader.store)
    every = {name for names in (*things.values(), *(answers or {}).values()) for name in names}
    moved = roll_up(register, every, to_departments=selection.roll_up, as_at=selection.as_at)
    rolled = {
        finding: {moved.target.get(name, name) for name in names}
        for finding, names in things.items()
    }
    before, after = _naming_count(things), _naming_count(rolled)
    labels = [reader.actors["organisation", iri].label for iri in moved.unsettled]
    notes = [
        (
            f"{len(moved.target)} organisations are counted for another. A finding that names "
            f"both counts once, so {after:,} of {before:,} links remain. No finding is left out."
        )
    ]
    if labels:
        notes.append(
            f"Not counted for another, because they belong to several or have several successors: "
            f"{', '.join(labels)}."
        )
    return _SelectedNames(
        rolled,
        answers
        and {
            finding: {moved.target.get(name, name) for name in names}
            for finding, names in answers.items()
        },
        tuple(notes),
    )


def _naming_count(named: ThingsByFinding) -> int:
    return sum(len(names) for names in named.values())


def _words_of(reader: StoreReader, voice: str, role: str | None) -> ThingsByFinding:
    return reader.in_role(role, voice) if role else reader.named(voice)


def _rows(
    reader: StoreReader, actors: str, named: ThingsByFinding, selected: frozenset[str]
) -> ThingsByFinding:
    """The actors of each finding."""
    if actors == "committees":
        return {
            finding: reader.committees.get(finding, set())
            for finding in selected
            if named.get(finding)
        }
    kinds = _KINDS[actors]
    members = {
        iri
        for (kind, iri), actor in reader.actors.items()
        if kind in kinds and (actors != "departments" or actor.of_kind in DEPARTMENT_KINDS)
    }
    return {finding: names & members for finding, names in named.items()}


def _columns(
    reader: StoreReader, events: str, named: _SelectedNames, selected: frozenset[str]
) -> ThingsByFinding:
    """The events of each finding: itself, its report, or what it names or who made it."""
    if events == "findings":
        return {finding: {finding} for finding in selected}
    if events == "reports":
        return {
            finding: {reader.reports[finding].iri}
            for finding in selected
            if finding in reader.reports
        }
    if events == "committees":
        return {finding: reader.committees.get(finding, set()) for finding in selected}
    members = {iri for kind, iri in reader.actors if kind == events.removesuffix("s")}
    both = [named.things, named.answers or {}]
    return {
        finding: set().union(*(words.get(finding, set()) for words in both)) & members
        for finding in selected
    }


@dataclass(frozen=True, slots=True)
class _Matrices:
    actors: tuple[Actor, ...]
    events: tuple[str, ...]
    ties: Incidence
    answers: Incidence | None


def _two_mode(
    known_actors: dict[str, Actor],
    rows: ThingsByFinding,
    answers: ThingsByFinding | None,
    columns: ThingsByFinding,
) -> _Matrices:
    """Set up the matrices; an actor and an event are tied if any finding has both."""
    pairs = [_pairs(rows, columns), *([_pairs(answers, columns)] if answers is not None else [])]
    iris = {actor for links in pairs for actor, _ in links}
    actors = sorted((known_actors[iri] for iri in iris), key=lambda actor: (actor.label, actor.iri))
    events = sorted({event for links in pairs for _, event in links})
    row_of = {actor.iri: index for index, actor in enumerate(actors)}
    column_of = {event: index for index, event in enumerate(events)}
    matrices = []
    for links in pairs:
        ties = np.zeros((len(actors), len(events)), dtype=np.bool_)
        for actor, event in links:
            ties[row_of[actor], column_of[event]] = True
        matrices.append(ties)
    return _Matrices(
        tuple(actors), tuple(events), matrices[0], matrices[1] if len(matrices) > 1 else None
    )


def _pairs(rows: ThingsByFinding, columns: ThingsByFinding) -> list[tuple[str, str]]:
    return [
        (actor, event)
        for finding, names in rows.items()
        for actor in names
        for event in columns.get(finding, ())
    ]
