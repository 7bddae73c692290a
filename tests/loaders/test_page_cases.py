"""Tracker pages that were misread once, and what the graph must say of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import joinedup
from loaders.pipeline.build import BuildOptions
from queries.web_annotation import web_annotation_store
from tests.conftest import HERE

if TYPE_CHECKING:
    from pathlib import Path

    from joinedup import Graph

PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX flag: <https://w3id.org/joinedup/scheme/flags#>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX position: <https://w3id.org/joinedup/scheme/positions#>
PREFIX voice: <https://w3id.org/joinedup/scheme/voices#>
"""
POSITIONS = """
    SELECT DISTINCT ?number ?decision ?words WHERE {
      ?p a ju:Position ; ju:voice voice:government ; ju:decision ?decision ;
        ju:asStated ?words ; ju:onFinding ?finding .
      OPTIONAL { ?finding ju:number ?number } }
"""
STATUSES = """
    SELECT DISTINCT ?status ?words WHERE {
      ?update a ju:DeliveryUpdate ; ju:deliveryStatus ?status ; ju:asStated ?words }
"""
COMMITMENTS = """
    SELECT DISTINCT ?number ?first ?last WHERE {
      ?c a ju:Commitment ; ju:dueEarliest ?first ; ju:dueLatest ?last ; ju:onFinding ?finding .
      OPTIONAL { ?finding ju:number ?number } }
"""
FLAGS = "SELECT ?flag WHERE { ?finding ju:flaggedAs ?flag }"


def built(name: str) -> Graph:
    path = HERE / "cases" / "pages" / f"{name}.txt"
    return joinedup.build(str(path), options=BuildOptions(retrieved="2026-01-31"))


def rows(graph: Graph, query: str) -> list[tuple[str, ...]]:
    """Rows of a query in order, IRIs cut to their last part."""
    return sorted(
        tuple(str(cell).rpartition("/")[2].rpartition("#")[2] for cell in row)
        for row in graph.query(PREFIXES + query).rows
    )


AGREES = "The government agrees with the Committee’s recommendation."


def test_two_verdicts_in_one_reply_are_on_two_recommendations() -> None:
    graph = built("two-verdicts-one-reply")
    assert rows(graph, POSITIONS) == [
        ("2a", "accepted", AGREES),
        ("2b", "rejected", "The government disagrees with the Committee's recommendation."),
    ]
    assert rows(graph, COMMITMENTS) == [("2a", "2024-07-01", "2024-07-31")]


def test_a_verdict_is_not_on_an_item_that_asks_for_nothing() -> None:
    graph = built("verdict-on-an-item-that-asks-nothing")
    assert rows(graph, POSITIONS) == []
    assert ("misaligned-answer",) in rows(graph, FLAGS)


@pytest.mark.parametrize(
    "name", ["implemented-and-in-progress", "sentence-runs-on-after-implemented"]
)
def test_one_verdict_is_one_position_with_one_status(name: str) -> None:
    graph = built(name)
    assert rows(graph, POSITIONS) == [("4", "accepted", AGREES)]
    [(status, words)] = rows(graph, STATUSES)
    assert (status, words.rstrip(".")) == ("implemented", "Recommendation implemented")


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("capitals-in-formula", ("2025-03-01", "2025-05-31")),
        ("date-before-the-verb", ("2026-06-01", "2026-06-30")),
    ],
)
def test_a_date_is_read_wherever_it_stands(name: str, days: tuple[str, str]) -> None:
    assert rows(built(name), COMMITMENTS) == [("4", *days)]


@pytest.mark.parametrize(
    ("name", "flag"),
    [("invite-is-an-ask", "mistyped-kind"), ("truncated-after-a-formula", "truncated")],
)
def test_a_page_is_not_flagged_for_what_it_is_not(name: str, flag: str) -> None:
    assert (flag,) not in rows(built(name), FLAGS)


def test_a_paragraph_in_brackets_is_that_of_the_finding() -> None:
    graph = built("paragraph-in-brackets")
    assert rows(graph, "SELECT ?n WHERE { ?finding ju:paragraph ?n }") == [("79",)]
    with web_annotation_store(graph._store) as full:  # noqa: SLF001 - the store behind the door
        query = "SELECT ?words WHERE { ?text a ju:ReadingText ; ju:content ?words }"
        [(words,)] = full.rows(PREFIXES + query)
    assert getattr(words, "value", "") == "GDS should set up a group to mend old systems."


def named(name: str) -> set[str]:
    """What a page names, by the last part of its IRI: candidates and registered things."""
    query = """
        SELECT DISTINCT ?thing WHERE {
          ?mention a ju:Mention ; <http://www.w3.org/ns/oa#hasBody> ?thing }
    """
    return {thing for (thing,) in rows(built(name), query)}


