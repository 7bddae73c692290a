"""Gaps: each kind is explained, has its sentences, and says when nothing can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import UsageError
from graph.store.embedded import Store
from joinedup.commands.gaps import command as gaps_command
from queries.connections import Connections
from queries.measures.gap_tables import gap_result
from queries.measures.gaps import KINDS, MEANINGS, GapFinder
from queries.measures.projection import project
from queries.measures.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from queries.measures.store_reader import StoreReader
    from tests.conftest import Run


@pytest.fixture(scope="module")
def connections(bundled_store: Path) -> Connections:
    return Connections(Store.open(bundled_store))


def test_every_kind_of_gap_is_explained() -> None:
    told = " ".join((gaps_command.help or "").split())
    assert [kind for kind in KINDS if f"{kind} {MEANINGS[kind]}" not in told] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_gap_has_its_sentences(connections: Connections, kind: str) -> None:
    result = gap_result(connections, Selection(), [kind], 50, None)
    for gap, about, statement, _, thing, _, sentence, source in result.table.rows:
        assert gap == kind
        assert all((about, statement, thing, sentence, source))
    assert kind in result.table.caption


def test_a_bridge_is_the_one_initiative_two_committees_share(connections: Connections) -> None:
    data = project(connections.reader, "committees", Selection())
    shared = data.ties.astype(int) @ data.ties.T.astype(int)
    pairs = sum(
        1
        for one in range(len(shared))
        for other in range(one + 1, len(shared))
        if shared[one, other] == 1
    )
    gaps = GapFinder(connections.reader, Selection()).bridges()
    assert sum(gap.weight for gap in gaps.gaps) == pairs > 0


def test_gaps_say_when_nothing_can_be_said(facts_reading: StoreReader) -> None:
    finder = GapFinder(facts_reading, Selection())
    assert "so nothing can be said" in finder.ended().note
    assert "more often than coincidence explains" in finder.without_initiative().note
    with pytest.raises(UsageError, match="across"):
        GapFinder(facts_reading, Selection(voice="across"))


def test_gaps_give_the_method_to_those_who_ask_for_it(
    connections: Connections, bundled_store: Path, run_joinedup: Callable[..., Run]
) -> None:
    plain = gap_result(connections, Selection(), ["no-initiative"], 5, 2).table.caption
    assert "Null model" not in plain
    printed = run_joinedup("gaps", "--method", "--store", bundled_store).stdout
    words = " ".join(printed.split())
    # That of the findings without an initiative, and that of all findings, which stands beside.
    assert words.count("Null model: bipartite configuration model") == 2
