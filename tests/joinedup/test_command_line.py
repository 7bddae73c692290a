"""The command line, from end to end, as a user types it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.store.embedded import Store
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

COMMANDS = sorted(
    path.stem for path in Path("joinedup/commands").glob("[a-z]*.py")
)  # relative to the checkout, where pytest runs


def test_there_are_commands() -> None:
    assert {"build", "connections", "demo", "evaluate", "export", "info", "query"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(
    run_joinedup: Callable[..., Run], name: str
) -> None:
    shown = run_joinedup(name, "--help")
    assert shown.returncode == 0
    assert "Example:" in shown.stdout
    assert f"joinedup {name}" in shown.stdout


def test_build_then_ask_then_export(run_joinedup: Callable[..., Run], tmp_path: Path) -> None:
    built = run_joinedup("build", PAGES, "--store", "s")
    assert built.returncode == 0
    assert "Names recognised in texts" in built.stdout
    assert "joinedup connections" in built.stderr

    asked = run_joinedup(
        "connections", "dfe", "ministry of justice", "--store", "s", "--format", "csv"
    )
    rows = list(csv.DictReader(io.StringIO(asked.stdout)))
    assert {row["who says so"] for row in rows} == {"committee", "government"}
    assert all("»" in row["sentence"] for row in rows)

    exported = run_joinedup("export", "turtle", "-o", "g.ttl", "--store", "s")
    assert exported.returncode == 0
    again = run_joinedup("export", "turtle", "--store", "s")
    assert again.stdout == (tmp_path / "g.ttl").read_text(encoding="utf-8")


def test_a_pipe_is_a_source(run_joinedup: Callable[..., Run]) -> None:
    page = (PAGES / "justice-1325.txt").read_text(encoding="utf-8")
    built = run_joinedup("build", "-", "--store", "s", "--report", "json", given=page)
    assert json.loads(built.stdout)["claims"]["Finding"] == 1


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("table", "Which positions are known, and who says so?\n\n┏"),
        ("csv", "who_says_so,basis"),
        ("json", '{"head"'),
        ("markdown", "| who says so |"),
    ],
)
def test_a_question_of_the_book_in_every_format(
    run_joinedup: Callable[..., Run], pages_store: Path, form: str, begins: str
) -> None:
    asked = run_joinedup(
        "ask", "positions-by-who-says-so", "--store", pages_store, "--format", form
    )
    assert asked.stdout.startswith(begins)


def test_sparql_from_a_file_and_a_pipe(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    construct = "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3"
    (tmp_path / "q.rq").write_text(construct, encoding="utf-8")
    asked = run_joinedup("query", "q.rq", "--store", pages_store, "--format", "turtle")
    assert "@prefix ju:" in asked.stdout
    piped = run_joinedup(
        "query",
        "-",
        "--store",
        pages_store,
        "--format",
        "csv",
        given="SELECT ?s { ?s ?p ?o } LIMIT 2",
    )
    assert len(piped.stdout.splitlines()) == 3
    wrong = run_joinedup("query", "q.rq", "--store", pages_store)
    assert wrong.returncode == 2
    assert "--format turtle" in wrong.stderr


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("DESCRIBE <https://w3id.org/joinedup/id/organisation/ministry-of-justice>", "skos:"),
        ("# what is it?\nPREFIX o: <https://w3id.org/joinedup/id/organisation/>DESCRIBE o:x", ""),
        (f"DESCRIBE <https://example.org/{'a' * 300}>", ""),
    ],
)
def test_a_description_needs_no_pattern(
    run_joinedup: Callable[..., Run], pages_store: Path, query: str, says: str
) -> None:
    asked = run_joinedup("query", query, "--store", pages_store, "--format", "turtle")
    assert asked.returncode == 0, asked.stderr
    assert says in asked.stdout


def test_a_byte_order_mark_is_skipped(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    query = "\ufeffSELECT (1 AS ?x) {}"
    (tmp_path / "q.rq").write_text(query, encoding="utf-8")
    for words in (["q.rq"], ["-"], [query]):
        asked = run_joinedup(
            "query", *words, "--store", pages_store, "--format", "csv", given=query
        )
        assert asked.stdout.split() == ["x", "1"], asked.stderr


def test_from_may_be_relative_to_base(run_joinedup: Callable[..., Run], pages_store: Path) -> None:
    graph = next(Store.open(pages_store).graphs()).value
    base, _, name = graph.rpartition("/")
    counts = {
        run_joinedup(
            "query",
            f"{prologue} SELECT (COUNT(*) AS ?n) FROM {clause} {{ ?s ?p ?o }}",  # noqa: S608 - SPARQL
            "--store",
            pages_store,
            "--format",
            "csv",
        ).stdout
        for prologue, clause in [
            ("", f"<{graph}>"),
            (f"BASE <{base}/>", f"<{name}>"),
            (f"BASE <{base}/> PREFIX g: <>", f"g:{name}"),
        ]
    }
    assert len(counts) == 1
    assert int(counts.pop().split()[1]) > 0


@pytest.mark.parametrize("query", [f"{'!' * 20_000}1", f"{'(' * 10_000}1{')' * 10_000}"])
def test_a_query_that_nests_too_deeply_is_a_sentence(
    run_joinedup: Callable[..., Run], pages_store: Path, query: str
) -> None:
    asked = run_joinedup("query", f"SELECT * {{ FILTER({query}) }}", "--store", pages_store)
    assert asked.returncode == 2
    assert "nested too deeply" in asked.stderr


def test_a_name_that_is_missed_gets_suggestions(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    missed = run_joinedup("connections", "Ministry of Justise", "--store", pages_store)
    assert missed.returncode == 2
    assert "Did you mean: Ministry of Justice?" in missed.stderr
    several = run_joinedup("connections", "ADR UK", "--store", pages_store)
    assert "initiative/adr-uk" in several.stderr
    chosen = run_joinedup("connections", "initiative/adr-uk", "--store", pages_store)
    assert chosen.returncode == 0


def test_the_sentences_behind_the_pairs(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    shown = run_joinedup(
        "connections", "BOLD", "--sentences", "--format", "json", "--store", pages_store
    )
    rows = json.loads(shown.stdout)["rows"]
    assert rows
    assert all(row["sentence"] for row in rows)


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (["e.png"], b"\x89PNG"),
        (["e.svg"], b"<svg"),
        (["e.html"], b"<!doctype html>"),
        (["e.htm", "--format", "html"], b"<!doctype html>"),
        (["e", "--format", "png"], b"\x89PNG"),
    ],
)
def test_the_suffix_of_a_picture_says_its_format(
    run_joinedup: Callable[..., Run],
    pages_store: Path,
    tmp_path: Path,
    words: list[str],
    begins: bytes,
) -> None:
    drawn = run_joinedup("view", "departments", "-o", *words, "--store", pages_store)
    assert drawn.returncode == 0, drawn.stderr
    assert (tmp_path / words[0]).read_bytes().lower().startswith(begins.lower())


@pytest.mark.parametrize("words", [["e.png", "--format", "html"], ["e.pdf"], ["e.html.bak"]])
def test_a_picture_is_not_written_under_a_misleading_name(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path, words: list[str]
) -> None:
    refused = run_joinedup("view", "departments", "-o", *words, "--store", pages_store)
    assert refused.returncode == 2
    assert words[0] in refused.stderr
    assert not (tmp_path / words[0]).exists()


def test_the_name_of_a_saved_question_is_asked_by_query_too_with_a_note(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    asked = run_joinedup(
        "query", "positions-by-who-says-so", "--format", "csv", "--store", pages_store
    )
    assert asked.stdout.startswith("who_says_so,basis")
    assert "joinedup ask positions-by-who-says-so" in asked.stderr


@pytest.mark.parametrize(
    ("former", "current"),
    [
        (["connections", "--most", "3"], ["connections", "--limit", "3"]),
        (["network", "organisations", "--least=2"], ["network", "organisations", "--minimum=2"]),
        (
            ["network", "organisations", "--since", "2023-01-01", "--until", "2023-12-31"],
            ["network", "organisations", "--from", "2023", "--to", "2023-12"],
        ),
        (
            ["query", "SELECT ?s { ?s ?p ?o }", "--rows", "2"],
            ["query", "SELECT ?s { ?s ?p ?o }", "--limit", "2"],
        ),
    ],
)
def test_former_names_of_options_still_work_with_a_note(
    run_joinedup: Callable[..., Run], bundled_store: Path, former: list[str], current: list[str]
) -> None:
    store = ["--format", "csv", "--store", bundled_store]
    before, now = run_joinedup(*former, *store), run_joinedup(*current, *store)
    assert (before.returncode, before.stdout) == (now.returncode, now.stdout)
    assert now.returncode in (0, 5)
    name = next(word.split("=")[0] for word in current if word.startswith("--"))
    assert f"is now called {name}." in before.stderr
    assert "is now called" not in now.stderr


def test_an_option_is_not_given_under_two_names(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    words = ("connections", "--most", "3", "--limit", "4", "--store", pages_store)
    refused = run_joinedup(*words)
    assert refused.returncode == 2
    assert "give one" in refused.stderr


def test_a_date_that_is_none_is_refused_with_the_forms_it_may_have(
    run_joinedup: Callable[..., Run], pages_store: Path
) -> None:
    refused = run_joinedup(
        "network", "organisations", "--from", "31/3/2024", "--store", pages_store
    )
    assert refused.returncode == 2
    assert "2024-03-31" in refused.stderr
