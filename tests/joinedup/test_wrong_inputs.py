"""What a person gets wrong is answered by what is wrong and what to do, without a traceback."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

USAGE, NOTHING_READ, NO_GRAPH = 2, 3, 4
"""Exit codes of what cannot be carried out, of files that cannot be read, of no graph."""

WRONG_INPUTS = [
    # misspelled
    ("ask overdu-commitments", USAGE, "Did you mean: overdue-commitments"),
    ("fetch comittee 'Public Accounts'", USAGE, "Did you mean: committee"),
    ("conections BOLD", USAGE, "connections"),
    ("connections 'Ministry of Justise'", USAGE, "Ministry of Justice"),
    ("export turtl -o {folder}/x", USAGE, "'turtle'"),
    ("network departmants", USAGE, "'departments'"),
    # of nothing, or of something else
    ("connections DfE Nobody", USAGE, "is called 'Nobody'"),
    ("report department BOLD -o {folder}/x.docx", USAGE, "BOLD"),
    ("view ego Nobody -o {folder}/x.html", USAGE, "is called 'Nobody'"),
    ("why nope BOLD", USAGE, "such as finding/"),
    ("repeats nothing", USAGE, "such as finding/"),
    ("search data --department DfX", USAGE, "There are: "),
    ("calendar Nobody -o {folder}/x.ics", USAGE, "is called 'Nobody'"),
    # missing
    ("repeats", USAGE, "FINDING"),
    ("fetch committee", USAGE, "NAME"),
    ("correct", USAGE, "--corrections"),
    ("correct x position rejected", USAGE, "--by and --why"),
    # another option or value
    ("ask overdue-commitments asof=2024", USAGE, "as-of"),
    ("check --severity bad", USAGE, "No such option"),
    ("serve --bind 1.2", USAGE, "127.0.0.1:8000"),
    ("report department DfE -o {folder}/x.exe", USAGE, ".docx"),
    ("calendar DfE -o {folder}/x.doc", USAGE, ".ics"),
    (
        "correct report-2022-23-hc-730-recommendation-7 position glad --by A --why B",
        USAGE,
        "accepted",
    ),
    # a wrong date
    ("network departments --from soon", USAGE, "2024-03"),
    ("calendar DfE -o {folder}/x.ics --from 2024-13", USAGE, "2024-03"),
    ("ask overdue-commitments as-of=soon", USAGE, "2024-03"),
    ("info --known-on 1990", USAGE, "Give a later day"),
    # no graph, or a wrong one
    ("info --store {folder}/none", NO_GRAPH, "joinedup demo"),
    ("mcp --store {folder}/none", NO_GRAPH, "Build one with"),
    ("add {folder}/none", NOTHING_READ, "no file, folder"),
    ("diff {folder}/none {folder}/none", USAGE, "does not exist"),
]


@pytest.mark.parametrize(("line", "status", "answer"), WRONG_INPUTS)
def test_what_is_wrong_and_what_to_do_is_said(
    line: str, status: int, answer: str, run_wrongly: Callable[[str], Run]
) -> None:
    done = run_wrongly(line)
    assert answer in done.stderr, (done.returncode, done.stderr)
    assert "Traceback" not in done.stderr
    assert done.returncode == status


@pytest.fixture
def run_wrongly(
    bundled_store: Path, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> Callable[[str], Run]:
    """Runs a line of the table on the bundled graph; nothing may be written."""

    def run(line: str) -> Run:
        words = shlex.split(line.format(folder=tmp_path))
        if "--store" not in words and words[0] not in {"fetch", "diff", "conections"}:
            words += ["--store", str(bundled_store)]
        done = run_joinedup(*words)
        assert list(tmp_path.iterdir()) == []
        return done

    return run
