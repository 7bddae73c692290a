"""`joinedup search` and `graph.search`: as people and programs see what is found."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

import joinedup
from graph.errors import UnknownNameError
from graph.store.store_layout import current_version
from graph.store.store_manifest import SEARCH_CARD, SEARCH_INDEX
from queries.search.facet_counts import facet_definitions
from queries.search.search_tables import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def search(run_joinedup: Callable[..., Run], bundled_store: Path) -> Callable[..., Run]:
    def run(*words: str | Path) -> Run:
        return run_joinedup("search", *words, "--store", bundled_store)

    return run


def test_the_thing_its_sentences_and_the_counts_are_shown(search: Callable[..., Run]) -> None:
    shown = search("unique child identifier")
    assert shown.returncode == 0
    assert shown.stdout.startswith("initiative  Unique child identifier: ")
    assert "joinedup connections 'Unique child identifier'" in shown.stdout
    assert "»identifier«" in shown.stdout
    assert "passages, of" in shown.stdout
    for facet in facet_definitions().values():
        assert f"\n{facet.title} (of " in shown.stdout


def test_every_format_has_the_same_hits(search: Callable[..., Run], tmp_path: Path) -> None:
    words = ("data", "sharing", "--limit", "4")
    data = json.loads(search(*words, "--format", "json").stdout)
    expected = [hit["thing"] for hit in data["hits"]]
    assert len(expected) == 4
    rows = list(csv.DictReader(io.StringIO(search(*words, "--format", "csv").stdout)))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["identifier"] for row in rows] == expected
    assert [row["sentence"] for row in rows] == [hit["marked_sentence"] for hit in data["hits"]]
    written = search(*words, "-o", tmp_path / "hits.xlsx")
    assert written.returncode == 0
    sheet = openpyxl.load_workbook(tmp_path / "hits.xlsx")["answer"]
    assert [cell.value for cell in sheet["H"][1:]] == expected
    markdown = search(*words, "--format", "markdown").stdout
    assert all(thing.rpartition("/")[2] in markdown for thing in expected)


def test_a_program_is_told_that_there_is_more(search: Callable[..., Run]) -> None:
    shown = search("data", "--format", "csv", "--limit", "2")
    assert "Only the first 2 of " in shown.stderr
    assert len(list(csv.reader(io.StringIO(shown.stdout)))) == 3


def test_options_take_names_and_may_be_given_several_times(search: Callable[..., Run]) -> None:
    def hits(*options: str) -> set[str]:
        data = json.loads(search("data", "--limit", "999", "--format", "json", *options).stdout)
        return {hit["thing"] + hit["kind"] for hit in data["hits"]}

    dfe, moj = hits("--department", "DfE"), hits("--department", "Ministry of Justice")
    assert dfe
    assert moj
    assert hits("--department", "DfE", "--department", "moj") == dfe | moj
    assert hits("--department", "DfE", "--words-of", "government") == dfe & hits(
        "--words-of", "government"
    )
    assert hits("--department", "none") == hits() - {
        hit
        for value in json.loads(search("data", "--format", "json").stdout)["facets"]
        if value["name"] == "department"
        for each in value["values"]
        for hit in hits("--department", each["value"])
    }


def test_things_are_found_by_name_alone(search: Callable[..., Run]) -> None:
    shown = search("data", "--kind", "initiative", "--format", "csv", "--limit", "999")
    rows = list(csv.DictReader(io.StringIO(shown.stdout)))
    assert {"Data First"} <= {row["name"] for row in rows}
    assert {row["kind"] for row in rows} == {"initiative"}
    everything = search("--kind", "initiative", "--format", "csv", "--limit", "9999")
    assert len(list(csv.DictReader(io.StringIO(everything.stdout)))) > len(rows)


def test_an_empty_answer_says_why_and_what_to_try(search: Callable[..., Run]) -> None:
    shown = search("common identifer")
    assert (shown.returncode, shown.stdout) == (0, "")
    assert "None of " in shown.stderr
    assert "identifer 0" in shown.stderr
    assert "Did you mean: common identifier (" in shown.stderr
    narrow = search("data sharing", "--words-of", "tracker", "--position", "rejected")
    assert "Without --words-of and --position: " in narrow.stderr
    split = search('"sharing data first"', "identifier")
    assert "Passages that have each by itself: " in split.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["((("], "There is no word in '((('"),
        (["data", "--department", "Departmnt for Educaton"], "Department for Education"),
        (["data", "--year", "1066"], "has the year of the report '1066'. There are: "),
        (["data", "--position", "maybe"], "has the position 'maybe'"),
        (["x" * 1_001], "at most 1,000 characters"),
    ],
)
def test_what_cannot_be_searched_for_is_refused_plainly(
    search: Callable[..., Run], words: list[str], message: str
) -> None:
    shown = search(*words)
    assert shown.returncode == 2
    assert message in " ".join(shown.stderr.split())


def test_an_index_that_is_missing_is_made_and_said_nothing_of(
    search: Callable[..., Run], bundled_store: Path
) -> None:
    before = search("data")
    for name in (SEARCH_INDEX, SEARCH_CARD):
        (current_version(bundled_store) / name).unlink()
    assert search("data").stdout == before.stdout
    assert (current_version(bundled_store) / SEARCH_INDEX).exists()


def test_without_a_graph_it_is_said_how_to_build_one(run_joinedup: Callable[..., Run]) -> None:
    shown = run_joinedup("search", "data")
    assert shown.returncode == 4
    assert "There is no graph at joinedup-store" in shown.stderr


def test_a_graph_is_searched_in_python(bundled: joinedup.Graph, bundled_store: Path) -> None:
    table = bundled.search("data sharing", department="DfE", words_of=["government", "committee"])
    assert table.columns == COLUMNS
    assert table.rows
    assert "department (of " in table.caption
    on_disk = joinedup.open(bundled_store)
    assert on_disk.search("data sharing", department="DfE").rows == (
        bundled.search("data sharing", department="DfE").rows
    )
    assert len(bundled.search(limit=3, offset=3).rows) == 3
    with pytest.raises(UnknownNameError, match="There is no facet 'colour'"):
        bundled.search("data", colour="red")
