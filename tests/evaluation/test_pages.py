"""How well the pages of the gold file are read, and what the comparison says when they are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.page_scores import FieldMismatch, FieldScore, evaluate_pages
from graph.errors import InputError

CASES = Path(__file__).parent.parent / "cases" / "record_pages"
PAGE = """Source · Select Committees · Justice Committee
Recommendation 12
12
Rejected
A title.
Conclusion
A text.
"""


def one_page(folder: Path, **gold: object) -> Path:
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    path = folder / "gold.jsonl"
    path.write_text(json.dumps({"file": "page.txt", **gold}) + "\n", encoding="utf-8")
    return path


def test_every_field_of_every_gold_page_is_read_rightly() -> None:
    result = evaluate_pages(CASES / "gold_pages.jsonl")
    assert result.misses == ()
    assert {field.total for field in result.fields} == {result.pages} == {77}


def test_a_placeholder_means_that_nothing_is_printed(tmp_path: Path) -> None:
    gold = one_page(tmp_path, response_status="(no response block)", status="(none at the top)")
    result = evaluate_pages(gold)
    assert result.misses == (FieldMismatch("page.txt", "status", None, "Rejected"),)
    assert FieldScore("response_status", 1, 1) in result.fields


def test_fields_that_the_gold_leaves_out_are_not_judged(tmp_path: Path) -> None:
    result = evaluate_pages(one_page(tmp_path, number="12"))
    assert [field.total for field in result.fields if field.total] == [1]


def test_the_evaluation_is_plain_data(tmp_path: Path) -> None:
    result = evaluate_pages(one_page(tmp_path, kind="Recommendation"))
    plain = json.loads(json.dumps(result.as_dict()))
    assert plain["misses"] == [
        {"file": "page.txt", "field": "kind", "expected": "Recommendation", "read": "Conclusion"}
    ]


def test_a_missing_page_is_named(tmp_path: Path) -> None:
    gold = one_page(tmp_path)
    (tmp_path / "page.txt").unlink()
    with pytest.raises(InputError, match=r"page\.txt"):
        evaluate_pages(gold)


@pytest.mark.parametrize("row", ["{", "[]", '{"number": "1"}'])
def test_a_faulty_gold_file_is_refused(tmp_path: Path, row: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(row + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        evaluate_pages(path)
