"""Facts made by hand, for pictures of a few names."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from visualisations.charts.chart import Chart
from visualisations.graph_facts import (
    INITIATIVE,
    ORGANISATION,
    EntityFacts,
    FindingFacts,
    GraphFacts,
)
from visualisations.view_definition import ViewRequest
from visualisations.view_model import DrawnPair, NetworkView, OpeningState
from visualisations.views import view_definitions

HOSTILE = '</script><img src=x onerror=alert(1)> "href" {{ 7*7 }}'


def naming(*findings: tuple[str, ...]) -> GraphFacts:
    """Facts of findings, each given by the names in it; a star marks an initiative."""
    entities, links = {}, defaultdict(set)
    for number, names in enumerate(findings):
        for name in names:
            kind = INITIATIVE if name.endswith("*") else ORGANISATION
            iri = f"urn:id/{kind}/{name}"
            entities[iri] = EntityFacts(iri, name, kind)
            links[iri].add(f"urn:id/finding/{number}")
    return GraphFacts(
        dict(sorted(entities.items())),
        {
            f"urn:id/finding/{number}": FindingFacts(
                f"urn:id/finding/{number}", f"finding {number}"
            )
            for number in range(len(findings))
        },
        {iri: frozenset(found) for iri, found in links.items()},
    )


def crowd(names: int) -> tuple[GraphFacts, NetworkView]:
    """Twenties of names, each tied to all of its own and by one line to the twenty before."""
    ties = [
        pair for first in range(0, names, 20) for pair in combinations(range(first, first + 20), 2)
    ]
    ties += [(first, first - 1) for first in range(20, names, 20)]
    facts = naming(*((f"N{left:04}", f"N{right:04}") for left, right in ties))
    entities = tuple(facts.entities.values())
    pairs = tuple(DrawnPair(entities[left].iri, entities[right].iri, 1) for left, right in ties)
    return facts, NetworkView(
        "everything", "A crowd", "", (), entities, pairs, OpeningState(all_lines=True)
    )


def network_of(
    facts: GraphFacts, name: str, *subjects: str, minimum: int | None = None
) -> NetworkView:
    """A view that is a network."""
    view = view_definitions()[name]
    shown = view.build(ViewRequest(view.prepare(facts), subjects, minimum))
    assert isinstance(shown, NetworkView)
    return shown


def chart_of(facts: GraphFacts, name: str, *subjects: str) -> Chart:
    """A view that is a chart."""
    shown = view_definitions()[name].build(ViewRequest(facts, subjects))
    assert isinstance(shown, Chart)
    return shown


SCOPES = ("departments", "initiatives", "everything")
"""Views of who is named together."""