@pytest.mark.parametrize(
    ("name", "things"),
    [
        ("abbreviation-defined-on-page", {"financial-services-authority"}),
        (
            "candidate-repeats-a-register-name",
            {
                "cabinet-office",
                "evaluation-task-force",
                "blueprint-for-modern-digital-government",
                "national-fraud-initiative",
                "central-digital-and-data-office",
            },
        ),
        (
            "candidates-glued-by-and",
            {
                "coronavirus-job-retention-scheme",
                "bounce-back-loan-scheme",
                "army",
                "royal-navy",
                "royal-air-force",
                "strategic-command",
                "ofgem",
                "the-water-services-regulation-authority",
                "drax",
            },
        ),
        (
            "names-not-offered",
            {
                "arts-council-england",
                "post-office-ltd",
                "world-bank",
                "ofgem",
                "2021-integrated-review",
                "greening-government-commitments",
            },
        ),
    ],
)
def test_a_page_names_just_what_it_names(name: str, things: set[str]) -> None:
    assert named(name) == things


ITEMS = """
    SELECT DISTINCT ?number ?kind ?paragraph ?label ?hc ?day WHERE {
      ?finding ju:number ?number ; ju:kind ?kind ; dcterms:isPartOf ?report .
      ?report ju:hcNumber ?hc ; dcterms:issued ?day .
      ?position ju:onFinding ?finding ; ju:decision ?label .
      OPTIONAL { ?finding ju:paragraph ?paragraph } }
"""
LATER_ITEMS = [
    ("20", "conclusion", "77", "acknowledged", "HC 38", "2024-05-28"),
    ("22", "conclusion", "80", "rejected", "HC 38", "2024-05-28"),
]


@pytest.mark.parametrize(
    ("name", "paragraph"),
    [("report-list-page", "70"), ("report-page-conclusions-swallowed", "None")],
)
def test_a_list_of_a_report_is_read_item_by_item(name: str, paragraph: str) -> None:
    first = ("18", "recommendation", paragraph, "acknowledged", "HC 38", "2024-05-28")
    assert rows(built(name), ITEMS) == [first, *LATER_ITEMS]


def test_an_item_of_a_list_and_its_own_page_are_one_finding(tmp_path: Path) -> None:
    words = (
        "In its response, the Department for Transport should publish a list of pilots and say how "
        "it will measure what each of them brings to the people who ride its buses."
    )
    own = (HERE / "cases" / "pages" / "invite-is-an-ask.txt").read_text(encoding="utf-8")
    head, _, _ = own.partition("Recommendation\nWe invite")
    page = head.replace("committees/6/recommendation/80023", "committees/20/recommendation/70018")
    page = page.replace("Environment, Food and Rural Affairs", "Science, Innovation and Technology")
    page = page.replace("Recommendation 4", "Recommendation 18").replace("4 Ack", "18 Ack")
    (tmp_path / "page.txt").write_text(f"{page}Recommendation\n{words}\n", encoding="utf-8")
    graph = joinedup.build(str(HERE / "cases" / "pages" / "report-list-page.txt"), str(tmp_path))
    numbers = rows(graph, "SELECT ?n WHERE { ?finding ju:kind ?kind ; ju:number ?n }")
    assert numbers == [("18",), ("20",), ("22",)]


@pytest.mark.parametrize(
    ("name", "footnoted"),
    [
        ("footnote-with-figure-or-hc", [("national-audit-office", "0.7")]),
        ("running-head-and-chapter-tail", [("national-audit-office", "0.7")]),
        ("page-number-mid-sentence", []),
    ],
)
def test_names_in_the_furniture_of_a_page_are_but_its_citations(
    name: str, footnoted: list[tuple[str, str]]
) -> None:
    query = """
        SELECT DISTINCT ?thing ?confidence WHERE {
          ?mention a ju:Mention ; <http://www.w3.org/ns/oa#hasBody> ?thing ;
            ju:confidence ?confidence }
    """
    assert rows(built(name), query) == footnoted


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("addressee-never-read", "cabinet-office"),
        ("addressee-trailer", "department-for-education"),
    ],
)
def test_a_finding_is_addressed_to_whom_it_asks_to_act(name: str, body: str) -> None:
    graph = built(name)
    assert rows(graph, "SELECT ?who WHERE { ?finding ju:addressedTo ?who }") == [(body,)]
    assert named(name) == {body}


def test_a_reply_below_the_addressee_is_read(tmp_path: Path) -> None:
    head, _, tail = (
        (HERE / "cases/pages/addressee-trailer.txt")
        .read_text(encoding="utf-8")
        .partition("Government Response\n")
    )
    path = tmp_path / "page.txt"
    page = f"{head}Addressee: Department for Education\nGovernment Response\n{tail}"
    path.write_text(page, encoding="utf-8")
    graph = joinedup.build(str(path), options=BuildOptions(retrieved="2026-01-31"))
    [(_, decision, _)] = rows(graph, POSITIONS.replace("OPTIONAL", ""))
    assert decision == "accepted-in-principle"


@pytest.mark.parametrize("label", ["Addressee:", "Addressees:", "Addressee Body:"])
def test_the_trailer_of_a_page_may_name_who_is_asked_on_its_own_line(
    label: str, tmp_path: Path
) -> None:
    page = (HERE / "cases/pages/addressee-trailer.txt").read_text(encoding="utf-8")
    path = tmp_path / "page.txt"
    path.write_text(page.replace("Addressee Bodies\n", f"{label} "), encoding="utf-8")
    graph = joinedup.build(str(path), options=BuildOptions(retrieved="2026-01-31"))
    who = rows(graph, "SELECT ?who WHERE { ?finding ju:addressedTo ?who }")
    assert who == [("department-for-education",)]
