"""Several verdicts under one number of a Treasury Minute, and verdicts beside what asks nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.answer_links import AnswerRelation
from graph.records.findings import Finding, FindingKind, Passage
from graph.records.replies import Object
from loaders.responses.linking.answer_links import Index, Shown, align
from loaders.responses.reply_reader import read_reply

VERDICTS = {
    "The government agrees with the Committee’s recommendation.": "accepted",
    "The Government accepts this recommendation.": "accepted",
    "The government disagrees with the Committee's recommendation.": "rejected",
    "HM Government does not accept the Committee’s recommendation.": "rejected",
    "The government partially agrees with the Committee’s recommendation.": "accepted-in-part",
}
FILLING = (
    "The department will study routes.",
    "Buses are run by councils. They know best.",
    "Target implementation date: July 2024",
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(VERDICTS)), st.lists(st.sampled_from(FILLING), max_size=3)
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(1, 30),
)
def test_each_verdict_of_a_number_has_its_own_part(
    answers: list[tuple[str, list[str]]], number: int
) -> None:
    paragraphs = [line for verdict, rest in answers for line in (verdict, *rest)]
    text = " ".join(f"{number}.{place} {line}" for place, line in enumerate(paragraphs, 1))
    reading = read_reply(text)
    concepts = [
        [stance.concept for stance in stances if stance.object is Object.RECOMMENDATION]
        for stances in reading.stances
    ]
    letters = "abcd"[: len(answers)] if len(answers) > 1 else [""]
    assert concepts == [[VERDICTS[verdict]] for verdict, _ in answers]
    assert [part.number for part in reading.shape.parts] == [
        f"{number}{letter}" for letter in letters
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "2.1 The government agrees with the first part of the recommendation. 2.2 The "
            "government disagrees with the second part of the recommendation."
        ),
        (
            "2.1 The government agrees with the Committee’s recommendation. 2.2 The government "
            "agrees with the Committee that buses are late."
        ),
        (
            "2.1 The government agrees with the Committee’s recommendation. 2.2 It agrees with the "
            "Committee’s recommendation because buses are late."
        ),
    ],
)
def test_one_recommendation_judged_in_parts_stays_one(text: str) -> None:
    assert [part.number for part in read_reply(text).shape.parts] == ["2"]


def relations(kind: FindingKind | None, words: str, reply: str) -> set[AnswerRelation]:
    """How a reply stands to the one finding it is shown with."""
    about = Finding(("tracker", "1", "2"), kind, "Transport Committee", text=Passage(words, 0))
    shown = Shown(about, reply, read_reply(reply, words))
    [links] = align([shown], Index([shown.finding], one_report=True))
    return {link.relation for link in links}


@pytest.mark.parametrize(
    "words",
    [
        "The Office for National Statistics does good work. Its census plans are sound.",
        "We heard that one bus in five is late.",
        "Few routes pay their way.",
    ],
)
@pytest.mark.parametrize(
    "reply",
    [
        ". The Government accepts this recommendation; figures serve the public.",
        "The government disagrees with the Committee’s recommendation. Buses are sound.",
        "We do not accept this recommendation.",
    ],
)
def test_a_verdict_beside_what_asks_for_nothing_is_on_something_else(
    words: str, reply: str
) -> None:
    assert relations(FindingKind.CONCLUSION, words, reply) == {AnswerRelation.SHOWN_WITH}


@pytest.mark.parametrize(
    ("kind", "words", "reply"),
    [
        (FindingKind.RECOMMENDATION, "Few routes pay their way.", "We accept this recommendation."),
        (FindingKind.CONCLUSION, "Few routes pay their way.", "We accept this conclusion."),
        (FindingKind.CONCLUSION, "Few routes pay their way.", "Accepted."),
        (FindingKind.CONCLUSION, "Routes must pay their way.", "We accept this recommendation."),
        (FindingKind.CONCLUSION, "Few routes pay their way and", "We accept this recommendation."),
    ],
)
def test_any_other_verdict_stays_with_the_item_it_stands_beside(
    kind: FindingKind, words: str, reply: str
) -> None:
    assert relations(kind, words, reply) == {AnswerRelation.ANSWERS}
