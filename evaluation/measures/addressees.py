"""Addressees: who is asked to act in a committee's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.gold_rows import gold_rows
from evaluation.gold_texts import AddresseesRow
from evaluation.measure import Measure
from evaluation.text_figures import TextTally, Verdict, faults_between, text_tables
from evaluation.text_places import paired_by_place, places_in
from graph.records.findings import Voice
from loaders.cleaning.text_cleaning import clean_text
from loaders.names.addressees import ASKED
from loaders.names.pronoun_addressees import PRONOUNS
from loaders.pipeline.registers import bundled_recogniser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evaluation.text_figures import TextEvaluation
    from graph.records.mentions import Mention, Span
    from loaders.names.recogniser import Recogniser

WORDS = "other words"


def evaluate_addressees(gold: Path, recogniser: Recogniser | None = None) -> TextEvaluation:
    """Read every text of a gold file and compare who is asked.

    Args:
        gold: The gold file.
        recogniser: What recognises names; that of a build if None.

    Raises:
        InputError: If the gold file cannot be read.
    """
    names = recogniser or bundled_recogniser()
    tally = TextTally("addressees", (WORDS,))
    for row in gold_rows(gold, AddresseesRow):
        tally.add(row.text, _verdicts(row, names, gold))
    return tally.result()


def _verdicts(row: AddresseesRow, recogniser: Recogniser, gold: Path) -> Iterator[Verdict]:
    wanted = places_in(row.text, row.addressees, gold)
    [names] = recogniser.recognise_document([clean_text(row.text)], voices=[Voice.COMMITTEE])
    spans = sorted(_named(item) for item in names.mentions if _is_asked(item))
    for expected, actual in paired_by_place(
        list(zip(wanted, wanted, strict=True)), list(zip(spans, spans, strict=True))
    ):
        words = _words(row.text, expected), _words(row.text, actual)
        yield Verdict(row.form, *words, faults_between(expected, actual, _differences))


def _is_asked(mention: Mention) -> bool:
    return mention.role == ASKED and not mention.in_noise


def _named(mention: Mention) -> Span:
    """Where the body stands that is asked; of a pronoun, where it is named."""
    if mention.pattern in PRONOUNS and mention.basis:
        return mention.basis[1:]
    return mention.start, mention.end


def _words(text: str, span: Span | None) -> str:
    return text[slice(*span)] if span else ""


def _differences(expected: Span, actual: Span) -> Iterator[str]:
    if expected != actual:
        yield WORDS


MEASURE = Measure(
    name="addressees",
    title="Compare who is asked to act in a committee's words with GOLD (JSON lines).",
    gives="Gives precision and recall by form of wording, and how often each fault is met.",
    example="tests/cases/gold_addressees/gold_first.jsonl",
    evaluate=evaluate_addressees,
    tables=text_tables,
)
