"""How well the gold pages are read, and what the comparison says when they are not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evaluation.answer_scores import FlagScore, evaluate_answers
from evaluation.gold_answers import FLAWS, codes, flag_of, meanings, unseen
from evaluation.gold_rows import PageRow, gold_rows
from graph.errors import InputError
from loaders.flags import flag_rules
from ontology.flag_scheme import flag_concepts
from ontology.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

RULES = {rule.code for rule in flag_rules()}
GOLD = Path(__file__).parent.parent / "cases" / "record_pages" / "gold_pages.jsonl"

FLOORS = {
    "echo": (1.0, 1.0),
    "fragment": (1.0, 0.85),
    "mistyped-kind": (1.0, 0.85),
    "label-differs": (0.85, 0.8),
    "furniture": (0.95, 0.85),
    "reply-not-shown": (1.0, 1.0),
    "shared-answer": (1.0, 1.0),
    "truncated": (1.0, 0.77),
    "empty-answer": (1.0, 1.0),
    "label-unsupported": (1.0, 1.0),
    "misaligned-answer": (1.0, 0.66),
    "missing-addressee": (1.0, 0.71),
    "summary-differs": (1.0, 1.0),
}


def test_agreement_is_read_rightly_on_the_gold_pages() -> None:
    result = evaluate_answers(GOLD)
    assert result.pages == 77
    assert result.judged >= 55
    assert result.agreed / result.judged >= 0.97


@pytest.mark.parametrize("code", sorted(FLOORS))
def test_flags_on_the_gold_pages_do_not_get_worse(code: str) -> None:
    score = next(item for item in evaluate_answers(GOLD).flags if item.code == code)
    precision, recall = FLOORS[code]
    assert (score.precision or 0) >= precision
    assert (score.recall or 0) >= recall


def test_the_evaluation_is_plain_data() -> None:
    plain = json.loads(json.dumps(evaluate_answers(GOLD).as_dict()))
    assert {"code", "precision", "recall"} <= plain["flags"][0].keys()


def test_the_command_line_gives_the_figures_and_the_errors(
    run_joinedup: Callable[..., Run],
) -> None:
    told = json.loads(run_joinedup("evaluate", "answers", GOLD, "--format", "json").stdout)
    assert (told["pages"], told["judged"]) == (77, 58)
    assert isinstance(told["misses"], int)
    table = run_joinedup("evaluate", "answers", GOLD, "--errors", "--format", "csv").stdout
    assert "shared-answer" in table
    assert "expected,read" in table


def test_every_gold_code_stands_for_a_flag_that_has_a_rule() -> None:
    assert set(FLAWS.values()) <= RULES


def test_a_wording_of_no_visible_position_is_not_judged() -> None:
    assert meanings("unknown-cut") == meanings("cut(agrees)") == ()
    assert meanings("agrees(cut)") != ()


def test_a_flag_that_never_fires_has_no_precision() -> None:
    assert FlagScore("echo", 0, 0, 2).precision is None
    assert FlagScore("echo", 0, 0, 2).recall == 0


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("{", "line 1 is not JSON"),
        ("[]", "line 1: the row is []; write it as keys"),
        ('{"number": "1"}', "line 1: the row has no file; fill it in"),
        ('{"file": "a.txt", "flaws": "echo"}', "line 1: flaws is 'echo'; write it as a list"),
        (
            '{"file": "a.txt", "read_again": [{"flaw": "echo", "is": "gone", "why": "x"}]}',
            "line 1: read_again 1 is 'gone' is unknown; use one of there, unseen",
        ),
    ],
)
def test_a_faulty_gold_file_is_refused(tmp_path: Path, row: str, words: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(row + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(words)):
        evaluate_answers(path)


def test_the_figures_in_the_documentation_are_those_measured() -> None:
    page = Path("docs/answers.md").read_text(encoding="utf-8")
    told = {}
    for line in page.partition("## How well it reads")[2].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6 and cells[0].replace(" ", "-") in RULES:
            told[cells[0].replace(" ", "-")] = tuple(cells[1:])
    read, as_given = evaluate_answers(GOLD), evaluate_answers(GOLD, as_given=True)
    assert f"right on {read.agreed} of the {read.judged} where" in page
    assert told == {
        score.code: (
            str(score.right + score.wrong),
            *map(shown, (score.precision, score.recall, given.precision, given.recall)),
        )
        for score, given in zip(read.flags, as_given.flags, strict=True)
    }


def shown(share: float | None) -> str:
    return "–" if share is None else f"{share:.2f}"


def test_a_page_read_again_is_judged_by_what_was_seen_then() -> None:
    rows = list(gold_rows(GOLD, PageRow))
    again = [reading for row in rows for reading in row.read_again]
    assert {reading.outcome for reading in again} == {"there", "unseen"}
    for row in rows:
        for reading in row.read_again:
            there, flaws = reading.outcome == "there", row.flaws or ()
            assert reading.why
            assert reading.flaw not in flaws or not there
            assert (reading.flaw in codes(row, as_given=False)) is (there or reading.flaw in flaws)
            assert (flag_of(reading.flaw) in unseen(row, as_given=False)) is not there
            assert not unseen(row, as_given=True)


@pytest.mark.parametrize(
    ("addressees", "kind", "flaws", "nameless"),
    [
        (["the Department"], "Recommendation", [], True),
        (["the Department"], "Recommendation", ["kind-mismatch"], False),
        (["The Government"], "Conclusion", ["kind-mismatch"], True),
        (["the Department", "Ofsted"], "Recommendation", [], False),
        ([], "Recommendation", [], False),
    ],
)
def test_an_addressee_that_a_person_could_not_name_is_nameless(
    addressees: list[str], kind: str, flaws: list[str], *, nameless: bool
) -> None:
    row = PageRow(file="a.txt", addressees=tuple(addressees), kind=kind, flaws=tuple(flaws))
    assert ("addressee-nameless" in codes(row, as_given=True)) is nameless


def test_a_row_without_addressees_does_not_judge_their_flag() -> None:
    assert unseen(PageRow(file="a.txt"), as_given=False) == {"missing-addressee"}


def test_a_flag_that_is_often_wrong_or_that_nobody_judged_is_a_hint_and_no_more() -> None:
    enough = 0.8
    for score in evaluate_answers(GOLD).flags:
        if score.precision is None or score.precision < enough:
            assert flag_concepts()[score.code].severity is Severity.SLIGHT, score.code
