"""The story of what connects something: the tables' figures, in the words of the sources."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from graph.store.embedded import Store
from queries.connections import Connections
from queries.dossiers.broker_words import DRAWS, BrokerPlace
from queries.dossiers.connection_story import MOST_TOLD, ConnectionStory
from queries.dossiers.dossier import OUR_WORDS, Statement, Subheading, TextBlock
from queries.dossiers.footnotes import Footnotes
from queries.dossiers.subject import DossierRequest
from queries.dossiers.subjects import dossier_subjects
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.pair_results import pair_result
from queries.measures.selection import Selection
from queries.measures.store_reader import StoreReader
from queries.measures.structure import role_result
from tests.made_networks import PLANTED, made_findings
from tests.queries.test_planted_networks import EXTRA, stored

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from queries.dossiers.dossier import Dossier, DossierSection

NEW = "More than coincidence, and not in the register"


@pytest.fixture(scope="module")
def store(bundled_store: Path) -> Store:
    return Store.open(bundled_store)


@cache
def story(store: Store, name: str) -> Dossier:
    return dossier_subjects()["story"].build(DossierRequest(store, name, "2026-01-01", 100))


def planted_story(store: Store, number: int) -> Sequence[DossierSection]:
    return ConnectionStory(Connections(store), f"urn:d{number}", Footnotes(store)).sections()


def words_of(sections: Sequence[DossierSection], heading: str = "") -> str:
    return " ".join(
        block.text
        for section in sections
        for block in section.blocks
        if isinstance(block, TextBlock | Subheading) and heading in ("", section.heading)
    )


def statements(dossier: Dossier) -> list[Statement]:
    return [
        block
        for section in dossier.sections
        for block in section.blocks
        if isinstance(block, Statement)
    ]


@pytest.mark.parametrize("name", ["DWP", "BOLD", "Common Platform"])
def test_the_figures_are_those_of_the_table_of_pairs(store: Store, name: str) -> None:
    dossier = story(store, name)
    connections = Connections(store)
    label = dossier.title.removeprefix("What connects ")
    mine = [pair for pair in connections.table.every_pair() if label in pair.labels]
    claimed = [pair for pair in mine if pair.verdict == "yes"]
    new = [pair for pair in claimed if not pair.register_links]
    text = words_of(dossier.sections)
    assert f"with {len(mine):,} others." in text
    assert f"It is one of the two in {len(claimed):,} of them" in text
    assert f"and {len(new):,} that it does not." in text
    headings = [each.text for each in dossier.sections[1].blocks if isinstance(each, Subheading)]
    assert len(headings) == min(len(new), MOST_TOLD)
    assert {*headings} <= {other for pair in new for other in pair.labels} - {label}


@pytest.mark.parametrize("name", ["DWP", "BOLD", "Common Platform", "Justice Committee"])
def test_every_sentence_is_one_of_the_evidence_and_has_its_source(store: Store, name: str) -> None:
    dossier = story(store, name)
    shown = statements(dossier)
    assert shown
    connections = Connections(store)
    labels = connections.reader.labels
    evidence = {
        each.sentence.removeprefix(OUR_WORDS)
        for finding in connections.reader.findings
        if any(one.speaker.endswith(labels[finding]) for one in shown)
        for each in connections.sentences(finding, connections.table.counts.things)
    }
    for statement in shown:
        assert statement.words in evidence
        assert statement.notes
        assert all(1 <= note <= len(dossier.sources) for note in statement.notes)
        assert statement.is_ours == statement.speaker.startswith("Curator")


def test_a_committee_is_told_by_its_initiatives_and_its_linked_findings(store: Store) -> None:
    dossier = story(store, "Justice Committee")
    reader = StoreReader(store)
    named = {iri for (_, iri) in reader.actors if reader.labels[iri] == "Justice Committee"}
    [committee] = named & set().union(*reader.committees.values())
    own = sum(committee in committees for committees in reader.committees.values())
    assert f"made {own:,} of the {len(reader.findings):,} findings" in words_of(dossier.sections)
    table = pair_result(
        reader, analyse(reader, NetworkQuery("committees", Selection())), None
    ).table
    shared = sum("Justice Committee" in row[:2] for row in table.rows)
    assert f"in common with {shared:,} of " in words_of(dossier.sections)


@pytest.mark.parametrize("seed", range(3))
def test_of_findings_without_any_preference_nothing_is_told(seed: int) -> None:
    sections = planted_story(stored(made_findings(seed)), PLANTED[0])
    assert "Nothing is named with it" in words_of(sections, NEW)


@pytest.mark.parametrize(("number", "other"), [PLANTED, PLANTED[::-1]])
def test_a_planted_pair_is_told_and_one_that_the_register_joins_is_no_news(
    number: int, other: int
) -> None:
    store = stored(made_findings(1, EXTRA))
    assert f"D{other} " in f"{words_of(planted_story(store, number), NEW)} "
    store.load(
        f"<urn:d{number}> <http://www.w3.org/ns/org#subOrganizationOf> <urn:d{other}> .".encode()
    )
    sections = planted_story(store, number)
    assert "Nothing is named with it" in words_of(sections, NEW)
    explained = words_of(sections, "What the register already says")
    assert f"D{other} (own agency; " in explained


def test_what_no_finding_names_says_so(store: Store) -> None:
    connections = Connections(store)
    actors = connections.reader.actors
    unnamed = {iri for kind, iri in actors if kind == "initiative"}
    thing = min(unnamed - connections.table.counts.things.keys())
    text = words_of(story(store, thing).sections)
    assert text.startswith(f"No finding here names {connections.label(thing)}.")


@pytest.mark.parametrize(
    ("below", "means"), [(50, "a broker"), (0, "stands in a group"), (25, "cannot be said")]
)
def test_a_role_is_said_only_where_nearly_every_draw_has_it(below: int, means: str) -> None:
    assert means in BrokerPlace(0.3, 0.4, 40, below, 50).in_words()
    assert "named with nobody" in BrokerPlace(None, 0.4, 40, 0, 0).in_words()


def test_the_broker_of_a_star_is_one_in_every_draw() -> None:
    ties = made_findings(1)[:9] & False
    for number in range(1, 9):
        ties[[0, number], number::9] = True
    text = words_of(planted_story(stored(ties), 0), "Between others")
    assert f"below the median in {DRAWS} of {DRAWS} draws" in text
    assert "a broker" in text


def test_the_network_beyond_the_register_has_no_pair_that_it_joins(store: Store) -> None:
    reader = StoreReader(store)
    query = NetworkQuery("everything", Selection(), beyond_register=True)
    analysis = analyse(reader, query)
    whole = analyse(reader, NetworkQuery("everything", Selection()))
    joined = analysis.table.register_links.keys()
    ends = {frozenset(edge) for edge in whole.network.edges}
    assert {frozenset(edge) for edge in analysis.network.edges} == ends - joined
    table = pair_result(reader, analysis, None).table
    assert len(table.rows) == len(ends - joined)
    assert f"Left out: {len(ends & joined):,} pairs that the register itself joins" in table.caption


def test_roles_say_where_draws_lie(store: Store) -> None:
    reader = StoreReader(store)
    analysis = analyse(reader, NetworkQuery("departments", Selection(), draws=5))
    table = role_result(reader, analysis, None).table
    place = table.columns.index("betweenness in draws")
    assert all(re.fullmatch(r"\S+ to \S+", str(row[place])) for row in table.rows)
    assert "90% of 5 networks" in table.caption
