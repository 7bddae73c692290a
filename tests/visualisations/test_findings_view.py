"""Findings joined with findings, as the explorer shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import UsageError
from graph.store.embedded import Store
from queries.finding_links.finding_joint import read_joints
from queries.finding_links.finding_network import WIDEST, FindingLinkQuery, FindingNetwork
from queries.measures.store_reader import StoreReader
from tests.made_facts import naming, network_of
from visualisations.render import build_view
from visualisations.view_model import NetworkView

if TYPE_CHECKING:
    from pathlib import Path

DIRECT = ("repeats", "citations", "replies", "answers")


def shown(store: Store, *names: str) -> NetworkView:
    view = build_view(store, ("findings", *names)).shown
    assert isinstance(view, NetworkView)
    return view


def test_every_line_is_a_link_of_the_network_and_shows_its_words(bundled_store: Path) -> None:
    store = Store.open(bundled_store)
    view = shown(store)
    network = FindingNetwork(StoreReader(store), FindingLinkQuery(kinds=DIRECT)).network()
    lines = {frozenset((pair.left, pair.right)): pair for pair in view.pairs}
    assert set(lines) == {frozenset(edge) for edge in network.edges}
    for left, right, data in network.edges(data=True):
        pair = lines[frozenset((left, right))]
        assert all(kind in pair.joined_by for kind in data["linked_through"])
        assert pair.words
        assert all(who and words and source for who, words, source in pair.words)
    assert f"{len(lines)} lines between findings" in view.caption[0]


def test_around_one_finding_stand_its_links_and_its_initiatives(bundled_store: Path) -> None:
    store = Store.open(bundled_store)
    joints = [joint for joint in read_joints(store) if len(joint.members) <= WIDEST]
    about = next(joint.members[0] for joint in joints if joint.kind == "replies")
    view = shown(store, about)
    assert view.focus == about
    direct = {
        frozenset(pair)
        for joint in joints
        if joint.kind in DIRECT
        for pair in joint.pairs()
        if about in pair
    }
    drawn = {frozenset((pair.left, pair.right)) for pair in view.pairs if pair.joined_by}
    assert drawn == direct
    initiatives = {
        joint.iri for joint in joints if joint.kind == "initiatives" and about in joint.members
    }
    assert {pair.right for pair in view.pairs if not pair.joined_by} == initiatives


def test_what_is_joined_with_nothing_is_refused_in_plain_words() -> None:
    facts = naming(("A", "B"))
    with pytest.raises(UsageError, match="nothing in this graph joins two findings"):
        network_of(facts, "findings")
    with pytest.raises(UsageError, match="joins finding 0 with another"):
        network_of(facts, "findings", "urn:id/finding/0")
