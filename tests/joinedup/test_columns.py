"""`joinedup columns`: how columns are read, and a file beside the list that corrects it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import joinedup
from graph.errors import InputError
from loaders.interface.column_choices import choices_beside
from loaders.pipeline.build import build
from tests.made_sheets import ods, table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

    Show = Callable[..., Run]

LIST = (
    "Ask,Rec no,Who acts,Report,HC no,Session,What we did\n"
    '"Count the sacks, twice.",1,HM Treasury,Grain,12,2023-24,We counted.\n'
    "Weigh them.,2,HM Treasury,Grain,12,2023-24,We weigh.\n"
)
CHOICES = '[columns]\n"Ask" = "words"\n"Who acts" = "department"\n"What we did" = "ignore"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def choose(file: Path, text: str) -> None:
    file.with_name("list.columns.toml").write_text(text, encoding="utf-8")


def shown(run_joinedup: Show, file: Path) -> dict[str, dict[str, Any]]:
    result = run_joinedup("columns", file, "--format", "json")
    assert result.returncode == 0, result.stderr
    rows = json.loads(result.stdout)["rows"]
    return {row["column"]: row for row in rows}


def words_in(graph: joinedup.Graph) -> set[str]:
    query = """PREFIX ju: <https://w3id.org/joinedup/ontology#>
        SELECT ?words WHERE { ?f a ju:Finding ; ju:hasText/ju:content ?words }"""
    return {str(row[0]) for row in graph.query(query).rows}


def test_each_column_is_shown_with_what_it_is_read_as_and_why(
    run_joinedup: Show, file: Path
) -> None:
    rows = shown(run_joinedup, file)
    assert rows["Rec no"]["read as"] == "number"
    assert rows["Rec no"]["why"] == "by its name"
    assert rows["Ask"]["read as"] is None
    assert rows["Ask"]["first value"] == "Count the sacks, twice."


def test_a_list_is_read_as_the_file_beside_it_says(run_joinedup: Show, file: Path) -> None:
    with pytest.raises(InputError, match="No row names a column of recommendations"):
        joinedup.build(str(file))
    choose(file, CHOICES)
    assert shown(run_joinedup, file)["Ask"] == {
        "column": "Ask", "read as": "words", "why": "as you say",
        "first value": "Count the sacks, twice.",
    }  # fmt: skip
    wanted = {"Count the sacks, twice.", "Weigh them."}
    assert words_in(joinedup.build(str(file))) == wanted
    assert words_in(joinedup.build(str(file.parent))) == wanted


def test_a_file_that_is_written_changes_nothing_until_it_is_edited(
    run_joinedup: Show, file: Path
) -> None:
    file.write_text(LIST.replace("Ask", "Recommendation"), encoding="utf-8")
    before = joinedup.build(str(file))
    assert run_joinedup("columns", file, "--write").returncode == 0
    choices = choices_beside(file)
    assert choices is not None
    assert choices.columns["Recommendation"] == "words"
    assert choices.columns["What we did"] == "ignore"
    assert words_in(joinedup.build(str(file))) == words_in(before)
    again = run_joinedup("columns", file, "--write")
    assert again.returncode != 0
    assert "is there already" in " ".join(again.stderr.split())


def test_a_spreadsheet_has_its_file_too(run_joinedup: Show, tmp_path: Path) -> None:
    rows = [
        line.split(",") for line in LIST.replace('"Count the sacks, twice."', "Count.").split("\n")
    ]
    path = tmp_path / "list.ods"
    path.write_bytes(ods(table("One", rows)))
    choose(path, CHOICES)
    assert shown(run_joinedup, path)["Ask"]["read as"] == "words"
    assert words_in(joinedup.build(str(path))) == {"Count.", "Weigh them."}


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('[columns]\n"Ask" = "words"\n"Owner" = "department"\n', 3, "no column 'Owner'"),
        ('[columns]\n"Ask" = "wrods"\n', 2, "cannot be read as 'wrods'"),
        ('[columns]\nAsk = "words"\nReport = "words"\n', 3, "two columns"),
        ('[columns]\n"Ask" = 7\n', 2, "cannot be read as '7'"),
        ("[colums]\n", 1, "colums"),
        ("[columns\n", 1, "no TOML"),
        ('[columns]\n"Report" = "ignore"\n', None, "no column is read as words"),
        ("", None, "columns"),
        ("\x00", None, "no TOML"),
    ],
)
def test_what_is_wrong_in_the_file_is_said_with_its_line(
    run_joinedup: Show, file: Path, text: str, line: int | None, problem: str
) -> None:
    choose(file, text)
    with pytest.raises(InputError) as caught:
        build([str(file)], file.parent / "store")
    assert problem in str(caught.value)
    assert "list.columns.toml" in str(caught.value)
    result = run_joinedup("columns", file)
    assert result.returncode != 0
    assert problem in " ".join(result.stderr.split())
    if line:
        assert f"line {line}" in str(caught.value)


def test_a_list_of_one_column_is_refused_unless_a_person_says_that_it_is_all(
    run_joinedup: Show, file: Path
) -> None:
    file.write_text("Recommendation\nCount the sacks.\nWeigh them.\n", encoding="utf-8")
    with pytest.raises(InputError, match="say that this is all"):
        joinedup.build(str(file))
    assert run_joinedup("columns", file, "--write").returncode == 0
    assert words_in(joinedup.build(str(file))) == {"Count the sacks.", "Weigh them."}


def test_a_file_without_a_table_beside_it_is_listed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "other.columns.toml").write_text(CHOICES, encoding="utf-8")
    (tmp_path / "in" / "list.csv").write_text(LIST.replace("Ask", "Recommendation"), "utf-8")
    report = build([str(tmp_path / "in")], tmp_path / "store")
    (issue,) = [issue for issue in report.issues if issue.lost]
    assert issue.location.endswith("other.columns.toml")


def test_what_is_no_table_is_refused(run_joinedup: Show, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>x</p>", encoding="utf-8")
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    (tmp_path / "blank.csv").write_text(",,,\n,,\n", encoding="utf-8")
    for name, words in (
        ("page.html", "is no table"),
        ("empty.csv", "empty"),
        ("blank.csv", "no row"),
    ):
        result = run_joinedup("columns", tmp_path / name)
        assert result.returncode != 0
        assert words in " ".join(result.stderr.split())


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12), min_size=1
    )
)
def test_any_name_of_a_column_can_be_written_and_is_found_with_its_line(names: list[str]) -> None:
    from loaders.interface.column_choices import _line_of, written_choices  # noqa: PLC0415

    text = written_choices([(name, "ignore") for name in names], ("words",), "ignore")
    lines = text.split("\n")
    for name in names:
        line = _line_of(name, text)
        assert line is not None
        assert json.loads(lines[line - 1].rpartition(" = ")[0]) == name


def test_a_list_is_read_again_when_the_file_beside_it_has_changed(
    run_joinedup: Show, file: Path
) -> None:
    store = file.parent / "store"
    choose(file, CHOICES)
    assert run_joinedup("build", file, "--store", store).returncode == 0
    choose(file, CHOICES.replace('"What we did" = "ignore"', '"What we did" = "response"'))
    assert run_joinedup("add", file, "--store", store).returncode == 0
    query = """PREFIX ju: <https://w3id.org/joinedup/ontology#>
        SELECT ?words WHERE { ?reply a ju:Reply ; ju:hasText/ju:content ?words }"""
    replies = {str(row[0]) for row in joinedup.open(store).query(query).rows}
    assert replies == {"We counted.", "We weigh."}
