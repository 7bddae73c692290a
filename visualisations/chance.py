"""Which pairs are beyond chance, as the pictures draw them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from queries.networks.significance import pair_tests

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualisations.facts import Facts


def claimed(facts: Facts, actors: Sequence[str]) -> set[tuple[str, str]]:
    """The pairs of actors that findings name together more often than chance would bring about.

    Every pair of the actors is tested, on all findings that name at least one of them. Reports
    count as documents where every finding's report is known.

    Returns:
        Pairs of IRIs, the one that comes first in `actors` first.
    """
    events = sorted(set().union(*(facts.links[actor] for actor in actors)))
    place = {event: index for index, event in enumerate(events)}
    ties = np.zeros((len(actors), len(events)), dtype=np.bool_)
    for row, actor in enumerate(actors):
        ties[row, [place[event] for event in facts.links[actor]]] = True
    reports = {facts.findings[event].report for event in events}
    tests = pair_tests(ties, documents=None if "" in reports else len(reports))
    return {
        (actors[one], actors[other])
        for one, other, beyond in zip(tests.one, tests.other, tests.claimed, strict=True)
        if beyond
    }
