"""Positions are read from verbs of acceptance or refusal that govern the recommendation."""

from __future__ import annotations

import pytest

from graph.records.replies import Object, Stance
from loaders.responses.reply_reader import read_reply

R, C, V, A = Object.RECOMMENDATION, Object.CONCLUSION, Object.VIEW, Object.ACTION


def read(reply: str) -> tuple[Stance, ...]:
    return tuple(stance for part in read_reply(reply).stances for stance in part)


def stances(reply: str) -> tuple[str, ...]:
    return read_reply(reply).stance_concepts


PLAIN = [
    ("7.1 The government agrees with the Committee’s recommendation.", "accepted"),
    ("7.1 The Government agrees with the Committee's recommendation.", "accepted"),
    ("7.1 The government disagrees with the Committee’s recommendation.", "rejected"),
    ("7.1 The government does not agree with the Committee’s recommendation.", "rejected"),
    (
        "7.1 The government partially agrees with the Committee’s recommendation.",
        "accepted-in-part",
    ),
    ("7.1 The government agrees in part with the recommendation.", "accepted-in-part"),
    ("7.1 The government partly accepts this recommendation.", "accepted-in-part"),
    ("We accept this recommendation in part.", "accepted-in-part"),
    (
        "The Government accepts the recommendation on fees but rejects that on staff.",
        "accepted-in-part",
    ),
    ("We accept the recommendation for schools but reject it for colleges.", "accepted-in-part"),
    ("We agree with this recommendation, but not on the timetable.", "accepted-in-part"),
    ("We accept the first recommendation but not that on pay.", "accepted-in-part"),
    ("We accept this recommendation, but not for the reasons that are given.", "accepted"),
    ("We accept this recommendation. It is for councils, but not for schools, to act.", "accepted"),
    ("We accept this recommendation and reject the claim that nothing was done.", "accepted"),
    ("We agree, in part, with this recommendation.", "accepted-in-part"),
    ("We accept this in part. Two days is too short for islands.", "accepted-in-part"),
    ("The government agrees with this only in part.", "accepted-in-part"),
    ("We accept it partially.", "accepted-in-part"),
    ("We accept it in principle.", "accepted-in-principle"),
    ("We accept this in full.", "accepted"),
    ("The Department accepts the first part of the recommendation.", "accepted-in-part"),
    ("The Government does not fully accept this recommendation.", "accepted-in-part"),
    ("The Government accepts this recommendation in principle.", "accepted-in-principle"),
    ("In principle, we agree with this recommendation.", "accepted-in-principle"),
    ("We agree in principle with the Committee’s recommendation.", "accepted-in-principle"),
    ("The Government accepts the principle of this recommendation.", "accepted-in-principle"),
    ("Accept in principle. Work starts soon.", "accepted-in-principle"),
    ("Accepted in part: some of it is under way.", "accepted-in-part"),
    ("Partially accept. Some of it is under way.", "accepted-in-part"),
    ("ACCEPT IN PART Some of it is under way.", "accepted-in-part"),
    ("Partially accepted – some of it is under way.", "accepted-in-part"),
    ("Not accepted. The cost would be too high.", "rejected"),
    ("Reject. The cost would be too high.", "rejected"),
    ("REJECT The cost would be too high.", "rejected"),
    ("Disagree. The cost would be too high.", "rejected"),
    ("Agreed. Work starts soon.", "accepted"),
    ("Noted. Nothing more is planned.", "noted"),
    ("Government response: Accept. Work starts soon.", "accepted"),
    ("The Government cannot accept this recommendation.", "rejected"),
    ("The Ministry of Justice is unable to accept the recommendation.", "rejected"),
    ("The Home Office does not accept the Committee’s recommendation.", "rejected"),
    ("The Government is not in a position to accept this recommendation.", "rejected"),
    ("The Department for Work and Pensions (DWP) rejects this recommendation.", "rejected"),
    ("For the reasons below, the Government does not support this recommendation.", "rejected"),
    ("The Government is not yet able to respond to this recommendation.", "deferred"),
    ("The Government will respond to this recommendation in its spring white paper.", "deferred"),
    ("The Department cannot yet accept this recommendation.", "deferred"),
    ("The Government notes this recommendation.", "noted"),
    ("We note the Committee’s recommendation and have nothing to add.", "noted"),
    ("This recommendation is accepted.", "accepted"),
    ("The recommendation is not accepted.", "rejected"),
    ("The Committee’s recommendation has been partially accepted.", "accepted-in-part"),
    ("The Government has accepted this recommendation.", "accepted"),
    ("The Government has already implemented this recommendation.", "already-done"),
    ("This recommendation has already been implemented.", "already-done"),
    ("The Government will implement this recommendation in full.", "accepted"),
    ("The Government will not implement this recommendation.", "rejected"),
    ("We are pleased to accept this recommendation.", "accepted"),
    ("The Government confirms that it accepts this recommendation.", "accepted"),
    ("We agree with the Committee. Work starts soon.", "accepted"),
    ("While the Government agrees with this recommendation, time is short.", "accepted"),
    ("Although costs are high, the Department accepts the Committee’s recommendation.", "accepted"),
    ("The Government welcomes the report and accepts this recommendation.", "accepted"),
    ("18. The ONS accepts the recommendation. 19. It has begun.", "accepted"),
    ("The Department accepts that it should publish its data each year.", "accepted"),
    ("HM Treasury and the Cabinet Office agree with the recommendation.", "accepted"),
    ("The government, having thought about it, accepts the recommendation.", "accepted"),
    ("We accept both recommendations.", "accepted"),
    ("The Government agrees to this recommendation.", "accepted"),
    ("The Government accepts recommendation 4.", "accepted"),
    ("The Government agrees with recommendations 4 and 5.", "accepted"),
    ("The Government therefore respectfully disagrees with the Committee.", "rejected"),
    ("The Government no longer accepts this recommendation.", "rejected"),
    (". The Government accepts this recommendation.", "accepted"),
    ("agrees with the Committee’s recommendation. Work starts soon.", "accepted"),
    ("The government agrees. to mend what is old.", "accepted"),
    ("The Government accepts the Committee’s recommendation that it should publish.", "accepted"),
    ("We do not agree that this recommendation is needed and do not accept it.", "rejected"),
    ("The Government accepts some of the recommendation.", "accepted-in-part"),
    ("The Government broadly agrees with the recommendation.", "accepted-in-part"),
    ("The Government declines to accept this recommendation.", "rejected"),
    ("We agree with the recommendation made by the Committee.", "accepted"),
    ("The Government welcomes and accepts this recommendation.", "accepted"),
    ("We thank the Committee for its recommendation, which we accept.", "accepted"),
    ("The Government accepts the recommendation, subject to funding.", "accepted"),
    ("This recommendation will be implemented by 2026.", "accepted"),
    ("NHS England and DHSC accept the recommendation.", "accepted"),
    (
        "The Government agrees with the recommendation on fees, but not on fines.",
        "accepted-in-part",
    ),
    ("The Government has decided not to accept this recommendation.", "rejected"),
    ("The Government does not intend to implement this recommendation.", "rejected"),
    ("The Government’s position is that it does not accept this recommendation.", "rejected"),
    ("We like the spirit of this recommendation but do not accept it.", "rejected"),
    ("A decision on this recommendation has been deferred.", "deferred"),
    ("The Government will consider this recommendation and respond in May.", "deferred"),
    ("This is a recommendation we accept in part.", "accepted-in-part"),
    ("The Government will not be taking this recommendation forward.", "rejected"),
    ("The Department will not be pursuing this recommendation at present.", "rejected"),
]


