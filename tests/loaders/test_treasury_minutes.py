"""Treasury Minutes: 60 recommendations in every variant, as text, HTML and PDF."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from graph.records.replies import Object
from graph.records.response_documents import ResponseKind
from loaders.formats import pdf
from loaders.layout.document_lines import read_sheet
from loaders.responses.reply_reader import read_reply
from tests import made_treasury_minute as made
from tests.paper_renderings import as_html, as_pdf, as_text
from tests.responses_reading import (
    CASES,
    claimed,
    items,
    lost_lines,
    passages,
    read,
    responses,
    words,
)

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.interface.context import Context

PAPER = made.make()
PAGES = sorted((CASES / "record_pages" / "pages").glob("*.txt"))
RENDERINGS = ("spaced.txt", "close.txt", "page.html", "paper.pdf")
KNOWN = (
    r"^Treasury Minutes(?: – May 2021)?$",
    r"Committee of Public Accounts|the One Hundred and Eighteenth|Session 2019-21$",
    r"^This publication includes|^Presented to|Majesty$|^May 2021$|^CP 9434$",
    r"Report of Session|in a lean year$|^(?:Department|Ministry|Office|HM Ferries) [^.]*$",
    r"^\d+[a-d]? ?[.:]$",
)
"""Lines that are read into the response or its reports, or are nothing but a number."""


@cache
def rendered(name: str) -> str:
    if name.endswith(".pdf"):
        return pdf.decode(as_pdf(PAPER.paragraphs, made.RUNNING_HEAD), name)
    if name.endswith(".html"):
        return as_html(PAPER.paragraphs, made.ADDRESS)
    return as_text(PAPER.paragraphs, made.RUNNING_HEAD, apart=name == "spaced.txt")


@cache
def loaded(name: str) -> Context:
    return read("treasury_minutes", rendered(name), name)


@pytest.mark.parametrize("name", RENDERINGS)
def test_all_sixty_recommendations_are_read(name: str) -> None:
    found = [
        (
            item.report[-1],
            item.number,
            words(item, item.conclusion),
            words(item, item.recommendation),
            words(item, item.reply),
        )
        for item in items(loaded(name))
    ]
    expected = [
        (asked.hc_number, asked.number, asked.conclusion, asked.recommendation, asked.reply)
        for asked in PAPER.asked
    ]
    assert len(expected) == 60
    assert found == expected


@pytest.mark.parametrize("name", RENDERINGS)
def test_all_sixty_are_aligned_by_report_and_number(name: str) -> None:
    found = items(loaded(name))
    assert [item.finding for item in found] == [
        ("report", "2019-21", asked.hc_number, "recommendation", asked.number)
        for asked in PAPER.asked
    ]
    assert {item.finding for item in found if item.concluded == item.finding} == set()
    assert all(
        item.concluded
        == ("report", "2019-21", item.report[-1], "conclusion", (item.number or "").rstrip("abcd"))
        for item in found
    )


@pytest.mark.parametrize("name", RENDERINGS)
def test_the_position_of_every_reply_is_the_one_made(name: str) -> None:
    found = []
    for item in items(loaded(name)):
        stances = [
            stance.concept
            for part in read_reply(words(item, item.reply)).stances
            for stance in part
            if stance.object is Object.RECOMMENDATION
        ]
        found.append(tuple(stances))
    assert found == [asked.concepts for asked in PAPER.asked]


@pytest.mark.parametrize("name", RENDERINGS)
def test_the_document_says_what_it_is_and_what_it_answers(name: str) -> None:
    (response,) = responses(loaded(name))
    assert response.kind is ResponseKind.TREASURY_MINUTE
    assert response.key == ("command-paper", "CP 9434", "HM Government")
    assert (response.number, response.date) == ("CP 9434", "May 2021")
    assert str(response.issued) == "2021-05"
    assert (response.session, response.respondent) == ("2019-21", "HM Government")
    assert response.extras == ("This publication includes a correction to the Eighth report",)
    assert [
        (report.key, report.ordinal, report.title, report.published) for report in response.reports
    ] == [
        (
            ("hc", "2019-21", section.hc_number),
            f"{section.ordinal} Report",
            section.title,
            date(2021, 3, 23),
        )
        for section in made.SECTIONS
    ]


@pytest.mark.parametrize("name", RENDERINGS)
def test_passages_are_exact_slices_of_the_text(name: str) -> None:
    text = read_sheet(loaded(name).document).text
    for item in items(loaded(name)):
        for passage in [*passages(item), *item.furniture]:
            end = passage.start + len(passage.text)
            assert text[passage.start : end] == passage.text


@pytest.mark.parametrize("name", RENDERINGS)
def test_no_line_is_lost(name: str) -> None:
    context = loaded(name)
    assert lost_lines(context, KNOWN) == []
    assert not any(issue.lost for issue in context.issues)


@pytest.mark.parametrize("name", ["spaced.txt", "close.txt", "paper.pdf"])
def test_page_furniture_stands_apart_from_the_words(name: str) -> None:
    inside = Counter(
        "head" if piece.text == made.RUNNING_HEAD else "number" if piece.text.isdigit() else "else"
        for item in items(loaded(name))
        for piece in item.furniture
    )
    assert inside["else"] == 0
    assert inside["head"] > 5
    assert inside["number"] > 5


def test_only_the_minute_loader_claims_it() -> None:
    for name in RENDERINGS:
        assert claimed("treasury_minutes", rendered(name), name)
        assert not claimed("government_responses", rendered(name), name)
        assert not claimed("record_pages", rendered(name), name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_record_pages_are_not_claimed(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not claimed("treasury_minutes", text)
    assert not claimed("government_responses", text)
