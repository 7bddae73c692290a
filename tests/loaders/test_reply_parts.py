"""A reply is taken apart without losing a character, and the committee's words are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.findings import FindingKind
from graph.records.replies import NumberBasis, Paragraph, ReplyShape, ReplyStyle, Restatement
from loaders.responses.reply_reader import read_reply
from loaders.responses.segmentation.parts import split

RECORDS = Path(__file__).parent.parent.parent.parent / "shared" / "records"
BITS = st.sampled_from(
    (
        "7. PAC conclusion: It is late. ",
        "7: PAC recommendation: Hurry up. ",
        "2a: PAC recommendation: • Write soon. ",
        "2b. PAC recommendation: • Act ",
        "7.1 The government agrees. ",
        "7,2 Work began. ",
        "The government disagrees with the recommendation. ",
        "Target implementation date: Spring 2025 ",
        "39. The Authority replied. ",
        "40. It has begun. ",
        "Recommendation 3: We recommend haste. (Paragraph 16) ",
        "Agree. ",
        "about 7.3 Million pounds ",
        "\n\n",
        "3: PA",
        "…",
        "",
    )
)


def covers(text: str, shape: ReplyShape) -> bool:
    """Whether parts, and the segments within them, follow one another from end to end."""
    at = 0
    for part in shape.parts:
        segments: list[Restatement | Paragraph] = [*part.restated, *part.paragraphs]
        segments.sort(key=lambda item: item.start)
        for segment in segments:
            if segment.start != at or not segment.start <= segment.body <= segment.end:
                return False
            at = segment.end
        if (part.start, part.end) != (segments[0].start, at):
            return False
    return at == len(text)


@given(st.one_of(st.lists(BITS, max_size=12).map("".join), st.text(max_size=80)))
def test_every_character_belongs_to_one_segment(text: str) -> None:
    assert covers(text, split(text))


def shown(text: str) -> list[tuple[str | None, list[str | None], list[str | None]]]:
    """Number of each part, kinds of what it restates, numbers of its paragraphs."""
    return [
        (
            part.number,
            [item.kind and item.kind.value[0] for item in part.restated],
            [item.number for item in part.paragraphs],
        )
        for part in split(text).parts
    ]


MINUTES = [
    (
        (
            "7. PAC conclusion: It is late. 7: PAC recommendation: Hurry within six months. 7.1 "
            "The government disagrees. 7.2 It costs 4.5 million. 7.4 A board sees to it."
        ),
        [("7", ["c", "r"], ["7.1", "7.2", "7.4"])],
    ),
    (
        (
            "2. PAC conclusion: Late. 2a. PAC recommendation: Write. 2.1 The government agrees. "
            "2.2 Soon. 2b: PAC recommendation: Act. 2.3 The government disagrees. 2.4 No."
        ),
        [("2a", ["c", "r"], ["2.1", "2.2"]), ("2b", ["r"], ["2.3", "2.4"])],
    ),
    (
        "1.3 The government agrees. Target date: Summer 2023 1.4 Work began.",
        [("1", [], ["1.3", "1.4"])],
    ),
    (
        (
            "The government agrees. to mend it. 1d. PAC recommendation: • Meet it. The government "
            "agrees. the rest is lost."
        ),
        [(None, [], [None]), ("1d", ["r"], [None])],
    ),
    ("5. PAC conclusion: Late. 5. PAC recommendation: Lead on it", [("5", ["c", "r"], [])]),
    ("2: PA", [("2", [None], [])]),
    (
        "4.1 The government agrees. 4.2 Work began. 4,3 More came. 4.4 Done.",
        [("4", [], ["4.1", "4.2", "4.3", "4.4"])],
    ),
    (
        (
            "3: PAC conclusion: Late. 3: PAC recommendation: Report. • See to print 3.1 The "
            "government agrees. 3.2 A letter follows."
        ),
        [("3", ["c", "r"], ["3.1", "3.2"])],
    ),
    (
        (
            "1.1 The government agrees. 1.2 See paragraph 3.4 The plan there holds. 2.1 The "
            "government disagrees. 2.2 It costs much."
        ),
        [("1", [], ["1.1", "1.2"]), ("2", [], ["2.1", "2.2"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MINUTES)
def test_a_treasury_minute_is_split_into_numbered_parts(
    text: str, expected: list[tuple[str | None, list[str | None], list[str | None]]]
) -> None:
    assert shown(text) == expected
    assert split(text).style is ReplyStyle.TREASURY_MINUTE


OTHERS = [
    ("39. The Authority agrees. 40. It began in 2024.", ReplyStyle.DEPARTMENTAL, ["39", "40"]),
    ("Agree. Partners share what they can.", ReplyStyle.PROSE, [None]),
    ("Recommendation 3: We urge haste. (Paragraph 16) We accept.", ReplyStyle.DEPARTMENTAL, [None]),
    ("It grew to 12. The board met.", ReplyStyle.PROSE, [None]),
]


@pytest.mark.parametrize(("text", "style", "numbers"), OTHERS)
def test_other_replies_have_a_style_of_their_own(
    text: str, style: ReplyStyle, numbers: list[str | None]
) -> None:
    shape = split(text)
    assert (shape.style, [item.number for item in shape.paragraphs]) == (style, numbers)


def test_restated_text_is_the_committees() -> None:
    text = "Recommendation 3: We recommend haste. (Paragraph 16) The Government accepts this."
    (restated,) = split(text).restated
    assert restated.kind is FindingKind.RECOMMENDATION
    assert text[restated.body : restated.end].startswith("We recommend haste.")


def test_a_number_read_off_paragraphs_says_so() -> None:
    (part,) = split("3.15 The government agrees. 3.16 Work began.").parts
    assert (part.number, part.basis) == ("3", NumberBasis.PARAGRAPH)


def made_minute(at: int) -> str:
    """One of sixty recommendations, each variant of the layout in turn."""
    colon, again = (":", ".") if at % 2 else (".", ":")
    end = ("Target implementation date: Winter 2027", "Recommendation implemented.")[at % 3 == 0]
    stance = ("agrees", "disagrees", "partially agrees")[at % 3]
    return (
        f"{at}{colon} PAC conclusion: Ledger {at} is kept badly. {at}{again} PAC recommendation: "
        f"HM Treasury should mend ledger {at}. {at}.1 The {'Gg'[at % 2]}overnment {stance} with "
        f"the Committee’s recommendation. {end} {at}.2 Ledger {at} goes to a new clerk. "
    )


def test_sixty_recommendations_of_one_minute_are_all_read() -> None:
    text = "".join(made_minute(at) for at in range(1, 61))
    read = read_reply(text)
    assert [part.number for part in read.shape.parts] == [str(at) for at in range(1, 61)]
    assert all(len(part.paragraphs) == 2 for part in read.shape.parts)
    assert all(stances for stances in read.stances)


@pytest.mark.skipif(not RECORDS.is_dir(), reason="the pages kept beside the project are not here")
@pytest.mark.parametrize(
    ("name", "parts", "echoes"), [("13168", ["7"], False), ("3818", [None], True)]
)
def test_real_pages_are_read(name: str, parts: list[str | None], *, echoes: bool) -> None:
    page = (RECORDS / f"{name}.txt").read_text(encoding="utf-8")
    reply = page.rsplit("HM Government\n", 1)[1].split("\n", 1)[1]
    asked = page.split("\nConclusion\n", 1)[1].split("\n", 1)[0]
    read = read_reply(reply, asked)
    assert [part.number for part in read.shape.parts] == parts
    assert (read.echo is not None) is echoes
    assert read.stance_concepts == (() if echoes else ("rejected",))
