"""Undertakings keep their words; days come of a stated rule, or not at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.responses.commitments.commitments import commitments
from loaders.responses.commitments.dates import times
from loaders.responses.commitments.delivery import updates
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
    ("start of the 2024 academic year", date(2024, 9, 1), date(2025, 8, 31), True),
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
    ("by the end of the month", date(2024, 1, 31)),
    ("by 19 July", date(2024, 7, 19)),
    ("on 30 January", date(2025, 1, 30)),
    ("by March", date(2024, 3, 31)),
    ("by the end of May", date(2024, 5, 31)),
    ("over the next two financial years", date(2026, 3, 31)),
    ("over the coming academic year", date(2025, 8, 31)),
    ("during this academic year", date(2024, 8, 31)),
    ("over the academic year", date(2024, 8, 31)),
    ("by the end of next financial year", date(2025, 3, 31)),
    ("in the autumn", date(2024, 11, 30)),
    ("over the next year", date(2025, 1, 31)),
    ("early in the new year", date(2025, 3, 31)),
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
    "The 2025 Spending Review will decide how much each port gets.",
    "The Board may decide. You may ask it on 31 June.",
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
    items = read(f"4.1 The government agreed. {dates}{between}4.2 Work goes on.")
    new, old = sorted(items, key=lambda item: item.due.as_written)
    assert (new.due.as_written, new.due.kind, new.replacement) == ("March 2024", "revised", None)
    assert (old.due.as_written, old.due.kind) == ("Summer 2022", "due")
    assert old.replacement == ("March 2024", new.due_start)


def test_a_plain_target_date_too_gives_way_to_a_revised_one() -> None:
    lines = "Target implementation date: May 2023\n\nRevised target implementation date: June 2024"
    old, new = read(f"4.1 The government agrees.\n\n{lines}\n\n4.2 The supplier withdrew.")
    assert old.replacement == ("June 2024", new.due_start)


MOVED = [
    ("The deadline has slipped from June 2024 to March 2025.", "June 2024", "March 2025"),
    ("The launch, once planned, was put back from spring 2024 until 2026.", "spring 2024", "2026"),
    ("Completion is now due in May 2026 rather than in April 2025.", "April 2025", "May 2026"),
    ("We had hoped to open by 2023; we now plan to do so by 2025.", "2023", "2025"),
    ("The target of March 2023 has been revised to May 2024.", "March 2023", "May 2024"),
    ("It was due in May 2023. We will now do it in July 2024.", "May 2023", "July 2024"),
    ("Target date: May 2023 (original); July 2024 (revised)", "May 2023", "July 2024"),
    ("It was due in May 2023, and the new date is July 2024.", "May 2023", "July 2024"),
]


@pytest.mark.parametrize(("reply", "old", "new"), MOVED)
def test_a_sentence_may_put_one_time_in_the_place_of_another(
    reply: str, old: str, new: str
) -> None:
    items = {item.due.as_written: item for item in read(reply)}
    assert set(items) == {old, new}
    assert items[old].replacement == (new, items[new].due_start)
    assert (items[new].due.kind, items[new].replacement) == ("revised", None)


NOT_MOVED = [
    "It was built in May 2023. We will now paint it in July 2024.",
    "It was due in May 2023. The Board will meet in July 2024.",
    "Spending was changed from 2019 to 2023.",
    "We will publish the guide in May 2024 and, now that it is agreed, the tool in June 2024.",
]


@pytest.mark.parametrize("reply", NOT_MOVED)
def test_two_times_of_a_sentence_need_not_replace_each_other(reply: str) -> None:
    assert not any(item.replacement for item in read(reply))


RANGES = [
    ("The pilots will run between May 2024 and March 2025.", "between May 2024 and March 2025"),
    ("Visits will be made from 1 May 2024 to 31 March 2025.", "1 May 2024 to 31 March 2025"),
    ("The trial will last from 1 to 31 March 2025.", "1 to 31 March 2025"),
    ("In January to March 2025 the Office will call on each farm.", "January to March 2025"),
]


@pytest.mark.parametrize(("reply", "words"), RANGES)
def test_two_ends_of_a_time_are_one_time(reply: str, words: str) -> None:
    (item,) = read(reply)
    assert item.due.as_written == words
    assert item.due.latest == date(2025, 3, 31)


def test_a_range_over_the_turn_of_the_year_begins_in_the_year_before() -> None:
    (item,) = read("The pilots will run from November to March 2025.")
    assert (item.due.earliest, item.due.latest) == (date(2024, 11, 1), date(2025, 3, 31))


def test_before_a_time_is_the_day_before_it() -> None:
    (item,) = read("The Office will finish before March 2025.")
    assert (item.due.earliest, item.due.latest) == (None, date(2025, 2, 28))
    (item,) = read("The Office will finish before the end of 2025.")
    assert item.due.latest == date(2025, 12, 31)


def test_what_counts_from_something_else_than_the_document_has_no_day() -> None:
    (item,) = read("The Office will write within six months of the launch.", WRITTEN)
    assert item.due.latest is None
    (item,) = read("The Office will write within six months of this response.", WRITTEN)
    assert item.due.latest == date(2024, 7, 31)


def test_the_verb_before_a_list_undertakes_each_of_its_items() -> None:
    reply = (
        "The Office will:\n• print a map by May 2025;\n• hire wardens by June 2025.\nSo 2024 ends."
    )
    assert [
        (item.due.as_written, reply[item.start : item.end].strip()) for item in read(reply)
    ] == [
        ("May 2025", "print a map by May 2025;"),
        ("June 2025", "hire wardens by June 2025."),
    ]


def test_the_year_of_a_paper_is_no_time_for_it() -> None:
    (item,) = read("The Office will lay its report for 2022-23 by May 2024.")
    assert item.due.as_written == "May 2024"
    assert not read("The Office will build on the 2021 white paper.")
    assert not read("The team will learn from the 2012 Games.")
    assert read("It will be in place for the 2026 academic year.")


DELIVERED = [
    ("Recommendation implemented (October 2023)", "October 2023"),
    ("Recommendation implemented: 3 May 2023", "3 May 2023"),
    ("This recommendation was implemented in July 2023.", "July 2023"),
    ("We completed this action in September 2023.", "September 2023"),
    ("Status: Completed (spring 2024)", "spring 2024"),
    ("Recommendation implemented", None),
    ("This recommendation was implemented before the review of 2024.", None),
]


@pytest.mark.parametrize(("line", "words"), DELIVERED)
def test_the_time_at_which_it_was_done_is_kept_with_the_status(
    line: str, words: str | None
) -> None:
    reply = f"4.1 The government agrees.\n\n{line}\n\n4.2 The form is in use."
    [(update,)] = updates(reply, split(reply))
    assert update.delivery == "implemented"
    assert (update.reached.as_written if update.reached else None) == words
    assert read(reply) == []


def test_an_original_target_date_stands_where_no_other_does() -> None:
    (item,) = read("4.1 The government agrees. Original target date: May 2022 4.2 Work goes on.")
    assert item.due.as_written == "May 2022"


@given(st.text(alphabet="0123456789 /-–Qbymidenof2025JuneSpring", max_size=40))
def test_no_words_make_a_day_out_of_order(text: str) -> None:
    for found in times(text, 0, len(text), None):
        assert text[found.start : found.end] == found.due.as_written
        if found.due.earliest and found.due.latest:
            assert found.due.earliest <= found.due.latest
