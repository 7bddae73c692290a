"""One finding, what it names, and findings that name most of the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.errors import UsageError
from visualisations.co_naming import MEANING
from visualisations.graph_facts import COMMITTEE, FINDING, EntityFacts, RegisterFact
from visualisations.style import STATED
from visualisations.view_definition import SubjectKind, ViewDefinition
from visualisations.view_model import DrawnPair, NetworkView, OpeningState

if TYPE_CHECKING:
    from visualisations.graph_facts import GraphFacts
    from visualisations.view_definition import ViewRequest

MOST_SIMILAR = 8
"""Other findings shown beside the one."""


def build_finding_view(request: ViewRequest) -> NetworkView:
    """One finding, what it names, and the findings that name most of the same.

    Raises:
        UsageError: It names nothing.
    """
    facts, (iri,) = request.facts, request.subjects
    named = [
        entity
        for entity, findings in facts.links.items()
        if iri in findings and entity in facts.entities
    ]
    actors = [entity for entity in named if facts.entities[entity].kind != COMMITTEE]
    if not actors:
        raise UsageError(
            "This finding names no department or initiative of the registers; there is nothing to "
            "draw."
        )
    shared = _findings_with_the_same(facts, iri, actors)
    similar = sorted(shared, key=lambda finding: (-shared[finding], finding))[:MOST_SIMILAR]
    pairs = [DrawnPair(iri, entity, 1, solid=True) for entity in named]
    pairs += [
        DrawnPair(finding, entity, 1)
        for finding in similar
        for entity in actors
        if finding in facts.links[entity]
    ]
    label = facts.findings[iri].label
    share = f"{len(similar)}" + (f" of the {len(shared)}" if len(shared) > len(similar) else "")
    caption = (
        f"{label} names {len(actors)} organisations and initiatives; solid lines are its own.",
        f"Dashed lines are those of {share} other findings that name at least two of the same.",
        MEANING,
    )
    drawn_findings = (finding_as_entity(facts, finding) for finding in (iri, *similar))
    return NetworkView(
        "finding",
        label,
        "A solid line leads to what this finding names. Choose a line to read the sentence.",
        caption,
        (*map(facts.entities.__getitem__, named), *drawn_findings),
        tuple(pairs),
        OpeningState(all_lines=True),
        iri,
        line_meanings=("what this finding names", "what other findings name"),
    )


def _findings_with_the_same(facts: GraphFacts, iri: str, actors: list[str]) -> dict[str, int]:
    """Other findings that name at least two of the entities, and how many of them they name."""
    others = sorted(set().union(*(facts.links[entity] for entity in actors)) - {iri})
    counts = {
        finding: sum(finding in facts.links[entity] for entity in actors) for finding in others
    }
    return {finding: count for finding, count in counts.items() if count > 1}


def with_findings(facts: GraphFacts) -> GraphFacts:
    """The facts with every finding among what findings concern: each concerns itself."""
    return replace(facts, links=facts.links | {iri: frozenset({iri}) for iri in facts.findings})


def finding_as_entity(facts: GraphFacts, iri: str) -> EntityFacts:
    """A finding as something that is drawn."""
    finding = facts.findings[iri]
    positions = (
        RegisterFact("Position", f"{stance.decision}, {STATED.get(stance.voice, stance.voice)}")
        for stance in finding.stances
    )
    report_facts = (
        RegisterFact("Report", finding.report),
        RegisterFact("Published", finding.issued),
        RegisterFact("Page", finding.page, finding.page),
    )
    return EntityFacts(
        iri,
        finding.label,
        FINDING,
        finding.kind.lower(),
        facts=(*(fact for fact in report_facts if fact.value), *positions),
    )


VIEW = ViewDefinition(
    name="finding",
    title="what one finding names, and findings like it",
    build=build_finding_view,
    takes=(SubjectKind.FINDING,),
    example=("accountability-index-4-13168",),
    prepare=with_findings,
)
