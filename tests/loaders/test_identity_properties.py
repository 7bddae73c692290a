"""What holds of identity whatever records there are: order, repetition, splitting, near wording."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity import finding_slug
from graph.records.findings import FindingKind
from tests.finding_records import REPORT, facts, findings_of, identify, minute, page
from tests.loaders.test_identity_decision import correction
from tests.made_wordings import FRESH, HELD_BACK, TUNED, Wording, sibling, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.records.findings import Key
    from graph.records.source_record import SourceRecord

WAYS = (*TUNED, *HELD_BACK)
SEEDS = st.integers(0, 2**32)


def made_random(seed: int) -> Random:
    """Choices that a seed repeats."""
    return Random(seed)  # noqa: S311 - nothing secret is made of them


def report_of(random: Random, size: int = 12) -> list[Wording]:
    """The recommendations of a made report; most are worded like another but for one piece."""
    wordings = [wording(random)]
    while len(wordings) < size:
        made = sibling(wordings[-1], random) if random.random() < 0.7 else wording(random)
        if made not in wordings:
            wordings.append(made)
    return wordings


def records_of(random: Random) -> list[SourceRecord]:
    """Pages, a minute, a progress report and facts about parts of one report."""
    texts = [made.text for made in report_of(random, 6)]
    shown = REPORT if random.random() < 0.5 else None
    pages = [
        page(text, str(number), at=number, report=shown) for number, text in enumerate(texts, 1)
    ]
    chosen = [number for number in range(6) if random.random() < 0.7] or [0]
    restated = [(str(place), random.choice(WAYS)(texts[place], random)) for place in chosen]
    numbers: list[tuple[str, str | None]] = [(number, None) for number, _ in restated[:2]]
    pasted = page(random.choice(texts), "3")
    read = [facts("2", FindingKind.CONCLUSION, at=2), facts("4")]
    return [*pages, minute(restated), minute(numbers, name="progress"), pasted, *read]


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_the_order_of_reading_never_matters_and_reading_twice_changes_nothing(
    seed: int,
) -> None:
    random = made_random(seed)
    records = records_of(random)
    decided = identify(records)
    shuffled = [*records, *random.sample(records, 3)]
    random.shuffle(shuffled)
    again = identify(shuffled)
    assert again.keys == decided.keys
    assert again.known_reports == decided.known_reports
    assert set(again.decisions) == set(decided.decisions)
    assert set(again.candidates) == set(decided.candidates)


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_a_correction_splits_what_the_words_had_joined(seed: int) -> None:
    random = made_random(seed)
    made = wording(random)
    first = page(made.text, "1", at=1)
    second = minute([("1", random.choice(WAYS)(made.text, random))])
    alone = [findings_of([record], identify([record]))[0][0] for record in (first, second)]
    split = identify([first, second], [correction("not-same-finding", *alone)])
    assert [keys[0] for keys in findings_of([first, second], split)] == alone
    joined = identify([first, second], [correction("same-finding", *alone)])
    assert {keys[0] for keys in findings_of([first, second], joined)} == {alone[0]}
    assert {finding_slug(key) for key in alone} <= set(joined.find_aliases())


@given(SEEDS)
@settings(max_examples=60, deadline=None)
def test_recommendations_of_one_report_that_differ_in_a_word_are_never_one(
    seed: int,
) -> None:
    random = made_random(seed)
    wordings = report_of(random, 10)
    pages = [page(made.text, str(n), at=n, report=REPORT) for n, made in enumerate(wordings[:5], 1)]
    others = [(str(n), made.text) for n, made in enumerate(wordings[5:], 20)]
    records = [*pages, minute(others)]
    assert not identify(records).decisions


def test_yearly_reports_on_many_things_stay_as_many() -> None:
    subjects = (
        "prisons",
        "probation",
        "hospitals",
        "schools",
        "courts",
        "borders",
        "roads",
        "rail",
    )
    text = (
        "The Department should report annually on {}, with the money spent, the results that it "
        "had, and what it expects of the year to come."
    )
    pages = [
        page(text.format(subject), str(number), at=number, report=REPORT)
        for number, subject in enumerate(subjects, 1)
    ]
    answered = [(str(n), text.format(subject)) for n, subject in enumerate(subjects[3:], 1)]
    listed = findings_of([*pages, minute(answered)], identify([*pages, minute(answered)]))
    assert list(listed[-1]) == [keys[0] for keys in listed[3:-1]]
    assert len({keys[0] for keys in listed[:-1]}) == len(subjects)


def measured(ways: Sequence[Callable[[str, Random], str]], seeds: range) -> Counter[str]:
    """What becomes of items that restate recommendations, of which a third have no page."""
    outcomes: Counter[str] = Counter()
    for seed in seeds:
        random = made_random(seed)
        wordings = report_of(random)
        paged = [number for number in range(len(wordings)) if random.random() < 0.65]
        pages = [page(wordings[number].text, str(number), at=number + 1) for number in paged]
        chosen = [number for number in range(len(wordings)) if random.random() < 0.5]
        items = [
            (str(place), random.choice(ways)(wordings[number].text, random))
            for place, number in enumerate(chosen, 1)
        ]
        records = [*pages, minute(items)]
        *on_pages, answered = findings_of(records, identify(records))
        pages_by_key: dict[Key, int] = {
            keys[0]: number for keys, number in zip(on_pages, paged, strict=True)
        }
        for number, key in zip(chosen, answered, strict=True):
            joined = pages_by_key.get(key)
            outcomes["joined"] += joined == number
            outcomes["wrong"] += joined not in {None, number}
            outcomes["missed"] += number in paged and joined != number
    return outcomes


@pytest.mark.parametrize(("ways", "floor"), [(TUNED, 0.98), (HELD_BACK, 0.96), (FRESH, 0.9)])
def test_findings_are_known_again_however_they_are_printed(
    ways: Sequence[Callable[[str, Random], str]], floor: float
) -> None:
    outcomes = measured(ways, range(1000, 1030))
    assert outcomes["wrong"] == 0
    assert outcomes["joined"] >= floor * (outcomes["joined"] + outcomes["missed"]) > 0
