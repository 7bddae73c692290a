"""Recommendations made again in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.gold_repeats import RepeatRow
from evaluation.gold_rows import gold_rows
from evaluation.measure import Measure
from evaluation.text_figures import MISSED, SPURIOUS, TextTally, Verdict, text_tables
from graph.records.findings import Voice
from loaders.cleaning.text_cleaning import clean_text
from loaders.names.addressees import ASKED
from loaders.pipeline.registers import bundled_recogniser
from loaders.repeats.asked_findings import AskedFinding
from loaders.repeats.repeat_search import RepeatSearch

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.text_figures import TextEvaluation
    from loaders.names.recogniser import Recogniser

_REPEAT = "repeat"
_FIRST, _SECOND = "2014-01-01", "2024-01-01"


def evaluate_repeats(gold: Path, recogniser: Recogniser | None = None) -> TextEvaluation:
    """Judge every pair of a gold file, and compare with what people say.

    Args:
        gold: The gold file. All its texts together are the graph by which words are weighed.
        recogniser: What recognises names; that of a build if None.

    Raises:
        InputError: If the gold file cannot be read.
    """
    names = recogniser or bundled_recogniser()
    rows = list(gold_rows(gold, RepeatRow))
    texts = sorted({text for row in rows for text in (row.earlier, row.later)})
    findings = {text: _finding(text, names) for text in texts}
    search = RepeatSearch(list(findings.values()), ())
    tally = TextTally("repeats")
    for row in rows:
        alike = search.is_repeat(row.earlier, row.later)
        expected = _REPEAT if row.verdict == _REPEAT else ""
        actual = _REPEAT if alike else ""
        faults = () if expected == actual else (MISSED if expected else SPURIOUS,)
        if expected or actual:
            tally.add(row.later, [Verdict(row.form, expected, actual, faults)])
        else:
            tally.add(row.later, [])
    return tally.result()


def _finding(text: str, recogniser: Recogniser) -> AskedFinding:
    """A text as a finding whose IRI is its words, with the bodies that it asks."""
    [names] = recogniser.recognise_document([clean_text(text)], voices=[Voice.COMMITTEE])
    addressee_mentions = [
        each for each in names.mentions if each.role == ASKED and not each.in_noise
    ]
    names_in_text = {text[each.start : each.end] for each in addressee_mentions}
    registered = {recogniser.name_of(each.entity) or "" for each in addressee_mentions}
    return AskedFinding(
        text,
        text,
        addressees=frozenset("/".join(each.entity) for each in addressee_mentions),
        names=tuple(sorted(filter(None, names_in_text | registered))),
    )


MEASURE = Measure(
    name="repeats",
    title="Compare which recommendations ask for the same with GOLD (JSON lines).",
    gives="Gives precision and recall by the way in which the words were changed.",
    example="tests/cases/gold_repeats/unseen.jsonl --errors",
    evaluate=evaluate_repeats,
    tables=text_tables,
)
