"""Which part of the graph a picture shows, and what it leaves out."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from graph.errors import UsageError
from visualisations.chance import claimed
from visualisations.facts import COMMITTEE, INITIATIVE, ORGANISATION
from visualisations.view_model import Pair, Start, View
from visualisations.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visualisations.facts import Facts, Thing

MOST_PAIRS = 20_000
"""Pairs that a page carries; the least frequent of those not beyond chance are left out above."""

FEW_LINES, FEW_THINGS = 110, 60
"""Lines and things that are drawn at first where few pairs are known to be beyond chance."""

MANY_LINES, MANY_THINGS = 160, 90
"""The same where many pairs are beyond chance: the least frequent of them wait for the slider."""

ENOUGH_BEYOND = 12
"""Pairs beyond chance that make a picture by themselves; with fewer, frequent pairs join them."""

MEANING = (
    "A name counts where the finding has it, where an answer shown with the finding has it, or "
    "where a curator read it on the finding’s page. Being named together is not working together."
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a view is about.

    Attributes:
        kinds: Kinds of things that are paired.
        noun: What those things are called together.
        subject: The same at the head of a title.
    """

    kinds: tuple[str, ...]
    noun: str
    subject: str


SCOPES = {
    "departments": Scope(
        (ORGANISATION,), "departments and other organisations", "Which departments"
    ),
    "initiatives": Scope((INITIATIVE,), "initiatives", "Which initiatives"),
    "everything": Scope(
        (ORGANISATION, INITIATIVE),
        "organisations and initiatives",
        "Which departments and initiatives",
    ),
}
"""The views of who is named together, by the word that asks for them."""


def view(facts: Facts, name: str, least: int | None = None) -> View:
    """The things of one scope, tied by the findings that name both.

    Args:
        facts: What the graph holds.
        name: A word of `SCOPES`.
        least: Findings that must name both for a line to be drawn at first; chosen if not given.

    Raises:
        UsageError: No pair reaches `least`, or no finding names two things of the scope.
    """
    scope = SCOPES[name]
    things = [thing for iri, thing in facts.things.items() if iri in facts.links]
    actors = sorted((thing for thing in things if thing.kind in scope.kinds), key=by_name)
    every = paired(facts, [thing.iri for thing in actors])
    _check(scope, every, least)
    kept = every[:MOST_PAIRS]
    committees = of_committees(facts, things) if name == "everything" else []
    start = opening(kept, least, (COMMITTEE,) if committees else ())
    ends = {end for pair in (*kept, *committees) for end in (pair.one, pair.other)}
    caption = (
        *_shown(facts, scope, actors, every, start),
        *_left_out(every, kept, [thing for thing in actors if thing.iri not in ends]),
        MEANING,
    )
    return View(
        name,
        f"{scope.subject} do committees name together?",
        "A line joins two that findings name together. "
        "Choose a shape or a line to read the sentences.",
        caption,
        tuple(sorted((facts.things[iri] for iri in ends), key=by_name)),
        (*kept, *committees),
        start,
    )


def paired(facts: Facts, actors: list[str], among: list[str] | None = None) -> list[Pair]:
    """The pairs among things: those beyond chance first, each part by frequency, then by name.

    Args:
        facts: What the graph holds.
        actors: The things to pair.
        among: The things among which chance is judged, if not these alone.
    """
    beyond = claimed(facts, among or actors)
    place = {iri: index for index, iri in enumerate(actors)}
    named: defaultdict[str, list[str]] = defaultdict(list)
    for iri in actors:
        for finding in facts.links[iri]:
            named[finding].append(iri)
    counts = Counter(pair for things in named.values() for pair in combinations(things, 2))
    found = [
        Pair(one, other, together, frozenset((one, other)) in beyond)
        for (one, other), together in sorted(
            counts.items(), key=lambda pair: (place[pair[0][0]], place[pair[0][1]])
        )
    ]
    return sorted(found, key=lambda pair: (not pair.beyond, -pair.together))


