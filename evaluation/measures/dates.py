"""Times in replies: until when, of what kind, and which is the last day."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import UNSET

from evaluation.gold_rows import gold_rows
from evaluation.gold_texts import DatesRow, GoldDate
from evaluation.measure import Measure
from evaluation.text_figures import TextTally, Verdict, faults_between, text_tables
from evaluation.text_places import paired_by_place, places_in
from loaders.responses.reply_reader import read_reply

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evaluation.text_figures import TextEvaluation
    from graph.records.mentions import Span
    from graph.records.replies import Due, ReadReply

WORDS, KIND, LAST_DAY = "other words", "other kind", "other last day"

_LEAD = re.compile(
    r"(?:(?:the|a|in|by|before|within|over|during|between|from|at)\s+)+", re.IGNORECASE
)
"""Words before a time that may be quoted with it or not."""


def evaluate_dates(gold: Path) -> TextEvaluation:
    """Read every reply of a gold file and compare its times.

    Raises:
        InputError: If the gold file cannot be read.
    """
    tally = TextTally("dates", (WORDS, KIND, LAST_DAY))
    for row in gold_rows(gold, DatesRow):
        tally.add(row.text, _verdicts(row, gold))
    return tally.result()


def _verdicts(row: DatesRow, gold: Path) -> Iterator[Verdict]:
    wanted = places_in(row.text, [date.words for date in row.dates], gold)
    for expected, actual in paired_by_place(
        list(zip(wanted, row.dates, strict=True)),
        sorted(_times(read_reply(row.text, written=row.written)), key=itemgetter(0)),
    ):
        yield Verdict(
            row.form,
            _shown_gold(expected),
            _shown(actual),
            faults_between(expected, actual, _differences),
        )


def _times(reading: ReadReply) -> Iterator[tuple[Span, Due]]:
    """The times by which something is due, and those at which it was done, by their place."""
    for commitments in reading.commitments:
        for item in commitments:
            yield (item.due_start, item.due_end), item.due
    for updates in reading.updates:
        for update in updates:
            if update.reached and update.reached_start is not None:
                start = update.reached_start
                yield (start, start + len(update.reached.as_written)), update.reached


def _differences(expected: GoldDate, actual: Due) -> Iterator[str]:
    if _bare(expected.words) != _bare(actual.as_written):
        yield WORDS
    if expected.kind != actual.kind:
        yield KIND
    if expected.last is not UNSET and expected.last != actual.latest:
        yield LAST_DAY


def _bare(words: str) -> str:
    return _LEAD.sub("", " ".join(words.split()), count=1).casefold()


def _shown_gold(date: GoldDate | None) -> str:
    if date is None:
        return ""
    last = "" if date.last is UNSET else f", {date.last or 'open'}"
    return f"{date.words} ({date.kind}{last})"


def _shown(due: Due | None) -> str:
    return f"{due.as_written} ({due.kind}, {due.latest or 'open'})" if due else ""


MEASURE = Measure(
    name="dates",
    title="Compare the dates of commitments in replies with GOLD (JSON lines).",
    gives="Gives precision and recall by form of wording, and how often each fault is met.",
    example="tests/cases/gold_dates/gold_first.jsonl --errors",
    evaluate=evaluate_dates,
    tables=text_tables,
)
