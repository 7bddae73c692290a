"""Government responses to other committees: special reports, command papers, several answerers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.records.response_documents import ResponseItem, ResponseKind
from loaders.formats import pdf
from loaders.layout.document_lines import read_sheet
from tests.paper_renderings import pdf_of
from tests.responses_reading import (
    CASES,
    claimed,
    items,
    lost_lines,
    notes,
    passages,
    read,
    responses,
    words,
)

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.interface.context import Context

FILES = sorted((CASES / "government_responses").glob("*.*"))


def text(name: str) -> str:
    return (CASES / "government_responses" / name).read_text(encoding="utf-8")


def loaded(name: str) -> Context:
    return read("government_responses", text(name), name)


def said(context: Context) -> list[tuple[str, str, str, str]]:
    """Kind, number, restated words and reply of each item."""
    return [
        (item.finding[-2], item.number or "", restated(item), words(item, item.reply))
        for item in items(context)
    ]


def restated(item: ResponseItem) -> str:
    return words(item, item.recommendation or item.conclusion)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_only_its_own_loader_claims_it(file: Path) -> None:
    assert claimed("government_responses", text(file.name), file.name)
    assert not claimed("treasury_minutes", text(file.name), file.name)
    assert not claimed("record_pages", text(file.name), file.name)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_passages_are_exact_and_no_line_is_lost(file: Path) -> None:
    context = loaded(file.name)
    whole = read_sheet(context.document).text
    for item in items(context):
        for passage in passages(item):
            assert whole[passage.start : passage.start + len(passage.text)] == passage.text
    title = responses(context)[0].title or ""
    known = (r"^(?:\d+\. )?(?:Recommendation|Conclusion)(?: \d+)?$", r"\bresponse$")
    assert [line for line in lost_lines(context, known) if line not in title] == []


def test_labels_with_numbered_replies() -> None:
    found = said(loaded("labelled.txt"))
    assert [row[:2] for row in found] == [
        ("recommendation", "1"),
        ("recommendation", "2"),
        ("conclusion", "3"),
        ("recommendation", "4"),
        ("recommendation", "5"),
    ]
    assert found[0][2].endswith("publish the count.")
    assert found[0][3].startswith("1.HMCTS is drawing up")
    assert found[0][3].endswith("one for each region.")
    assert found[1][2].endswith("(Paragraph 31)")
    assert found[3][2:] == found[4][2:]


def test_numbers_before_the_label_and_topic_headings() -> None:
    context = loaded("headed.txt")
    found = said(context)
    assert [row[:2] for row in found] == [
        ("recommendation", "1"),
        ("conclusion", "2"),
        ("recommendation", "3"),
    ]
    assert found[0][3].startswith("The Department has asked")
    assert found[0][3].endswith("updated each term.")
    assert found[1][3].startswith("The Government notes")
    assert "a heading, or stands outside the items and was set aside: Heating" in notes(context)


def test_what_cannot_be_divided_is_kept_in_neither_voice() -> None:
    context = loaded("headed.txt")
    stoves = items(context)[2]
    assert (stoves.recommendation, stoves.conclusion, stoves.reply) == (None, None, None)
    assert words(stoves, stoves.undivided) == "Boats need new stoves. They were fitted in spring."
    assert "It cannot be seen where the reply to 3 begins." in notes(context)


def test_numbered_paragraphs_that_end_in_a_reference() -> None:
    found = items(loaded("referenced.txt"))
    assert [(item.finding[-2], item.number, item.paragraph) for item in found] == [
        ("recommendation", "1", "16"),
        ("conclusion", "2", "18"),
        ("recommendation", "3", "21"),
    ]
    assert words(found[0], found[0].reply).startswith("The Cabinet Office welcomes")
    assert words(found[2], found[2].reply).startswith("18. The office publishes")


def test_each_respondent_has_a_response_of_its_own() -> None:
    context = loaded("referenced.txt")
    assert [response.key for response in responses(context)] == [
        ("special-report", "2017-19", "HC 9620", "HM Government"),
        ("special-report", "2017-19", "HC 9620", "Office for Swan Statistics"),
    ]
    assert [item.respondent for item in items(context)] == [
        "HM Government",
        "HM Government",
        "Office for Swan Statistics",
    ]


def test_two_respondents_to_one_recommendation() -> None:
    found = [item for item in items(loaded("command-paper.html")) if item.number == "3"]
    assert [(item.respondent, words(item, item.reply)) for item in found] == [
        ("Secretary of State for Transport", "We will write such a leaflet."),
        ("Civil Aviation Authority", "The Authority will print it."),
    ]
    assert found[0].recommendation == found[1].recommendation


def test_a_command_paper_on_the_web() -> None:
    context = loaded("command-paper.html")
    response = responses(context)[0]
    assert response.kind is ResponseKind.COMMAND_PAPER
    assert (response.number, str(response.issued)) == ("CP 9900", "2023-12")
    assert response.address == "https://www.gov.uk/made-up/response-to-the-kite-report"
    first = items(context)[0]
    assert first.paragraph == "12"
    assert words(first, first.reply).endswith("coastal airfields airfields in towns")


@pytest.mark.parametrize(
    ("name", "key", "committee", "title"),
    [
        ("labelled.txt", "HC 9043", "Justice Committee", "Lock-keepers in the courts"),
        ("headed.txt", "HC 95", "Education Committee", "Barges as classrooms"),
        (
            "referenced.txt",
            "HC 9197",
            "Public Administration and Constitutional Affairs Committee",
            "Counting the swans",
        ),
        ("command-paper.html", "HC 9090", "Transport Committee", "Kites near airfields"),
        ("interim.txt", "HC 9492", "Education Committee", "Ferries for pupils"),
    ],
)
def test_the_report_answered_is_not_the_special_report(
    name: str, key: str, committee: str, title: str
) -> None:
    (report,) = responses(loaded(name))[0].reports
    assert (report.key[-1], report.committee, report.title) == (key, committee, title)


def test_the_day_a_report_came_out_is_not_the_day_of_the_response() -> None:
    assert str(responses(loaded("labelled.txt"))[0].issued) == "2020-05-04"
    assert responses(loaded("headed.txt"))[0].issued is None


def test_an_interim_response_answers_nothing_and_says_so() -> None:
    context = loaded("interim.txt")
    (response,) = responses(context)
    assert response.interim
    assert items(context) == []
    assert "It is an interim response. It has no item" in notes(context)


def test_a_report_known_by_its_ordinal_alone() -> None:
    context = read("government_responses", text("labelled.txt").replace("(HC 9043)", ""))
    assert items(context)[0].finding == (
        "committee-ordinal",
        "Justice Committee",
        "2019-21",
        "5",
        "recommendation",
        "1",
    )


def test_a_pdf_says_the_same_as_its_text() -> None:
    lines = [line for line in text("labelled.txt").splitlines() if line.strip()]
    close = pdf.decode(pdf_of(lines), "paper.pdf")
    found = said(read("government_responses", close, "paper.pdf"))
    assert found == said(loaded("labelled.txt"))


FRONT = """Government Response to the Harbours Committee’s First Report of
Session 2023–24, Tides (HC 97)