def opening(pairs: list[Pair], least: int | None, hidden: tuple[str, ...] = ()) -> Start:
    """What to show first: lines beyond chance; where they are few, the most frequent ones too."""
    if least is not None:
        return Start(least, rest=True, hidden=hidden)
    beyond = [pair for pair in pairs if pair.beyond]
    if len(beyond) >= ENOUGH_BEYOND:
        return Start(_readable(beyond, MANY_LINES, MANY_THINGS), hidden=hidden)
    return Start(_readable(pairs, FEW_LINES, FEW_THINGS), rest=True, hidden=hidden)


def _readable(pairs: list[Pair], lines: int, things: int) -> int:
    """The least number of joint findings that leaves so few lines and things to draw."""
    numbers = sorted({pair.together for pair in pairs})
    for number in numbers:
        drawn = [pair for pair in pairs if pair.together >= number]
        ends = {end for pair in drawn for end in (pair.one, pair.other)}
        if len(drawn) <= lines and len(ends) <= things:
            return number
    return numbers[-1]


def of_committees(facts: Facts, things: Iterable[Thing]) -> list[Pair]:
    """Committees, tied to what their findings name."""
    every = sorted(things, key=by_name)
    return [
        Pair(committee.iri, thing.iri, together)
        for committee in every
        if committee.kind == COMMITTEE
        for thing in every
        if thing.kind != COMMITTEE and (together := len(facts.joint(committee.iri, thing.iri)))
    ]


def by_name(thing: Thing) -> tuple[str, str]:
    """What puts things into the order of their names."""
    return (thing.label, thing.iri)


def _check(scope: Scope, every: list[Pair], least: int | None) -> None:
    """Refuse a picture that would show nothing."""
    if not every:
        raise UsageError(f"There is nothing to draw: no finding names two {scope.noun}.")
    most = max(pair.together for pair in every)
    if least is not None and most < least:
        raise UsageError(
            f"There is nothing to draw: no two {scope.noun} are named together in {least} findings "
            f"or more. The most is {most}; ask for --least {most}."
        )


def _shown(
    facts: Facts, scope: Scope, actors: list[Thing], every: list[Pair], start: Start
) -> tuple[str, ...]:
    naming = set().union(*(facts.links[thing.iri] for thing in actors))
    beyond = sum(pair.beyond for pair in every)
    days = sorted(day for finding in naming if (day := facts.findings[finding].issued))
    dated = f"As of {days[-1]}, the day of the latest report, from {days[0][:4]} on" if days else ""
    unknown = len(naming) - len(days)
    if dated and unknown:
        dated += f"; the report of {unknown} is not known"
    at_least = f"at least {counted(start.least, 'finding')} name both"
    first = (
        f"Lines are drawn at first where {at_least}; of {counted(len(every), 'pair')}, {beyond} "
        "are beyond chance and solid."
        if start.rest
        else f"{counted(beyond, 'pair')} of {len(every)} are named together more often than chance "
        f"would bring about. Those are solid, and drawn at first where {at_least}; the others are "
        "dashed and off at first."
    )
    return (
        f"From {len(facts.findings)} distinct findings in the graph: {len(naming)} name at least "
        f"one of {len(actors)} {scope.noun}. {dated}{'.' if dated else ''}".rstrip(),
        first,
    )


def _left_out(every: list[Pair], kept: list[Pair], alone: list[Thing]) -> tuple[str, ...]:
    parts = []
    if missing := len(every) - len(kept):
        parts.append(
            f"{counted(missing, 'pair')} of the least frequent, as a page carries {MOST_PAIRS:,}"
        )
    if alone:
        names = listed([thing.label for thing in alone])
        parts.append(f"{counted(len(alone), 'name')} that no finding names with another: {names}")
    return (f"Left out: {'; '.join(parts)}.",) if parts else ("Nothing is left out of the table.",)
