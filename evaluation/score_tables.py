"""Evaluations as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.result_tables import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evaluation.answers import AnswerEvaluation
    from evaluation.name_scores import Evaluation, Score
    from evaluation.pages import PageEvaluation


def pages_tables(found: PageEvaluation) -> dict[str, Table]:
    """The figures of an evaluation of record pages, field by field, and all that was missed."""
    scores = tuple((one.field, one.right, one.total, one.share) for one in found.fields)
    misses = tuple((miss.file, miss.field, miss.expected, miss.read) for miss in found.misses)
    return {
        "fields": Table(
            ("field", "right", "of", "share"), scores, f"{found.pages} pages compared."
        ),
        "misses": Table(
            ("file", "field", "expected", "read"), misses, f"{len(found.misses)} misses."
        ),
    }


def names_tables(found: Evaluation, *, errors: bool) -> dict[str, Table]:
    """The figures of an evaluation of names, by class, type and rule; the errors if wanted."""
    links = (
        f"{found.pages} pages. Links of register names: {found.linked_right} right of "
        f"{found.linked} judged; {found.links_unjudged} not judged. "
        f"{found.labels} spans are labels of the pages and are not judged."
    )
    tables = {
        "classes": _scores("class", found.classes, links),
        "types": _scores("type of register name", found.types, ""),
        "rules": Table(
            ("rule", "right", "wrong", "precision"),
            tuple(
                (rule, one.right, one.wrong, one.precision)
                for rule, one in sorted(found.rules.items())
            ),
            "What a rule missed cannot be told, so recall is not known by rule.",
        ),
    }
    if errors:
        columns = ("page", "start", "words", "class", "fault", "expected", "found", "rule")
        rows = tuple(
            (
                one.page,
                one.start,
                one.surface,
                one.cls,
                one.fault,
                one.expected,
                one.found,
                one.rule,
            )
            for one in found.faults
        )
        tables["errors"] = Table(columns, rows, f"{len(rows)} errors.")
    return tables


def answers_tables(found: AnswerEvaluation, *, errors: bool) -> dict[str, Table]:
    """The figures of an evaluation of answers, by verdict and flag; the errors if wanted."""
    share = found.agreed / found.judged if found.judged else None
    tables = {
        "verdicts": Table(
            ("field", "right", "of", "share"),
            (("agreement", found.agreed, found.judged, share),),
            f"{found.pages} pages; on {found.judged} a verdict, or its absence, can be seen.",
        ),
        "flags": Table(
            ("flag", "right", "wrong", "missed", "precision", "recall"),
            tuple(
                (one.code, one.right, one.wrong, one.missed, one.precision, one.recall)
                for one in sorted(found.flags, key=lambda one: one.code)
            ),
            "Counted in pages.",
        ),
    }
    if errors:
        rows = tuple((one.file, one.subject, one.expected, one.read) for one in found.misses)
        columns = ("file", "subject", "expected", "read")
        tables["errors"] = Table(columns, rows, f"{len(rows)} errors.")
    return tables


def _scores(of: str, scores: Mapping[str, Score], caption: str) -> Table:
    columns = (of, "gold", "found", "right", "wrong", "precision", "recall", "F1")
    rows = tuple(
        (name, one.gold, one.found, one.right, one.wrong, one.precision, one.recall, one.f1)
        for name, one in sorted(scores.items())
    )
    return Table(columns, rows, caption)
