"""What makes two texts the same words, and what makes them two things said."""

from __future__ import annotations

import pytest

from graph.records.finding_identity import IdentityRule
from loaders.identity.comparable_words import comparable_words
from loaders.identity.likeness import SURE_IN_REPORT, compare
from loaders.identity.word_lists import DATED, NEGATIONS, SAYS_LITTLE, SPEAKERS

TEXT = (
    "The Department for Bridges should publish by the end of 2024 what it costs to repair wooden "
    "bridges in each county, and say which of its partners has agreed to pay."
)


def rule(left: str, right: str) -> IdentityRule | None:
    """The rule by which two texts are surely the same, if they are."""
    comparison = compare(comparable_words(left), comparable_words(right), SURE_IN_REPORT)
    mirrored = compare(comparable_words(right), comparable_words(left), SURE_IN_REPORT)
    assert comparison == mirrored
    return None if comparison.loses else comparison.rule


@pytest.mark.parametrize(
    "printed",
    [
        TEXT.upper(),
        TEXT.replace("county,", "county,12"),
        TEXT.replace("bridges in", "brid-\nges in"),
        f"We therefore recommend that t{TEXT[1:]}",
        f"Our recommendation is that t{TEXT[1:]}",
        f"7: PAC recommendation: {TEXT}",
        f"Recommendation 7\n{TEXT}",
        f"{TEXT} (Recommendation, Paragraph 79)",
        TEXT.replace(" ", "\n", 9),
    ],
)
def test_words_are_the_same_however_they_are_set(printed: str) -> None:
    assert rule(TEXT, printed) is IdentityRule.SAME_WORDS


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (TEXT.replace("partners", "parters"), IdentityRule.ALIKE_WORDS),
        (TEXT.replace("costs to repair", "costs 14 to repair"), IdentityRule.ALIKE_WORDS),
        (TEXT.replace("what it costs", "what costs"), IdentityRule.ALIKE_WORDS),
        (TEXT.replace("Department for Bridges", "DfB"), IdentityRule.SAME_WORDS),
        (f"Nobody counted the bridges. {TEXT}", IdentityRule.CONTAINED_WORDS),
        (f"{TEXT} It should do so in every year to come.", IdentityRule.CONTAINED_WORDS),
    ],
)
def test_a_slip_makes_no_other_finding(printed: str, expected: IdentityRule) -> None:
    found = rule(TEXT, printed)
    assert found is not None
    assert expected in {found, IdentityRule.SAME_WORDS}


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("2024", "2025"),
        TEXT.replace("Bridges", "Ponds"),
        TEXT.replace("each county", "each region"),
        TEXT.replace("should publish", "should not publish"),
        TEXT.replace("wooden bridges", "wooden foot bridges"),
        TEXT.replace("repair", "replace"),
        TEXT.replace(" each county", " each county of the north east"),
        TEXT.replace("publish", "publish within 6 months"),
    ],
)
def test_one_word_that_matters_makes_another_finding(other: str) -> None:
    assert rule(TEXT, other) is None


def test_a_sentence_at_the_end_that_differs_in_a_number_keeps_texts_apart() -> None:
    first, second = (
        f"{TEXT} It should say so in its plan for area {number}." for number in (6, 13)
    )
    assert rule(first, second) is None


def test_what_goes_on_within_a_sentence_says_more() -> None:
    assert rule(TEXT, f"{TEXT[:-1]} and to inspect.") is None


@pytest.mark.parametrize("word", sorted(NEGATIONS))
def test_each_negation_makes_another_finding(word: str) -> None:
    assert rule(TEXT, TEXT.replace("should publish", f"should {word} publish")) is None


@pytest.mark.parametrize("word", sorted(SAYS_LITTLE - {"cent", "per"}))
def test_each_word_that_says_little_may_be_missing(word: str) -> None:
    assert rule(TEXT, TEXT.replace(" in each", f" {word} in each")) is not None


@pytest.mark.parametrize("word", sorted(DATED))
def test_a_number_beside_a_date_or_an_amount_is_no_page_number(word: str) -> None:
    assert rule(TEXT, TEXT.replace(" in each", f" whole {word} 12 in each")) is None


@pytest.mark.parametrize(("own", "restated"), sorted(SPEAKERS.items()))
def test_the_committee_is_one_in_its_own_words_and_in_others(own: str, restated: str) -> None:
    said, told = (TEXT.replace("publish", f"publish for {word}") for word in (own, restated))
    assert rule(said, told) is IdentityRule.SAME_WORDS
