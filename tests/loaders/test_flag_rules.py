"""What single rules of doubt raise and what they leave alone, on words of our own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.records.findings import FindingKind, Passage
from loaders.flags import quality_flags
from loaders.responses.linking.cases import Case, read_row
from loaders.responses.linking.cross_record import link_cases
from tests.answer_texts import row

if TYPE_CHECKING:
    from graph.records.source_record import FindingRecord

ROOFS = "Roofs leak, and nobody counts the buckets in use."


def surveyed(*rows: FindingRecord) -> tuple[Case, ...]:
    return link_cases([read_row(item) for item in rows], "made", one_report=False)


def raised(code: str, item: FindingRecord) -> bool:
    (case,) = surveyed(item)
    return code in {flag.code for flag in quality_flags(case)}


def summed_up(reply: str, summary: str) -> FindingRecord:
    item = row(3, ROOFS, reply, "Accepted")
    assert item.tracker_entry
    entry = replace(item.tracker_entry, summary=Passage(summary, 0))
    return replace(item, tracker_entry=entry)


@pytest.mark.parametrize(
    ("reply", "label", "doubted"),
    [
        ("The Department will lay new gutters on every school.", "Accepted", False),
        ("A register of roofs will be drawn up.", "Accepted in Part", False),
        ("DfE plans to hire a roofer for each region.", "Accepted", False),
        ("OfS will hire a roofer for each region.", "Accepted", False),
        ("The HMICFRS will now hire a roofer for each region.", "Accepted", False),
        ("The report (by OfS) will bind whoever builds.", "Accepted", True),
        ("The Department will lay new gutters on every school.", "Rejected", True),
        ("The Department will consider roofs with care.", "Accepted", True),
        ("The Department sees the worth of dry rooms.", "Accepted in Part", True),
        ("The law will bind whoever builds.", "Accepted", True),
    ],
)
def test_a_label_of_acceptance_may_rest_on_an_undertaking(
    reply: str, label: str, *, doubted: bool
) -> None:
    assert raised("label-unsupported", row(3, ROOFS, reply, label)) is doubted


@pytest.mark.parametrize(
    ("reply", "empty"),
    [
        ("Much was done with little; a green paper on roofs will say more.", True),
        ("The Government will set out its plans in due course.", True),
        ("We take this matter very seriously. We thank all who keep rooms dry.", True),
        ("Roofs are for the forthcoming estates strategy.", True),
        ("DfE will found a school of roofers, and a strategy will say more.", False),
        ("DfE inspects every roof each term; the forthcoming strategy will say more.", False),
        ("OfS inspects every roof each term; the forthcoming strategy will say more.", False),
        ("OfS welcomes this; the forthcoming strategy will say more.", True),
        ("The Department has hired roofers. A white paper will cover the rest.", False),
        ("The present way suits most schools, and gutters fit few of them.", False),
        ("A white paper in May 2031 will deal with it.", False),
        ("A white paper will deal with 40 of them.", False),
    ],
)
def test_an_answer_is_empty_that_only_points_to_what_is_to_come(reply: str, *, empty: bool) -> None:
    assert raised("empty-answer", row(3, ROOFS, reply)) is empty


LONG_ASKED = (
    "The Harbour Board keeps quays, cranes, ropes, lamps in poor order: sailors suffer hardship."
)
LONG_ANSWERED = (
    "teachers enjoy algebra, history, geography, painting, singing and swimming lessons."
)


@pytest.mark.parametrize(
    ("asked", "reply", "doubted"),
    [
        (LONG_ASKED, f"Our {LONG_ANSWERED}", True),
        (LONG_ASKED, f"HB says that {LONG_ANSWERED}", False),
        (f"AI helps. {LONG_ASKED}", f"AI and {LONG_ANSWERED}", False),
        (f"UK ports fail. {LONG_ASKED}", f"UK {LONG_ANSWERED}", True),
        (LONG_ASKED, f"Our {LONG_ANSWERED} https://made.example/harbour-cranes", True),
        (LONG_ASKED, "Lessons in swimming.", False),
    ],
)
def test_an_abbreviation_ties_a_reply_to_a_finding_and_an_address_does_not(
    asked: str, reply: str, *, doubted: bool
) -> None:
    assert raised("misaligned-answer", row(3, asked, reply)) is doubted


@pytest.mark.parametrize(
    ("asked", "reply", "doubted"),
    [
        ("Roofs leak.", "We welcome the recommendation that the Board should mend roofs.", True),
        ("Roofs leak.", "We see the recommendation that Sir John made some years ago.", False),
        ("Roofs leak.", "We agree to the recommendation to mend all roofs in use.", True),
        ("Roofs must be mended.", "We note the recommendation that the Board mend roofs.", False),
        ("Roofs leak.", "We agree with the recommendation. Roofs will be mended.", True),
        ("Roofs leak.", "We agree with the conclusion. Roofs will be mended.", False),
        ("Roofs leak, and the bro", "We welcome the recommendation that roofs be mended.", False),
    ],
)
def test_a_reply_to_a_recommendation_is_no_answer_to_a_finding_that_asks_nothing(
    asked: str, reply: str, *, doubted: bool
) -> None:
    assert raised("misaligned-answer", row(3, asked, reply)) is doubted


SHARED = "5.2 Roofers in nine counties learn to lay slate, and their foremen keep a log of it."


def test_a_numbered_paragraph_under_two_findings_is_a_doubt() -> None:
    first, second, third, fourth = surveyed(
        row(1, ROOFS, f"5.1 The government agrees. {SHARED} 5.3 Lead is dear, and tin is not."),
        row(2, "Gutters rust.", f"5.1 The government agrees. {SHARED} 5.3 Moss 7 Schools grows."),
        row(3, "Tiles slip.", f"6.1 The government agrees. {SHARED.replace('5.2', '6.2')}"),
        row(4, "Beams rot.", "5.1 The government agrees with the second half of it and no more."),
    )
    for case in (first, second):
        (flag,) = (flag for flag in quality_flags(case) if flag.code == "shared-answer")
        assert case.record.reply
        assert (
            case.record.reply.text.text[flag.evidence.start : flag.evidence.end].strip() == SHARED
        )
    for case in (third, fourth):
        assert "shared-answer" not in {flag.code for flag in quality_flags(case)}


def test_verdicts_of_one_number_and_wording_are_no_shared_paragraph() -> None:
    said = "5.1 The government agrees with the first half of the recommendation, not the second."
    told = surveyed(
        row(1, ROOFS, f"{said} 5.2 Slate is laid in nine counties by men who know it well."),
        row(2, "Gutters rust.", f"{said} 5.2 Iron is cast in two yards that do nothing else."),
    )
    assert all("shared-answer" not in {flag.code for flag in quality_flags(case)} for case in told)


PARTLY = "The Government partially accepts this recommendation."
AGREED = "The Government accepts the recommendation."


@pytest.mark.parametrize(
    ("reply", "summary", "differs"),
    [
        (AGREED, "The government rejects the idea.", True),
        (AGREED, "The government does not accept that slate is dear.", True),
        (PARTLY, "The government rejects a date but accepts the rest.", False),
        (PARTLY, "The government disagrees.", True),
        ("Recommendation implemented.", "The government agrees and has mended them.", False),
        (AGREED, "By 2031, all will be mended.", True),
        ("The Government rejects the recommendation.", "Rejects a duty to mend.", False),
        (AGREED, "The government accepts it and will act.", False),
        (AGREED, "Acts on the decline in slate and on agreed rules that roofers reject.", False),
        (AGREED, "The government accepts this under the Roofs Act 2004.", False),
        (AGREED, "The government accepts this, after its 2021 Slate Review.", False),
        (AGREED, "The government accepts this, to be done by May 2031.", True),
        (f"{AGREED} It ends in autumn of 2030.", "Accepted, by Autumn 2030.", False),
        (f"{AGREED} It ends in 2030/31.", "Accepted, by 2030-31.", False),
        (f"{AGREED} It ends in May 2031.", "Accepted, by 31 May 2031.", False),
        (f"{AGREED} It ends in 2031.", "Accepted, by May 2031.", True),
    ],
)
def test_a_summary_differs_by_a_stance_or_a_date(
    reply: str, summary: str, *, differs: bool
) -> None:
    assert raised("summary-differs", summed_up(reply, summary)) is differs


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("The Department should mend roofs.", True),
        ("In its Dry Rooms Strategy the Department should mend roofs.", True),
        ("We recommend that the Government mend roofs.", True),
        ("Ministers agree. Ofsted should be told. The Government must mend roofs.", True),
        ("We recommend that the Department for Education mend roofs.", False),
        ("Ofsted should count roofs and the Department should mend them.", False),
        ("We recommend that Ofsted count roofs. The Department should mend them.", False),
        ("HM Treasury, the Home Office and the Department should mend roofs.", False),
        ("The Home Office (the Department) is late. The Department should mend roofs.", False),
        ("The Department mends roofs.", False),
    ],
)
def test_an_addressee_is_missing_where_no_asked_body_has_a_name(
    text: str, *, missing: bool
) -> None:
    item = row(3, text, None)
    asked = replace(item, finding=replace(item.finding, kind=FindingKind.RECOMMENDATION))
    assert raised("missing-addressee", asked) is missing


@pytest.mark.parametrize("piece", ["Ab ", "A-", "AB", "The Department ", "DfE also ", "Ab (x "])
def test_a_rule_is_not_held_up_by_a_text_made_to_hold_it_up(piece: str) -> None:
    text = (piece * 20_000)[:40_000]
    item = summed_up(text, text[:4_000])
    told = replace(item, finding=replace(item.finding, text=Passage(text, 0)))
    (case,) = surveyed(told)
    assert isinstance(quality_flags(case), tuple)
