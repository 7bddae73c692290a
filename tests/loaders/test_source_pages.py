"""The two source pages kept word for word: what a careful reader would find in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import joinedup

if TYPE_CHECKING:
    from pathlib import Path

    from joinedup import Graph

PREFIXES = """
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
QUOTED = """
  ?m a ju:Mention ; oa:hasTarget ?target ; ju:inSentence/ju:inText/ju:content ?text .
  BIND(STRAFTER(STR(?target), "#char=") AS ?span)
  BIND(xsd:integer(STRBEFORE(?span, ",")) AS ?start)
  BIND(SUBSTR(?text, ?start + 1, xsd:integer(STRAFTER(?span, ",")) - ?start) AS ?w)
"""
IN_THE_ANSWER = {
    "bold",
    "data-first",
    "data-improvement-across-government",
    "data-matching-and-linking",
    "extended-echild",
    "longitudinal-education-outcomes",
    "moj-dfe-data-share",
    "pupil-parent-matched-data",
    "stable-homes-built-on-love",
    "vulnerable-children-and-families-strategy-board",
}


@pytest.fixture
def vulnerable(records: Path) -> Graph:
    return joinedup.build(str(records / "13168.txt"))


@pytest.fixture
def family(records: Path) -> Graph:
    return joinedup.build(str(records / "3818.txt"))


def cells(graph: Graph, query: str) -> set[tuple[str, ...]]:
    """Rows of a query, IRIs cut to their last part."""
    rows = graph.query(PREFIXES + query).rows
    return {tuple(str(cell).rpartition("/")[2].rpartition("#")[2] for cell in row) for row in rows}


def test_both_pages_are_two_findings_and_one_answers_a_third(records: Path) -> None:
    graph = joinedup.build(str(records))
    assert len(cells(graph, "SELECT ?f WHERE { GRAPH ?page { ?f a ju:Finding } }")) == 2
    unseen = "SELECT ?n WHERE { ?f a ju:Finding ; ju:number ?n ; prov:wasDerivedFrom ?part }"
    assert cells(graph, unseen) == {("7",)}


def test_the_label_stays_the_trackers(vulnerable: Graph) -> None:
    found = cells(
        vulnerable,
        "SELECT ?voice ?agent ?decision ?words { ?p a ju:Position ; ju:voice ?voice ; "
        "prov:wasAttributedTo ?agent ; ju:decision ?decision ; ju:asStated ?words ; "
        "ju:basis <https://w3id.org/joinedup/scheme/bases#tracker-label> }",
    )
    assert found == {("tracker", "accountability-index", "rejected", "Rejected")}


def test_the_answer_is_part_7_of_a_treasury_minute(vulnerable: Graph) -> None:
    numbers = cells(vulnerable, "SELECT ?n { ?p a ju:ResponsePart ; ju:paragraphNumber ?n }")
    assert numbers == {("7.1",), ("7.2",), ("7.3",), ("7.4",)}
    assert cells(vulnerable, "SELECT ?n { ?p a ju:ResponsePart ; ju:partNumber ?n }") == {("7",)}


def test_the_answer_names_the_initiatives_and_cites_them_as_the_answer(vulnerable: Graph) -> None:
    named = cells(vulnerable, "SELECT ?t { ?r a ju:Reply ; ju:mentions ?t . ?t a ju:Initiative }")
    assert {name for (name,) in named} >= IN_THE_ANSWER
    roles = cells(
        vulnerable,
        "SELECT ?t ?role { ?m oa:hasBody ?t . ?t a ju:Initiative OPTIONAL { ?m ju:role ?role } }",
    )
    assert {role for _, role in roles} == {"answer"}


def test_the_bodies_and_whose_words_they_stand_in(vulnerable: Graph) -> None:
    said = cells(
        vulnerable,
        "SELECT ?t ?v { ?m oa:hasBody ?t ; ju:voice|ju:inSentence/ju:voice ?v . "
        "?t a ju:Organisation }",
    )
    assert {
        ("department-for-education", "committee"),
        ("department-for-education", "government"),
        ("ministry-of-justice", "government"),
        ("national-audit-office", "committee"),
    } <= said
    assert ("national-audit-office", "government") not in said


def test_who_leads_what_each_from_its_sentence(vulnerable: Graph) -> None:
    related = cells(
        vulnerable,
        "SELECT ?a ?k ?b { ?r a ju:StatedRelation ; ju:relationFrom ?a ; ju:relationKind ?k ; "
        "ju:relationTo ?b ; oa:hasTarget ?w FILTER(STRLEN(STR(?w)) > 40) }",
    )
    assert ("ministry-of-justice", "lead", "bold") in related or (
        "bold", "lead", "ministry-of-justice",
    ) in related  # fmt: skip
    assert any(kind == "facilitated-in" and "data-first" in (a, b) for a, kind, b in related)


def test_the_finding_on_family_courts_names_a_bill_not_yet_passed(family: Graph) -> None:
    named = cells(family, "SELECT ?t { ?f a ju:Finding ; ju:mentions ?t }")
    assert {
        ("childrens-wellbeing-and-schools-bill",),
        ("unique-child-identifier",),
        ("ministry-of-justice",),
        ("department-for-education",),
    } <= named
    roles = cells(family, "SELECT ?role { ?m oa:hasBody ?t ; ju:role ?role . ?t a ju:Initiative }")
    assert roles == {("prospect",)}


def test_an_echo_is_the_committees_own_words(family: Graph) -> None:
    voices = "SELECT ?v { ?m a ju:Mention ; ju:voice|ju:inSentence/ju:voice ?v }"
    assert cells(family, voices) == {("committee",)}
    assert cells(family, "SELECT ?t { ?r a ju:Reply ; ju:mentions ?t }") == set()


def test_every_quotation_resolves_in_the_kept_text(records: Path) -> None:
    graph = joinedup.build(str(records))
    every = cells(graph, "SELECT ?m { ?m a ju:Mention }")
    whole = f"SELECT DISTINCT ?m {{ {QUOTED} FILTER(REGEX(?w, '^[^ ].*[^ ]$', 's')) }}"
    assert cells(graph, whole) == every
    assert len(every) > 30


def test_no_false_names(records: Path) -> None:
    graph = joinedup.build(str(records))
    quoted = {
        str(words).lower() for (words,) in graph.query(PREFIXES + f"SELECT ?w {{ {QUOTED} }}").rows
    }
    assert not quoted & {"big overlap", "material difference", "the system", "tell"}
