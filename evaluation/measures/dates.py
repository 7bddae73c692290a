"""Times in replies: until when, of what kind, and which is the last day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import UNSET

from evaluation.gold_rows import gold_rows
from evaluation.gold_texts import DatesRow, GoldDate
from evaluation.measure import Measure
from evaluation.text_figures import MISSED, SPURIOUS, TextTally, Verdict, text_tables
from evaluation.text_places import paired_by_place, places_in
from loaders.responses.reply_reader import read_reply

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evaluation.text_figures import TextEvaluation
    from graph.records.replies import Commitment

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
    reading = read_reply(row.text, written=row.written)
    items = [item for part in reading.commitments for item in part]
    for expected, actual in paired_by_place(
        list(zip(wanted, row.dates, strict=True)),
        [((item.due_start, item.due_end), item) for item in items],
    ):
        yield Verdict(
            row.form, _shown_gold(expected), _shown(actual), tuple(_faults(expected, actual))
        )


def _faults(expected: GoldDate | None, actual: Commitment | None) -> Iterator[str]:
    if expected is None:
        yield SPURIOUS
    elif actual is None:
        yield MISSED
    else:
        if _bare(expected.words) != _bare(actual.due.as_written):
            yield WORDS
        if expected.kind != actual.due.kind:
            yield KIND
        if expected.last is not UNSET and expected.last != actual.due.latest:
            yield LAST_DAY


def _bare(words: str) -> str:
    return _LEAD.sub("", " ".join(words.split()), count=1).casefold()


def _shown_gold(date: GoldDate | None) -> str:
    if date is None:
        return ""
    last = "" if date.last is UNSET else f", {date.last or 'open'}"
    return f"{date.words} ({date.kind}{last})"


def _shown(item: Commitment | None) -> str:
    if item is None:
        return ""
    return f"{item.due.as_written} ({item.due.kind}, {item.due.latest or 'open'})"


MEASURE = Measure(
    name="dates",
    title="Compare the dates of commitments in replies with GOLD (JSON lines).",
    gives="Gives precision and recall by form of wording, and how often each fault is met.",
    example="tests/cases/gold_dates/gold_first.jsonl --errors",
    evaluate=evaluate_dates,
    tables=text_tables,
)
