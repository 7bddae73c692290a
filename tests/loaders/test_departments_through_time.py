"""Departments of 2001 to 2026: a name means the body of its day and counts for its followers."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from graph.partial_date import existed_on
from graph.records.authorities import Organisation
from graph.records.source_record import AuthorityRecord
from loaders.cleaning.text_cleaning import clean_text
from loaders.pipeline.registers import bundled_recogniser, bundled_register_records
from queries.measures.roll_up import Body, roll_up

CASES = Path(__file__).parent.parent / "cases/departments_through_time"


def rows(name: str) -> list[list[str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


@pytest.fixture(scope="module")
def register() -> dict[str, Organisation]:
    contents = (record.content for record in bundled_register_records())
    bodies = [each.authority for each in contents if isinstance(each, AuthorityRecord)]
    return {body.key: body for body in bodies if isinstance(body, Organisation)}


@pytest.fixture(scope="module")
def bodies(register: dict[str, Organisation]) -> dict[str, Body]:
    rows_by_key = {
        key: Body(each.kind, started=each.start, ended=each.end) for key, each in register.items()
    }
    for key, each in register.items():
        rows_by_key[key].successors.update(each.successors)
        for predecessor in each.predecessors:
            rows_by_key[predecessor].successors.add(key)
    return rows_by_key


@pytest.mark.parametrize(("day", "name", "body"), rows("names.csv"))
def test_a_name_means_the_body_of_its_day(
    day: str, name: str, body: str, register: dict[str, Organisation]
) -> None:
    text = clean_text(f"We recommend that the {name} should publish a plan.")
    mentions = bundled_recogniser().recognise(text, published=date.fromisoformat(day)).mentions
    assert [each.entity for each in mentions] == [("organisation", body)]
    assert existed_on(date.fromisoformat(day), register[body].start, register[body].end)


@pytest.mark.parametrize(("day", "body", "follower"), rows("followers.csv"))
def test_a_body_counts_for_what_had_followed_it_on_a_day(
    day: str, body: str, follower: str, bodies: dict[str, Body]
) -> None:
    counted = roll_up(bodies, [body], to_departments=False, as_at=date.fromisoformat(day)).target
    assert counted.get(body, body) == follower


def test_no_body_counts_for_one_that_had_not_come(bodies: dict[str, Body]) -> None:
    for year in range(2001, 2027):
        day = date(year, 1, 1)
        targets = roll_up(bodies, bodies, to_departments=False, as_at=day).target
        for follower in targets.values():
            began = bodies[follower].started
            assert began is None or began.has_passed(day), (year, follower)
