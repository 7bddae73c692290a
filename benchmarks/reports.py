"""The reports that made pages belong to, and the answers that several of their pages show."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from random import Random
from typing import TYPE_CHECKING

from benchmarks.cast import speaker
from benchmarks.grammar import grammar
from benchmarks.replies import write_reply
from loaders.interface.source_list import HERE

if TYPE_CHECKING:
    from benchmarks.cast import Speaker

SIZE = 30
"""Items of a report."""

_SHARING = 3
_PUBLIC_ACCOUNTS, _SHARE_OF_IT = "4", 0.72
_FIRST_DAY, _DAYS = date(2019, 1, 8), 2400
_VERDICTS = ("Accepted", "Accepted", "Accepted in Part", "Rejected")


@dataclass(frozen=True, slots=True)
class Report:
    """A made report.

    Attributes:
        number: Its number among the made reports, from 0.
        committee_number: Number of its committee in the tracker's addresses.
        committee: Name of the committee.
        title: Its title.
        hc_number: Its House of Commons number.
        published: When it came out.
        speaker: Who is named in it.
        shared_by: Items, from 0, that show one and the same answer.
        shared_answer: That answer.
        shared_label: The label that fits it.
    """

    number: int
    committee_number: str
    committee: str
    title: str
    hc_number: str
    published: date
    speaker: Speaker
    shared_by: frozenset[int]
    shared_answer: str
    shared_label: str


@lru_cache(maxsize=64)
def report(seed: int, number: int) -> Report:
    """The made report with the given number."""
    rng = Random(f"report {seed} {number}")
    committees = _committees()
    others = [key for key in committees if key != _PUBLIC_ACCOUNTS]
    key = _PUBLIC_ACCOUNTS if rng.random() < _SHARE_OF_IT else rng.choice(others)
    cast = speaker(rng)
    label = rng.choice(_VERDICTS)
    return Report(
        number=number,
        committee_number=key,
        committee=committees[key],
        title=grammar().say("tracker.reports", rng, cast),
        hc_number=f"HC {rng.randint(1, 1900)}",
        published=_FIRST_DAY + timedelta(days=rng.randrange(_DAYS)),
        speaker=cast,
        shared_by=frozenset(rng.sample(range(SIZE), _SHARING)),
        shared_answer=write_reply(label, cast, rng, minute=True),
        shared_label=label,
    )


@cache
def _committees() -> dict[str, str]:
    """Committees by their number in the tracker's addresses."""
    text = (HERE / "record_pages" / "reference.toml").read_text(encoding="utf-8")
    committees: dict[str, str] = tomllib.loads(text)["committees"]
    return committees
