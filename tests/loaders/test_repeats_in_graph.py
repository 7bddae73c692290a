"""Recommendations made again, from files to saved questions, additions and corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

import joinedup
from graph.store.embedded import Store
from loaders.pipeline.build import build
from loaders.pipeline.change import add, remove
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

MADE = PAGES.parents[1] / "made_again"
FIRST, LATER = str(MADE / "first-report.csv"), str(MADE / "later-report.csv")
AGAIN = "finding/hl-2023-24-hl-paper-44-recommendation-2"
OLD = "finding/hl-2013-14-hl-paper-130-recommendation-2"
REITERATES = f"""
PREFIX ju: <https://w3id.org/joinedup/ontology#>
ASK {{
  <https://w3id.org/joinedup/id/{AGAIN}> ju:reiterates <https://w3id.org/joinedup/id/{OLD}> .
  ?repeat ju:laterFinding <https://w3id.org/joinedup/id/{AGAIN}> ;
    ju:earlierFinding <https://w3id.org/joinedup/id/{OLD}> .
}}
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made-again") / "store"
    build([FIRST, LATER], path)
    return path


def default_graph(path: Path) -> set[str]:
    return {str(quad) for quad in Store.open(path).quads(ox.DefaultGraph())}


def repeats(path: Path) -> set[str]:
    return {
        line
        for line in default_graph(path)
        if "#reiterates> <https" in line or "/id/repeat" in line
    }


def is_repeat(path: Path) -> bool:
    return bool(Store.open(path).query(REITERATES))


def test_the_planted_report_has_its_figures(both: Path) -> None:
    [row] = joinedup.open(both).ask("reports-made-again").rows
    assert row[1:] == ("The coast we keep", "2014-03-18", 33, 19, 14, 0, 26, "2024-05-14")


def test_each_that_was_made_again_stands_with_what_it_repeats(both: Path) -> None:
    rows = joinedup.open(both).ask("made-again").rows
    assert len({row[0] for row in rows}) == 26
    assert len({row[1] for row in rows}) == 52


def test_an_addition_gives_what_one_build_gives(both: Path, tmp_path: Path) -> None:
    for name, order in (("a", (FIRST, LATER)), ("b", (LATER, FIRST))):
        path = tmp_path / name
        build([order[0]], path)
        assert repeats(path) == set()
        add([order[1]], path)
        assert repeats(path) == repeats(both)


def test_what_is_taken_out_repeats_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store"
    build([FIRST, LATER], path)
    remove([LATER], path)
    assert repeats(path) == set()


def test_a_person_has_the_last_word(run_joinedup: Callable[..., Run], tmp_path: Path) -> None:
    path = tmp_path / "store"
    build([FIRST, LATER], path)
    assert is_repeat(path)
    words = ("--by", "A. Clerk", "--why", "Read both.", "--store", path)
    run_joinedup("correct", AGAIN, "repeat", OLD, "is-repeat=no", *words)
    assert not is_repeat(path)
    build([FIRST, LATER], path)
    assert not is_repeat(path)
    run_joinedup("correct", AGAIN, "repeat", OLD, "is-repeat=yes", *words)
    assert is_repeat(path)
    assert "makes finding/hl-2013-14" in run_joinedup("why", AGAIN, "--store", path).stdout
