"""How well single texts are read: dates, addressees and quoted sentences, and what is counted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from evaluation.measure import measures
from evaluation.text_figures import TextEvaluation
from graph.errors import InputError
from tests.names_registers import recogniser

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

CASES = Path(__file__).parent.parent / "cases"
SETS = [("spans", part) for part in ("first", "second")] + [
    (name, part) for name in ("addressees", "dates") for part in ("first", "second", "third")
]


def compare(name: str, folder: Path, *rows: dict[str, Any], **options: object) -> TextEvaluation:
    gold = folder / "gold.jsonl"
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return evaluate(name, gold, **options)


def evaluate(name: str, gold: Path, **options: object) -> TextEvaluation:
    figures = measures()[name].evaluate(gold, **options)
    assert isinstance(figures, TextEvaluation)
    return figures


def counts(figures: TextEvaluation) -> tuple[int, int, int]:
    first = figures.fields[0]
    return first.gold, first.retrieved, first.right


def faults(figures: TextEvaluation) -> dict[str, tuple[int, int]]:
    return {each.fault: (each.number, each.total) for each in figures.faults if each.number}


def reply(words: str, kind: str = "due", last: str | None = "2025-05-31") -> dict[str, Any]:
    date = {"words": words, "kind": kind, "last": last}
    return {"text": "The Office will write to each harbour by May 2025.", "dates": [date]}


def test_a_date_is_right_with_words_kind_and_last_day(tmp_path: Path) -> None:
    assert counts(compare("dates", tmp_path, reply("by May 2025"))) == (1, 1, 1)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (reply("2025"), "other words"),
        (reply("May 2025", kind="revised"), "other kind"),
        (reply("May 2025", last="2025-06-30"), "other last day"),
        (reply("May 2025", last=None), "other last day"),
    ],
)
def test_each_fault_of_a_date_is_counted_by_itself(
    row: dict[str, Any], fault: str, tmp_path: Path
) -> None:
    figures = compare("dates", tmp_path, row)
    assert faults(figures) == {fault: (1, 1)}
    assert counts(figures) == (1, 1, 0)


def test_a_date_missed_and_one_too_many(tmp_path: Path) -> None:
    text = "The pier was shut in 2019. It will open in June 2026."
    old = {"words": "2019", "kind": "due"}
    figures = compare("dates", tmp_path, {"text": text, "form": "pier", "dates": [old]})
    assert faults(figures) == {"missed": (1, 1), "not in the gold file": (1, 1)}
    assert [each.field for each in figures.fields] == ["dates", "… pier"]
    assert (figures.texts, figures.faulty) == (1, 1)


def test_words_that_do_not_stand_in_the_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="June 2031"):
        compare("dates", tmp_path, reply("June 2031"))


def test_addressees_are_compared_by_their_place(tmp_path: Path) -> None:
    text = "The Home Office should act. The Cabinet Office told us so."
    row = {"text": text, "addressees": ["Cabinet Office"]}
    figures = compare("addressees", tmp_path, row, recogniser=recogniser())
    assert faults(figures) == {"missed": (1, 1), "not in the gold file": (1, 1)}


def test_another_sentence_is_a_fault_of_its_own(tmp_path: Path) -> None:
    text = "We accept this recommendation. A note will follow in May 2026."
    quotes = [
        {"of": "position", "value": "accepted", "sentence": "We accept this recommendation."},
        {"of": "commitment", "value": "May 2026", "sentence": "A note will follow"},
    ]
    figures = compare("spans", tmp_path, {"text": text, "quotes": quotes})
    assert faults(figures) == {"other sentence": (1, 2)}


FLOORS = {
    ("addressees", "first"): 16,
    ("addressees", "second"): 19,
    ("addressees", "third"): 15,
    ("dates", "first"): 35,
    ("dates", "second"): 35,
    ("dates", "third"): 25,
    ("spans", "first"): 17,
    ("spans", "second"): 18,
}
"""Right values of each set, below which a change may not fall."""


@pytest.mark.parametrize(("name", "part"), SETS)
def test_no_reading_of_the_gold_texts_gets_worse(name: str, part: str) -> None:
    figures = evaluate(name, CASES / f"gold_{name}" / f"gold_{part}.jsonl")
    assert counts(figures)[2] >= FLOORS[name, part], figures.misses


@pytest.mark.parametrize("name", ["addressees", "dates", "spans"])
def test_the_command_gives_the_figures_and_the_errors(
    name: str, run_joinedup: Callable[..., Run]
) -> None:
    gold = CASES / f"gold_{name}" / "gold_second.jsonl"
    figures = json.loads(run_joinedup("evaluate", name, gold, "--format", "json").stdout)
    assert isinstance(figures["misses"], int)
    assert {"gold", "retrieved", "right", "precision", "recall"} <= figures["fields"][0].keys()
    assert {"fault", "number", "total"} == figures["faults"][0].keys()
    table = run_joinedup("evaluate", name, gold, "--errors", "--format", "csv").stdout
    assert "text,fault,expected,read" in table


@pytest.mark.parametrize("name", measures())
def test_the_example_of_every_measure_is_there(name: str) -> None:
    assert (CASES.parent.parent / measures()[name].example.split()[0]).is_file()
