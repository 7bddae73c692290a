"""Answers: the positions that replies take, and what is flagged in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.answer_scores import evaluate_answers
from evaluation.measure import Measure
from evaluation.per_cent import per_cent
from queries.result_tables import Table

if TYPE_CHECKING:
    from evaluation.answer_scores import AnswerEvaluation


def answers_tables(figures: AnswerEvaluation, *, errors: bool) -> dict[str, Table]:
    """The figures of an evaluation of answers, by verdict and flag; the errors if wanted."""
    share = figures.agreed / figures.judged if figures.judged else None
    tables = {
        "verdicts": Table(
            ("field", "right", "total", "per cent right"),
            (("agreement", figures.agreed, figures.judged, per_cent(share)),),
            f"{figures.pages} pages; on {figures.judged} it can be seen whether there is a "
            f"position.",
        ),
        "flags": Table(
            ("flag", "right", "wrong", "missed", "precision", "recall"),
            tuple(
                (score.code, score.right, score.wrong, score.missed, score.precision, score.recall)
                for score in sorted(figures.flags, key=lambda score: score.code)
            ),
            "Counted in pages.",
        ),
    }
    if errors:
        rows = tuple(
            (score.file, score.subject, score.expected, score.read) for score in figures.misses
        )
        columns = ("file", "subject", "expected", "read")
        tables["errors"] = Table(columns, rows, f"{len(rows)} errors.")
    return tables


MEASURE = Measure(
    name="answers",
    title="Compare positions and quality flags with GOLD (JSON lines; paths relative to it).",
    gives="Gives the share of replies with the right position, and precision and recall by flag.",
    example="tests/cases/record_pages/gold_pages.jsonl --errors",
    evaluate=evaluate_answers,
    tables=answers_tables,
    choices={"as_given": "Leave out the corrections that GOLD makes to itself."},
)
