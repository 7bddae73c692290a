"""Record pages: what is printed in each place of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.measure import Measure
from evaluation.page_scores import evaluate_pages
from evaluation.per_cent import per_cent
from queries.result_tables import Table

if TYPE_CHECKING:
    from evaluation.page_scores import PageEvaluation


def pages_tables(figures: PageEvaluation, *, errors: bool) -> dict[str, Table]:
    """The figures of an evaluation of record pages, field by field; what was missed if wanted."""
    scores = tuple(
        (score.field, score.right, score.total, per_cent(score.share)) for score in figures.fields
    )
    tables = {
        "fields": Table(
            ("field", "right", "total", "per cent right"),
            scores,
            f"{figures.pages} pages compared; {len(figures.misses)} misses.",
        )
    }
    if errors:
        rows = tuple((miss.file, miss.field, miss.expected, miss.read) for miss in figures.misses)
        columns = ("file", "field", "expected", "read")
        tables["errors"] = Table(columns, rows, f"{len(rows)} errors.")
    return tables


MEASURE = Measure(
    name="pages",
    title="Compare record pages, field by field, with GOLD (JSON lines; paths relative to it).",
    gives="Gives the share of pages on which each field is read rightly.",
    example="tests/cases/record_pages/gold_pages.jsonl",
    evaluate=evaluate_pages,
    tables=pages_tables,
)
