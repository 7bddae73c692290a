"""Wordings of verdicts, each with the position a careful reader takes from it, or none.

Where words leave it open, no position is read: a wrong "rejected" is the worst thing to print.
"""

from __future__ import annotations

import pytest

from loaders.responses.reply_reader import read_reply

WORDINGS = {
    "rejected": (
        "We accept neither element of the recommendation.",
        "We accept neither part of this recommendation.",
        "The Government rejects every part of this recommendation.",
        "We reject both parts of the recommendation.",
        "The Government does not accept any part of the recommendation.",
        "Neither part of the recommendation is accepted.",
        "The second part was accepted in our earlier response; we now reject this recommendation.",
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
            "After careful thought, the Department has concluded that it cannot accept "
            "this recommendation."
        ),
        "The Department regrets that it is unable to accept this recommendation.",
        "We do not accept this recommendation as drafted.",
        "The Government will not be taking this recommendation forward.",
        "The Government does not intend to pursue this recommendation.",
        "Government response: Do not accept",
        "The Government accepts neither recommendation 3 nor recommendation 4.",
        "This recommendation is not accepted.",
        "The Office for Students does not accept this recommendation.",
        "The Government respectfully disagrees with this recommendation.",
        "With regret, the Government is not in a position to accept this recommendation.",
        "The Government does not currently accept this recommendation.",
        "No. The Government does not agree.",
        "The Government’s decision is not to accept this recommendation.",
    ),
    "accepted": (
        "We accept this recommendation. The rest of the report is helpful.",
        "The Government accepts all parts of this recommendation.",
        "We accept both parts of the recommendation.",
        "The first part is complete. The Government accepts this recommendation.",
        "THE GOVERNMENT AGREES WITH THE COMMITTEE’S RECOMMENDATION.",
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
            "The Government agrees with recommendation 3 but disagrees with the "
            "Committee's conclusion that it has been slow."
        ),
        "The Scottish Government rejected this recommendation. The UK Government accepts it.",
        (
            "As set out in our reply to recommendation 2, which we rejected, the "
            "Government accepts this recommendation."
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
        (
            "The Government accepts the recommendation. It rejects any suggestion that it "
            "has been slow."
        ),
        "We do not think that the recommendation should be rejected; we accept it.",
        (
            "The Government does not agree with the Committee’s conclusion but does agree "
            "with the recommendation."
        ),
        (
            "The Department does not accept the premise of this recommendation, although "
            "it accepts the recommendation itself."
        ),
        (
            "The Minister told the House that he would reject this recommendation; on "
            "reflection the Government accepts it."
        ),
        "Accepted. The Government rejected calls for delay.",
        "Network Rail accepts this recommendation.",
        "We accept this recommendation, which the previous Government rejected.",
        "We accept this recommendation, having earlier rejected it.",
        "Though it was rejected in 2020, the Government now accepts this recommendation.",
        "The Government accepts this recommendation – it does not accept that costs will rise.",
        "The Government does not accept that costs will rise, but accepts this recommendation.",
        "While the Government does not accept every word, it accepts this recommendation.",
        "Yes. The Government agrees.",
        "The Government’s response is to accept this recommendation.",
        "We do not accept recommendation 12 of the Review, but accept this recommendation.",
        (
            "The Department accepts the Committee’s recommendation to reject applications "
            "that are late."
        ),
        "The Committee recommended that we reject this. We agree.",
    ),
    "": (
        "We accept part 2 of the Act as the basis for action.",
        "Part 3 of the Environment Act 2021 is accepted as law across the country.",
        "We reject parts that do not meet the standard.",
        "We agree with the first part of the programme.",
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
        "The Government rejects the claim that it ignored the recommendation.",
        "We reject the assertion in paragraph 12.",
        "Of the five recommendations, the Government accepts four and rejects one.",
        "The Government has accepted all but one of the Committee's recommendations.",
        "The Government is not rejecting this recommendation.",
        "We have no intention of rejecting this recommendation.",
        "The Government agrees that claims were refused.",
        "Some hospitals do not accept the recommendation. NHS England will speak to them.",
        "Hospitals cannot accept this recommendation without money.",
        (
            "The Welsh Government does not accept this recommendation. In England, the "
            "Government does."
        ),
        "The devolved administrations rejected this recommendation.",
        "The Government cannot commit to this recommendation.",
        "The Government sees no need for this recommendation.",
        "It is not necessary to accept this recommendation, because the work is done.",
        "We are not yet able to accept or reject this recommendation.",
        "We neither accept nor reject this recommendation.",
        "The Government can neither accept nor reject this recommendation at present.",
        "The Government will consider whether to accept or reject this recommendation.",
        "A decision whether to accept this recommendation will be made in May.",
        "Agree with the principle.",
        "Neither agree nor disagree.",
        "The Government agrees not to accept gifts.",
        "This recommendation has been superseded.",
        "This recommendation is no longer relevant.",
        "The Government cannot agree to disagree with the Committee here.",
        "We do not object to this recommendation.",
        "The Government has no objection to this recommendation.",
        "It is not correct that the Department refused to accept this recommendation.",
        "Contrary to reports, the Department did not reject this recommendation.",
        "The Department never rejected this recommendation.",
    ),
    "deferred": (
        "A decision on this recommendation will be taken at the next spending review.",
        "The Government does not yet accept this recommendation.",
    ),
    "accepted-in-part": (
        "We accept (a). We do not accept (b).",
        "We accept (a) and (b) but not (c).",
        "The Government accepts the recommendation save for part (b), which it rejects.",
        "We agree with the Committee on the first point; on the second, we respectfully disagree.",
        "We accept the recommendation in respect of England; the remainder is rejected.",
        "We accept the recommendation for England. The rest is not accepted.",
        "We accept the recommendation for England. We reject the remainder.",
        "The Department accepts limb (a) of the recommendation and rejects limb (b).",
        "We accept the recommendation save for paragraph (c).",
        "We agree with parts one and three of the recommendation, and disagree with part two.",
        "The Government accepts part (a) and rejects part (b) of this recommendation.",
        "We accept parts a and b and reject part c.",
        "We reject parts (i) and (ii).",
        "The Department does not accept part (b).",
        "Part (a) is accepted. Part (b) is rejected.",
        "The second part of the recommendation is rejected.",
        "The Government accepts the recommendation with the exception of part (b).",
        "We agree with the first limb of this recommendation but not the second.",
        "The Government cannot fully accept this recommendation.",
        "We cannot accept this recommendation in full.",
        "We do not accept this recommendation in its entirety.",
        "Accepted in part. We reject the second element.",
        "Not accepted in full.",
        "Accept (in part).",
        "Reject in part.",
        "Partially reject.",
        "Partly disagree. Costs differ.",
        "The Government partially rejects this recommendation.",
        "The Government disagrees in part with this recommendation.",
        "The Government disagrees with part of this recommendation.",
    ),
    "accepted-in-principle": (
        "Response: Accepted in principle",
        "The Government accepts the recommendation in full and in principle.",
        "Accepted, in principle.",
        "Agreed in principle, subject to funding.",
    ),
    "noted": (
        "Noted.",
        "The Government notes the recommendation. Councils may reject the idea.",
    ),
    "accepted,rejected": (
        "Recommendation 3 is accepted; recommendation 4 is not accepted.",
        "The Government accepts recommendations 1 to 4 and rejects recommendation 5.",
    ),
}
"""Replies by the positions they take, parted by commas."""


