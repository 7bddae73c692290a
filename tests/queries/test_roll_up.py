"""Bodies that count for others: agencies for departments, old names for those of a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.partial_date import PartialDate
from queries.measures.roll_up import Body, bodies, roll_up

if TYPE_CHECKING:
    from queries.measures.store_reader import StoreReader

generated_registers = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.builds(
        Body,
        st.sampled_from(["ministerial-department", "executive-agency", "other"]),
        st.sets(st.sampled_from("abcdefgh"), max_size=2),
        st.sets(st.sampled_from("abcdefgh"), max_size=2),
        st.sampled_from([None, PartialDate(2001), PartialDate(2010)]),
        st.sampled_from([None, PartialDate(2012), PartialDate(2015, 3)]),
    ),
)


@given(generated_registers, st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1)))
@settings(max_examples=200, deadline=None)
def test_rolling_up_keeps_totals(known: dict[str, Body], findings: list[set[str]]) -> None:
    named = set().union(*findings) if findings else set()
    moved = roll_up(known, named, to_departments=True, as_at=date(2020, 1, 1))
    rolled = [{moved.target.get(one, one) for one in names} for names in findings]
    assert all(rolled)
    for target in {moved.target.get(one, one) for one in named}:
        counted_for = {one for one in named if moved.target.get(one, one) == target}
        before = sum(1 for names in findings if names & counted_for)
        assert before == sum(1 for names in rolled if target in names)


def test_a_body_of_two_departments_counts_for_itself() -> None:
    known = {
        "one": Body("ministerial-department"),
        "two": Body("ministerial-department"),
        "unit": Body("other", {"one", "two"}),
        "agency": Body("executive-agency", {"one"}),
        "branch": Body("other", {"agency"}),
        "old": Body("ministerial-department", set(), {"two"}, None, PartialDate(2015, 6)),
    }
    early = roll_up(known, known, to_departments=True, as_at=date(2015, 6, 1))
    assert early.target == {"agency": "one", "branch": "one"}
    assert early.unsettled == ("unit",)
    late = roll_up(known, known, to_departments=False, as_at=date(2015, 6, 30))
    assert late.target == {"old": "two"}


def register_of(names: list[str]) -> dict[str, Body]:
    """A register with a row a name, as names followed one another from 2000, one each year.

    As in the register, a name that was used twice has one row, with its first day and its last.
    """
    register = {name: Body("ministerial-department") for name in names}
    for year, name in enumerate(names, start=2000):
        body = register[name]
        body.started = body.started or PartialDate(year, 1, 1)
        body.ended = None if year == 1999 + len(names) else PartialDate(year + 1, 1, 1)
        if year > 2000:
            register[names[year - 2001]].successors.add(name)
    return register


def check_targets(names: list[str], register: dict[str, Body]) -> None:
    """On each day what had begun counts for the body of that day, and that for itself."""
    for year, current in enumerate(names, start=2000):
        begun = set(names[: year - 1999])
        moved = roll_up(register, begun, to_departments=False, as_at=date(year, 7, 1))
        assert moved.target == dict.fromkeys(begun - {current}, current)


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, unique=True))
def test_a_chain_of_renamings_counts_for_the_name_of_the_day(names: list[str]) -> None:
    register = register_of(names)
    check_targets(names, register)
    for body in register.values():
        body.ended = None
    check_targets(names, register)


@given(st.lists(st.sampled_from("abcdefgh"), min_size=2, unique=True), st.data())
def test_a_revived_name_counts_for_itself_again(names: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(names) - 2))
    again = data.draw(st.integers(first + 2, len(names)))
    names.insert(again, names[first])
    check_targets(names, register_of(names))


@given(st.sets(st.sampled_from("abcdef"), min_size=1), st.sets(st.sampled_from("uvwxyz")))
def test_what_merged_counts_for_the_whole_and_what_was_split_for_itself(
    merged: set[str], parts: set[str]
) -> None:
    register = {
        name: Body("other", set(), {"whole"}, PartialDate(1990), PartialDate(2000, 1, 1))
        for name in merged
    }
    register["whole"] = Body(
        "other", set(), parts, PartialDate(2000, 1, 1), PartialDate(2010, 1, 1)
    )
    register |= {name: Body("other", set(), set(), PartialDate(2010, 1, 1)) for name in parts}
    between = roll_up(register, register, to_departments=False, as_at=date(2005, 1, 1))
    assert between.target == dict.fromkeys(merged, "whole")
    after = roll_up(register, register, to_departments=False, as_at=date(2015, 1, 1))
    last = next(iter(parts)) if len(parts) == 1 else "whole"
    assert after.target == dict.fromkeys(merged | {"whole"} - {last}, last)
    assert after.unsettled == (("whole",) if len(parts) > 1 else ())


def test_two_bodies_never_stand_for_each_other() -> None:
    """Where both are said to have followed the other and neither to be left, nothing is guessed."""
    register = {
        "one": Body("other", set(), {"two"}, PartialDate(2000), PartialDate(2010)),
        "two": Body("other", set(), {"one"}, PartialDate(2000), PartialDate(2010)),
    }
    moved = roll_up(register, register, to_departments=False, as_at=date(2020, 1, 1))
    assert (moved.target, moved.unsettled) == ({}, ("one", "two"))


@pytest.mark.parametrize(
    ("day", "ministry"),
    [
        (date(2014, 7, 1), "department-for-communities-and-local-government"),
        (date(2020, 7, 1), "ministry-of-housing-communities-local-government"),
        (date(2023, 7, 1), "department-for-levelling-up-housing-and-communities"),
        (date(2025, 7, 1), "ministry-of-housing-communities-local-government"),
    ],
)
def test_the_ministry_of_housing_is_one_body_on_each_day(
    bundled_reading: StoreReader, day: date, ministry: str
) -> None:
    register = {iri.rsplit("/", 1)[-1]: body for iri, body in bodies(bundled_reading.store).items()}
    assert ministry in register
    for body in register.values():
        body.successors = {iri.rsplit("/", 1)[-1] for iri in body.successors}
    names = (
        "department-for-communities-and-local-government",
        "ministry-of-housing-communities-local-government",
        "department-for-levelling-up-housing-and-communities",
    )
    moved = roll_up(register, names, to_departments=False, as_at=day)
    begun = {name for name in names if (began := register[name].started) and began.has_passed(day)}
    assert {moved.target.get(name, name) for name in begun} == {ministry}


def test_the_department_for_culture_of_2014_is_in_the_register(
    bundled_reading: StoreReader,
) -> None:
    register = bodies(bundled_reading.store)
    culture = next(iri for iri in register if iri.endswith("culture-media-and-sport-1997-2017"))
    then = roll_up(register, [culture], to_departments=True, as_at=date(2014, 7, 1))
    assert then.target == {}
    later = roll_up(register, [culture], to_departments=True, as_at=date(2020, 7, 1))
    assert later.target[culture].endswith("department-for-digital-culture-media-sport")
