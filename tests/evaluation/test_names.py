"""The recogniser against the gold pages; the committed figures may not fall unnoticed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evaluation.gold_spans import read_gold
from evaluation.span_judgements import evaluate_names
from graph.errors import InputError
from tests.names_registers import recogniser

if TYPE_CHECKING:
    from evaluation.name_figures import Evaluation

CASES = Path(__file__).parent.parent / "cases"
GOLD = CASES / "names" / "gold_names.jsonl"
FLOORS = json.loads((CASES / "names" / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return evaluate_names(GOLD, recogniser())


@pytest.mark.parametrize(
    ("name", "figure"),
    [(name, figure) for name in FLOORS["classes"] for figure in FLOORS["classes"][name]],
)
def test_no_figure_falls_below_what_was_committed(
    evaluation: Evaluation, name: str, figure: str
) -> None:
    reached = evaluation.as_dict()["classes"][name][figure]
    assert reached is not None
    assert reached >= FLOORS["classes"][name][figure]


def test_links_are_right(evaluation: Evaluation) -> None:
    assert evaluation.link_accuracy is not None
    assert evaluation.link_accuracy >= FLOORS["link_accuracy"]
    assert evaluation.linked > 500


def test_every_page_and_span_is_judged_or_counted_as_not_judged(evaluation: Evaluation) -> None:
    assert evaluation.pages == 77
    pages = read_gold(GOLD)
    spans = sum(len(page.spans) for page in pages)
    generic = sum(span.cls == "generic" for page in pages for span in page.spans.values())
    unclear = sum(
        span.cls == "anaphor" and not span.entities
        for page in pages
        for span in page.spans.values()
    )
    judged = sum(score.gold for score in evaluation.classes.values())
    assert judged + generic + unclear + evaluation.labels == spans


def test_every_id_in_the_gold_is_in_a_register() -> None:
    unknown = {
        entity
        for page in read_gold(GOLD)
        for span in page.spans.values()
        for entity in span.entities
        if recogniser().name_of(entity) is None
    }
    assert unknown == set()


def test_figures_are_ready_for_json(evaluation: Evaluation) -> None:
    figures = json.loads(json.dumps(evaluation.as_dict()))
    assert set(figures["classes"]) == {"register", "other", "anaphor"}
    assert figures["links"]["judged"] == evaluation.linked


PAGE = "Conclusion\nThe Ministry of Justice leads Data First and the DWP.\n"


def write_gold(folder: Path, **changes: object) -> Path:
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    start = PAGE.index("Ministry")
    row = {"file": "page.txt", "start": start, "end": start + 19, "type": "organisation"}
    row |= {"surface": "Ministry of Justice", "nested": False, "class": "register"}
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(row | changes) + "\n", encoding="utf-8")
    return path


def test_mentions_outside_the_gold_count_against_precision(tmp_path: Path) -> None:
    result = evaluate_names(write_gold(tmp_path), recogniser())
    register = result.classes["register"]
    assert (register.recall, register.precision) == (1.0, 1 / 3)
    assert [(fault.surface, fault.fault) for fault in result.faults] == [
        ("Data First", "spurious"),
        ("DWP", "spurious"),
    ]


def test_a_gold_file_without_ids_is_judged_by_what_the_register_knows(tmp_path: Path) -> None:
    assert evaluate_names(write_gold(tmp_path), recogniser()).link_accuracy == 1.0


def test_a_wrong_link_is_counted(tmp_path: Path) -> None:
    gold = write_gold(tmp_path, id="organisation/home-office")
    result = evaluate_names(gold, recogniser())
    assert result.link_accuracy == 0.0
    assert result.faults[0].fault == "mislinked"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"file": "no-such-page.txt"}, "the page no-such-page.txt cannot be read"),
        ({"end": 3}, "page.txt: "),
        ({"class": "unheard-of"}, "line 1: class 'unheard-of' is unknown; use one of register,"),
        ({"id": "home-office"}, "line 1: 'home-office' is not of the form organisation/key"),
        ({"start": "x"}, "line 1: start is 'x'; write it as a whole number"),
    ],
)
def test_a_faulty_gold_file_is_refused_with_its_place(
    tmp_path: Path, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(InputError, match=re.escape(words)):
        evaluate_names(write_gold(tmp_path, **changes), recogniser())


def test_a_candidate_where_the_gold_marks_no_name_is_wrong(tmp_path: Path) -> None:
    gold = write_gold(tmp_path)
    words = "the Duck Welfare Programme"
    page = f"{PAGE}It leads {words}.\n"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    start = page.index("Duck")
    generic = {"file": "page.txt", "start": start, "end": page.index(".", start), "nested": False}
    generic |= {"type": "programme", "surface": "Duck Welfare Programme", "class": "generic"}
    with gold.open("a", encoding="utf-8") as file:
        file.write(json.dumps(generic) + "\n")
    other = evaluate_names(gold, recogniser()).classes["other"]
    assert (other.wrong, other.unjudged) == (1, 0)
