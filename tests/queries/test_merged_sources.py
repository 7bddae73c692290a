"""Every question on findings with several sources: each finding once, and no figure doubled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import joinedup
from loaders.pipeline.build import BuildOptions
from queries.query_files import list_questions
from tests import made_sources

if TYPE_CHECKING:
    from pathlib import Path

    from joinedup import Graph
    from queries.query_files import Question

COUNT = 8
VALUES: dict[str, Any] = {
    "as_of": "2026-12-31",
    "minimum": "1",
    "programme": "data-first",
    "report": "Reeds",
    "finding": "accountability-index-4-7002",
    "about": "home-office",
    "a": "home-office",
    "b": "department-for-transport",
    "from": "2016-01-01",
    "to": "2026-12-31",
}
FULL = {
    "about-a-programme",
    "agreed-and-not-delivered",
    "answers-shown-with-many",
    "answers-to-a-report",
    "commitments-due",
    "connected-findings",
    "departments-in-most-findings",
    "departments-through-time",
    "words-against-deeds",
    "departments-without-a-programme",
    "initiatives-in-most-findings",
    "labels-that-differ",
    "left-to-another",
    "overdue-commitments",
    "positions-by-who-says-so",
    "sentences-between",
    "share-accepted",
    "story-of-a-finding",
    "what-changed",
}
"""Questions that the made report gives rows to."""

LIST_PLACES = {"about-a-programme", "story-of-a-finding", "what-changed"}
"""Questions that list what each source says, so that a further source adds rows."""

FINDINGS = """PREFIX ju: <https://w3id.org/joinedup/ontology#>
SELECT ?finding (COUNT(DISTINCT ?record) AS ?records) WHERE {
  GRAPH ?record { ?finding a ju:Finding } } GROUP BY ?finding"""


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Graph]:
    """The same report from pages, from its minute, from both, with facts and without."""
    pages, minute = made_sources.pages(COUNT), made_sources.minute(COUNT)
    facts = made_sources.facts(COUNT)
    mixtures = {
        "pages": pages,
        "minute": minute,
        "pages, minute": pages | minute,
        "pages, facts": pages | facts,
        "pages, minute, facts": pages | minute | facts,
    }
    built = {}
    for name, files in mixtures.items():
        folder = tmp_path_factory.mktemp("sources")
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
        paths = [str(folder / file) for file in files]
        built[name] = joinedup.build(*paths, options=BuildOptions(retrieved="2026-01-31"))
    return built


def rows(graph: Graph, question: Question, *leave: str) -> list[tuple[object, ...]]:
    """The rows of a question without some columns, in any order."""
    values = {each.name: VALUES[each.name] for each in question.parameters}
    answer = graph.ask(question.name, **values)
    kept = [at for at, column in enumerate(question.columns) if column.name not in leave]
    return sorted((tuple(row[at] for at in kept) for row in answer.rows), key=str)


@pytest.mark.parametrize(
    ("mixture", "sources"),
    [("pages", 1), ("minute", 1), ("pages, minute", 2), ("pages, minute, facts", 3)],
)
def test_each_recommendation_is_one_finding(
    graphs: dict[str, Graph], mixture: str, sources: int
) -> None:
    counted = [records for _, records in graphs[mixture].query(FINDINGS).rows]
    assert counted == [sources] * COUNT


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_no_row_stands_twice(graphs: dict[str, Graph], question: Question) -> None:
    found = rows(graphs["pages, minute, facts"], question)
    assert len(set(found)) == len(found)
    assert bool(found) == (question.name in FULL)


TELL_WHO_ANSWERS = {"left-to-another", "share-accepted", "words-against-deeds"}
"""Questions on who answers or when, which a page in the name of the government does not say."""

FIGURES = [
    question for question in list_questions() if question.name not in LIST_PLACES | TELL_WHO_ANSWERS
]


@pytest.mark.parametrize("question", FIGURES, ids=lambda question: question.name)
def test_a_minute_beside_pages_and_facts_changes_no_figure(
    graphs: dict[str, Graph], question: Question
) -> None:
    without, beside = (
        rows(graphs[mixture], question, "commitment", "answer", "by")
        for mixture in ("pages, facts", "pages, minute, facts")
    )
    assert beside == without


@pytest.mark.parametrize("mixture", ["pages", "minute", "pages, minute", "pages, minute, facts"])
def test_the_share_accepted_is_one_figure_from_any_source(
    graphs: dict[str, Graph], mixture: str
) -> None:
    """What is agreed and done already is accepted; HM Treasury answers where the minute says so."""
    values: dict[str, Any] = {"as_of": VALUES["as_of"]} if "facts" in mixture else {}
    who = "HM Treasury" if "minute" in mixture else "HM Government"
    found = graphs[mixture].ask("share-accepted", **values).rows
    for row in (found[0], *(row for row in found if row[2] == who)):
        recommendations, accepted, partly, rejected = row[3:7]
        assert (recommendations, accepted, partly, rejected) == (8, 4, 2, 2)
        assert float(str(row[-1])) == 50.0
    assert [row[0] for row in found if row[2] in {who, found[0][2]}] == ["committee", "department"]


def test_one_position_and_one_undertaking_are_listed_once_in_the_story(
    graphs: dict[str, Graph],
) -> None:
    """Told by what is said, not by the node that says it."""
    for number in range(1, COUNT + 1):
        told = graphs["pages, minute, facts"].ask(
            "story-of-a-finding", finding=f"accountability-index-4-{7000 + number}"
        )
        said = [
            (what, " ".join(str(words).split()))
            for _, who, what, words, *_ in told.rows
            if who == "Government" and not str(what).startswith("answer")
        ]
        assert said
        assert len(set(said)) == len(said)


@pytest.mark.parametrize("width", [40, 57, 74, 92, 10_000])
def test_names_of_a_minute_give_the_pairs_of_the_pages(
    graphs: dict[str, Graph], tmp_path: Path, width: int
) -> None:
    """Wherever its lines break, the names of a recommendation are those of the tracker's page."""
    pairs = """PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT DISTINCT ?number ?one ?other WHERE {
      ?finding a ju:Recommendation ; ju:number ?number ; ju:concerns ?one, ?other
      FILTER(STR(?one) < STR(?other)) }"""
    (tmp_path / "minute.txt").write_text(
        made_sources.minute(COUNT, width)["minute.txt"], encoding="utf-8"
    )
    minute = joinedup.build(str(tmp_path / "minute.txt"))
    expected = sorted(graphs["pages"].query(pairs).rows)
    assert len(expected) >= COUNT
    assert sorted(minute.query(pairs).rows) == expected
