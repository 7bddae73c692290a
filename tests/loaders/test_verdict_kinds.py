"""Kinds of verdict wordings, in texts written and measured once after the rules had been written.

45 of the first 48 replies without letters were read right at first, all 16 with letters, and 43 of
47 more; those that were wrong, and the like of them, are among these.
"""

from __future__ import annotations

import pytest

from loaders.responses.reply_reader import read_reply

KINDS = {
    "rejected": (
        "The Ministry must, with regret, decline this recommendation.",
        "We must therefore disagree with the Committee on this.",
        "The Government has ruled out this recommendation.",
        "After discussion with ferry firms, the Department decided against this recommendation.",
        "This recommendation has been turned down.",
        "These are not recommendations that the Department is able to accept.",
        "That is not something to which the Government can agree.",
        "The Government is not adopting this recommendation.",
        "The Department will not be accepting this recommendation.",
        "We have no intention of adopting this recommendation.",
        "The Treasury finds itself unable to agree with this recommendation.",
        "We see no grounds to accept this recommendation.",
        "The Government will not be able to support this recommendation.",
        "The Home Office has chosen not to adopt this recommendation.",
        "The Department remains opposed to this recommendation.",
        "The Government opposes this recommendation.",
        "Having weighed it, we have opted against this recommendation.",
        "The Government sees no reason to adopt this recommendation.",
        "This recommendation cannot be supported.",
        "We are not in agreement with this recommendation.",
        "The recommendation has been ruled out on grounds of cost.",
    ),
    "accepted": (
        "The Government endorses this recommendation without reserve.",
        "We are going to implement this recommendation.",
        "The Treasury sees no difficulty in accepting this recommendation.",
        "This recommendation has been endorsed by the Department.",
        "The Department wholly endorses the Committee’s recommendation.",
        "The Cabinet Office is in full agreement with this recommendation.",
        "We have no hesitation in accepting this recommendation.",
        "The Government is accepting this recommendation.",
        "This is a recommendation that the Department can accept.",
        "This is a recommendation with which we agree.",
        (
            "2: PAC recommendation: Piers should be counted. The Department agrees with the "
            "Committee’s recommendation. A count has begun."
        ),
    ),
    "accepted-in-part": (
        "The Department accepts the call for a list of piers and rejects the proposed fines.",
        "We accept the proposal to count piers but not the proposal to sell them.",
        "The Government agrees to print a map, but declines to print it in colour.",
        "We agree that a count should be made but do not agree that it should be yearly.",
        "The Ministry supports the idea of a pier week but opposes the suggestion of a levy.",
        "Accepted, other than its date.",
        "The Government accepts this recommendation, with one exception: the date.",
        "We accept it, excluding the part on Wales.",
        (
            "The Department agrees with the recommendation to repair piers and disagrees with the "
            "recommendation to buy them."
        ),
        "We agree with the second half, although not the first.",
    ),
    "": (
        "The Government declined to give evidence on this recommendation.",
        "The Government agrees to consider this recommendation.",
        "The Department agreed to discuss this recommendation with councils.",
        "We agree to look again at this recommendation.",
        "Councils have decided against piers.",
        "The Government rules nothing out.",
        "The Department agrees to write and agrees to publish.",
        "The Department must accept that piers are old.",
        "Under the Act, councils must refuse such a recommendation.",
        "This is not a recommendation that we can decline.",
        "The Government is considering adopting this recommendation.",
        "Accepting this recommendation would cost much.",
        "The Department is implementing this recommendation.",
        "The Government endorses the view that piers matter.",
        "Users endorsed the design.",
        "The Department agrees that costs rose but rejects the suggestion that it was slow.",
        "The Government accepts the need for haste but rejects the claim that it was idle.",
        "The Minister ruled out a tax on piers.",
        "A recommendation that the Government accepts is carried out within a year.",
        "The Department is in agreement with the police on times.",
        "The Department dismissed two contractors.",
    ),
}
"""Replies by the position that a careful reader takes from them."""

LETTERED = [
    ("2a: The Department agrees. 2b: The Department does not agree.", ["2a", "2b"], "a r"),
    ("2(a) The Government accepts this. 2(b) The Government rejects this.", ["2a", "2b"], "a r"),
    ("12a. Accepted. Work began in May. 12b. Not accepted. It costs much.", ["12a", "12b"], "a r"),
    ("3a – Agree. 3b – Partially agree. 3c – Disagree.", ["3a", "3b", "3c"], "a p r"),
    ("Recommendation 3a – agree. Recommendation 3b – disagree.", ["3a", "3b"], "a r"),
    ("6a) HM Treasury accepts this. 6b) HM Treasury rejects this.", ["6a", "6b"], "a r"),
    ("Government response: 4a: agree. 4b: disagree.", [None, "4a", "4b"], "- a r"),
    ("1a: Agree. 1b: Disagree. 2a: Agree.", ["1a", "1b", "2a"], "a r a"),
    ("5A: AGREE. 5B: DISAGREE.", ["5a", "5b"], "a r"),
    ("a) Agree. b) Disagree.", [None], "p"),
    ("(a) Accepted. Work began. (b) Accepted. It is done.", [None], "a"),
    ("(a) We reject this part. (b) We reject this part too.", [None], "p"),
    ("We replied to 4a in May. The Government accepts this recommendation.", [None], "a"),
    ("Plan (a) costs less. (b) The plan is agreed with councils.", [None], "-"),
    ("4a: piers. 4b: boats. The Government accepts this recommendation.", [None], "a"),
    ("See 2a accepted by Ofwat and 2b rejected by Ofwat.", [None], "-"),
]
"""Replies, the numbers of their parts, and the first letters of what each part states."""

_SIGNS = {"a": "accepted", "r": "rejected", "p": "accepted-in-part"}


@pytest.mark.parametrize(
    ("reply", "expected"), [(reply, kind) for kind, replies in KINDS.items() for reply in replies]
)
def test_a_kind_of_wording_is_the_position_it_states(reply: str, expected: str) -> None:
    assert ",".join(read_reply(reply).stance_concepts) == expected


@pytest.mark.parametrize(("reply", "numbers", "signs"), LETTERED)
def test_verdicts_under_letters_are_parted(
    reply: str, numbers: list[str | None], signs: str
) -> None:
    reading = read_reply(reply)
    assert [part.number for part in reading.shape.parts] == numbers
    concepts = [[stance.concept for stance in stances] for stances in reading.stances]
    assert concepts == [[_SIGNS[sign]] if sign in _SIGNS else [] for sign in signs.split()]
