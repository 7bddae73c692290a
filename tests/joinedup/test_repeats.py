"""`joinedup repeats`: the chain of a finding, both sentences of each repeat side by side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import joinedup
from graph.identity import DEFAULT_BASE
from graph.store.embedded import Store
from loaders.pipeline.build import build
from queries.finding_lookup import label_of
from tests.conftest import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

BASE = f"{DEFAULT_BASE}id/"
MADE = PAGES.parents[1] / "made_again"
AGAIN = "finding/hl-2023-24-hl-paper-44-recommendation-2"
OLD = "finding/hl-2013-14-hl-paper-130-recommendation-2"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("repeats") / "store"
    build([str(MADE / "first-report.csv"), str(MADE / "later-report.csv")], path)
    return path


def test_both_sentences_stand_side_by_side(run_joinedup: Callable[..., Run], store: Path) -> None:
    output = run_joinedup("repeats", AGAIN, "--store", store, "--format", "json").stdout
    [row] = json.loads(output)["rows"]
    assert (row["earlier day"], row["later day"]) == ("2014-03-18", "2024-05-14")
    assert row["earlier sentence"] != row["later sentence"]
    for end, name in (("earlier", "first-report"), ("later", "later-report")):
        assert row[f"{end} sentence"] in (MADE / f"{name}.csv").read_text(encoding="utf-8")
        assert f"{name}.csv" in row[f"{end} source"]
    assert row["who said so"]
    assert row["because"].startswith("Made again")
    assert row["confidence"] >= 0.9


def test_each_end_says_how_it_was_answered_and_what_became_of_it(store: Path) -> None:
    graph = joinedup.open(store)
    rows = {str(row[1]): row for row in graph.ask("made-again").rows}
    columns = graph.ask("made-again").columns
    table = graph.repeats(AGAIN)
    row = dict(zip(table.columns, table.rows[0], strict=True))
    first = dict(zip(columns, rows[f"{BASE}{OLD}"], strict=True))
    assert str(row["earlier answer"]).startswith(f"{first['answer']} (government): “")
    assert str(row["earlier delivery"]).startswith(f"{first['delivered']} (tracker)")
    assert row["later answer"] == row["later delivery"] == "not known"
    assert row["earlier outcome source"] == row["earlier source"]
    assert "from 2014-03-18 to 2024-05-14" in table.caption
    assert "known for 1 of 2, and something is said of delivery for 1 of 2" in table.caption


def test_every_answer_of_every_chain_is_that_of_the_saved_question(store: Path) -> None:
    graph = joinedup.open(store)
    table = graph.ask("made-again")
    answers = {
        str(row["finding"]): row["answer"]
        for row in (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    }
    for name, answer in answers.items():
        chain = graph.repeats(name)
        for row in chain.rows:
            cells = dict(zip(chain.columns, row, strict=True))
            label = "earlier" if cells["earlier"] == label_of(Store.open(store), name) else "later"
            assert str(cells[f"{label} answer"]).startswith(str(answer or "not known"))


def test_the_chain_is_the_same_from_each_end(store: Path) -> None:
    graph = joinedup.open(store)
    assert graph.repeats(AGAIN).rows == graph.repeats(OLD).rows


def test_the_rows_of_all_findings_are_those_of_the_saved_question(store: Path) -> None:
    graph = joinedup.open(store)
    asked_again = {row[1] for row in graph.ask("made-again").rows if row[1] != row[0]}
    assert len(asked_again) == 26
    assert all(len(graph.repeats(str(name)).rows) == 1 for name in asked_again)


def test_what_was_never_made_again_says_so(store: Path) -> None:
    graph = joinedup.open(store)
    names = [f"finding/hl-2013-14-hl-paper-130-recommendation-{number}" for number in range(1, 34)]
    alone = [table for table in map(graph.repeats, names) if not table.rows]
    assert len(alone) == 7
    assert all(table.caption.startswith("The graph states no repeat of ") for table in alone)


def test_a_repeat_whose_meaning_is_open_is_shown_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text(
        "Committee,Report,Paper,Session,Report date,Recommendation no,Recommendation\n"
        "Toads Committee,Toads,HC 9,2023-24,2024-05-14,1,"
        "We repeat our call for a tax on toads.\n",
        encoding="utf-8",
    )
    graph = joinedup.build(str(path))
    table = graph.repeats("Recommendation 1, Toads")
    [row] = table.rows
    cells = dict(zip(table.columns, row, strict=True))
    assert cells["later sentence"] == "We repeat our call for a tax on toads."
    assert cells["earlier sentence"] is None
    assert "; open: " in str(cells["because"])
    assert "of 1 it is open which finding is meant" in table.caption


def test_a_name_that_nothing_has_is_a_plain_message(
    run_joinedup: Callable[..., Run], store: Path
) -> None:
    run = run_joinedup("repeats", "finding/none-such", "--store", store)
    assert run.returncode != 0
    assert "No finding is called" in run.stderr
