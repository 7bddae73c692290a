"""Which pairs are beyond chance, as the pictures draw them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from queries.statistics.significance import pair_tests

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualisations.graph_facts import GraphFacts


def claimed(facts: GraphFacts, actors: Sequence[str]) -> set[frozenset[str]]:
    """The pairs of actors that findings name together more often than chance would bring about.

    Every pair of the actors is tested, on all findings that name at least one of them. The findings
    stand in no fewer documents than there are reports known, or committees.

    Returns:
        Pairs of IRIs.
    """
    events = sorted(set().union(*(facts.links[actor] for actor in actors)))
    place = {event: index for index, event in enumerate(events)}
    ties = np.zeros((len(actors), len(events)), dtype=np.bool_)
    for row, actor in enumerate(actors):
        ties[row, [place[event] for event in facts.links[actor]]] = True
    stand = [facts.findings[event] for event in events]
    reports = {finding.report for finding in stand} - {""}
    committees = {finding.committee for finding in stand} - {""}
    tests = pair_tests(ties, documents=max(len(reports), len(committees)))
    return {
        frozenset((actors[one], actors[other]))
        for one, other, beyond in zip(tests.one, tests.other, tests.claimed, strict=True)
        if beyond
    }
