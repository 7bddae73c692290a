"""Treasury Minutes of other years and kinds, and those that leave something out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.partial_date import PartialDate
from graph.records.response_documents import ResponseKind
from loaders.references.ordinals import numeral, session, value, values
from loaders.references.paper_numbers import dated
from tests.responses_reading import CASES, claimed, items, notes, read, responses, words

if TYPE_CHECKING:
    from loaders.interface.context import Context


def text(name: str) -> str:
    return (CASES / "treasury_minutes" / f"{name}.txt").read_text(encoding="utf-8")


def loaded(name: str) -> Context:
    return read("treasury_minutes", text(name), f"{name}.txt")


def replies(context: Context) -> dict[tuple[str, ...], str]:
    return {item.finding: words(item, item.reply) for item in items(context)}


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in (CASES / "treasury_minutes").glob("*.*"))
)
def test_every_kind_is_known_for_a_minute(name: str) -> None:
    assert claimed("treasury_minutes", text(name))
    assert not claimed("government_responses", text(name))
    assert not claimed("record_pages", text(name))


def test_reports_of_two_sessions_are_told_apart() -> None:
    context = loaded("two-sessions")
    (response,) = responses(context)
    assert response.session is None
    assert [(report.key, report.title) for report in response.reports] == [
        (("ordinal", "2015-16", "39"), "Ponds in winter"),
        (("ordinal", "2016-17", "14"), "Reeds: cutting and selling"),
        (("ordinal", "2016-17", "15"), "Ducks"),
        (("ordinal", "2016-17", "16"), "Frogs"),
    ]
    assert [item.report[1:] for item in items(context)] == [
        ("2015-16", "39"),
        ("2016-17", "14"),
        ("2016-17", "15"),
        ("2016-17", "16"),
    ]


def test_what_the_committee_says_of_the_government_is_not_a_reply() -> None:
    reeds = items(loaded("two-sessions"))[1]
    assert words(reeds, reeds.conclusion).endswith("the government agreed that prices would rise.")
    assert words(reeds, reeds.recommendation).startswith("The Ministry should")
    assert words(reeds, reeds.reply) == (
        "1.1 The Government disagrees with the Committee’s recommendation."
    )


def test_a_reply_on_the_line_of_its_recommendation_is_cut_off_there() -> None:
    frogs = items(loaded("two-sessions"))[3]
    assert words(frogs, frogs.recommendation) == "Count frogs."
    assert words(frogs, frogs.reply).endswith("1.2 Counting began.")


def test_a_dated_minute_keeps_its_day() -> None:
    (response,) = responses(loaded("repeated-heading"))
    assert (response.date, str(response.issued)) == ("16 MAY 2021", "2021-05-16")
    assert response.extras == ("progress on Lamp Oil Management",)


def test_a_month_is_never_made_a_day() -> None:
    (response,) = responses(loaded("no-headings"))
    assert (response.date, str(response.issued)) == ("February 2009", "2009-02")
    assert response.title is not None
    assert response.title.endswith("from Session 2007-08")


def test_a_heading_repeated_on_a_later_page_is_furniture() -> None:
    trimmed = items(loaded("repeated-heading"))[0]
    assert [piece.text for piece in trimmed.furniture] == ["Third Report of Session 2021-22"]
    assert words(trimmed, trimmed.reply).endswith(
        "Work began in the spring and will end in the autumn."
    )


def test_two_recommendations_before_one_reply_share_it() -> None:
    context = loaded("repeated-heading")
    one, other = items(context)[:2]
    assert (one.number, other.number) == ("1a", "1b")
    assert one.reply == other.reply
    assert "item 1a shares the reply" in notes(context)


def test_a_recommendation_without_number_takes_that_of_its_conclusion_and_says_so() -> None:
    context = loaded("repeated-heading")
    wicks = items(context)[2]
    assert wicks.finding == ("ordinal", "2021-22", "3", "recommendation", "3")
    assert words(wicks, wicks.reply).startswith("The government agrees")
    assert "item 3 shows no number" in notes(context)


def test_a_recommendation_without_reply_is_kept_undivided() -> None:
    context = loaded("repeated-heading")
    posts = items(context)[3]
    assert (posts.recommendation, posts.reply) == (None, None)
    assert words(posts, posts.undivided) == "The Ministry should paint its lamp posts"
    assert "item 4 shows no reply" in notes(context)


def test_gaps_are_reported() -> None:
    said = notes(loaded("repeated-heading"))
    assert "Third Report: no item numbered 2 was found." in said
    assert "No section on the 4th Report of 2021-22 was found." in said


def test_a_progress_report_is_read_as_far_as_it_goes() -> None:
    context = loaded("progress-report")
    (response,) = responses(context)
    assert response.kind is ResponseKind.PROGRESS_REPORT
    assert [report.hc_number for report in response.reports] == ["HC 713", "HC 714"]
    (squeak,) = items(context)
    assert squeak.finding == ("report", "2016-17", "HC 713", "recommendation", "2")
    assert "Revised target implementation date: Summer 2018" in words(squeak, squeak.reply)
    assert notes(context).count("stands outside the items") == 2


def test_one_report_needs_no_heading() -> None:
    assert replies(loaded("no-headings")) == {
        ("ordinal", "2007-08", "49", "recommendation", "1"): (
            "1.1 The government agrees with the Committee’s recommendation."
        )
    }


def test_several_reports_without_headings_give_no_items_but_say_so() -> None:
    several = text("no-headings").replace("Forty Ninth report", "Forty Ninth and Fiftieth reports")
    context = read("treasury_minutes", several)
    assert items(context) == []
    assert sum(issue.lost for issue in context.issues) == 2


def test_sub_items_go_by_order_where_the_counter_runs_on() -> None:
    found = replies(loaded("body-only"))
    scheme = ("ordinal", "2022-23", "6", "recommendation")
    assert found[*scheme, "2d"].startswith("2.9 The government disagrees")


def test_lists_and_ranges_of_ordinals() -> None:
    assert values("the Eighty-Second and the Eighty-Sixth to the Eighty-Ninth") == [
        82,
        86,
        87,
        88,
        89,
    ]
    assert values("the Forty Eighth, Forty Ninth and Fifty- First to Fifty Third") == [
        48,
        49,
        51,
        52,
        53,
    ]
    assert value("One Hundred and Eighteenth") == value("118th") == 118


@pytest.mark.parametrize("spelling", ["2019-21", "2019–21", "2019‑21", "2019-2021", "2019/21"])
def test_a_session_is_one_in_every_spelling(spelling: str) -> None:
    assert session(f"Session {spelling}") == "2019-21"


@given(st.integers(1, 290), st.integers(1, 20))
def test_a_range_holds_its_ends_and_all_between(first: int, more: int) -> None:
    last = first + more
    assert values(f"the {numeral(first)} to the {numeral(last)}") == list(range(first, last + 1))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_back_as_printed(day: date) -> None:
    printed = f"{day.day} {day:%B %Y}"
    assert dated(printed) == (printed, PartialDate.from_day(day))
