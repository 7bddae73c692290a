"""Figures of a comparison text by text: by field, by form of wording and by kind of fault."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from evaluation.value_score import ValueScore
from queries.result_tables import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Expected = TypeVar("Expected")
Actual = TypeVar("Actual")

MISSED, SPURIOUS = "missed", "not in the gold file"
"""Faults that every measure of texts has."""

_LONGEST_EXCERPT = 100
"""Characters of a text by which a reader knows it again."""


def faults_between(
    expected: Expected | None,
    actual: Actual | None,
    differences: Callable[[Expected, Actual], Iterable[str]],
) -> tuple[str, ...]:
    """What is wrong with a value that was read.

    Args:
        expected: As the gold file has it; None if it has none there.
        actual: As it was read; None if nothing was.
        differences: In what two values differ.
    """
    if expected is None:
        return (SPURIOUS,)
    if actual is None:
        return (MISSED,)
    return tuple(differences(expected, actual))


@dataclass(frozen=True, slots=True)
class TextMismatch:
    """One value read otherwise than the gold file has it; nothing is an empty string."""

    text: str
    form: str
    fault: str
    expected: str
    actual: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one value of a text was judged.

    Attributes:
        form: Kind of wording, or of use, by which figures are given apart.
        expected: As the gold file has it; empty if it has none there.
        actual: As it was read; empty if nothing was.
        faults: What is wrong with it.
    """

    form: str
    expected: str
    actual: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FaultCount:
    """How often one kind of fault was met.

    Attributes:
        fault: The kind.
        number: Values with it.
        total: Values that could have had it.
    """

    fault: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class TextEvaluation:
    """How well texts were read.

    Attributes:
        texts: Texts in the gold file.
        faulty: Those in which something was read otherwise.
        fields: Score of all values, and of those of each form of wording.
        faults: Each kind of fault.
        misses: Every fault.
    """

    texts: int
    faulty: int
    fields: tuple[ValueScore, ...]
    faults: tuple[FaultCount, ...]
    misses: tuple[TextMismatch, ...]

    def as_dict(self) -> dict[str, Any]:
        """The evaluation in plain values, with precision and recall."""
        scores = [
            {**asdict(score), "precision": score.precision, "recall": score.recall}
            for score in self.fields
        ]
        return {**asdict(self), "fields": scores}


class TextTally:
    """Counts verdicts, text by text."""

    def __init__(self, noun: str, faults: Sequence[str] = ()) -> None:
        """Start with nothing.

        Args:
            noun: What is counted, in the plural.
            faults: Kinds of fault that a value can have which stands in both.
        """
        self._noun = noun
        self._kinds = faults
        self._counts: dict[str, Counter[str]] = {noun: Counter()}
        self._misses: list[TextMismatch] = []
        self._texts = self._faulty = 0

    def add(self, text: str, verdicts: Iterable[Verdict]) -> None:
        """Count what was judged in one text."""
        self._texts += 1
        before = len(self._misses)
        for verdict in verdicts:
            counted = Counter(
                gold=int(bool(verdict.expected)),
                retrieved=int(bool(verdict.actual)),
                right=int(not verdict.faults),
                both=int(bool(verdict.expected and verdict.actual)),
            )
            for name in (self._noun, f"… {verdict.form}"):
                self._counts.setdefault(name, Counter()).update(counted)
            excerpt = " ".join(text.split())[:_LONGEST_EXCERPT]
            self._misses += (
                TextMismatch(excerpt, verdict.form, fault, verdict.expected, verdict.actual)
                for fault in verdict.faults
            )
        self._faulty += len(self._misses) > before

    def result(self) -> TextEvaluation:
        """All figures."""
        fields = tuple(
            ValueScore(name, count["gold"], count["retrieved"], count["right"])
            for name, count in self._counts.items()
        )
        total, faults = self._counts[self._noun], Counter(miss.fault for miss in self._misses)
        of = {MISSED: total["gold"], SPURIOUS: total["retrieved"]}
        counts = tuple(
            FaultCount(fault, faults[fault], of.get(fault, total["both"]))
            for fault in (MISSED, SPURIOUS, *self._kinds)
        )
        return TextEvaluation(self._texts, self._faulty, fields, counts, tuple(self._misses))


def text_tables(figures: TextEvaluation, *, errors: bool) -> dict[str, Table]:
    """The figures of an evaluation of texts: by form, by kind of fault, the errors if wanted."""
    caption = f"{figures.texts} texts; in {figures.faulty} something was read otherwise."
    tables = {
        "fields": Table(
            ("values", "gold", "retrieved", "right", "precision", "recall"),
            tuple(
                (each.field, each.gold, each.retrieved, each.right, each.precision, each.recall)
                for each in figures.fields
            ),
            caption,
        ),
        "faults": Table(
            ("fault", "number", "of"),
            tuple((each.fault, each.number, each.total) for each in figures.faults),
            "Of the values in the gold file, of those read, or of those that are in both.",
        ),
    }
    if errors:
        rows = tuple((miss.text, miss.fault, miss.expected, miss.actual) for miss in figures.misses)
        columns = ("text", "fault", "expected", "read")
        tables["errors"] = Table(columns, rows, f"{len(rows)} errors.")
    return tables
