"""From the store to networks: what is selected, rolled up and counted, and what never changes."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graph.errors import UsageError
from graph.store.embedded import Store
from loaders.pipeline.build import BuildOptions, fill
from queries.measures.change import change_result
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.pair_results import pair_result, tie_result
from queries.measures.projection import project
from queries.measures.selection import Selection, parliament_of
from queries.measures.store_reader import StoreReader
from queries.statistics.significance import across_tests, pair_tests
from tests.conftest import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    from queries.measures.bipartite_data import BipartiteData


@pytest.fixture(scope="module")
def pages_reading(pages_store: Path) -> StoreReader:
    return StoreReader(Store.open(pages_store))


def labelled(data: BipartiteData) -> dict[str, int]:
    named = data.named.sum(axis=1)
    return {actor.label: int(count) for actor, count in zip(data.actors, named, strict=True)}


def test_the_projection_counts_what_sparql_counts(bundled_reading: StoreReader) -> None:
    query = """
        PREFIX ju: <https://w3id.org/joinedup/ontology#>
        SELECT ?thing (COUNT(DISTINCT ?finding) AS ?findings) WHERE {
          ?finding ju:concerns ?thing . ?thing a ju:Organisation
        } GROUP BY ?thing"""
    counted = {thing.value: int(count.value) for thing, count in bundled_reading.store.rows(query)}  # type: ignore[union-attr]
    data = project(bundled_reading, "organisations", Selection())
    named = data.named.sum(axis=1)
    by_iri = {actor.iri: int(count) for actor, count in zip(data.actors, named, strict=True)}
    assert by_iri == counted


def test_every_voice_is_part_of_all_names(pages_reading: StoreReader) -> None:
    every = project(pages_reading, "everything", Selection())
    row = {actor.iri: at for at, actor in enumerate(every.actors)}
    column = {event: at for at, event in enumerate(every.events)}
    for voice in ("committee", "government"):
        part = project(pages_reading, "everything", Selection(voice=voice))
        assert part.ties.sum() < every.ties.sum()
        for at, actor in enumerate(part.actors):
            for place in part.ties[at].nonzero()[0]:
                assert every.ties[row[actor.iri], column[part.events[place]]]


def test_names_are_matched_across_finding_and_answer(pages_reading: StoreReader) -> None:
    data = project(pages_reading, "organisations", Selection(voice="across"))
    assert data.answers is not None
    tests = across_tests(data.ties, data.answers)
    at = int(tests.together.argmax())
    one, other = int(tests.left[at]), int(tests.right[at])
    joint = data.shared_events(one, other)
    assert len(joint) == tests.together[at] > 0
    for finding in joint:
        column = data.events.index(finding)
        there = data.ties[one, column] and data.answers[other, column]
        assert there or (data.ties[other, column] and data.answers[one, column])


def test_a_role_selects_names_that_play_it(pages_reading: StoreReader) -> None:
    data = project(pages_reading, "initiatives", Selection(role="answer", voice="government"))
    everywhere = project(pages_reading, "initiatives", Selection(voice="government"))
    assert 0 < data.ties.sum() < everywhere.ties.sum()
    with pytest.raises(UsageError, match="it has: answer"):
        project(pages_reading, "initiatives", Selection(role="villain"))


def test_a_committee_a_period_and_a_position_select_findings(bundled_reading: StoreReader) -> None:
    every = project(bundled_reading, "organisations", Selection())
    committee = next(
        iri
        for (kind, iri), actor in bundled_reading.actors.items()
        if kind == "committee" and actor.label == "Justice Committee"
    )
    of_one = project(bundled_reading, "organisations", Selection(committee=committee))
    assert set(of_one.events) < set(every.events)
    period = Selection(since=date(2020, 1, 1), until=date(2023, 12, 31))
    dated = project(bundled_reading, "organisations", period)
    published = [bundled_reading.reports[finding].published for finding in dated.events]
    assert all(day and date(2020, 1, 1) <= day <= date(2023, 12, 31) for day in published)
    assert any("date of publication is not known" in note for note in dated.notes)
    refused = project(bundled_reading, "organisations", Selection(position="rejected"))
    assert 0 < len(refused.events) < len(every.events)
    with pytest.raises(UsageError, match=r"it has: .*rejected"):
        project(bundled_reading, "organisations", Selection(position="refused"))


def test_a_trackers_label_is_never_the_governments_position(pages_reading: StoreReader) -> None:
    def chosen(whose: str) -> set[str]:
        return set(pages_reading.selected(Selection(position="accepted", whose=whose))[0])

    query = """
        PREFIX ju: <https://w3id.org/joinedup/ontology#>
        PREFIX position: <https://w3id.org/joinedup/scheme/positions#>
        PREFIX voice: <https://w3id.org/joinedup/scheme/voices#>
        SELECT DISTINCT ?finding WHERE {
          ?stance ju:onFinding ?finding .
          ?stance ju:decision position:accepted ; ju:voice voice:tracker }"""
    labels = {str(finding)[1:-1] for (finding,) in pages_reading.store.rows(query)}
    assert chosen("tracker") == labels
    assert chosen("government") != labels


def test_the_two_modes_come_as_one_network(bundled_reading: StoreReader) -> None:
    for actors, events in (
        ("organisations", "findings"),
        ("initiatives", "findings"),
        ("organisations", "initiatives"),
        ("committees", "initiatives"),
    ):
        found = analyse(bundled_reading, NetworkQuery(actors, Selection(), events))
        graph = tie_result(bundled_reading, found, None).network
        assert nx.is_bipartite(graph)
        assert graph.number_of_edges() == found.data.ties.sum()
        kinds = {actors.removesuffix("s"), events.removesuffix("s")}
        assert {graph.nodes[node]["kind"] for node in graph} == kinds
        assert all(graph.nodes[node]["label"] for node in graph)


def test_committees_are_tied_by_initiatives(bundled_reading: StoreReader) -> None:
    data = project(bundled_reading, "committees", Selection())
    assert data.noun == "initiatives"
    assert "Public Accounts Committee" in labelled(data)
    with pytest.raises(UsageError, match="cannot be linked through"):
        project(bundled_reading, "initiatives", Selection(), "initiatives")


def test_reports_can_tie_instead_of_findings(bundled_reading: StoreReader) -> None:
    findings = project(bundled_reading, "organisations", Selection())
    reports = project(bundled_reading, "organisations", Selection(), "reports")
    assert len(reports.events) < len(findings.events)
    assert reports.documents >= len(reports.events)


def test_rolling_up_loses_no_finding_and_says_what_it_did(bundled_reading: StoreReader) -> None:
    plain = project(bundled_reading, "organisations", Selection())
    rolled = project(
        bundled_reading, "organisations", Selection(roll_up=True, as_at=date(2025, 1, 1))
    )
    assert plain.events == rolled.events
    assert labelled(rolled)["Ministry of Justice"] > labelled(plain)["Ministry of Justice"]
    assert "HM Courts & Tribunals Service" not in labelled(rolled)
    assert "Department for Communities and Local Government" not in labelled(rolled)
    # It was followed by two departments, and nothing is divided up.
    assert "Department for Digital, Culture, Media & Sport" in labelled(rolled)
    assert any("No finding is left out" in note for note in rolled.notes)


def test_parliaments_by_day_and_by_session() -> None:
    assert parliament_of(date(2018, 5, 1), None) == "2017"
    assert parliament_of(None, "2022-23") == "2019"
    assert parliament_of(date(2019, 12, 1), None) is None
    assert Selection(parliament="2019").holds(None, "2022-23") is True
    assert Selection(parliament="2019").holds(None, None) is None
    with pytest.raises(UsageError, match="no Parliament"):
        Selection(parliament="1066")
    with pytest.raises(UsageError, match="is after the last"):
        Selection(since=date(2020, 1, 1), until=date(2019, 1, 1))


def test_a_report_of_which_only_the_year_is_known_has_no_day() -> None:
    store = Store.in_memory()
    ontology, terms = "https://w3id.org/joinedup/ontology#", "http://purl.org/dc/terms/"
    kind = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    for name, day, datatype in (("a", "2024", "gYear"), ("b", "2024-03-31", "date")):
        lines = (
            f"<urn:{name}> <{kind}> <{ontology}Finding> .",
            f"<urn:{name}> <{terms}isPartOf> <urn:report-{name}> .",
            (
                f'<urn:report-{name}> <{terms}issued> "{day}"'
                f"^^<http://www.w3.org/2001/XMLSchema#{datatype}> ."
            ),
        )
        store.load("\n".join(lines).encode())
    reports = StoreReader(store).reports
    assert reports["urn:a"].published is None
    assert reports["urn:b"].published == date(2024, 3, 31)


def test_duplicating_a_source_record_changes_nothing(tmp_path: Path) -> None:
    once, twice = Store.in_memory(), Store.in_memory()
    pages = sorted(PAGES.glob("public-accounts-1*.txt"))[:8]
    copies = tmp_path / "copies"
    copies.mkdir()
    for page in pages:
        (copies / f"again-{page.name}").write_bytes(page.read_bytes())
    fill(once, [str(page) for page in pages], BuildOptions())
    fill(twice, [*(str(page) for page in pages), str(copies)], BuildOptions())
    one = project(StoreReader(once), "everything", Selection())
    other = project(StoreReader(twice), "everything", Selection())
    assert (one.actors, one.events, one.documents) == (other.actors, other.events, other.documents)
    assert (one.ties == other.ties).all()
    assert (pair_tests(one.ties).p == pair_tests(other.ties).p).all()


def test_nothing_is_claimed_of_a_handful_of_documents(pages_reading: StoreReader) -> None:
    found = analyse(pages_reading, NetworkQuery("organisations", Selection()))
    result = pair_result(pages_reading, found, 5)
    assert not found.tests.claimed.any()
    unjudged = Counter(found.tests.verdicts)["cannot be judged"]
    assert set(found.tests.verdicts) == {"cannot be judged", "no"}
    assert f"{unjudged:,} cannot be judged" in result.table.caption
    assert "Null model" not in result.table.caption
    asked = NetworkQuery("organisations", Selection(), method=True)
    method = pair_result(pages_reading, analyse(pages_reading, asked), 5).table.caption
    assert "Null model: bipartite configuration model" in method
    assert f"Tests: {found.tests.family:,}" in method


def test_claims_are_held_against_reports(bundled_reading: StoreReader) -> None:
    found = analyse(bundled_reading, NetworkQuery("everything", Selection()))
    caption = pair_result(bundled_reading, found, None).table.caption
    assert found.tests.claimed.any()
    claimed = int(found.tests.claimed.sum())
    assert re.search(rf"with each report counted once, \d+ of the {claimed} pairs", caption)


def test_what_appeared_and_what_vanished(bundled_reading: StoreReader) -> None:
    asked = NetworkQuery("organisations", Selection())
    rows = change_result(bundled_reading, asked, "parliament", None).table.rows
    assert {row[1] for row in rows} == {"first period", "appeared", "stayed", "vanished"}
    periods = [str(row[0]) for row in rows]
    assert periods == sorted(periods)
    by_year = change_result(bundled_reading, asked, "year", None)
    assert len({row[0] for row in by_year.table.rows}) > len(set(periods))


def test_the_same_seed_gives_the_same_bytes(bundled_reading: StoreReader) -> None:
    def written() -> str:
        found = analyse(
            bundled_reading, NetworkQuery("organisations", Selection(), shuffles=5, seed=3)
        )
        return pair_result(bundled_reading, found, None).render("csv")

    assert written() == written()
    assert "seed=3" in written()
    assert "shuffles=5" in written()
