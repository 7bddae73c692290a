"""Compares what is read in official documents with what a person read there (a gold file).

A gold file is JSON Lines beside its documents; `evaluation.gold_documents` says what a row holds.
An item is right if the committee's words and the reply are both those of the gold file, without a
word more or less. Its number, department, positions and dates are judged against the item that is
most like it, so that one wrong word is not counted five times.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET
from rapidfuzz.fuzz import ratio

from evaluation.document_readings import DocumentReading, ReadItem, reading_of
from evaluation.gold_documents import DocumentRow, GoldItem
from evaluation.gold_rows import gold_rows
from evaluation.value_score import ValueScore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ANSWERS = "answers"
ITEM_FIELDS = ("numbers", "positions", "dates", "departments")
FIELDS = (ANSWERS, *ITEM_FIELDS, "dates of documents")

_ALIKE = 60
"""Per cent from which on two items are taken to be meant for one."""

_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class DocumentMismatch:
    """Values read otherwise than the gold file has them."""

    file: str
    field: str
    expected: str
    actual: str


@dataclass(frozen=True, slots=True)
class DocumentEvaluation:
    """How well documents were read.

    Attributes:
        documents: Documents in the gold file.
        refused: Those with items that no loader took for a response.
        faulty: Documents of which something was read otherwise.
        silent: Faulty ones that were not refused and of which a build doubts nothing.
        fields: Score of each field.
        misses: What was read otherwise.
    """

    documents: int
    refused: int
    faulty: int
    silent: int
    fields: tuple[ValueScore, ...]
    misses: tuple[DocumentMismatch, ...]

    def as_dict(self) -> dict[str, object]:
        """The evaluation in plain values, with precision and recall."""
        scores = [
            {**asdict(score), "precision": score.precision, "recall": score.recall}
            for score in self.fields
        ]
        return {**asdict(self), "fields": scores}


@dataclass(frozen=True, slots=True)
class _Judgement:
    """Values of one field in one place, as expected and as read."""

    field: str
    expected: tuple[str, ...]
    actual: tuple[str, ...]


def evaluate_documents(gold: Path) -> DocumentEvaluation:
    """Read every document of a gold file and compare.

    Raises:
        InputError: If the gold file or one of its documents cannot be read.
    """
    totals: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    misses: list[DocumentMismatch] = []
    rows = list(gold_rows(gold, DocumentRow))
    refused = faulty = silent = 0
    for row in rows:
        reading = reading_of(gold.parent / row.file)
        judged = list(_judgements(row, reading))
        for item in judged:
            totals[item.field] += _counts(item)
        wrong = [item for item in judged if sorted(item.expected) != sorted(item.actual)]
        misses += (
            DocumentMismatch(row.file, item.field, _shown(item.expected), _shown(item.actual))
            for item in wrong
        )
        refused += bool(row.items) and not reading.accepted
        faulty += bool(wrong)
        silent += bool(wrong) and not reading.doubted
    fields = tuple(
        ValueScore(field, counts["gold"], counts["retrieved"], counts["right"])
        for field, counts in totals.items()
    )
    return DocumentEvaluation(len(rows), refused, faulty, silent, fields, tuple(misses))


def _counts(item: _Judgement) -> Counter[str]:
    right = (Counter(item.expected) & Counter(item.actual)).total()
    return Counter(gold=len(item.expected), retrieved=len(item.actual), right=right)


def _shown(values: Sequence[str]) -> str:
    return "; ".join(values) or _NOTHING


def _judgements(row: DocumentRow, reading: DocumentReading) -> Iterator[_Judgement]:
    if row.date is not UNSET:
        yield _Judgement(FIELDS[-1], _values(row.date), _values(reading.date))
    for expected, actual in _pairs(row.items, reading.items):
        yield _Judgement(ANSWERS, _values(_text(expected)), _values(_text(actual)))
        yield from _values_of_item(expected, actual)


def _values_of_item(expected: GoldItem | None, actual: ReadItem | None) -> Iterator[_Judgement]:
    """The values of two items that are meant for one; those of an item too many are wrong."""
    for field in ITEM_FIELDS:
        name = field if field in {"positions", "dates"} else field.removesuffix("s")
        wanted = getattr(expected, name, None)
        if wanted is not UNSET:
            yield _Judgement(field, _values(wanted), _values(getattr(actual, name, None)))


def _values(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """A field's values, single or many, white space made single."""
    several = value if isinstance(value, tuple) else (value,)
    return tuple(" ".join(each.split()) for each in several if each)


def _text(item: GoldItem | ReadItem | None) -> str:
    """All words of an item: what is asked, and the reply."""
    if item is None:
        return ""
    return f"{' '.join(item.restated.split())} ⇒ {' '.join((item.reply or '').split())}"


def _pairs(
    expected: Sequence[GoldItem], actual: Sequence[ReadItem]
) -> Iterator[tuple[GoldItem | None, ReadItem | None]]:
    """Items of the gold file with those read, the likest first; each is in one pair."""
    ranked = sorted(
        (
            (-ratio(_text(wanted), _text(item)), abs(left - right), left, right)
            for left, wanted in enumerate(expected)
            for right, item in enumerate(actual)
        )
    )
    partner: dict[int, int] = {}
    for unlikeness, _, left, right in ranked:
        if -unlikeness >= _ALIKE and left not in partner and right not in partner.values():
            partner[left] = right
    for left, wanted in enumerate(expected):
        yield wanted, actual[partner[left]] if left in partner else None
    for right, item in enumerate(actual):
        if right not in partner.values():
            yield None, item
