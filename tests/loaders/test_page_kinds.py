"""Kinds of pages that were misread: each with variants of its words."""

from __future__ import annotations

from datetime import date

import pytest

from graph.records.source_record import FindingRecord
from loaders.flags import quality_flags, rules_by_reach
from loaders.responses.linking.cases import read_row
from loaders.responses.reply_reader import read_reply
from loaders.text.text_ends import stops_short
from tests.responses_reading import read

PAGE = """\
# url: https://www.accountabilityindex.uk/committees/4/recommendation/80003/
Source · Select Committees · Public Accounts Committee

Recommendation 4

4 Accepted

A short title.

Recommendation
{text}
Government Response Accepted
HM Government Accepted
The government agrees with the Committee’s recommendation.
"""


def record(text: str) -> FindingRecord:
    (only,) = read("record_pages", PAGE.format(text=text), "page.txt").records
    assert isinstance(only.content, FindingRecord)
    return only.content


@pytest.mark.parametrize(
    ("bracket", "paragraph"),
    [
        ("(Recommendation, Paragraph 79)", "79"),
        ("(Conclusion, Paragraph 12)", "12"),
        ("(Paragraph 26)", "26"),
        ("(paragraph 6)", "6"),
        ("(Paragraphs 3 and 4).", "3 and 4"),
        ("(Para 101)", "101"),
    ],
)
def test_a_reference_in_brackets_at_the_end_names_the_paragraph(
    bracket: str, paragraph: str
) -> None:
    words = "GDS should set up a group to mend old systems."
    finding = record(f"{words} {bracket}").finding
    assert finding.text is not None
    assert (finding.text.text, finding.paragraph) == (f"{words} {bracket}", paragraph)


def test_a_reference_within_the_words_stays_there() -> None:
    words = "As we said before (Paragraph 26), GDS should act."
    finding = record(words).finding
    assert finding.text is not None
    assert (finding.text.text, finding.paragraph) == (words, None)


@pytest.mark.parametrize(
    ("words", "actor", "latest"),
    [
        ("In June 2026, the department will publish a plan.", "the department", "2026-06-30"),
        ("By June 2026 the department will publish it.", "the department", "2026-06-30"),
        ("By March 2027, Ofsted will inspect each home.", "Ofsted", "2027-03-31"),
        ("From April 2026, councils will report each term.", None, "2026-04-30"),
        ("On 3 June 2026, the Home Office will start the scheme.", "the Home Office", "2026-06-03"),
        ("By the end of 2026, HMCTS intends to move its files.", "HMCTS", "2026-12-31"),
        ("2.3 In early 2026 we will consult.", "we", "2026-04-30"),
        ("Before March 2026, the new board is expected to meet.", None, "2026-02-28"),
    ],
)
def test_a_date_before_the_verb_is_that_of_the_undertaking(
    words: str, actor: str | None, latest: str
) -> None:
    reply = read_reply(f"The government agrees. {words}", None, date(2025, 1, 1))
    ((commitment,),) = [part for part in reply.commitments if part]
    assert commitment.actor == actor
    assert commitment.due.latest is not None
    assert commitment.due.latest.isoformat() == latest


@pytest.mark.parametrize(
    "words",
    [
        "In June 2023, the Committee will report again.",
        "In 2019 the department published a plan.",
        "In May 2024 the government said it will act.",
        "In 2020, a plan that will not be used was written.",
    ],
)
def test_a_date_that_opens_another_sentence_is_none(words: str) -> None:
    assert not any(read_reply(f"The government agrees. {words}", None).commitments)


@pytest.mark.parametrize(
    "label",
    ["Target implementation date", "Target Implementation Date", "TARGET IMPLEMENTATION DATE"],
)
def test_capitals_of_a_label_do_not_matter(label: str) -> None:
    reply = read_reply(f"The government agrees. {label}: Spring 2025", None)
    ((commitment,),) = [part for part in reply.commitments if part]
    assert commitment.due.as_written == "Spring 2025"


@pytest.mark.parametrize(
    "end",
    [
        *("ongoing", "To be confirmed", "TBC", "Winter 2024-25", "financial year 2025-26"),
        *("within six months of this response", "n/a", "Summer 2026"),
    ],
)
def test_a_date_line_is_the_end_of_a_text(end: str) -> None:
    assert not stops_short(f"The government agrees. Target implementation date: {end}")


@pytest.mark.parametrize("end", ["the department will work with", "a plan for 2024 and the"])
def test_a_text_that_breaks_off_does(end: str) -> None:
    assert stops_short(f"The government agrees. {end}")


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("We invite the Secretary of State to tell us which routes will close.", False),
        ("The Committee asks the Department to write in May.", False),
        ("We request a list of routes.", False),
        ("Routes are closed in winter, and nobody knows why.", True),
    ],
)
def test_an_invitation_asks_for_something(text: str, *, raised: bool) -> None:
    content = record(text)
    flags = {
        flag.code for flag in quality_flags(read_row(content), rules_by_reach(beside_others=False))
    }
    assert ("mistyped-kind" in flags) is raised
