"""However a paper is set, no verdict and no date is read that it does not state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.document_scores import evaluate_documents
from tests.paper_settings import SETTINGS, write_in_setting

if TYPE_CHECKING:
    from pathlib import Path

LEAST = 0.89
"""Share of the verdicts that is read in each setting; the rest is not read at all."""


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_makes_no_verdict_wrong(name: str, tmp_path: Path) -> None:
    evaluation = evaluate_documents(write_in_setting(name, tmp_path))
    scores = {score.field: score for score in evaluation.fields}
    wrong = [
        miss
        for miss in evaluation.misses
        if miss.field in {"positions", "dates"} and miss.actual != "–"
    ]
    assert wrong == []
    assert scores["positions"].recall is not None
    assert scores["positions"].recall >= LEAST