{cover}

May 2024

Recommendation 1. The Department should publish tides. (Paragraph 4)

{reply}
"""


@pytest.mark.parametrize(
    ("cover", "reply", "respondents"),
    [
        ("CP 90", "We accept this recommendation.", ("HM Government",)),
        ("Department for Transport", "We accept this.", ("Department for Transport",)),
        (
            "Department for Transport and HM Treasury",
            "We accept this.",
            ("Department for Transport", "HM Treasury"),
        ),
        (
            "Presented to Parliament by the Secretary of State for Transport",
            "The Department for Transport accepts this recommendation.",
            ("Department for Transport",),
        ),
        (
            "Presented to Parliament by the Secretary of State for Transport",
            "We accept this recommendation.",
            ("Secretary of State for Transport",),
        ),
        (
            "Department for Transport",
            "Port Authority response: We accept this.",
            ("Port Authority",),
        ),
        (
            "Department for Transport",
            "Government response: We agree.",
            ("Department for Transport",),
        ),
    ],
)
def test_who_answers_is_whom_the_reply_or_the_cover_names(
    cover: str, reply: str, respondents: tuple[str, ...]
) -> None:
    (item,) = items(read("government_responses", FRONT.format(cover=cover, reply=reply)))
    assert (item.respondent, *item.joint_respondents) == respondents
