"""Who is asked to act, against the gold files; the committed figures may not fall unnoticed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evaluation.measures.addressees import evaluate_addressees
from graph.records.findings import Voice
from loaders.cleaning.text_cleaning import clean_text
from tests.names_registers import recogniser

CASES = Path(__file__).parent.parent / "cases"
FLOORS = {
    "gold_first": (1.0, 0.94),
    "gold_second": (1.0, 0.84),
    "gold_third": (1.0, 1.0),
    "gold_pages": (0.95, 0.95),
}
"""Precision and recall of each file of `gold_addressees`."""

_DEPARTMENT = re.compile(r"\b[Tt]he Department\b(?! (?:for|of) (?:the )?[A-Z])")


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls_below_what_was_committed(name: str) -> None:
    result = evaluate_addressees(CASES / "gold_addressees" / f"{name}.jsonl", recogniser())
    score = result.fields[0]
    precision, recall = FLOORS[name]
    assert (score.precision or 0) >= precision
    assert (score.recall or 0) >= recall


def test_every_department_without_a_name_is_resolved_or_said_to_be_open() -> None:
    expressions = 0
    for path in sorted((CASES / "record_pages" / "pages").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        [names] = recogniser().recognise_document(
            [clean_text(text)], voices=[Voice.COMMITTEE], derive=False
        )
        spans = {(item.start, item.end) for item in names.mentions} | set(names.unresolved)
        for match in _DEPARTMENT.finditer(text):
            expressions += 1
            start, end = match.span()
            assert any(first <= start and end <= last for first, last in spans), (path.name, start)
    assert expressions >= 25
