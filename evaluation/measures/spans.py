"""Quoted sentences: whether what is quoted for a position, date or status is the right sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from evaluation.gold_rows import gold_rows
from evaluation.gold_texts import QuotesRow
from evaluation.measure import Measure
from evaluation.text_figures import TextTally, Verdict, faults_between, text_tables
from graph.records.replies import Object
from loaders.responses.reply_reader import read_reply

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evaluation.text_figures import TextEvaluation
    from graph.records.replies import ReadReply

SENTENCE = "other sentence"


class _Quote(NamedTuple):
    of: str
    value: str
    sentence: str


def evaluate_spans(gold: Path) -> TextEvaluation:
    """Read every reply of a gold file and compare the sentences that are quoted.

    Raises:
        InputError: If the gold file cannot be read.
    """
    tally = TextTally("sentences", (SENTENCE,))
    for row in gold_rows(gold, QuotesRow):
        tally.add(row.text, _verdicts(row))
    return tally.result()


def _verdicts(row: QuotesRow) -> Iterator[Verdict]:
    left = list(_quotes(row.text, read_reply(row.text)))
    for item in row.quotes:
        wanted = _Quote(item.of, item.value, item.sentence)
        partner = next((each for each in left if each[:2] == wanted[:2]), None)
        if partner is not None:
            left.remove(partner)
        yield _verdict(wanted, partner)
    for quote in left:
        yield _verdict(None, quote)


def _quotes(text: str, reading: ReadReply) -> Iterator[_Quote]:
    for stances in reading.stances:
        for stance in stances:
            if stance.object is Object.RECOMMENDATION:
                yield _Quote("position", stance.concept, text[stance.start : stance.end])
    for commitments in reading.commitments:
        for item in commitments:
            yield _Quote("commitment", item.due.as_written, text[item.start : item.end])
    for updates in reading.updates:
        for update in updates:
            yield _Quote("update", update.delivery, text[update.start : update.end])


def _verdict(expected: _Quote | None, actual: _Quote | None) -> Verdict:
    of = next(quote.of for quote in (expected, actual) if quote)
    return Verdict(
        of, _shown(expected), _shown(actual), faults_between(expected, actual, _differences)
    )


def _differences(expected: _Quote, actual: _Quote) -> Iterator[str]:
    if expected.sentence != actual.sentence:
        yield SENTENCE


def _shown(quote: _Quote | None) -> str:
    return f"{quote.value}: {quote.sentence}" if quote else ""


MEASURE = Measure(
    name="spans",
    title="Compare the sentences quoted from replies with GOLD (JSON lines).",
    gives="Gives precision and recall by what is quoted, and how often each fault is met.",
    example="tests/cases/gold_spans/gold_first.jsonl --errors",
    evaluate=evaluate_spans,
    tables=text_tables,
)
