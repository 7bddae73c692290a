"""The steps that readers take grow as their texts do: counted, since a time is no test."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.adversarial_readers import readers
from benchmarks.adversarial_texts import repeat

if TYPE_CHECKING:
    from types import FrameType

TEXTS = [
    ("government response, restated", "1. Aa bb cc.\n"),
    ("treasury minute, preface", "PAC conclusion: Aa bb.\n"),
    ("treasury minute, below", "PAC conclusion: Aa bb.\n"),
    ("treasury minute, below", "1: PAC recommendation: Aa bb.\n"),
]
"""Readers, each with a text in which the square of its length was met."""

SHORT = 4_000
TIMES = 4
MOST_GROWTH = 6
"""Times as many steps that four times the text may take; with the square it is sixteen."""


def steps(reader: str, text: str) -> int:
    """How often functions are entered, and generators entered again."""
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    reading = readers()[reader]
    reading(text[:2_000])
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        reading(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("reader", "text"), TEXTS)
def test_steps_grow_as_the_text_does(reader: str, text: str) -> None:
    sizes = (SHORT, SHORT * TIMES)
    short, long = (repeat(text, size) for size in sizes)
    assert steps(reader, long) < MOST_GROWTH * steps(reader, short)


SHARED = [
    "3: PAC recommendation: The Department should mend it.\n",
    "{number}: PAC recommendation: The Department should mend it.\n",
]


@pytest.mark.parametrize("item", SHARED)
@pytest.mark.parametrize("agrees", ["agrees.", "agrees with all these recommendations."])
def test_a_reply_that_many_items_share_is_read_once(item: str, agrees: str) -> None:
    def paper(times: int) -> str:
        items = "".join(item.format(number=number) for number in range(3, 3 + 60 * times))
        words = "It must be mended by June 2025. " * 60 * times
        return f"\n{items}3.1 The government {agrees} {words}"

    long, short = (steps("treasury minute, below", paper(times)) for times in (TIMES, 1))
    assert long < MOST_GROWTH * short


def test_a_conclusion_that_many_recommendations_follow_is_repeated_for_some_alone() -> None:
    def paper(times: int) -> str:
        items = "3: PAC recommendation: The Department should mend it.\n" * 60 * times
        return f"\n3: PAC conclusion: {'It is not yet mended. ' * 60 * times}\n{items}"

    long, short = (steps("treasury minute, below", paper(times)) for times in (TIMES, 1))
    assert long < MOST_GROWTH * short
