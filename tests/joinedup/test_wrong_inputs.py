"""What people get wrong at the command line: each is told what is wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.pipeline.build import build
from tests.joinedup.captured import run_captured

if TYPE_CHECKING:
    from pathlib import Path

WRONG = {
    # line: what is wrong, what to do, exit code
    "conections --store {pages}": ("no command 'conections'", "Did you mean: connections", 2),
    "evaluate page x": ("no command 'page'", "Did you mean: pages", 2),
    "connections Education --store {pages}": (
        "Nothing in this graph is called 'Education'",
        "Did you mean: Department for Education;",
        2,
    ),
    "connections DfE 'Ministry of Justise' --store {pages}": (
        "called 'Ministry of Justise'",
        "Did you mean: Ministry of Justice?",
        2,
    ),
    "path BOLD 'Data Frist' --store {pages}": ("'Data Frist'", "Did you mean: Data First", 2),
    "connections 'ADR UK' --store {pages}": ("name of 2 things", "initiative/adr-uk", 2),
    "why 'Recommendation 2, Public Accounts Committee' --store {pages}": (
        "name of 2 findings",
        "Give one of these instead",
        2,
    ),
    "connections Ministry of Justice --store {pages}": (
        "unexpected extra argument (Justice)",
        "stands in quotation marks",
        2,
    ),
    "connections DfE DFE --store {pages}": ("are both", "Give two different names", 2),
    "connections DfE --limt 3 --store {pages}": ("No such option", "'--limit'", 2),
    "connections DfE --limit many --store {pages}": ("'many'", "whole number from 1", 2),
    "connections DfE --format pdf --store {pages}": ("'pdf' is not one of", "'csv'", 2),
    "connections DfE --record --format csv --store {pages}": (
        "--record is for the screen",
        "Give one of them",
        2,
    ),
    "ask share-acepted --store {pages}": (
        "no saved question named 'share-acepted'",
        "Did you mean: share-accepted?",
        2,
    ),
    "ask about-a-programme --store {pages}": (
        "needs programme=",
        "joinedup ask about-a-programme programme=BOLD",
        2,
    ),
    "ask about-a-programme 'Data First' --store {pages}": (
        "with the name of its parameter",
        'programme="Data First"',
        2,
    ),
    "ask about-a-programme --programme BOLD --store {pages}": (
        "No such option '--programme'",
        "programme=VALUE",
        2,
    ),
    "ask overdue-commitments date=2026 --store {pages}": ("no parameter 'date'", "as-of", 2),
    "ask overdue-commitments as-of=31/02/2026 --store {pages}": (
        "'31/02/2026' is no value",
        "2024-03-31",
        2,
    ),
    "network departments --from 2026 --to 2020 --store {pages}": (
        "is after the last",
        "Exchange --from and --to",
        2,
    ),
    "network department --store {pages}": ("'department' is not one of", "'departments'", 2),
    "network departments --store {empty}": ("no finding yet", "joinedup build SOURCES", 2),
    "ask share-accepted --store {empty}": ("no finding yet", "joinedup build SOURCES", 0),
    "info --store {folder}/nowhere": ("There is no graph at", "joinedup build SOURCES", 4),
    "connections --store {file}": ("There is no graph at", "joinedup demo", 4),
    "undo --store {empty}": ("no graph at", "built once", 4),
    "build {folder}/nothing": ("There is no file", "named", 3),
    "build {file} --store {folder}/s": (
        "does not look like any source",
        "Sources that can be read: Accountability Index",
        3,
    ),
    "build {file} --retrieved yesterday": ("'yesterday' is not a date", "2024-03-31", 2),
    "why 99999 --store {pages}": ("No finding is called '99999'", "Give its name", 2),
    "why accountability-index-4-13168 Ofsted --store {pages}": (
        "is taken to name 'Ofsted'",
        "They name:",
        2,
    ),
    "view ego -o {folder}/a.html --store {pages}": ("takes 1 name", "joinedup view ego", 2),
    "view ego BOLD -o {folder}/a.pdf --store {pages}": ("a.pdf", "ends in one of .html", 2),
    "export --store {pages}": ("Give a FORMAT", "-o graph.ttl", 2),
    "correct accountability-index-4-13168 positon rejected --by A --why B --store {pages}": (
        "'positon' is no kind",
        "Kinds:",
        2,
    ),
    "correct accountability-index-4-13168 position rejected --store {pages}": (
        "whose it is and why",
        "--by and --why",
        2,
    ),
    "query share-accept --store {pages}": ("neither SPARQL nor a file", "`joinedup ask`", 2),
}


@pytest.fixture(scope="module")
def names(pages_store: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """A store of the record pages, one without any finding, and a file that is no source."""
    folder = tmp_path_factory.mktemp("wrong")
    build(["organisations"], folder / "empty")
    (folder / "notes.txt").write_text("Shopping list: tea, milk.\n", encoding="utf-8")
    return {
        "pages": pages_store,
        "empty": folder / "empty",
        "file": folder / "notes.txt",
        "folder": folder,
    }


def test_there_are_enough_wrong_inputs() -> None:
    assert len(WRONG) >= 25


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_input_is_told_what_is_wrong_and_what_to_do(
    line: str, names: dict[str, object]
) -> None:
    wrong, remedy, status = WRONG[line]
    text, exit_code = run_captured(line, names)
    words = " ".join(text.split())
    assert wrong in words
    assert remedy in words
    assert exit_code == status
    assert "Traceback" not in text