@pytest.mark.parametrize(("reply", "concept"), PLAIN)
def test_a_plain_verdict_is_read(reply: str, concept: str) -> None:
    assert stances(reply) == (concept,)


NONE = [
    "The Government welcomes this recommendation.",
    "Officials are pursuing other options.",
    "The Department is taking forward a review of housing.",
    "We recognise the point made in the recommendation.",
    "The Department will consider this recommendation.",
    "The Government will consider whether to accept the recommendation.",
    "Ofcom agreed that the recommendation was sound.",
    "Ofcom accepts this recommendation.",
    "The National Audit Office agreed with the recommendation.",
    "The Committee recommended that the Government accept the recommendation.",
    "The Committee asked whether the Government agrees with this recommendation.",
    "If the Government accepts this recommendation, costs will rise.",
    "The Government would accept the recommendation if costs were lower.",
    "The Scottish Government accepts this recommendation.",
    "The previous Government accepted the recommendation in 2019.",
    "In 2019 the Government accepted the recommendation of the earlier review.",
    "The Government accepted the recommendations of the Levelling Up Review.",
    "We have accepted all the NAO’s recommendations.",
    "The Department has agreed a plan with HM Treasury.",
    "Partners agree terms before they share.",
    "The Government supports the aims of this recommendation.",
    "The Government agrees with the intention behind this recommendation.",
    "The Department does not accept responsibility for the delay.",
    "Councils do not accept applications by post.",
    "The Government acknowledges the concerns raised.",
    "The recommendation has not yet been implemented.",
    "The recommendation is being implemented.",
    "Officials wrote “the Government accepts this recommendation” in a draft.",
    "Work is under way.",
    "The g",
    "",
    "Data quality is set out in the agreed plan.",
    "The Department agrees targets with each agency.",
    "The Government shares the Committee’s ambition.",
    "Witnesses said that the government agrees with the recommendation.",
    "The Government may accept this recommendation later.",
    "Agreement was reached on the recommendation with the police.",
    "The recommendation was accepted by Ofcom.",
    "The Government notes that costs have risen.",
    "The Government neither accepts nor rejects this recommendation.",
    "The Government is minded to accept this recommendation.",
    "We have accepted 12 of the 14 recommendations made in the Made-Up Review.",
    "The Department accepts the NAO’s recommendation that it should report.",
    "The Government is already implementing this recommendation.",
    "Recommendation partially implemented",
]


