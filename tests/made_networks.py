"""Two-mode data made by known rules, so that what a method must say about it is known too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from queries.statistics.incidence_matrix import Incidence

DEPARTMENTS = 20
FINDINGS = 335
BROAD = 27
"""Findings, 8 in a hundred, that name half of the departments or more."""

PLANTED = (8, 15)
"""The pair that is named together by findings beyond those made at random."""


def made_findings(seed: int, planted: int = 0) -> Incidence:
    """Departments by findings, without any preference for a pair but the planted one.

    Departments differ in how often they are named, and findings in how many they name.
    """
    chance = np.random.default_rng(seed)
    weights = 1 / np.sqrt(np.arange(1, DEPARTMENTS + 1))
    breadths = np.concatenate(
        [chance.integers(10, 18, BROAD), chance.integers(1, 4, FINDINGS - BROAD)]
    )
    ties = np.zeros((DEPARTMENTS, FINDINGS + planted), dtype=np.bool_)
    for finding, breadth in enumerate(breadths):
        named = chance.choice(DEPARTMENTS, breadth, replace=False, p=weights / weights.sum())
        ties[named, finding] = True
    ties[list(PLANTED), FINDINGS:] = True
    return ties


def southern_women() -> tuple[Incidence, list[str], list[str]]:
    """Davis's women and the events they went to, with their names (in networkx)."""
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    ties = np.array([[graph.has_edge(woman, event) for event in events] for woman in women])
    return ties, [woman.split()[0] for woman in women], events
