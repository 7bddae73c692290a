"""Copies of one answer are found, and only those, whatever order they come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from loaders.responses.linking.answer_identity import PrintedText, distinct_answers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

SUBJECTS = ("prisons", "hospitals", "schools", "courts", "ports", "pensions", "roads", "farms")
VERBS = ("reorganise", "digitise", "standardise", "modernise", "analyse")


def made_answer(number: int) -> str:
    """An answer unlike that of any other number."""
    subject, verb = SUBJECTS[number % len(SUBJECTS)], VERBS[number % len(VERBS)]
    return (
        f"{number}.1 The government agrees with the Committee’s recommendation. "
        f"{number}.2 Teams in region {number} will {verb} the records of {subject} there, with a "
        f"well-run board of {number + 3} members, and report on what the realisation of it brings."
    )


def respelt(text: str) -> str:
    return text.replace("isation", "ization").replace("ise ", "ize ").replace("-", "- ")


COPY = st.sampled_from(
    (str, respelt, lambda text: text[:-17], lambda text: text.replace(" ", "  "))
)


def printed(
    rows: Sequence[tuple[tuple[object, ...], str]],
) -> list[PrintedText[tuple[object, ...]]]:
    return [PrintedText(key, key[:1], text) for key, text in rows]


@given(
    st.lists(st.tuples(st.integers(1, 40), COPY), min_size=1, max_size=30),
    st.randoms(use_true_random=False),
)
def test_copies_are_one_answer_in_any_order(
    rows: list[tuple[int, Callable[[str], str]]], random: Random
) -> None:
    made = [((at, number), copy(made_answer(number))) for at, (number, copy) in enumerate(rows)]
    before = distinct_answers(printed(made), "HC 1")
    random.shuffle(made)
    after = distinct_answers(printed(made), "HC 1")
    assert {answer.digest for answer in before} == {answer.digest for answer in after}
    assert len(after) == len({number for number, _ in rows})
    for answer in after:
        assert len({key[1] for key in answer.copies}) == 1


@given(st.integers(1, 40), st.sampled_from(("Agree.", "4.1 The government agrees.", "Noted.")))
def test_printing_a_row_twice_changes_no_count(number: int, short: str) -> None:
    rows = [((1, "a"), made_answer(number)), ((2, "b"), short), ((3, "c"), short)]
    twice = [((owner, f"{place} again"), text) for (owner, place), text in rows]
    once = distinct_answers(printed(rows))
    again = distinct_answers(printed([*rows, *twice]))
    assert [answer.digest for answer in once] == [answer.digest for answer in again]
    assert len(once) == 3


def test_a_fourth_copy_changes_no_count_and_no_digest() -> None:
    text = made_answer(7)
    three = [((8,), text), ((24,), respelt(text)), ((26,), text[:150])]
    (before,) = distinct_answers(printed(three))
    (after,) = distinct_answers(printed([*three, ((30,), text)]))
    assert before.digest == after.digest
    assert before.cut == ((26,),)


def test_set_phrases_alone_make_no_copies() -> None:
    said = "7.1 The government agrees with the Committee’s recommendation. Target date: May 2025"
    rows = [(("a",), said), (("b",), said), (("c",), "Agree."), (("d",), "Agree.")]
    assert len(distinct_answers(printed(rows))) == 4


def test_a_beginning_of_two_different_answers_is_neither() -> None:
    start = "The department has begun a survey of every local authority and will"
    rows = [
        (("cut",), start),
        (("north",), f"{start} report on the north."),
        (("south",), f"{start} stop."),
    ]
    assert len(distinct_answers(printed(rows))) == 3
