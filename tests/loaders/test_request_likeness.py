"""What sets two requests apart, however much of their words they share."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.measures.repeats import evaluate_repeats
from loaders.repeats.asked_findings import AskedFinding, request_in
from loaders.repeats.repeat_search import RepeatSearch
from loaders.repeats.word_stems import stem

CASES = Path(__file__).parent.parent / "cases/gold_repeats"
RECORD = "The Pond Agency should record how many herons nest beside each canal in the north."
BOAT_PERMITS = "Wait times for boat permits are not public."


def is_repeat(earlier: str, later: str) -> bool:
    findings = [AskedFinding("f:a", earlier), AskedFinding("f:b", later)]
    return RepeatSearch(findings, ()).is_repeat("f:a", "f:b")


@pytest.mark.parametrize(
    "later",
    [
        "We recommend that the Pond Agency records how many herons nest by northern canals.",
        "Herons that nest beside each canal in the north ought to be recorded by the Pond Agency.",
        "We call for a record of how many herons nest beside each canal in the north.",
    ],
)
def test_other_words_ask_for_the_same(later: str) -> None:
    assert is_repeat(RECORD, later)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (RECORD, RECORD.replace("record how many", "double the number of")),
        (
            "The Agency should establish a licence scheme for burning heather on peatland.",
            "The Agency should abolish the licence scheme for burning heather on peatland.",
        ),
        (
            "The Ministry should raise fees for ferries to the islands by fifteen per cent.",
            "The Ministry should raise fees for ferries to the islands by five per cent.",
        ),
        (
            "The Agency should stop sending herons to ponds far from home.",
            "The Agency should publish how many herons are sent to ponds far from home.",
        ),
        (
            f"{BOAT_PERMITS} We recommend that the Agency publish them quarterly for all harbours.",
            "The Agency should publish wait times for moorings quarterly for all harbours.",
        ),
    ],
)
def test_another_ask_on_the_same_subject_is_no_repeat(earlier: str, later: str) -> None:
    assert not is_repeat(earlier, later)
    assert not is_repeat(later, earlier)


def test_what_is_forbidden_is_not_asked() -> None:
    assert request_in("We recommend that no statement of ministers should bind it.").negated
    assert not request_in("We recommend that a statement of ministers should bind it.").negated


def test_several_words_stand_for_one() -> None:
    assert is_repeat(
        "The Pond Agency should publish its counts of herons on its website.",
        "Counts of herons should be put in the public domain by the Pond Agency.",
    )
    assert is_repeat(
        "The Pond Agency should look again at the fees for mooring houseboats at Kelby lock.",
        "The fees for mooring houseboats at Kelby lock should be reassessed.",
    )


def test_a_day_within_a_request_is_no_deadline_of_it() -> None:
    ask = "The Pond Agency should answer each letter on herons within ten days of its receipt."
    assert not is_repeat(ask, ask.replace("ten", "thirty"))
    ask = "The Pond Agency should count all herons at Kelby lock within ten days of this report."
    assert is_repeat(ask, ask.replace("ten", "thirty"))


def test_a_verb_that_no_register_has_sets_requests_apart() -> None:
    assert not is_repeat(
        "The Pond Agency should dredge the canals and moorings of the northern harbours.",
        "The Pond Agency should illuminate the canals and moorings of the northern harbours.",
    )


def test_a_plural_has_the_stem_of_its_singular() -> None:
    for word in ("family", "supply", "policy", "study", "city"):
        assert stem(f"{word[:-1]}ies") == stem(word)


@pytest.mark.parametrize(
    ("name", "recall"),
    [
        ("tuning", 0.95),
        ("unseen", 0.95),
        ("unseen_second", 0.9),
        ("unseen_third", 0.75),
        ("unseen_fourth", 0.9),
        ("unseen_fifth", 0.6),
    ],
)
def test_gold_files_that_were_looked_at_are_read_as_before(name: str, recall: float) -> None:
    figures = evaluate_repeats(CASES / f"{name}.jsonl").fields[0]
    assert (figures.precision or 0) >= 0.95
    assert (figures.recall or 0) >= recall
