"""Sentences by which a committee says that it asked before: which finding or report they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from evaluation.gold_repeats import ReferenceRow, library_beside
from evaluation.gold_rows import gold_rows
from evaluation.measure import Measure
from evaluation.text_figures import TextTally, Verdict, faults_between, text_tables
from loaders.repeats.repeat_link import RepeatRule
from loaders.repeats.repeat_search import RepeatSearch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evaluation.gold_repeats import Library
    from evaluation.text_figures import TextEvaluation

_OTHER = "something else is meant"
_OPEN = "open"


def evaluate_references(gold: Path) -> TextEvaluation:
    """Read every sentence of a gold file and compare what it means.

    Raises:
        InputError: If the gold file, or the library beside it, cannot be read.
    """
    library = library_beside(gold)
    tally = TextTally("references", (_OTHER,))
    for row in gold_rows(gold, ReferenceRow):
        expected = None if row.finding is UNSET else row.finding or row.report or _OPEN
        actual = _meant(library, row.text)
        faults = faults_between(expected, actual, _differences) if expected or actual else ()
        verdicts = [Verdict(row.form, expected or "", actual or "", faults)]
        tally.add(row.text, verdicts if expected or actual else [])
    return tally.result()


def _meant(library: Library, text: str) -> str | None:
    """What a sentence means; None if it says nothing of the kind."""
    saying = library.saying(text)
    links = RepeatSearch([*library.asked(), saying], library.marks()).search().links
    for link in links:
        if link.later == saying.iri and link.rule is RepeatRule.STATED:
            return link.earlier or link.report or _OPEN
    return None


def _differences(expected: str, actual: str) -> Iterator[str]:
    if expected != actual:
        yield _OTHER


MEASURE = Measure(
    name="references",
    title="Compare what is said to be made again with GOLD (JSON lines).",
    gives="Gives precision and recall by how a sentence says where it was asked before.",
    example="tests/cases/gold_repeats/references.jsonl",
    evaluate=evaluate_references,
    tables=text_tables,
)
