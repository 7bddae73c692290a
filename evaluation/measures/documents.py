"""Official documents: responses and Treasury Minutes, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.document_scores import evaluate_documents
from evaluation.measure import Measure
from queries.result_tables import Table

if TYPE_CHECKING:
    from evaluation.document_scores import DocumentEvaluation


def documents_tables(figures: DocumentEvaluation, *, errors: bool) -> dict[str, Table]:
    """The figures of an evaluation of official documents, field by field; the errors if wanted."""
    caption = (
        f"{figures.documents} documents; {figures.refused} were not taken for a response. In "
        f"{figures.faulty} something was read otherwise; of {figures.silent} of these, a build "
        "reports nothing as uncertain."
    )
    tables = {
        "fields": Table(
            ("field", "gold", "retrieved", "right", "precision", "recall"),
            tuple(
                (
                    score.field,
                    score.gold,
                    score.retrieved,
                    score.right,
                    score.precision,
                    score.recall,
                )
                for score in figures.fields
            ),
            caption,
        )
    }
    if errors:
        rows = tuple((miss.file, miss.field, miss.expected, miss.actual) for miss in figures.misses)
        columns = ("file", "field", "expected", "read")
        tables["errors"] = Table(columns, rows, f"{len(rows)} errors.")
    return tables


MEASURE = Measure(
    name="documents",
    title="Compare responses and Treasury Minutes with GOLD (JSON lines; paths relative to it).",
    gives="Gives precision and recall of answers, numbers, positions, dates and departments.",
    example="tests/cases/gold_documents/gold_first.jsonl",
    evaluate=evaluate_documents,
    tables=documents_tables,
)
