"""Flags: each tells one kind of doubt, and is right on made cases whose truth is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from loaders.flags import quality_flags
from loaders.responses.linking.cases import Case, read_row
from loaders.responses.linking.cross_record import link_cases
from tests.answer_texts import committee_text, minute, reasons, repeatable, request, row

if TYPE_CHECKING:
    from random import Random

    from graph.records.source_record import FindingRecord

CASES = 200


def codes(case: Case) -> set[str]:
    return {flag.code for flag in quality_flags(case)}


def cases(rows: list[FindingRecord], *, one_report: bool = True) -> tuple[Case, ...]:
    return link_cases([read_row(item) for item in rows], "made", one_report=one_report)


def without_footnotes(text: str) -> str:
    return re.sub(r"(?<=\.)\d+", "", text)


def made_echo(random: Random, text: str) -> str:
    plain = without_footnotes(text)
    return random.choice(
        (
            plain,
            plain[: random.randint(80, len(plain) - 1)],
            plain.replace("realisation", "realization"),
            plain.replace("long- standing", "long-standing").replace("’", "'"),
            plain[plain.index(".") + 2 :],
            text,
        )
    )


def made_answer(random: Random, text: str) -> str:
    first = without_footnotes(text).split(". ")[0]
    number = random.randint(1, 9)
    return random.choice(
        (
            minute(random, number),
            f"{first}. We accept this. {reasons(random, number)}",
            f"The Committee wrote: “{first}”. {reasons(random, number)}",
            f"{number}: PAC recommendation: {text} {number}.1 The government disagrees. "
            + reasons(random, number),
            committee_text(random),
            "Agree.",
        )
    )


def score(told: list[tuple[bool, bool]]) -> tuple[float, float]:
    """Precision and recall of pairs of what is true and what was flagged."""
    right = sum(true and found for true, found in told)
    return right / sum(found for _, found in told), right / sum(true for true, _ in told)


def test_echoes_are_told_from_answers_on_two_hundred_made_cases() -> None:
    random = repeatable(7)
    told = []
    for at in range(CASES):
        text, true = committee_text(random), at % 2 == 0
        reply = made_echo(random, text) if true else made_answer(random, text)
        (case,) = cases([row(at, text, reply)])
        told.append((true, "echo" in codes(case)))
    precision, recall = score(told)
    assert precision >= 0.99
    assert recall >= 0.95


def made_shared(random: Random) -> list[tuple[FindingRecord, bool]]:
    """Rows of one report: answers printed once, and answers printed several times in copies."""
    rows: list[tuple[FindingRecord, bool]] = []
    number = 0
    while len(rows) < CASES:
        number += 1
        answer = minute(random, number % 12 + 1, random.choice(("agrees", "disagrees")))
        if number % 3 == 0:
            answer = answer[answer.index(".1 The") - 1 :]
        copies = random.choice((1, 1, 2, 3))
        for copy in range(copies):
            text = answer if copy == 0 else made_copy(random, answer)
            rows.append((row(len(rows), committee_text(random, 2), text), copies > 1))
    return rows


def made_copy(random: Random, answer: str) -> str:
    return random.choice(
        (
            answer,
            answer.replace("organisation", "organization"),
            answer[: max(180, len(answer) - random.randint(1, 250))],
            answer.replace("-", "- ").replace("’", "'"),
            re.sub(r"([a-z])([a-z]{3}\.)", r"\2\1", answer, count=1),
        )
    )


def test_shared_answers_are_found_on_two_hundred_made_cases() -> None:
    made = made_shared(repeatable(11))
    found = cases([item for item, _ in made])
    told = [
        (true, "shared-answer" in codes(case)) for (_, true), case in zip(made, found, strict=True)
    ]
    precision, recall = score(told)
    assert precision >= 0.99
    assert recall >= 0.95


SINGLE = [
    ("label-differs", "Agree in principle. It will take until 2030.", "Acknowledged"),
    ("label-differs", "The Government accepts this recommendation.", "Not Addressed"),
    ("label-differs", "The Government disagrees with this recommendation.", "Accepted"),
    ("label-unsupported", "Much is being done about it in all four nations.", "Accepted"),
    ("reply-not-shown", None, "Response Pending"),
    (
        "reply-not-shown",
        "2. PAC conclusion: It is late. 2a. PAC recommendation: Hurry.",
        "Accepted",
    ),
    ("fragment", "commitment 3 covers it by 2030.", "Accepted"),
    (
        "fragment",
        "The government agrees with the recommendation. savings grow by 2030.",
        "Accepted",
    ),
    ("truncated", "The Government accepts this. It will mend the bro", "Accepted"),
    ("empty-answer", "A white paper will deal with much of it.", None),
    ("numbering", "7.1 The government disagrees with the recommendation.", "Rejected"),
    (
        "furniture",
        "The Government accepts this. 61 SVA0007 62 C&AG’s Report, Figure 9.",
        "Accepted",
    ),
]


@pytest.mark.parametrize(("code", "reply", "label"), SINGLE)
def test_a_doubtful_record_is_flagged(code: str, reply: str | None, label: str | None) -> None:
    (case,) = cases([row(24, "Roofs leak, and nobody counts the buckets in use.", reply, label)])
    assert code in codes(case)


CLEAN = [
    ("The Government accepts this. It will count buckets by May 2030.", "Accepted"),
    (
        "The Government partially accepts this. It will count buckets by May 2030.",
        "Accepted in Part",
    ),
    ("The Government rejects this, since 40 roofs were mended.", "Rejected"),
]


@pytest.mark.parametrize(("reply", "label"), CLEAN)
def test_a_sound_record_bears_no_flag(reply: str, label: str) -> None:
    (case,) = cases([row(24, "Roofs leak, and nobody counts the buckets in use.", reply, label)])
    assert codes(case) == set()


def test_an_answer_to_another_finding_is_flagged_and_tied_to_that_one() -> None:
    random = repeatable(3)
    asked, other = request(random), request(random)
    reply = f"2: PAC recommendation: {other} 2.1 The government agrees. {reasons(random, 2)}"
    first, second = cases([row(1, asked, reply), row(2, f"It is late. {other}", None, None)])
    assert "misaligned-answer" in codes(first)
    assert [item.finding for item in first.alignments] == [
        second.record.finding.key,
        first.record.finding.key,
    ]


def test_one_item_with_two_labels_drifts() -> None:
    rows = [row(5, "Roofs leak.", "Agreed. By 2030.", label) for label in ("Accepted", "Deferred")]
    assert all("label-drift" in codes(case) for case in cases(rows))


def test_every_flag_explains_itself_and_points_into_its_field() -> None:
    random = repeatable(5)
    rows = [
        row(at, committee_text(random), minute(random, at)[:-30], "Rejected") for at in range(1, 9)
    ]
    for case in cases(rows):
        fields = {"reply": case.record.reply, "text": case.record.finding}
        for flag in quality_flags(case):
            evidence = flag.evidence
            assert evidence.explanation.endswith(".")
            holder = fields.get(evidence.field)
            if holder and holder.text and evidence.start is not None and evidence.end is not None:
                assert 0 <= evidence.start < evidence.end <= len(holder.text.text)
