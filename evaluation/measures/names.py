"""Names: what the recogniser finds in pages, and what it links them to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.measure import Measure
from evaluation.span_judgements import evaluate_names
from loaders.cleaning.text_cleaning import clean_text
from loaders.pipeline.registers import bundled_recogniser
from queries.result_tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from evaluation.name_figures import Evaluation, Score


def evaluate_bundled_names(gold: Path) -> Evaluation:
    """Judge the recogniser of a build by a gold file.

    Raises:
        InputError: If the gold file or one of its pages cannot be read.
    """
    return evaluate_names(gold, bundled_recogniser(), clean_text)


def names_tables(figures: Evaluation, *, errors: bool) -> dict[str, Table]:
    """The figures of an evaluation of names, by class, type and rule; the errors if wanted."""
    links = (
        f"{figures.pages} pages. Links of register names: {figures.linked_right} right of "
        f"{figures.linked} judged; {figures.links_unjudged} not judged. "
        f"{figures.labels} spans are labels of the pages and are not judged."
    )
    tables = {
        "classes": _scores("class", figures.classes, links),
        "types": _scores("type of register name", figures.types, ""),
        "rules": Table(
            ("rule", "right", "wrong", "precision"),
            tuple(
                (rule, score.right, score.wrong, score.precision)
                for rule, score in sorted(figures.rules.items())
            ),
            "What a rule missed cannot be told, so recall is not known by rule.",
        ),
    }
    if errors:
        columns = ("page", "start", "words", "class", "fault", "expected", "found", "rule")
        rows = tuple(
            (
                score.page,
                score.start,
                score.surface,
                score.cls,
                score.fault,
                score.expected,
                score.found,
                score.rule,
            )
            for score in figures.faults
        )
        tables["errors"] = Table(columns, rows, f"{len(rows)} errors.")
    return tables


def _scores(of: str, scores: Mapping[str, Score], caption: str) -> Table:
    columns = (of, "gold", "found", "right", "wrong", "precision", "recall", "F1")
    rows = tuple(
        (
            name,
            score.gold,
            score.found,
            score.right,
            score.wrong,
            score.precision,
            score.recall,
            score.f1,
        )
        for name, score in sorted(scores.items())
    )
    return Table(columns, rows, caption)


MEASURE = Measure(
    name="names",
    title="Compare the names found in pages with GOLD (JSON lines; paths relative to it).",
    gives="Gives precision, recall and F1 by class, type and rule, and the share of right links.",
    example="tests/cases/names/gold_names.jsonl --errors",
    evaluate=evaluate_bundled_names,
    tables=names_tables,
    errors="errors",
)
