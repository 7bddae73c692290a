"""Views of a part, groups of a large network, and stills."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from graph.errors import UsageError
from graph.store.embedded import Store
from tests.made_facts import crowd, naming
from visualisations.ego_views import ego, finding, path, with_findings
from visualisations.groups import grouped
from visualisations.make import WORDS, make
from visualisations.static_svg import still
from visualisations.views import SCOPES, view

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run
    from visualisations.facts import Facts


def org(name: str) -> str:
    return f"urn:id/organisation/{name}"


def test_what_is_near_a_thing_is_what_findings_name_with_it() -> None:
    made = naming(("A", "B"), ("A", "C*"), ("B", "D"), ("E",))
    shown = ego(made, org("A"))
    assert {thing.label for thing in shown.things} == {"A", "B", "C*"}
    assert all(org("A") in (pair.one, pair.other) for pair in shown.first)
    with pytest.raises(UsageError, match="No finding names E beside"):
        ego(made, org("E"))


def test_one_finding_and_those_like_it() -> None:
    made = with_findings(naming(("A", "B", "C"), ("A", "B"), ("A",)))
    shown = finding(made, "urn:id/finding/0")
    labels = {thing.label for thing in shown.things}
    assert labels == {"A", "B", "C", "finding 0", "finding 1"}
    own = [pair for pair in shown.pairs if pair.one == "urn:id/finding/0"]
    assert len(own) == 3
    assert all(pair.beyond for pair in own)


def test_every_step_of_a_way_is_named_together() -> None:
    made = naming(("A", "B"), ("B", "C"), ("C", "D"), ("X", "Y"))
    shown = path(made, org("A"), org("D"))
    assert [thing.label for thing in shown.things] == ["A", "B", "C", "D"]
    steps = {frozenset((pair.one, pair.other)) for pair in shown.pairs}
    assert steps == {frozenset(map(org, step)) for step in pairwise("ABCD")}
    with pytest.raises(UsageError, match="leads to"):
        path(made, org("A"), org("X"))
    with pytest.raises(UsageError, match="one and the same"):
        path(made, org("A"), org("A"))


def test_two_that_are_named_together_are_tied_by_others_too() -> None:
    shown = path(naming(("A", "B"), ("A", "C"), ("C", "B")), org("A"), org("B"))
    assert {thing.label for thing in shown.things} == {"A", "B", "C"}
    assert "2 ways" in shown.caption[0]


def test_a_large_network_is_grouped_and_nothing_is_lost() -> None:
    _, shown = crowd(700)
    sizes = {thing.iri: 1 for thing in shown.things}
    groups, places = grouped(shown, sizes)
    members = [iri for group in groups for iri in group.members]
    assert len(groups) == 35
    assert sorted(members) == sorted(sizes) == sorted(places)
    for one, other in combinations(groups, 2):
        across, down = abs(one.x - other.x), abs(one.y - other.y)
        assert max(across, down) >= one.radius + other.radius - 2
    assert grouped(crowd(400)[1], sizes) == ((), {})


def test_a_still_holds_every_line_that_is_drawn_at_first(facts: Facts) -> None:
    for name in SCOPES:
        shown = view(facts, name)
        root = still(facts, shown)
        legend = 2
        assert len(root.findall("line")) == len(shown.first) + legend
        assert shown.title in "".join(root.itertext())


@pytest.mark.parametrize("form", ["html", "svg", "png"])
def test_every_view_is_the_same_bytes_twice(shown_store: Store, form: str) -> None:
    about = {
        "ego": ["Cabinet Office"],
        "path": ["Home Office", "Universal Credit"],
        "finding": ["accountability-index-4-13168"],
        "timeline": ["Universal Credit"],
    }
    for name in WORDS if form == "svg" else ("ego", "flow"):
        made = make(shown_store, [name, *about.get(name, [])], form=form)
        assert made.content == make(shown_store, [name, *about.get(name, [])], form=form).content
        if form == "svg":
            assert ET.fromstring(made.content).tag.endswith("svg")  # noqa: S314 - our own file


def test_the_page_of_the_bundled_data_can_be_mailed(bundled_store: Path) -> None:
    assert len(make(Store.open(bundled_store), ["everything"]).content) < 3_000_000


def test_a_view_says_which_names_it_takes(shown_store: Store) -> None:
    with pytest.raises(UsageError, match="takes 2 names; given: 1"):
        make(shown_store, ["path", "Home Office"])
    with pytest.raises(UsageError, match="takes no names; given: 1"):
        make(shown_store, ["flow", "Home Office"])


def test_the_command_writes_stills_and_explains_misses(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    words = ["--format", "png", "-o", "flow.png", "--store", pages_store]
    assert run_joinedup("view", "flow", *words).returncode == 0
    assert (tmp_path / "flow.png").read_bytes().startswith(b"\x89PNG")
    missed = run_joinedup("view", "ego", "Nobody", "-o", "x.html", "--store", pages_store)
    assert missed.returncode == 2
    assert "Nothing in this graph is called" in missed.stderr
