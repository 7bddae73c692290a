"""Views of who is named together: what they show of the graph, and what they leave out."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.statistics.significance import UNKNOWN, YES
from visualisations.graph_facts import COMMITTEE, INITIATIVE
from visualisations.view_model import DrawnPair, NetworkView, OpeningState
from visualisations.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visualisations.graph_facts import EntityFacts, GraphFacts
    from visualisations.view_definition import ViewRequest

MOST_PAIRS = 20_000
"""Pairs that a page carries; the least frequent that coincidence would explain are left out."""

FEW_LINES, FEW_NODES = 110, 60
"""Lines and nodes that are drawn at first where few pairs are more than coincidence."""

MANY_LINES, MANY_NODES = 160, 90
"""The same where many pairs are: the least frequent of them wait for the slider."""

MOST_STARTS = 6
"""Initiatives that a page offers to begin with, where none were asked for."""

ENOUGH_SOLID = 12
"""Solid lines that make a picture by themselves; with fewer, frequent pairs join them."""

MEANING = (
    "A name counts where the finding has it, where an answer shown with the finding has it, or "
    "where a curator read it on the finding’s page. Being named together is not working together."
)


@dataclass(frozen=True, slots=True)
class ViewScope:
    """Which entities a view of who is named together pairs.

    Attributes:
        name: Word that asks for the view.
        kinds: Kinds of entities that are paired.
        noun: What those entities are called together.
        subject: The same at the head of a title.
        with_committees: Whether committees can be shown with what their findings name.
    """

    name: str
    kinds: tuple[str, ...]
    noun: str
    subject: str
    with_committees: bool = False


def co_naming_view(scope: ViewScope, request: ViewRequest) -> NetworkView:
    """The entities of one scope, joined by the findings that name both.

    Raises:
        UsageError: No pair reaches the minimum, or no finding names two entities of the scope.
    """
    facts, minimum = request.facts, request.minimum
    named = [entity for iri, entity in facts.entities.items() if iri in facts.links]
    actors = sorted((entity for entity in named if entity.kind in scope.kinds), key=by_name)
    every = drawn_pairs(facts, [entity.iri for entity in actors])
    _check(scope, every, minimum)
    kept = every[:MOST_PAIRS]
    committees = committee_pairs(facts, named) if scope.with_committees else []
    opening = opening_state(kept, minimum, (COMMITTEE,) if committees else ())
    ends = {end for pair in (*kept, *committees) for end in (pair.left, pair.right)}
    caption = (
        *_shown(facts, scope, actors, every, opening),
        *_left_out(every, kept, [entity for entity in actors if entity.iri not in ends]),
        MEANING,
    )
    return NetworkView(
        scope.name,
        f"{scope.subject} do committees name together?",
        "A line joins two that findings name together. "
        "Choose a shape or a line to read the sentences.",
        caption,
        tuple(sorted((facts.entities[iri] for iri in ends), key=by_name)),
        (*kept, *committees),
        opening,
        starts=_starts(request, ends, actors),
    )


def _starts(request: ViewRequest, drawn: set[str], actors: list[EntityFacts]) -> tuple[str, ...]:
    """What the page offers to begin with: what was asked for, or else what most findings name."""
    if request.starts:
        return tuple(iri for iri in request.starts if iri in drawn)
    links = request.facts.links
    initiatives = [each.iri for each in actors if each.kind == INITIATIVE and each.iri in drawn]
    return tuple(sorted(initiatives, key=lambda iri: -len(links[iri]))[:MOST_STARTS])


def drawn_pairs(facts: GraphFacts, actors: list[str]) -> list[DrawnPair]:
    """The pairs among entities, those that are more than coincidence first, then by frequency.

    Args:
        facts: What the graph holds, the judgement of every pair included.
        actors: IRIs of the entities to pair.
    """
    rank = {iri: index for index, iri in enumerate(actors)}
    named: defaultdict[str, list[str]] = defaultdict(list)
    for iri in actors:
        for finding in facts.links[iri]:
            named[finding].append(iri)
    counts = Counter(pair for entities in named.values() for pair in combinations(entities, 2))
    pairs = [
        _judged(facts, left, right, together)
        for (left, right), together in sorted(
            counts.items(), key=lambda count: (rank[count[0][0]], rank[count[0][1]])
        )
    ]
    return sorted(pairs, key=lambda pair: (not pair.solid, -pair.together))


def _judged(facts: GraphFacts, left: str, right: str, together: int) -> DrawnPair:
    """A line as the one table of pairs judges it; what that does not hold cannot be judged."""
    pair = facts.pairs.get(frozenset((left, right)))
    if pair is None:
        return DrawnPair(left, right, together, verdict=UNKNOWN)
    return DrawnPair(
        *(left, right, together, pair.verdict == YES, pair.verdict),
        expected=pair.expected,
        register_words=pair.register_words,
    )


def opening_state(
    pairs: list[DrawnPair], minimum: int | None, hidden: tuple[str, ...] = ()
) -> OpeningState:
    """What to show first: solid lines; where they are few, the most frequent ones too."""
    if minimum is not None:
        return OpeningState(minimum, all_lines=True, hidden=hidden)
    solid = [pair for pair in pairs if pair.solid]
    if len(solid) >= ENOUGH_SOLID:
        return OpeningState(_readable(solid, MANY_LINES, MANY_NODES), hidden=hidden)
    return OpeningState(_readable(pairs, FEW_LINES, FEW_NODES), all_lines=True, hidden=hidden)


def _readable(pairs: list[DrawnPair], lines: int, nodes: int) -> int:
    """The least number of joint findings that leaves so few lines and nodes to draw."""
    numbers = sorted({pair.together for pair in pairs})
    for number in numbers:
        drawn = [pair for pair in pairs if pair.together >= number]
        ends = {end for pair in drawn for end in (pair.left, pair.right)}
        if len(drawn) <= lines and len(ends) <= nodes:
            return number
    return numbers[-1]


def committee_pairs(facts: GraphFacts, entities: Iterable[EntityFacts]) -> list[DrawnPair]:
    """Committees, each paired with what its findings name."""
    every = sorted(entities, key=by_name)
    return [
        DrawnPair(committee.iri, entity.iri, together)
        for committee in every
        if committee.kind == COMMITTEE
        for entity in every
        if entity.kind != COMMITTEE and (together := len(facts.joint(committee.iri, entity.iri)))
    ]


def by_name(entity: EntityFacts) -> tuple[str, str]:
    """What puts entities into the order of their names."""
    return (entity.label, entity.iri)


def _check(scope: ViewScope, pairs: list[DrawnPair], minimum: int | None) -> None:
    """Refuse a picture that would show nothing."""
    if not pairs:
        raise UsageError(f"There is nothing to draw: no finding names two {scope.noun}.")
    most = max(pair.together for pair in pairs)
    if minimum is not None and most < minimum:
        raise UsageError(
            f"There is nothing to draw: no two {scope.noun} are named together in {minimum} "
            f"findings or more. The most is {most}; ask for --minimum {most}."
        )


def _shown(
    facts: GraphFacts,
    scope: ViewScope,
    actors: list[EntityFacts],
    pairs: list[DrawnPair],
    opening: OpeningState,
) -> tuple[str, ...]:
    naming = set().union(*(facts.links[entity.iri] for entity in actors))
    solid = sum(pair.solid for pair in pairs)
    days = sorted(day for finding in naming if (day := facts.findings[finding].issued))
    dated = f"As of {days[-1]}, the day of the latest report, from {days[0][:4]} on" if days else ""
    unknown = len(naming) - len(days)
    if dated and unknown:
        dated += f"; the report of {unknown} is not known"
    at_least = f"at least {counted(opening.minimum, 'finding')} name both"
    lines = (
        f"Lines are drawn at first where {at_least}. Of {counted(len(pairs), 'pair')}, {solid} "
        "are named together more than coincidence would explain; their lines are solid."
        if opening.all_lines
        else f"{counted(solid, 'pair')} of {len(pairs)} are named together more than coincidence "
        f"would explain. Their lines are solid, and drawn at first where {at_least}; the other "
        "lines are dashed and hidden at first."
    )
    return (
        f"From {len(facts.findings)} distinct findings in the graph: {len(naming)} name at least "
        f"one of {len(actors)} {scope.noun}. {dated}{'.' if dated else ''}".rstrip(),
        lines,
    )


def _left_out(
    pairs: list[DrawnPair], kept: list[DrawnPair], alone: list[EntityFacts]
) -> tuple[str, ...]:
    parts = []
    if missing := len(pairs) - len(kept):
        parts.append(
            f"{counted(missing, 'pair')} of the least frequent, as a page carries {MOST_PAIRS:,}"
        )
    if alone:
        names = listed([entity.label for entity in alone])
        parts.append(f"{counted(len(alone), 'name')} that no finding names with another: {names}")
    return (f"Left out: {'; '.join(parts)}.",) if parts else ("Nothing is left out of the table.",)
