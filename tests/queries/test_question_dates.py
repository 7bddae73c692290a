"""What the questions of the book answer as of a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.query_files import list_questions

if TYPE_CHECKING:
    import joinedup

DATED = [
    asked
    for asked in list_questions()
    if any(p.kind == "date" and p.name in ("as_of", "to") for p in asked.parameters)
]
TOLD_ANYWAY = {"bills-followed-through", "laws-relied-on", "story-of-a-finding"}
"""Questions that speak of a thing which is there on any day."""

COUNTING = [
    asked.name
    for asked in DATED
    if "total" in {column.name for column in asked.columns}
    and any(p.name == "as_of" and p.default != "UNDEF" for p in asked.parameters)
]


def test_most_questions_can_be_asked_as_of_a_day() -> None:
    assert len(DATED) >= 17
    assert len(COUNTING) >= 8


@pytest.mark.parametrize("name", sorted({each.name for each in DATED} - TOLD_ANYWAY))
def test_before_all_sources_there_is_nothing_to_say(bundled: joinedup.Graph, name: str) -> None:
    question = next(each for each in DATED if each.name == name)
    last_day = next(p.name for p in question.parameters if p.kind == "date")
    day: dict[str, Any] = {last_day: "1000-01-01"}
    values = question.example_values
    assert bundled.ask(name, **values, **day).rows == ()


def test_a_story_ends_on_its_day(bundled: joinedup.Graph) -> None:
    finding = "accountability-index-4-13168"
    whole = {row[0] for row in bundled.ask("story-of-a-finding", finding=finding).rows}
    then = {
        row[0]
        for row in bundled.ask("story-of-a-finding", finding=finding, as_of="2000-01-01").rows
    }
    assert then == {None}
    assert whole > then


DAYS = st.dates(date(2010, 1, 1), date(2026, 12, 31)).map(date.isoformat)


@given(st.tuples(DAYS, DAYS), st.sampled_from(COUNTING))
@settings(max_examples=60)
def test_a_later_day_never_counts_less(
    bundled: joinedup.Graph, days: tuple[str, str], name: str
) -> None:
    def counted(on: str) -> int:
        values = next(asked.example_values for asked in DATED if asked.name == name)
        table = bundled.ask(name, as_of=on, **values)
        figures = (row[table.columns.index("total")] for row in table.rows)
        return max((figure for figure in figures if isinstance(figure, int)), default=0)

    assert counted(min(days)) <= counted(max(days)) <= counted("9999-12-31")
