"""Saved questions on the command line and through the Python door."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import openpyxl
import pyoxigraph as ox
import pytest

import joinedup
from graph.errors import LimitError, UnknownNameError, UsageError
from queries.query_files import list_questions, search_questions
from queries.query_request import Limits
from queries.serializers import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

EVERYTHING_WITH_EVERYTHING = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_the_list_shows_every_question(run_joinedup: Callable[..., Run]) -> None:
    listed = run_joinedup("ask", "--format", "csv")
    assert [row["question"] for row in csv.DictReader(io.StringIO(listed.stdout))] == [
        asked.name for asked in list_questions()
    ]


def test_questions_are_found_by_words_in_any_case(run_joinedup: Callable[..., Run]) -> None:
    assert "labels-that-differ" in {asked.name for asked in search_questions("Tracker LABEL words")}
    assert run_joinedup("ask", "--find", "tracker label").returncode == 0
    missed = run_joinedup("ask", "--find", "zeppelins")
    assert missed.returncode == 2
    assert "zeppelins" in missed.stderr


def test_a_name_that_is_missed_is_met_with_near_ones(bundled: joinedup.Graph) -> None:
    with pytest.raises(UnknownNameError, match="labels-that-differ"):
        bundled.ask("label-that-differ")


def test_the_book_describes_itself_and_can_be_queried(run_joinedup: Callable[..., Run]) -> None:
    turtle = run_joinedup("ask", "--format", "turtle").stdout
    store = ox.Store()
    store.load(turtle.encode(), format=ox.RdfFormat.TURTLE)
    found = store.query("""
        PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX schema: <https://schema.org/>
        SELECT ?question ?sparql {
          ?question a sh:SPARQLExecutable ; sh:select ?sparql ; schema:keywords "labels"
        }
    """)
    assert not isinstance(found, ox.QueryBoolean | ox.QueryTriples)
    texts = {row["sparql"].value for row in found}
    assert texts == {asked.sparql for asked in list_questions() if "labels" in asked.keywords}
    assert len(texts) >= 2


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("turtle", "xlsx")])
def test_every_format_holds_the_same_rows(
    run_joinedup: Callable[..., Run], pages_store: Path, form: str
) -> None:
    asked = run_joinedup(
        "ask", "positions-by-who-says-so", "--store", pages_store, "--format", form
    )
    assert asked.returncode == 0, asked.stderr
    rows = joinedup.open(pages_store).ask("positions-by-who-says-so").rows
    for row in rows:
        assert str(row[2]) in asked.stdout
    if form == "json":
        assert len(json.loads(asked.stdout)["results"]["bindings"]) == len(rows)
    if form == "html":
        HTMLParser().feed(asked.stdout)
        assert asked.stdout.count("<tr>") == len(rows) + 1


def test_a_workbook_holds_the_rows_and_the_question(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    words = ("ask", "positions-by-who-says-so", "--store", pages_store, "--format", "xlsx")
    assert run_joinedup(*words, "-o", "book.xlsx").returncode == 0
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    rows = list(book["answer"].iter_rows(values_only=True))
    table = joinedup.open(pages_store).ask("positions-by-who-says-so")
    assert rows == [table.columns, *table.rows]
    assert "SELECT" in str(book["question"]["A3"].value)


def test_explaining_prints_the_query_that_would_run(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    shown = run_joinedup("ask", "positions-by-who-says-so", "--explain", "--store", pages_store)
    (tmp_path / "q.rq").write_text(shown.stdout, encoding="utf-8")
    by_hand = run_joinedup("query", "q.rq", "--store", pages_store)
    asked = run_joinedup("ask", "positions-by-who-says-so", "--store", pages_store)
    assert by_hand.stdout == asked.stdout != ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("positions-by-who-says-so", "zeppelins=3"), "has no parameter"),
        (("positions-by-who-says-so", "zeppelins"), "the name of its parameter"),
    ],
)
def test_wrong_values_are_refused_with_what_would_be_right(
    run_joinedup: Callable[..., Run], pages_store: Path, words: tuple[str, ...], says: str
) -> None:
    refused = run_joinedup("ask", *words, "--store", pages_store)
    assert refused.returncode == 2
    assert says in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_query_that_takes_too_long_is_stopped(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    stopped = run_joinedup(
        "query", EVERYTHING_WITH_EVERYTHING, "--seconds", "1.5", "--store", pages_store
    )
    assert stopped.returncode == LimitError.exit_code
    assert "stopped after 1.5 seconds" in stopped.stderr


def test_rows_beyond_the_limit_are_said_to_be_missing(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    words = ("query", "SELECT ?s { ?s ?p ?o }", "--format", "csv", "--store", pages_store)
    cut = run_joinedup(*words, "--limit", "3")
    assert cut.returncode == 5
    assert len(cut.stdout.splitlines()) == 4
    assert "first 3 rows" in cut.stderr
    shown = run_joinedup(*words[:2], "--store", pages_store)
    assert shown.returncode == 5
    assert "first 1,000 rows" in shown.stderr
    table = joinedup.open(pages_store).ask("positions-by-who-says-so", limits=Limits(rows=1))
    assert len(table.rows) == 1
    assert "Only the first 1 rows" in table.caption


def test_a_table_says_what_stands_in_its_columns(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    asked = run_joinedup("ask", "labels-that-differ", "--store", pages_store)
    words = " ".join(asked.stdout.split())
    assert words.endswith("in a reply shown with them or in a position.")


def test_an_answer_without_rows_says_so(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    asked = run_joinedup("ask", "overdue-commitments", "as-of=1900-01-01", "--store", pages_store)
    assert asked.returncode == 0
    assert "Nothing in this graph answers this question." in asked.stderr


@pytest.mark.parametrize("head", ["# column: no text of it", "# title: Mine\n# column: of"])
def test_a_head_that_is_not_ours_is_no_fault(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path, head: str
) -> None:
    (tmp_path / "mine.rq").write_text(f"{head}\nSELECT ?s {{ ?s ?p ?o }}", encoding="utf-8")
    assert run_joinedup("query", "mine.rq", "--limit", "1", "--store", pages_store).returncode == 5


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("DELETE WHERE { ?s ?p ?o }", "cannot change the graph"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "not a graph of this store"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "another server"),
        ("nonsense {", "cannot be read"),
    ],
)
def test_what_is_refused_says_why(
    run_joinedup: Callable[..., Run], pages_store: Path, query: str, says: str
) -> None:
    refused = run_joinedup("query", query, "--store", pages_store)
    assert refused.returncode == 2
    assert says in refused.stderr


def test_other_servers_are_called_only_when_asked_for(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    query = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    tried = run_joinedup("query", query, "--allow-service", "--store", pages_store)
    assert tried.returncode == 2
    assert "did not answer" in tried.stderr


def test_a_store_that_is_not_there_is_said_to_be_missing(run_joinedup: Callable[..., Run]) -> None:
    missing = run_joinedup("ask", "positions-by-who-says-so", "--store", "nowhere")
    assert missing.returncode == 4
    assert "joinedup build" in missing.stderr


def test_the_door_gives_the_same_from_memory_and_from_disk(
    pages: joinedup.Graph, pages_store: Path
) -> None:
    for name in ("positions-by-who-says-so", "labels-that-differ"):
        assert pages.ask(name) == joinedup.open(pages_store).ask(name)


def test_the_door_takes_names_and_refuses_strangers(bundled: joinedup.Graph) -> None:
    with pytest.raises(UnknownNameError, match="no parameter"):
        bundled.ask("positions-by-who-says-so", colour="red")
    with pytest.raises(UsageError, match="takes a date"):
        bundled.ask("overdue-commitments", as_of="yesterday")


def test_a_question_about_something_must_be_told_about_what(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    for question in list_questions():
        refused = [parameter.name for parameter in question.parameters if parameter.required]
        assert bool(refused) == bool(question.example), question.name
        assert set(question.example_values) == set(refused)
        mere_example = any("/id/" in parameter.default for parameter in question.parameters)
        assert not mere_example or refused, question.name
    asked = run_joinedup("ask", "about-a-programme", "--store", pages_store)
    assert asked.returncode == 2
    assert asked.stdout == ""
    assert "joinedup ask about-a-programme programme=BOLD" in asked.stderr
    with pytest.raises(UsageError, match="needs a= and b="):
        joinedup.open(pages_store).ask("sentences-between")


def test_one_thing_is_no_pair_in_a_question_either(bundled: joinedup.Graph) -> None:
    with pytest.raises(UsageError, match="the same thing"):
        bundled.ask("sentences-between", a="DfE", b="Department for Education")


def test_former_names_of_parameters_still_work_with_a_note(
    run_joinedup: Callable[..., Run], bundled: joinedup.Graph, pages_store: Path
) -> None:
    words = ("ask", "answers-shown-with-many", "--format", "csv", "--store", pages_store)
    before, now = run_joinedup(*words, "least=3"), run_joinedup(*words, "minimum=3")
    assert before.stdout == now.stdout
    assert "least= is now called minimum=." in before.stderr
    assert now.stderr == ""
    with pytest.warns(DeprecationWarning, match="as-of="):
        table = bundled.ask("positions-by-who-says-so", on="2024-01-01")
    assert table == bundled.ask("positions-by-who-says-so", as_of="2024-01-01")
    assert bundled.ask("what-changed", from_="2024", to="2024-06").rows


def test_parameters_are_listed_and_refused_by_the_names_that_are_typed(
    run_joinedup: Callable[..., Run], bundled_store: Path
) -> None:
    listed = run_joinedup("ask", "--format", "csv").stdout
    assert "as-of=" in listed
    assert "as_of" not in listed
    wrong_name = run_joinedup(
        "ask", "labels-that-differ", "committee=PAC", "--store", bundled_store
    )
    assert "it has: as-of." in wrong_name.stderr
    wrong_day = run_joinedup("ask", "labels-that-differ", "as-of=soon", "--store", bundled_store)
    assert "'as-of'" in wrong_day.stderr


def test_a_parameter_given_as_an_option_is_answered_with_how_it_is_written(
    run_joinedup: Callable[..., Run],
) -> None:
    refused = run_joinedup("ask", "overdue-commitments", "--as-of", "2026-01-01")
    assert refused.returncode == 2
    assert "A parameter of a question is written as-of=VALUE." in refused.stderr


def test_an_empty_answer_says_what_the_graph_holds_and_where_it_is_explained(
    run_joinedup: Callable[..., Run], bundled_store: Path
) -> None:
    words = ("ask", "overdue-commitments", "as-of=1900-01-01", "--store", bundled_store)
    said = " ".join(run_joinedup(*words).stderr.split())
    assert re.search(r"It holds [\d,]+ findings: [\d,]+ with a position of the government", said)
    assert "replies as printed" in said
    assert "joinedup ask overdue-commitments --explain" in said


def test_a_question_stands_above_its_answer_and_empty_columns_are_said_to_be_empty(
    run_joinedup: Callable[..., Run], bundled_store: Path
) -> None:
    asked = run_joinedup("ask", "overdue-commitments", "--store", bundled_store, "--limit", "2")
    assert asked.stdout.startswith("Which commitments are overdue at a date")
    first_column = asked.stdout.index("name")
    assert first_column < asked.stdout.index("commitment:")
