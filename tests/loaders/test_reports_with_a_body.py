"""A report with its list in front and numbered paragraphs after it: only the list is findings."""

from __future__ import annotations

import pytest

from graph.records.source_record import FindingRecord
from tests.responses_reading import read

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


def numbers(text: str) -> list[str]:
    context = read("committee_reports", text)
    findings = [
        record.content.finding
        for record in context.records
        if isinstance(record.content, FindingRecord)
    ]
    return [f"{str(finding.kind)[0]}{finding.number}" for finding in findings]


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
