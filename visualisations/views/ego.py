"""What findings name with one department, organisation or initiative."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.errors import UsageError
from visualisations.co_naming import (
    MEANING,
    by_name,
    committee_pairs,
    drawn_pairs,
    opening_state,
)
from visualisations.graph_facts import COMMITTEE
from visualisations.view_definition import SubjectKind, ViewDefinition
from visualisations.view_model import NetworkView, OpeningState
from visualisations.wording import counted

if TYPE_CHECKING:
    from visualisations.view_definition import ViewRequest


def build_ego_view(request: ViewRequest) -> NetworkView:
    """One entity, what findings name with it, and the lines among those.

    Raises:
        UsageError: No finding names it beside another.
    """
    facts, (iri,) = request.facts, request.subjects
    label = facts.entities[iri].label
    neighbours = [actor for actor in facts.links if actor != iri and facts.joint(iri, actor)]
    if not neighbours:
        raise UsageError(f"No finding names {label} beside another; there is nothing to draw.")
    entities = [facts.entities[entity] for entity in [iri, *neighbours]]
    actors = [entity.iri for entity in entities if entity.kind != COMMITTEE]
    pairs = drawn_pairs(facts, actors)
    own = [pair for pair in pairs if iri in (pair.left, pair.right)]
    opening = opening_state(own, request.minimum) if own else OpeningState()
    caption = (
        (
            f"{label} is named in {len(facts.links[iri])} of "
            f"{counted(len(facts.findings), 'distinct finding')} in the graph, and with "
            f"{len(neighbours)} others."
        ),
        (
            "Only its own lines are drawn at first; “Show all” adds those among the others. "
            "Whether a pair is more than coincidence is judged among all pairs of the graph."
        ),
        MEANING,
    )
    return NetworkView(
        "ego",
        f"What do committees name with {label}?",
        "A line joins two that findings name together. "
        "Choose a shape or a line to read the sentences.",
        caption,
        tuple(sorted(entities, key=by_name)),
        (*pairs, *committee_pairs(facts, entities)),
        replace(opening, all_lines=True, focus=iri),
        iri,
    )


VIEW = ViewDefinition(
    name="ego",
    title="what is named with one department or initiative",
    build=build_ego_view,
    takes=(SubjectKind.ENTITY,),
    example=("Cabinet Office",),
)
