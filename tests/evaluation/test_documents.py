"""How well official documents are read, and what the comparison counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from evaluation.document_scores import evaluate_documents
from graph.errors import InputError
from tests.gold_papers import FOLDER, SETS, made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

PAPER = """Government Response to the Harbours Committee’s Second Report of Session 2023–24,
Small ports (HC 9321)

May 2024

Recommendation 1. The Department should write to each harbour master.

Government response: We accept this recommendation. Letters will go out by October 2024.

Recommendation 2. The Department should double the dredging grant.

Government response: We do not accept this recommendation.
"""
ONE = {
    "restated": "The Department should write to each harbour master.",
    "reply": "We accept this recommendation. Letters will go out by October 2024.",
    "number": "1",
    "positions": ["accepted"],
    "dates": ["October 2024"],
}
TWO = {
    "restated": "The Department should double the dredging grant.",
    "reply": "We do not accept this recommendation.",
    "number": "2",
    "positions": ["rejected"],
    "dates": [],
}


def figures(folder: Path, *items: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    row = {"file": "paper.txt", "date": "May 2024", "items": items}
    (folder / "gold.jsonl").write_text(json.dumps(row), encoding="utf-8")
    scores = evaluate_documents(folder / "gold.jsonl").fields
    return {score.field: (score.gold, score.retrieved, score.right) for score in scores}


def test_each_field_is_counted_in_values(tmp_path: Path) -> None:
    assert figures(tmp_path, ONE, TWO) == {
        "answers": (2, 2, 2),
        "numbers": (2, 2, 2),
        "positions": (2, 2, 2),
        "dates": (1, 1, 1),
        "departments": (0, 0, 0),
        "dates of documents": (1, 1, 1),
    }


def test_an_item_too_many_is_wrong_in_every_field_it_fills(tmp_path: Path) -> None:
    counted = figures(tmp_path, ONE)
    assert counted["answers"] == (1, 2, 1)
    assert counted["positions"] == (1, 2, 1)


def test_one_wrong_word_is_one_wrong_item_and_no_wrong_number(tmp_path: Path) -> None:
    counted = figures(tmp_path, ONE, TWO | {"reply": "We cannot accept this recommendation."})
    assert counted["answers"] == (2, 2, 1)
    assert counted["numbers"] == (2, 2, 2)


def test_an_item_that_is_not_read_is_missed(tmp_path: Path) -> None:
    third = {"restated": "Ducks should be counted each spring.", "reply": None, "number": "3"}
    assert figures(tmp_path, ONE, TWO, third)["numbers"] == (3, 2, 2)


def test_a_key_that_no_item_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="position"):
        figures(tmp_path, ONE | {"position": "accepted"})


FLOORS = {
    "first": (37, 35, 36, 13, 37, 12),
    "second": (26, 25, 26, 7, 22, 11),
    "third": (31, 28, 30, 5, 31, 11),
    "fourth": (22, 22, 21, 4, 22, 8),
    "fifth": (70, 69, 66, 18, 73, 22),
    "seventh": (34, 35, 33, 8, 35, 12),
    "sixth": (60, 60, 59, 11, 60, 19),
}
"""Right values of each field, below which a change may not fall."""


@pytest.mark.parametrize("name", SETS)
def test_no_reading_of_the_gold_papers_gets_worse(name: str) -> None:
    evaluation = evaluate_documents(FOLDER / f"gold_{name}.jsonl")
    for score, least in zip(evaluation.fields, FLOORS[name], strict=True):
        assert score.right >= least, score
    positions = next(score for score in evaluation.fields if score.field == "positions")
    assert positions.right == positions.retrieved


@pytest.mark.parametrize("name", SETS)
def test_the_papers_are_those_of_the_marked_texts(name: str) -> None:
    for file, content in made(name).items():
        assert (FOLDER / name / file).read_bytes() == content


def test_the_command_gives_the_figures_and_the_errors(run_joinedup: Callable[..., Run]) -> None:
    gold = FOLDER / "gold_first.jsonl"
    answer = run_joinedup("evaluate", "documents", gold, "--format", "json")
    evaluation = json.loads(answer.stdout)
    assert evaluation["documents"] >= 12
    assert isinstance(evaluation["misses"], int)
    assert {"gold", "retrieved", "right", "precision", "recall"} <= evaluation["fields"][0].keys()
    table = run_joinedup("evaluate", "documents", gold, "--errors").stdout
    assert "nothing as uncertain" in table