@pytest.mark.parametrize("reply", NONE)
def test_other_words_are_no_position(reply: str) -> None:
    assert stances(reply) == ()


OBJECTS = [
    (
        "The Government agrees with the Committee’s recommendation but not the conclusion.",
        [("accepted", R), ("rejected", C)],
    ),
    (
        (
            "While it agrees with the Committee’s recommendation, the Government does not agree "
            "with the conclusion."
        ),
        [("accepted", R), ("rejected", C)],
    ),
    (
        "The government agrees with the recommendation, it does not agree with the conclusion.",
        [("accepted", R), ("rejected", C)],
    ),
    (
        "2.2 The government agrees with the recommendation but not that DHSC was slow.",
        [("accepted", R), ("rejected", V)],
    ),
    ("We agree with the Committee that data matter.", [("accepted", V)]),
    ("The Government agrees that more can be done.", [("accepted", V)]),
    ("The Government agrees to publish a strategy.", [("accepted", A)]),
    ("The Department agrees with the Committee’s conclusion.", [("accepted", C)]),
    ("The Government does not agree with the Committee’s conclusion.", [("rejected", C)]),
    (
        "The Government agrees with the Committee’s conclusion and recommendation.",
        [("accepted", R), ("accepted", C)],
    ),
    (
        (
            "The Government accepts the first part of this recommendation but rejects the second "
            "part of the recommendation."
        ),
        [("accepted-in-part", R)],
    ),
    (
        (
            "2.1 The government agrees with the recommendation. 2.2 Work began. 2.3 The government "
            "disagrees with the recommendation on fees."
        ),
        [("accepted", R), ("rejected", R)],
    ),
    (
        "4.1 The government agrees with the recommendation. Recommendation implemented 4.2 Done.",
        [("accepted", R)],
    ),
    (
        "The government rejects it. Recommendation implemented.",
        [("rejected", R), ("already-done", R)],
    ),
]


@pytest.mark.parametrize(("reply", "expected"), OBJECTS)
def test_what_is_accepted_is_told_apart(reply: str, expected: list[tuple[str, Object]]) -> None:
    assert [(stance.concept, stance.object) for stance in read(reply)] == expected


def test_a_verdict_said_again_counts_once() -> None:
    reply = (
        "3.1 The government agrees with the Committee’s recommendation. 3.2 Much is done. So the "
        "government agrees with the recommendation."
    )
    (stance,) = read(reply)
    assert [reply[start:end] for start, end in stance.repeats] == [
        "So the government agrees with the recommendation."
    ]


def test_a_verdict_shows_its_sentence_and_its_cue() -> None:
    reply = "7.1 The government disagrees with the Committee’s recommendation. 7.2 It costs much."
    (stance,) = read(reply)
    assert (
        reply[stance.start : stance.end]
        == "The government disagrees with the Committee’s recommendation."
    )
    assert "disagrees" in reply[stance.cue_start : stance.cue_end]


def test_the_committees_restated_words_are_never_a_position() -> None:
    reply = (
        "2. PAC conclusion: The government accepts the recommendation of its advisers too late. "
        "2: PAC recommendation: The government agrees with the recommendation it is given or "
        "rejects it. 2.1 The government does not agree with the Committee’s recommendation."
    )
    assert stances(reply) == ("rejected",)


def test_a_verdict_that_breaks_off_is_read_and_marked() -> None:
    (stance,) = read("3.1 The government agrees with the Commit")
    assert (stance.concept, stance.object, stance.whole) == ("accepted", R, False)
