"""A report with its list in front and numbered paragraphs after it: only the list is findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.records.source_record import FindingRecord
from tests.responses_reading import read

if TYPE_CHECKING:
    from graph.records.findings import Finding

FRONT = """House of Commons
Committee of Public Accounts
Lamps on village greens
Fourteenth Report of Session 2023–24
HC 388

Conclusions and recommendations

"""
ITEMS = (
    "The Department does not know how many lamps there are.",
    "Lamps stay dark for a year.",
    "Grants go to villages that have lamps.",
)
LIST = "\n\n".join(
    f"{number}. {words}\n\nRecommendation: The Department should write to us on point {number}."
    for number, words in enumerate(ITEMS, 1)
)
BODY = "\n\n".join(f"{number}. The Department told us of lamp {number}." for number in range(1, 9))


def findings(text: str, name: str = "report.txt") -> list[Finding]:
    context = read("committee_reports", text, name)
    return [
        record.content.finding
        for record in context.records
        if isinstance(record.content, FindingRecord)
    ]


def numbers(text: str) -> list[str]:
    return [f"{str(finding.kind)[0]}{finding.number}" for finding in findings(text)]


BOTH = ["c1", "r1", "c2", "r2", "c3", "r3"]


@pytest.mark.parametrize("heading", ["1 Counting lamps", "Introduction", "1. Counting the lamps"])
def test_the_body_is_no_part_of_the_list(heading: str) -> None:
    assert numbers(f"{FRONT}{LIST}\n\n{heading}\n\n{BODY}\n") == BOTH


def test_a_list_within_an_item_does_not_end_it() -> None:
    inner = "It should say:\n\n1. who mends lamps; and\n\n2. who pays for them."
    text = f"{FRONT}{LIST}\n\n{inner}\n\n4. Villages differ.\n\nRecommendation: Ask them all.\n"
    assert numbers(text)[-2:] == ["c4", "r4"]


def test_recommendations_under_a_heading_of_their_own_are_of_the_list() -> None:
    text = f"{FRONT}{LIST}\n\nRecommendations\n\n1. Councils should mend lamps.\n"
    assert numbers(text) == [*BOTH, "r1"]


def test_the_contents_are_no_list() -> None:
    contents = "Contents\n\nIntroduction\n\nConclusions and recommendations\n\n1 Counting lamps\n\n"
    text = FRONT.replace("Conclusions", f"{contents}Introduction\n\nLamps.\n\nConclusions") + LIST
    first = findings(text)[0].text
    assert first is not None
    assert first.text == ITEMS[0]


def test_letters_under_one_label_are_recommendations_where_each_asks() -> None:
    asks = (
        "Recommendation:\n\na. The Department should say who mends lamps.\n\nb. It should pay them."
    )
    parts = "Recommendation: The Department should say:\n\na. Who mends lamps.\n\nb. Who pays."
    text = f"{FRONT}1. Lamps stay dark.\n\n{asks}\n\n2. Grants go astray.\n\n{parts}\n"
    assert numbers(text) == ["c1", "r1a", "r1b", "c2", "r2"]


def test_a_label_may_stand_after_a_sentence_on_its_line() -> None:
    text = f"{FRONT}1. Lamps stay dark. Recommendation: The Department should mend them.\n"
    assert numbers(text) == ["c1", "r1"]


def test_a_running_head_with_the_title_is_in_no_item() -> None:
    head = "12 Lamps on village greens"
    text = f"{FRONT}1. Lamps stay dark. (Paragraph 9)\n\n{head}\n\n2. They should be lit.\n"
    assert all(head not in str(finding.text) for finding in findings(text))


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        (
            "HOUSE OF LORDS\nLamps Committee\n1st Report of Session 2023–24\nLamps on greens\n",
            "Lamps on greens",
        ),
        (
            (
                "Lamps on greens - Lamps Committee Contents\n"
                "Conclusions and Recommendations\nHC 8\nFortieth Report of Session 2014-15\n"
                "Lamps Committee\n"
            ),
            "Lamps on greens",
        ),
    ],
)
def test_titles_below_and_beside_other_lines(cover: str, title: str) -> None:
    (finding,) = findings(f"{cover}\nConclusions and recommendations\n\n1. Lamps should be lit.\n")
    assert finding.report is not None
    assert finding.report.title == title


def test_the_address_of_a_page_tells_the_number_of_the_paper() -> None:
    address = "https://publications.parliament.uk/pa/cm5804/cmselect/cmpubacc/388/report.html"
    body = "".join(f"<p>{line}</p>" for line in FRONT.replace("HC 388", "").split("\n") if line)
    link = f'<link rel="canonical" href="{address}">'
    item = "<p>1. Lamps should be lit.</p>"
    page = f"<html><head>{link}</head><body>{body}{item}</body></html>"
    (finding,) = findings(page, "report.html")
    assert finding.report is not None
    assert finding.report.hc_number == "HC 388"
