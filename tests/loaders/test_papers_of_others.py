"""Papers about a response by others than those who answer are no responses."""

from __future__ import annotations

import pytest

from tests.responses_reading import claimed

TITLE = "the Government’s response to the Transport Committee’s Report, Bells (HC 120)"
ITEMS = """
Recommendation 1
The Department should require a bell on each new bicycle.

The Government does not accept this recommendation.

Recommendation 2
The Department should tell riders when to ring.

The Government accepts this recommendation.
"""
FRONTS = {
    "a briefing": f"Research Briefing\n12 March 2024\n\nBells: {TITLE}\n",
    "a note of the Library": f"House of Commons Library\n\nBells: {TITLE}\n",
    "a notice": f"Press notice\n\nBells: {TITLE}\n",
    "a debate": f"Hansard\nVolume 718\n\nBells: {TITLE}\n",
    "evidence": f"Written evidence submitted by the Bell Makers’ Association\n\nBells: {TITLE}\n",
    "the committee’s letter": f"Transport Committee\n\nDear Minister,\n\nBells: {TITLE}\n",
    "news": "MPs disappointed by Government response to the Transport Committee (HC 120)\n",
    "a tracker of responses": "Government responses to select committee reports: tracker\n",
}


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_a_paper_of_others_is_no_response(front: str) -> None:
    assert not claimed("government_responses", front + ITEMS, "paper.txt")


@pytest.mark.parametrize(
    "front",
    [
        f"Department for Transport\n14 July 2022\n\nDear Chair,\n\nBells: {TITLE}\n",
        f"Bells: {TITLE}\n\nThe Government welcomes the report.\n",
    ],
)
def test_a_response_still_is_one(front: str) -> None:
    assert claimed("government_responses", front + ITEMS, "paper.txt")
