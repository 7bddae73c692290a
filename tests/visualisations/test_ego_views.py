"""Views of a part, groups of a large network, and stills."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from graph.errors import UsageError
from graph.store.embedded import Store
from tests.made_facts import SCOPES, crowd, naming, network_of
from visualisations.node_groups import group_nodes
from visualisations.render import render_view
from visualisations.static_svg import draw_static_network
from visualisations.view_formats import VIEW_FORMATS
from visualisations.views import view_definitions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run
    from visualisations.graph_facts import GraphFacts


def org(name: str) -> str:
    return f"urn:id/organisation/{name}"


def test_what_is_near_a_thing_is_what_findings_name_with_it() -> None:
    made = naming(("A", "B"), ("A", "C*"), ("B", "D"), ("E",))
    shown = network_of(made, "ego", org("A"))
    assert {entity.label for entity in shown.entities} == {"A", "B", "C*"}
    assert all(org("A") in (pair.left, pair.right) for pair in shown.first)
    with pytest.raises(UsageError, match="No finding names E beside"):
        network_of(made, "ego", org("E"))


def test_one_finding_and_those_like_it() -> None:
    made = naming(("A", "B", "C"), ("A", "B"), ("A",))
    shown = network_of(made, "finding", "urn:id/finding/0")
    labels = {entity.label for entity in shown.entities}
    assert labels == {"A", "B", "C", "finding 0", "finding 1"}
    own = [pair for pair in shown.pairs if pair.left == "urn:id/finding/0"]
    assert len(own) == 3
    assert all(pair.solid and not pair.verdict for pair in own)


def test_every_step_of_a_way_is_named_together() -> None:
    made = naming(("A", "B"), ("B", "C"), ("C", "D"), ("X", "Y"))
    shown = network_of(made, "path", org("A"), org("D"))
    assert [entity.label for entity in shown.entities] == ["A", "B", "C", "D"]
    steps = {frozenset((pair.left, pair.right)) for pair in shown.pairs}
    assert steps == {frozenset(map(org, step)) for step in pairwise("ABCD")}
    with pytest.raises(UsageError, match="leads from A to X"):
        network_of(made, "path", org("A"), org("X"))
    with pytest.raises(UsageError, match="are the same"):
        network_of(made, "path", org("A"), org("A"))


def test_two_that_are_named_together_are_tied_by_others_too() -> None:
    shown = network_of(naming(("A", "B"), ("A", "C"), ("C", "B")), "path", org("A"), org("B"))
    assert {entity.label for entity in shown.entities} == {"A", "B", "C"}
    assert "2 routes" in shown.caption[0]


def test_a_large_network_is_grouped_and_nothing_is_lost() -> None:
    _, shown = crowd(700)
    sizes = {entity.iri: 1 for entity in shown.entities}
    groups, places = group_nodes(shown, sizes)
    members = [iri for group in groups for iri in group.members]
    assert len(groups) == 35
    assert sorted(members) == sorted(sizes) == sorted(places)
    for one, other in combinations(groups, 2):
        across, down = abs(one.x - other.x), abs(one.y - other.y)
        assert max(across, down) >= one.radius + other.radius - 2
    assert group_nodes(crowd(400)[1], sizes) == ((), {})


def test_a_still_holds_every_line_that_is_drawn_at_first(facts: GraphFacts) -> None:
    for name in SCOPES:
        shown = network_of(facts, name)
        root = draw_static_network(facts, shown)
        legend = 2
        assert len(root.findall("line")) == len(shown.first) + legend
        assert shown.title in "".join(root.itertext())


@pytest.mark.parametrize("form", VIEW_FORMATS)
def test_every_view_is_the_same_bytes_twice(shown_store: Store, form: str) -> None:
    for name in view_definitions() if form == "svg" else ("ego", "flow"):
        request = [name, *view_definitions()[name].example]
        rendered = render_view(shown_store, request, output_format=form)
        assert rendered == render_view(shown_store, request, output_format=form)
        if form == "svg":
            assert ET.fromstring(rendered.content).tag.endswith("svg")  # noqa: S314 - our own file


@pytest.mark.parametrize("name", view_definitions())
def test_the_example_of_every_view_can_be_had_from_the_bundled_data(
    name: str, bundled_store: Path
) -> None:
    view = view_definitions()[name]
    shown = render_view(Store.open(bundled_store), [name, *view.example], output_format="svg")
    assert len(view.example) == len(view.takes)
    assert shown.summary
    assert set(view.formats) <= VIEW_FORMATS.keys()


def test_the_page_of_the_bundled_data_can_be_mailed(bundled_store: Path) -> None:
    assert len(render_view(Store.open(bundled_store), ["everything"]).content) < 3_000_000


def test_a_view_says_which_names_it_takes(shown_store: Store) -> None:
    with pytest.raises(UsageError, match="takes 2 names; given: 1"):
        render_view(shown_store, ["path", "Home Office"])
    with pytest.raises(UsageError, match="takes no names; given: 1"):
        render_view(shown_store, ["flow", "Home Office"])


def test_the_command_writes_stills_and_explains_misses(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    words = ["--format", "png", "-o", "flow.png", "--store", pages_store]
    assert run_joinedup("view", "flow", *words).returncode == 0
    assert (tmp_path / "flow.png").read_bytes().startswith(b"\x89PNG")
    words = ["view", "departments", "-o", "e.png", "--store", pages_store]
    assert run_joinedup(*words).returncode == 0
    assert (tmp_path / "e.png").read_bytes().startswith(b"\x89PNG")
    refused = run_joinedup(*words, "--format", "html")
    assert refused.returncode == 2
    assert "e.png is a name for png" in refused.stderr
    missed = run_joinedup("view", "ego", "Nobody", "-o", "x.html", "--store", pages_store)
    assert missed.returncode == 2
    assert "Nothing in this graph is called" in missed.stderr