@pytest.mark.parametrize(
    ("reply", "expected"),
    [(reply, expected) for expected, replies in WORDINGS.items() for reply in replies],
)
def test_a_wording_is_the_position_it_states(reply: str, expected: str) -> None:
    assert ",".join(read_reply(reply).stance_concepts) == expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (
            "THE GOVERNMENT PARTIALLY AGREES WITH THIS RECOMMENDATION.",
            "accepted-in-part",
        ),
        ("THE GOVERNMENT DOES NOT AGREE WITH THE COMMITTEE’S RECOMMENDATION.", "rejected"),
        ("THE GOVERNMENT CANNOT ACCEPT THIS RECOMMENDATION.", "rejected"),
        ("The Government PARTLY ACCEPTS this recommendation.", "accepted-in-part"),
        ("The Government does NOT accept this recommendation.", "rejected"),
    ],
)
def test_capitals_change_no_verdict(reply: str, expected: str) -> None:
    assert ",".join(read_reply(reply).stance_concepts) == expected


def test_a_broken_word_is_quoted_as_it_stands() -> None:
    reply = "Prices rise.\nThe Government does not accept this rec-\nommendation. Price must count."
    ((stance,),) = read_reply(reply).stances
    assert reply[stance.cue_start : stance.cue_end].endswith("this rec-\nommendation")
