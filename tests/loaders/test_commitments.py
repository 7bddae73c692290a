"""Undertakings keep their words; days come of a stated rule, or not at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.responses.commitments.commitments import commitments
from loaders.responses.commitments.dates import times
from loaders.responses.segmentation.parts import split

if TYPE_CHECKING:
    from graph.records.replies import Commitment

WRITTEN = date(2024, 1, 31)


def read(reply: str, written: date | None = None) -> list[Commitment]:
    return [item for part in commitments(reply, split(reply), written) for item in part]


DATED = [
    ("Spring 2025", date(2025, 3, 1), date(2025, 5, 31), True),
    ("Winter 2021", date(2021, 12, 1), date(2022, 2, 28), True),
    ("April 2025", date(2025, 4, 1), date(2025, 4, 30), False),
    ("end of December 2022", date(2022, 12, 1), date(2022, 12, 31), False),
    ("31 March 2025", date(2025, 3, 31), date(2025, 3, 31), False),
    ("05/2026", date(2026, 5, 1), date(2026, 5, 31), False),
    ("end of 2025", date(2025, 12, 1), date(2025, 12, 31), False),
    ("early 2026", date(2026, 1, 1), date(2026, 4, 30), True),
    ("mid-2026", date(2026, 5, 1), date(2026, 8, 31), True),
    ("2026", date(2026, 1, 1), date(2026, 12, 31), False),
    ("Q2 2025", date(2025, 4, 1), date(2025, 6, 30), True),
    ("the first quarter of 2024-25", date(2024, 4, 1), date(2024, 6, 30), False),
    ("financial year 2024-25", date(2024, 4, 1), date(2025, 3, 31), False),
    ("2024-25", date(2024, 4, 1), date(2025, 3, 31), True),
    ("academic year 2024/25", date(2024, 9, 1), date(2025, 8, 31), False),
    ("first half of 2025", date(2025, 1, 1), date(2025, 6, 30), False),
]


@pytest.mark.parametrize(("words", "earliest", "latest", "vague"), DATED)
def test_a_target_date_keeps_its_words_and_gains_an_interval(
    words: str, earliest: date, latest: date, *, vague: bool
) -> None:
    (item,) = read(f"5.1 The government agrees. Target implementation date: {words} 5.2 Soon.")
    assert item.due.as_written == words
    assert (item.due.earliest, item.due.latest, item.due.vague) == (earliest, latest, vague)


RELATIVE = [
    ("within six months", date(2024, 7, 31)),
    ("within 13 months", date(2025, 2, 28)),
    ("within two weeks", date(2024, 2, 14)),
    ("over the next two years", date(2026, 1, 31)),
    ("by the end of this year", date(2024, 12, 31)),
    ("by the end of the financial year", date(2024, 3, 31)),
]


@pytest.mark.parametrize(("words", "latest"), RELATIVE)
def test_relative_words_count_from_the_document_or_stay_open(words: str, latest: date) -> None:
    reply = f"The Home Office will write to the Committee {words}."
    (known,), (unknown,) = read(reply, WRITTEN), read(reply)
    assert known.due.latest == latest
    assert unknown.due.latest is None
    assert known.due.as_written == unknown.due.as_written


UNDERTAKEN = [
    ("DfE will publish its plan, drawn up in March 2023, by June 2026.", "DfE", "June 2026"),
    ("The Department aims to finish by autumn 2025.", "The Department", "autumn 2025"),
    ("A full list will be published in May 2026.", None, "May 2026"),
]


@pytest.mark.parametrize(("reply", "actor", "words"), UNDERTAKEN)
def test_an_undertaking_names_who_and_when(reply: str, actor: str | None, words: str) -> None:
    (item,) = read(reply)
    assert (item.actor, item.due.as_written) == (actor, words)
    assert reply[item.due_start : item.due_end] == words


TOLD = [
    "The Department published its plan in March 2023.",
    "The Home Office will not do so by 2026.",
    "2: PAC recommendation: HM Treasury will report by May 2026. 2.1 The government disagrees.",
    "It will build on Spending Review 2021.",
    "The sum will rise to 2025 pounds.",
]


@pytest.mark.parametrize("reply", TOLD)
def test_a_date_alone_is_no_undertaking(reply: str) -> None:
    assert read(reply) == []


def test_the_date_on_which_something_was_done_is_no_undertaking() -> None:
    assert read("4.1 The government agrees. Recommendation implemented: March 2025 4.2 Done.") == []


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
@pytest.mark.parametrize("revised_first", [True, False])
def test_a_revised_target_date_stands_in_place_of_the_original(
    between: str, *, revised_first: bool
) -> None:
    lines = ["Revised target implementation date: March 2024", "Original target date: Summer 2022"]
    dates = between.join(lines if revised_first else reversed(lines))
    (item,) = read(f"4.1 The government agreed. {dates}{between}4.2 Work goes on.")
    assert item.due.as_written == "March 2024"


def test_an_original_target_date_stands_where_no_other_does() -> None:
    (item,) = read("4.1 The government agrees. Original target date: May 2022 4.2 Work goes on.")
    assert item.due.as_written == "May 2022"


@given(st.text(alphabet="0123456789 /-–Qbymidenof2025JuneSpring", max_size=40))
def test_no_words_make_a_day_out_of_order(text: str) -> None:
    for found in times(text, 0, len(text), None):
        assert text[found.start : found.end] == found.due.as_written
        if found.due.earliest and found.due.latest:
            assert found.due.earliest <= found.due.latest
