"""Wordings of verdicts, each with the position a careful reader takes from it, or none.

Where words leave it open, no position is read: a wrong "rejected" is the worst thing to print.
"""

from __future__ import annotations

import pytest

from loaders.responses.reply_reader import read_reply

WORDINGS = {
    "rejected": (
        "I am not able to accept this recommendation. A bell must be supplied.",
        "I do not accept this recommendation.",
        "I disagree with recommendation 2.",
        "We nonetheless reject this recommendation.",
        "Ofwat does not accept this recommendation. Most people report a leak.",
        "The Agency does not agree with this recommendation.",
        "The Government does not accept this rec-\nommendation. Price must count.",
        "The Government is unable to accept this recommendation at this time.",
        "The Government does not propose to accept this recommendation.",
        "The Government has no plans to implement this recommendation.",
        "Disagree – the cost is too high.",
        "Decline. A count would cost more.",
        "Declined. A count would cost more.",
        (
            "The Government has carefully considered this recommendation and has decided "
            "not to accept it."
        ),
        (
            "After careful thought, the Department has concluded that it cannot accept this "
            "recommendation."
        ),
        "The Department regrets that it is unable to accept this recommendation.",
        "We do not accept this recommendation as drafted.",
        "The Government will not be taking this recommendation forward.",
        "The Government does not intend to pursue this recommendation.",
        "Government response: Do not accept",
        "The Government accepts neither recommendation 3 nor recommendation 4.",
        "This recommendation is not accepted.",
    ),
    "accepted": (
        "I accept this recommendation.",
        "I am pleased to accept the Committee’s recommendation.",
        "We nevertheless accept the Committee’s recommendation.",
        (
            "The Royal Mint does not disagree with the Committee. It accepts the "
            "recommendation and has begun."
        ),
        "The Agency agrees. A record will be in use.",
        "The Government accepts this rec-\nommendation.",
        "The Govern\xadment accepts this recom\xadmendation.",
        "The Government rejected this recommendation in 2019. It now accepts it.",
        "Parliament rejected the amendment. The Government accepts the recommendation.",
        "We accept the Committee’s recommendation that claims rejected by banks be counted.",
        (
            "The Government does not accept the Committee’s conclusion, but accepts its "
            "recommendation."
        ),
        "Whilst we cannot accept the conclusion, we accept the recommendation.",
        "The Government accepts this recommendation subject to funding.",
        "The Government accepts this recommendation, but not its timetable.",
        "Agree. We will write by May.",
        "Government position: Accepted. UKRI keeps it open.",
        "The Secretary of State accepts this recommendation.",
        "Ministers accept this recommendation.",
        "HM Treasury and HMRC accept this recommendation.",
        (
            "The Government agrees with recommendation 3 but disagrees with the Committee's "
            "conclusion that it has been slow."
        ),
        "The Scottish Government rejected this recommendation. The UK Government accepts it.",
        (
            "As set out in our reply to recommendation 2, which we rejected, the Government "
            "accepts this recommendation."
        ),
        "The previous Government did not accept this recommendation. We accept it.",
        (
            "The NAO recommended that the Department reject such claims. The Department "
            "agrees with the Committee."
        ),
        "Not all councils agree with this recommendation. The Government accepts it.",
        (
            "If the Government were to reject this recommendation, councils would suffer. "
            "We therefore accept it."
        ),
        "We can accept this recommendation.",
        "We have accepted this recommendation.",
    ),
    "": (
        "The Department and the Highways Agency (the Agency) accept the Committee’s conclusion.",
        "This recommendation will be considered at the next spending review.",
        "The Committee rejected the Government’s view.",
        "The Government is not persuaded that this recommendation should be accepted.",
        "We would not want to reject this recommendation outright.",
        "It would be wrong to say that the Government rejects this recommendation.",
        "We do not reject this recommendation.",
        "The Government has not rejected this recommendation.",
        "Claims that were refused are recorded. We decline no reasonable claim.",
        "We agree with the thrust of this recommendation.",
        "Under consideration. We will reply in May.",
        "The Government believes that this recommendation should not be accepted.",
        "The Government does not accept that it has rejected this recommendation.",
        "We welcome this recommendation.",
        "The Government supports this recommendation.",
        "The Government does not consider that this recommendation is necessary.",
        "Accept with modification.",
        "The Government is minded to accept this recommendation.",
        "This recommendation was rejected by the Committee's own adviser.",
    ),
    "deferred": ("A decision on this recommendation will be taken at the next spending review.",),
    "accepted-in-part": (
        "The Government accepts the recommendation with the exception of part (b).",
        "We agree with the first limb of this recommendation but not the second.",
        "The Government cannot fully accept this recommendation.",
        "We cannot accept this recommendation in full.",
        "We do not accept this recommendation in its entirety.",
    ),
    "accepted-in-part,rejected": (
        "The Government accepts part (a) and rejects part (b) of this recommendation.",
    ),
    "accepted-in-principle": (
        "Response: Accepted in principle",
        "The Government accepts the recommendation in full and in principle.",
    ),
    "noted": (
        "Noted.",
        "The Government notes the recommendation. Councils may reject the idea.",
    ),
    "accepted,rejected": ("Recommendation 3 is accepted; recommendation 4 is not accepted.",),
}
"""Replies by the positions they take, parted by commas."""


@pytest.mark.parametrize(
    ("reply", "expected"),
    [(reply, expected) for expected, replies in WORDINGS.items() for reply in replies],
)
def test_a_wording_is_the_position_it_states(reply: str, expected: str) -> None:
    assert ",".join(read_reply(reply).stance_concepts) == expected


def test_a_broken_word_is_quoted_as_it_stands() -> None:
    reply = "Prices rise.\nThe Government does not accept this rec-\nommendation. Price must count."
    ((stance,),) = read_reply(reply).stances
    assert reply[stance.cue_start : stance.cue_end].endswith("this rec-\nommendation")
