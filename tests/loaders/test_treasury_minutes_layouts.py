"""Treasury Minutes in the layouts of other years: each item under its report, with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.records.replies import Object
from loaders.responses.reply_reader import read_reply
from tests.responses_reading import CASES, items, read, responses, words

if TYPE_CHECKING:
    from graph.records.response_documents import ResponseItem
    from loaders.interface.context import Context

Row = tuple[str, str, str, str]
"""Report, number, department, position."""

EXPECTED: dict[str, list[Row]] = {
    "numbered-headings": [
        ("HC 402", "1a", "Department for Education", "accepted"),
        ("HC 402", "1b", "Department for Education", "accepted"),
        ("HC 402", "2", "Department for Education", "rejected"),
        ("HC 402", "3", "Department for Education", "accepted-in-part"),
        ("HC 415", "1", "HM Courts & Tribunals Service", "accepted"),
        ("HC 415", "2", "HM Courts & Tribunals Service", "accepted"),
        ("HC 433", "1", "Cabinet Office", "accepted"),
    ],
    "committee-of-the-register": [
        ("HC 175", "3", "Department of Health and Social Care", "accepted"),
        ("HC 175", "4", "Department of Health and Social Care", "accepted"),
    ],
    "layout-of-2011": [
        ("1", "1", "Ministry of Justice", "accepted"),
        ("1", "2", "Ministry of Justice", "rejected"),
        ("2", "1", "Department for Work and Pensions", "accepted"),
        ("2", "2", "Department for Work and Pensions", "accepted-in-part"),
    ],
    "layout-of-2008": [
        ("2", "1", "Department of Health", "accepted"),
        ("2", "2", "Department of Health", "noted"),
        ("3", "1", "Home Office", "accepted"),
    ],
    "progress-with-dates": [
        ("HC 175", "3", "Department of Health and Social Care", "accepted"),
        ("HC 175", "4", "Department of Health and Social Care", "accepted"),
    ],
    "ends-in-status": [("2", "1", "HM Government", "accepted")],
}


def loaded(name: str) -> Context:
    path = CASES / "treasury_minutes" / f"{name}.txt"
    return read("treasury_minutes", path.read_text(encoding="utf-8"), path.name)


def position(item: ResponseItem) -> str:
    """What the reply says of what was asked."""
    about = Object.CONCLUSION if item.finding == item.concluded else Object.RECOMMENDATION
    concepts = {
        stance.concept
        for part in read_reply(words(item, item.reply)).stances
        for stance in part
        if stance.object is about
    }
    return " ".join(sorted(concepts))


@pytest.mark.parametrize("name", EXPECTED)
def test_every_item_stands_under_its_report_with_number_department_and_position(name: str) -> None:
    found = [
        (item.report[-1], item.number, item.respondent, position(item))
        for item in items(loaded(name))
    ]
    assert found == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_committee_is_the_registers(name: str) -> None:
    (response,) = responses(loaded(name))
    assert {report.committee for report in response.reports} == {"Public Accounts Committee"}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_fits_together_is_not_doubted(name: str) -> None:
    doubts = [issue.problem for issue in loaded(name).issues if issue.uncertain or issue.lost]
    missing = "Twelfth Report: no item numbered 1, 2 was found."
    assert doubts == ([missing] if name == "committee-of-the-register" else [])


def test_a_paper_of_one_department_is_that_departments() -> None:
    (response,) = responses(loaded("committee-of-the-register"))
    assert response.respondent == "Department of Health and Social Care"


def test_titles_and_sessions_are_those_of_each_report() -> None:
    (response,) = responses(loaded("layout-of-2008"))
    assert [(report.session, report.ordinal, report.title) for report in response.reports] == [
        ("2007-08", "Second Report", "Reducing waits for hearing aids"),
        ("2007-08", "Third Report", "Passport queues"),
    ]
