"""Figures of an evaluation of names: counts, shares of them, and every error."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True)
class Score:
    """Counts of one class, type or rule.

    Attributes:
        gold: Spans that should be found.
        found: Of these, the ones found.
        right: Mentions that are right.
        wrong: Mentions that are wrong.
        unjudged: Mentions judged neither way.
    """

    gold: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    unjudged: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the judged mentions that are right; None if there are none."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        """Share of the gold spans that are found; None if there are none."""
        return _share(self.found, self.gold)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where one of them is missing."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def as_dict(self) -> dict[str, Any]:
        """Counts and shares, ready for JSON."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {**asdict(self), **shares}


@dataclass(frozen=True, slots=True)
class NameMismatch:
    """One error: a name missed, a mention that should not be, or one linked to the wrong thing."""

    page: str
    start: int
    end: int
    surface: str
    cls: str
    fault: str
    expected: str = ""
    found: str = ""
    rule: str = ""


@dataclass(slots=True)
class Evaluation:
    """All figures for one gold file.

    Attributes:
        pages: Pages judged.
        labels: Spans of the page's own labels, left out.
        classes: A score for each of ``register``, ``other`` and ``anaphor``.
        types: Scores of class ``register`` by type.
        rules: Right, wrong and unjudged mentions by rule.
        linked: Register spans found whose link could be judged.
        linked_right: Of these, the ones linked to the right thing.
        links_unjudged: Register spans found whose link could not be judged.
        faults: Every error.
    """

    pages: int = 0
    labels: int = 0
    classes: dict[str, Score] = field(
        default_factory=lambda: {name: Score() for name in ("register", "other", "anaphor")}
    )
    types: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    rules: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    linked: int = 0
    linked_right: int = 0
    links_unjudged: int = 0
    faults: list[NameMismatch] = field(default_factory=list)

    @property
    def link_accuracy(self) -> float | None:
        """Share of the judged links that are right; None if none could be judged."""
        return _share(self.linked_right, self.linked)

    def as_dict(self) -> dict[str, Any]:
        """All figures, ready for JSON."""
        scores = ("classes", "types", "rules")
        return {
            "pages": self.pages,
            "labels_not_judged": self.labels,
            **{
                name: {key: score.as_dict() for key, score in sorted(getattr(self, name).items())}
                for name in scores
            },
            "links": {
                "judged": self.linked,
                "right": self.linked_right,
                "accuracy": self.link_accuracy,
                "not_judged": self.links_unjudged,
            },
            "errors": [asdict(fault) for fault in self.faults],
        }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
