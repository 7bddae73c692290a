"""Views of a part: what is near one thing, one finding, or between two things."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, pairwise

import networkx as nx

from graph.errors import UsageError
from visualisations.facts import COMMITTEE, FINDING, Fact, Facts, Thing
from visualisations.style import STATED
from visualisations.view_model import Pair, Start, View
from visualisations.views import MEANING, by_name, of_committees, opening, paired
from visualisations.wording import counted

MOST_PATHS = 12
"""Ways between two things that one picture shows."""

MOST_LIKE = 8
"""Other findings shown beside one."""


def ego(facts: Facts, iri: str, least: int | None = None) -> View:
    """One thing, what findings name with it, and the lines among those.

    Raises:
        UsageError: No finding names it beside another.
    """
    thing = facts.things[iri]
    near = [other for other in facts.links if other != iri and facts.joint(iri, other)]
    if not near:
        raise UsageError(
            f"No finding names {thing.label} beside another; there is nothing to draw."
        )
    around = [facts.things[other] for other in [iri, *near]]
    actors = [other.iri for other in around if other.kind != COMMITTEE]
    pairs = paired(facts, actors, everything(facts))
    own = [pair for pair in pairs if iri in (pair.one, pair.other)]
    start = replace(opening(own, least) if own else Start(), rest=True, focus=iri)
    caption = (
        (
            f"{thing.label} is named in {counted(len(facts.links[iri]), 'finding')} of "
            f"{len(facts.findings)} distinct findings in the graph, and with {len(near)} others."
        ),
        (
            "Only its own lines are drawn at first; “Show all” adds those among the others. "
            "Whether a pair is beyond chance is judged among all pairs of the graph."
        ),
        MEANING,
    )
    return View(
        "ego",
        f"What do committees name with {thing.label}?",
        "A line joins two that findings name together. "
        "Choose a shape or a line to read the sentences.",
        caption,
        tuple(sorted(around, key=by_name)),
        (*pairs, *of_committees(facts, around)),
        start,
        iri,
    )


def everything(facts: Facts) -> list[str]:
    """The organisations and initiatives that findings name, among which chance is judged."""
    return [iri for iri in facts.links if facts.things[iri].kind != COMMITTEE]


def finding(facts: Facts, iri: str) -> View:
    """One finding, what it names, and the findings that name most of the same.

    Raises:
        UsageError: It names nothing.
    """
    named = [
        thing for thing, found in facts.links.items() if iri in found and thing in facts.things
    ]
    things = [thing for thing in named if facts.things[thing].kind != COMMITTEE]
    if not things:
        raise UsageError("This finding names nothing that is known; there is nothing to draw.")
    shared = {
        other: common
        for other in sorted(set().union(*(facts.links[thing] for thing in things)) - {iri})
        if (common := sum(other in facts.links[thing] for thing in things)) > 1
    }
    like = sorted(shared, key=lambda other: (-shared[other], other))[:MOST_LIKE]
    pairs = [Pair(iri, thing, 1, beyond=True) for thing in named]
    pairs += [
        Pair(other, thing, 1) for other in like for thing in things if other in facts.links[thing]
    ]
    known = facts.findings[iri]
    others = f"{len(like)} of the {len(shared)}" if len(shared) > len(like) else f"{len(like)}"
    caption = (
        (
            f"{known.label} names {len(things)} organisations and initiatives; solid lines "
            "are its own."
        ),
        f"Dashed lines are those of {others} other findings that name at least two of the same.",
        MEANING,
    )
    return View(
        "finding",
        known.label,
        "A solid line leads to what this finding names. Choose one to read the sentence.",
        caption,
        (*map(facts.things.__getitem__, named), *(as_thing(facts, at) for at in (iri, *like))),
        tuple(pairs),
        Start(rest=True),
        iri,
    )


def with_findings(facts: Facts) -> Facts:
    """The facts with every finding among what findings concern: each concerns itself."""
    return replace(facts, links=facts.links | {iri: frozenset({iri}) for iri in facts.findings})


def as_thing(facts: Facts, iri: str) -> Thing:
    """A finding as something that is drawn."""
    known = facts.findings[iri]
    stated = tuple(
        Fact("Position", f"{stance.decision}, {STATED.get(stance.voice, stance.voice)}")
        for stance in known.stances
    )
    described = (
        Fact("Report", known.report),
        Fact("Published", known.issued),
        Fact("Page", known.page, known.page),
    )
    return Thing(
        iri,
        known.label,
        FINDING,
        known.kind.lower(),
        facts=(*(fact for fact in described if fact.value), *stated),
    )


def path(facts: Facts, one: str, other: str) -> View:
    """The shortest ways from one thing to another through what findings name together.

    Where findings name both, the ways by one thing between are shown too.

    Raises:
        UsageError: Nothing ties them.
    """
    first, last = facts.things[one], facts.things[other]
    if one == other:
        raise UsageError(f"{first.label} and {last.label} are one and the same.")
    every = paired(facts, everything(facts))
    tied: nx.Graph[str] = nx.Graph()
    tied.add_weighted_edges_from((pair.one, pair.other, pair.together) for pair in every)
    if one not in tied or other not in tied or not nx.has_path(tied, one, other):
        raise UsageError(f"Nothing that findings name together leads to {last.label} from there.")
    ways = _ways(tied, one, other)
    shown = ways[:MOST_PATHS]
    kept = {frozenset(step) for way in shown for step in pairwise(way)}
    pairs = tuple(pair for pair in every if frozenset((pair.one, pair.other)) in kept)
    ends = dict.fromkeys(end for way in shown for end in way)
    steps = len(ways[0]) - 1
    caption = (
        (
            f"The shortest way has {counted(steps, 'step')}. Shown: {len(shown)} of "
            f"{counted(len(ways), 'way')}, those first whose weakest step rests on most findings."
        ),
        (
            f"From {len(facts.findings)} distinct findings in the graph. A way is a chain of names "
            "that occur together, and no claim that one acts on the other."
        ),
        MEANING,
    )
    return View(
        "path",
        f"What leads from {first.label} to {last.label}?",
        "Each line is a step: findings name both of its ends. Choose it to read the sentences.",
        caption,
        tuple(facts.things[end] for end in ends),
        pairs,
        Start(rest=True),
        one,
        other,
    )


def _ways(tied: nx.Graph[str], one: str, other: str) -> list[list[str]]:
    """The shortest ways, and those of two steps; the one with the strongest weakest step first."""
    ways = list(islice(nx.all_shortest_paths(tied, one, other), 10_000))
    if len(ways[0]) == len((one, other)):
        ways += [[one, via, other] for via in sorted(nx.common_neighbors(tied, one, other))]

    def weakest(way: list[str]) -> int:
        return min(int(tied.edges[step]["weight"]) for step in pairwise(way))

    return sorted(ways, key=lambda way: (len(way), -weakest(way), way))
