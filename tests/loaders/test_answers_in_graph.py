"""Answers in the graph: one answer counts once, and nobody's words pass for another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import joinedup
from loaders.pipeline.build import BuildOptions
from tests.conftest import PAGES

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from joinedup import Graph

COPIES = ("13152", "13168", "13170")
PREFIXES = """
PREFIX basis: <https://w3id.org/joinedup/scheme/bases#>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX flag: <https://w3id.org/joinedup/scheme/flags#>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX position: <https://w3id.org/joinedup/scheme/positions#>
PREFIX voice: <https://w3id.org/joinedup/scheme/voices#>
"""
POSITIONS = """
    SELECT ?decision ?words ?finding WHERE {
      ?p a ju:Position ; ju:voice voice:government ; ju:decision ?decision ;
        ju:asStated ?words ; ju:onFinding ?finding }
"""


def rows(graph: Graph, query: str) -> list[tuple[str, ...]]:
    """Rows of a query in order, IRIs cut to their last part."""
    found = graph.query(PREFIXES + query).rows
    return sorted(
        tuple(str(cell).rpartition("/")[2].rpartition("#")[2] for cell in row) for row in found
    )


def page(name: str) -> str:
    return (PAGES / f"public-accounts-{name}.txt").read_text(encoding="utf-8")


def written(folder: Path, **pages: str) -> Graph:
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return joinedup.build(str(folder))


@pytest.fixture(scope="module")
def smeared() -> Graph:
    return joinedup.build(*(str(PAGES / f"public-accounts-{name}.txt") for name in COPIES))


def test_one_answer_on_three_pages_is_one_with_each_part_once(smeared: Graph) -> None:
    assert (
        len(rows(smeared, "SELECT ?r { ?r a ju:Reply FILTER NOT EXISTS { ?r ju:copyOf ?f } }")) == 1
    )
    assert rows(smeared, "SELECT ?n { ?p a ju:ResponsePart ; ju:partNumber ?n }") == [("7",)]
    numbers = rows(smeared, "SELECT ?n { ?p a ju:ResponsePart ; ju:paragraphNumber ?n }")
    assert numbers == [("7.1",), ("7.2",), ("7.4",)]


def test_the_one_position_is_on_recommendation_7(smeared: Graph) -> None:
    ((decision, words, finding),) = rows(smeared, POSITIONS)
    assert (decision, words) == ("rejected", "The government disagrees.")
    told = rows(
        smeared, "SELECT ?f ?n { ?p cito:repliesTo ?f . ?f a ju:Recommendation ; ju:number ?n }"
    )
    assert told == [(finding, "7")]


def test_the_pages_are_shown_with_the_answer_not_answered_by_it(smeared: Graph) -> None:
    shown = rows(smeared, "SELECT ?f { ?p a ju:ResponsePart ; ju:shownWith ?f }")
    assert shown == [(f"accountability-index-4-{name}",) for name in COPIES]
    related = rows(smeared, "SELECT ?f { ?f ju:relatedFinding/ju:number '7' }")
    assert related == shown


def test_a_fourth_copy_changes_no_count(tmp_path: Path, smeared: Graph) -> None:
    pages = {name: page(name) for name in COPIES}
    fourth = page("13168").replace("13168", "13199").replace("24", "31")
    graph = written(tmp_path / "pages", **pages, fourth=fourth)
    for counted in ("ju:ResponsePart", "ju:Position ; ju:voice voice:government", "ju:Alignment"):
        query = f"SELECT ?x {{ ?x a {counted} }}"
        assert len(rows(graph, query)) == len(rows(smeared, query)) == 1
    assert len(rows(graph, "SELECT ?f { ?p a ju:ResponsePart ; ju:shownWith ?f }")) == 4


def test_an_echo_is_flagged_and_gives_no_position(records: Path) -> None:
    echo = joinedup.build(str(records / "3818.txt"))
    flagged = rows(echo, "SELECT ?flag { ?f a ju:Finding ; ju:flaggedAs ?flag }")
    assert {("echo",), ("truncated",)} <= set(flagged)
    assert rows(echo, POSITIONS) == []
    answer = joinedup.build(str(records / "13168.txt"))
    flagged = rows(answer, "SELECT ?flag { ?f a ju:Finding ; ju:flaggedAs ?flag }")
    assert not {("echo",), ("truncated",)} & set(flagged)
    assert [decision for decision, *_ in rows(answer, POSITIONS)] == ["rejected"]


def test_the_words_and_the_label_both_stand_where_they_differ(tmp_path: Path) -> None:
    text = page("13168").replace("Rejected", "Acknowledged")
    reply = "Accept in principle. Officials will test the records of three ports by June 2027."
    head = text[: text.rindex("Acknowledged\n") + len("Acknowledged\n")]
    graph = written(tmp_path / "pages", one=head + reply + "\n")
    told = rows(graph, "SELECT ?v ?d { ?p a ju:Position ; ju:voice ?v ; ju:decision ?d }")
    assert told == [("government", "accepted-in-principle"), ("tracker", "acknowledged")]
    flagged = rows(graph, "SELECT ?e { ?e a ju:TrackerEntry ; ju:flaggedAs flag:label-differs }")
    assert len(flagged) + len(
        rows(graph, "SELECT ?r { ?r a ju:Reply ; ju:flaggedAs flag:label-differs }")
    )
    assert rows(
        graph, "SELECT ?w ?d { ?c a ju:Commitment ; ju:dueAsStated ?w ; ju:dueLatest ?d }"
    ) == [("June 2027", "2027-06-30")]


def test_a_dismissed_flag_keeps_its_note_and_loses_its_shortcut(tmp_path: Path) -> None:
    corrections = tmp_path / "corrections.toml"
    corrections.write_text(
        '[[dismiss]]\nfinding = "accountability-index-4-13168"\nflag = "shared-answer"\n'
        'by = "A clerk"\non = 2026-11-22\nwhy = "The same answer was given to all three."\n',
        encoding="utf-8",
    )
    places = [str(PAGES / f"public-accounts-{name}.txt") for name in COPIES]
    graph = joinedup.build(*places, options=BuildOptions(corrections=corrections))
    flagged = "SELECT ?f { ?f a ju:Finding ; ju:flaggedAs flag:shared-answer }"
    assert [name for (name,) in rows(graph, flagged)] == [
        "accountability-index-4-13152",
        "accountability-index-4-13170",
    ]
    why = "SELECT ?why { ?n ju:flag flag:shared-answer ; ju:dismissedBy/ju:remark ?why }"
    assert rows(graph, why) == [("The same answer was given to all three.",)]


def test_every_position_quotes_a_sentence_of_its_reply(pages: Graph) -> None:
    lost = """
        SELECT ?p WHERE {
          ?p a ju:Position ; ju:voice voice:government ; ju:asStated ?words ;
            <http://www.w3.org/ns/prov#wasDerivedFrom> ?part .
          FILTER NOT EXISTS {
            ?part ju:partOfReply?/ju:hasText/ju:content ?text FILTER(CONTAINS(?text, ?words)) } }
    """
    assert rows(pages, lost) == []
    assert len(rows(pages, POSITIONS)) > 30


def test_no_label_of_a_tracker_is_among_the_governments_positions(pages: Graph) -> None:
    by_label = "SELECT ?p { ?p ju:voice voice:government ; ju:basis basis:tracker-label }"
    assert rows(pages, by_label) == []
    tracked = rows(pages, "SELECT ?p { ?p a ju:Position ; ju:voice voice:tracker }")
    said = rows(pages, "SELECT ?p { ?p a ju:Position ; ju:voice voice:government }")
    assert tracked
    assert not set(tracked) & set(said)


def respelt(text: str) -> str:
    return text.replace("isation", "ization").replace("- ", "-  ")


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(PAGES.glob("public-accounts-*.txt"))), min_size=2, max_size=6),
    st.randoms(use_true_random=False),
)
def test_repeating_reordering_and_respelling_pages_alters_no_position(
    tmp_path_factory: pytest.TempPathFactory, chosen: list[Path], random: Random
) -> None:
    texts = list(dict.fromkeys(path.read_text(encoding="utf-8") for path in chosen))
    once = {f"a{at}": text for at, text in enumerate(texts)}
    again = {f"b{at}": respelt(text) for at, text in enumerate(texts)}
    names = [*once, *again]
    random.shuffle(names)
    every = {**once, **again}
    first = written(tmp_path_factory.mktemp("once"), **once)
    second = written(
        tmp_path_factory.mktemp("twice"),
        **{f"{at}{name}": every[name] for at, name in enumerate(names)},
    )
    told = "SELECT DISTINCT ?p ?d { ?p a ju:Position ; ju:voice voice:government ; ju:decision ?d }"
    assert sorted(decision for _, decision in rows(second, told)) == sorted(
        decision for _, decision in rows(first, told)
    )


def test_every_doubt_points_to_one_place(pages: Graph) -> None:
    twice = """SELECT ?n { ?n a ju:IntegrityNote ; oa:hasTarget ?one, ?other .
      FILTER(STR(?one) < STR(?other)) }"""
    assert rows(pages, twice) == []
    assert len(rows(pages, "SELECT ?n { ?n a ju:IntegrityNote }")) > 150
