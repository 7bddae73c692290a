"""Evaluations as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.result_tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evaluation.answer_scores import AnswerEvaluation
    from evaluation.document_scores import DocumentEvaluation
    from evaluation.name_figures import Evaluation, Score
    from evaluation.page_scores import PageEvaluation


def pages_tables(figures: PageEvaluation) -> dict[str, Table]:
    """The figures of an evaluation of record pages, field by field, and all that was missed."""
    scores = tuple(
        (score.field, score.right, score.total, _per_cent(score.share)) for score in figures.fields
    )
    misses = tuple((miss.file, miss.field, miss.expected, miss.read) for miss in figures.misses)
    return {
        "fields": Table(
            ("field", "right", "total", "per cent right"),
            scores,
            f"{figures.pages} pages compared.",
        ),
        "misses": Table(
            ("file", "field", "expected", "read"), misses, f"{len(figures.misses)} misses."
        ),
    }


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


def answers_tables(figures: AnswerEvaluation, *, errors: bool) -> dict[str, Table]:
    """The figures of an evaluation of answers, by verdict and flag; the errors if wanted."""
    share = figures.agreed / figures.judged if figures.judged else None
    tables = {
        "verdicts": Table(
            ("field", "right", "total", "per cent right"),
            (("agreement", figures.agreed, figures.judged, _per_cent(share)),),
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


def _per_cent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


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
