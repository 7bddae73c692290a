"""Whether two stores hold one graph and say the same of it, whatever the steps that made them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.store.embedded import Store
from graph.store.store_layout import check_version, current_version
from tests.conftest import PAGES

if TYPE_CHECKING:
    from pathlib import Path

CASES = PAGES.parents[1]
FILES = [
    *sorted(map(str, PAGES.glob("*.txt")))[:5],
    *sorted(map(str, (CASES / "one_report").glob("*.txt"))),
    str(CASES / "treasury_minutes" / "two-sessions.txt"),
    str(CASES / "government_responses" / "headed.txt"),
]
"""Pages, and papers of several sources: some of one report, some of one committee."""

PAGE = PAGES / "justice-1325.txt"
OTHER_PAGE = PAGES / "home-affairs-511.txt"


def graph_of(store_path: Path) -> list[str]:
    """The canonical form of a graph: its quads in N-Quads, sorted; it has no blank nodes."""
    store = Store.open(store_path)
    graphs: list[ox.DefaultGraph | ox.NamedNode] = [ox.DefaultGraph(), *store.graphs()]
    quads = sorted(str(quad) for graph in graphs for quad in store.quads(graph))
    assert not any(quad.startswith("_:") for quad in quads)
    return quads


def report_of(store_path: Path) -> dict[str, object]:
    """What the report of a version counts, and what it lists, in any order."""
    report = json.loads((current_version(store_path) / "report.json").read_text("utf-8"))
    return {
        name: sorted(map(str, value)) if isinstance(value, list) else value
        for name, value in report.items()
        if name != "seconds"
    }


def assert_same(store: Path, other: Path) -> None:
    """Two stores hold one graph, and say the same of it."""
    assert graph_of(store) == graph_of(other)
    assert report_of(store) == report_of(other)
    assert check_version(store).summary == check_version(other).summary
