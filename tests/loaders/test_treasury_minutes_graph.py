"""Treasury Minutes in the graph: names, departments, committee, positions and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import joinedup
from tests.loaders.test_answers_in_documents import rows
from tests.responses_reading import CASES

if TYPE_CHECKING:
    from pathlib import Path

    from joinedup import Graph

MINUTES = CASES / "treasury_minutes"
PAIRS = """SELECT DISTINCT ?one ?other WHERE {
    ?finding a ju:Recommendation ; ju:concerns ?one, ?other FILTER (STR(?one) < STR(?other))
}"""


def built(file: Path, store: Path) -> Graph:
    return joinedup.build(str(file), store=store)


def test_names_of_a_recommendation_give_the_pairs_of_a_tracker_page(tmp_path: Path) -> None:
    folder = CASES / "names_beside_each_other"
    page = rows(built(folder / "page.txt", tmp_path / "page"), PAIRS)
    minute = rows(built(folder / "minute.txt", tmp_path / "minute"), PAIRS)
    assert len(page) == 6
    assert minute == page


def test_a_name_in_restated_words_is_the_committees(tmp_path: Path) -> None:
    graph = built(CASES / "names_beside_each_other" / "minute.txt", tmp_path / "graph")
    voices = "SELECT DISTINCT ?v { ?m a ju:Mention ; ju:voice|ju:inSentence/ju:voice ?v }"
    assert rows(graph, voices) == [("committee",)]


def test_departments_and_committee_are_those_of_the_register(tmp_path: Path) -> None:
    graph = built(MINUTES / "layout-of-2011.txt", tmp_path / "graph")
    who = "SELECT DISTINCT ?who WHERE { ?part a ju:ResponsePart ; ju:respondent ?who }"
    assert rows(graph, who) == [("department-for-work-pensions",), ("ministry-of-justice",)]
    whose = "SELECT DISTINCT ?whose WHERE { ?any ju:committee ?whose }"
    assert rows(graph, whose) == [("public-accounts-committee",)]


def test_every_finding_of_a_minute_has_a_label(tmp_path: Path) -> None:
    graph = built(MINUTES / "layout-of-2008.txt", tmp_path / "graph")
    bare = "SELECT ?finding WHERE { ?finding a ju:Finding MINUS { ?finding rdfs:label ?label } }"
    prefix = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
    assert rows(graph, "SELECT ?finding WHERE { ?finding a ju:Finding }")
    assert rows(graph, prefix + bare) == []


def test_a_conclusion_that_stands_alone_is_answered(tmp_path: Path) -> None:
    graph = built(MINUTES / "layout-of-2008.txt", tmp_path / "graph")
    answers = "SELECT ?finding ?as WHERE { ?finding ju:answeredAs ?as }"
    assert [position for _, position in rows(graph, answers)] == ["accepted", "noted", "accepted"]


def test_one_target_date_is_live(tmp_path: Path) -> None:
    graph = built(MINUTES / "progress-with-dates.txt", tmp_path / "graph")
    dates = """SELECT ?due WHERE { ?any a ju:Commitment ; ju:dueAsStated ?due
      MINUS { ?any ju:replacedBy ?next } }"""
    assert rows(graph, dates) == [("March 2024",)]
    history = """SELECT ?old ?new WHERE { ?any ju:replacedBy ?next ; ju:dueAsStated ?old .
      ?next ju:dueAsStated ?new }"""
    assert rows(graph, history) == [("Summer 2022", "March 2024")]
    status = "SELECT ?status WHERE { ?any a ju:DeliveryUpdate ; ju:deliveryStatus ?status }"
    assert rows(graph, status) == [("implemented",)]
