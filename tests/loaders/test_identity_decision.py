"""When records are about one finding: the cases that sources give, one after the other."""

from __future__ import annotations

from datetime import date

import pytest

from graph.identity import finding_slug
from graph.records.finding_identity import IdentityRule
from graph.records.findings import FindingKind, Report
from graph.records.mentions import Correction
from tests.finding_records import PAC, REPORT, facts, findings_of, identify, minute, page

PLAN = (
    "The Department for Education should set out within six months how departments will collect "
    "and use data on what leads young people into harm."
)
STAFF = (
    "The Department for Education should publish each year how many social workers leave their "
    "posts in every local authority, and what it does to keep them."
)
PARAGRAPH = (
    "The National Audit Office reported that data sets of several departments are not joined, so "
    "that nobody can see how harms to young people overlap.64"
)


def test_the_words_that_a_minute_restates_are_the_finding_of_the_page() -> None:
    records = [page(f"{PLAN[:-1]}.12", "7", at=13151), minute([("7", PLAN), ("6", STAFF)])]
    [shown], [seventh, sixth] = findings_of(records, identities := identify(records))
    assert shown == seventh != sixth
    assert shown == ("accountability-index", "4", "13151")
    assert [(each.rule, each.likeness) for each in identities.decisions] == [
        (IdentityRule.SAME_WORDS, 100.0)
    ]
    assert not identities.candidates


def test_the_trackers_number_need_not_be_that_of_the_report() -> None:
    records = [page(PLAN, "24", at=13151), minute([("7", PLAN), ("24", STAFF)])]
    [shown], [seventh, other] = findings_of(records, identify(records))
    assert shown == seventh != other


def test_a_paragraph_of_the_body_is_a_finding_of_its_own() -> None:
    records = [page(PARAGRAPH, "24", at=13168), minute([("7", PLAN), ("6", STAFF)])]
    [shown], answered = findings_of(records, identify(records))
    assert shown not in answered


def test_a_recommendation_known_from_its_answer_alone_waits_for_the_others() -> None:
    records = [minute([("7", PLAN)]), facts("24", FindingKind.EVIDENCE_PARAGRAPH, at=13168)]
    [alone], [paragraph] = findings_of(records, identify(records))
    assert alone == ("report", "2022-23", "HC 730", "recommendation", "7") != paragraph
    more = [*records, facts("7"), page(PLAN, "7", at=13151)]
    [in_minute], [paragraph], [in_facts], [on_page] = findings_of(more, identify(more))
    assert in_minute == in_facts == on_page != paragraph


def test_one_number_with_other_words_is_two_findings_and_a_candidate() -> None:
    records = [minute([("7", PLAN)]), minute([("7", STAFF)], name="letter")]
    [first], [second] = findings_of(records, identities := identify(records))
    assert first != second
    [candidate] = identities.candidates
    assert candidate.rule is IdentityRule.NUMBER_WITH_OTHER_WORDS
    assert set(candidate.findings) == {first, second}


def test_a_part_of_a_recommendation_is_no_recommendation() -> None:
    whole = f"{PLAN} {STAFF}"
    records = [page(whole, "2", at=1, report=REPORT), minute([("2a", PLAN)])]
    [shown], [part] = findings_of(records, identities := identify(records))
    assert shown != part
    assert [set(each.findings) for each in identities.candidates] == [{shown, part}]


def test_the_same_words_in_two_reports_are_made_again() -> None:
    other = Report(("hc", "2019-21", "HC 91"), "Young people", PAC, hc_number="HC 91")
    records = [minute([("7", PLAN)]), minute([("3", PLAN)], other, "earlier")]
    [now], [before] = findings_of(records, identities := identify(records))
    assert now != before
    assert not identities.decisions


def test_a_page_whose_words_stand_in_two_reports_joins_neither() -> None:
    other = Report(("hc", "2019-21", "HC 91"), "Young people", PAC, hc_number="HC 91")
    answered = [minute([("7", PLAN)]), minute([("3", PLAN)], other, "earlier")]
    records = [*answered, page(PLAN, "7", at=5)]
    [now], [before], [shown] = findings_of(records, identities := identify(records))
    assert len({now, before, shown}) == 3
    assert {each.rule for each in identities.candidates} == {IdentityRule.SEVERAL_ALIKE}
    known = [*answered, page(PLAN, "7", at=5, report=REPORT)]
    [now], _, [shown] = findings_of(known, identify(known))
    assert now == shown


def test_facts_with_an_address_join_the_page_at_it() -> None:
    records = [
        facts("24", FindingKind.EVIDENCE_PARAGRAPH, at=13168),
        page(PARAGRAPH, "24", at=13168),
    ]
    [read], [shown] = findings_of(records, identities := identify(records))
    assert read == shown
    assert [each.rule for each in identities.decisions] == [IdentityRule.SAME_PAGE]
    assert identities.known_reports[shown].title == REPORT.title


def test_a_page_pasted_without_its_address_joins_the_finding_it_shows() -> None:
    records = [page(PLAN, "7", at=13151), page(f"{PLAN} ", "7"), page(STAFF, "8")]
    [at_address], [pasted], [waiting] = findings_of(records, identify(records))
    assert at_address == pasted != waiting


def test_two_hosts_of_one_tracker_have_one_finding() -> None:
    records = [page(PLAN, "7", at=1), page(f"{PLAN}9", "7", at=1, host="inquirytracker.uk")]
    [first], [second] = findings_of(records, identify(records))
    assert first == second


def test_a_progress_report_joins_by_number_what_its_words_do_not_gainsay() -> None:
    shortened = "Set out within six months how departments will use data on harm to young people."
    for restated in (None, PLAN, shortened):
        records = [minute([("7", PLAN)]), minute([("7", restated)], name="progress")]
        [first], [later] = findings_of(records, identify(records))
        assert first == later, restated


def test_a_page_that_holds_conclusion_and_recommendation_is_the_recommendation() -> None:
    concluded = "Departments do not know what leads young people into harm, and do not ask."
    records = [
        page(f"{concluded} Recommendation: {PLAN}", "7", at=3),
        minute([("7", PLAN)], conclusions=[concluded]),
    ]
    [shown], [answered] = findings_of(records, identify(records))
    assert shown == answered


@pytest.mark.parametrize(
    "also_known_as",
    [
        Report(("facts", "care"), title="Care of Young People at Risk", committee=PAC),
        Report(("x", "1"), committee="Committee of Public Accounts", hc_number="HC730"),
        Report(("hc", "2022–2023", "HC 730"), hc_number="HC 730", session="2022–23"),
    ],
)
def test_a_report_has_one_name_however_much_of_it_a_source_knows(also_known_as: Report) -> None:
    records = [minute([("7", PLAN)]), minute([("7", None)], also_known_as, "letter")]
    [first], [second] = findings_of(records, identify(records))
    assert first == second


def test_reports_that_contradict_each_other_stay_two() -> None:
    same_title = Report(
        ("facts", "x"), title=REPORT.title, committee=PAC, published=date(2015, 3, 1)
    )
    records = [minute([("7", PLAN)]), minute([("7", PLAN)], same_title, "old")]
    [first], [second] = findings_of(records, identify(records))
    assert first != second


def correction(sort: str, *keys: tuple[str, ...]) -> Correction:
    first, second = map(finding_slug, keys)
    return Correction(
        sort, "A reader", date(2026, 1, 1), "I looked.", finding=first, other_finding=second
    )


def test_a_correction_splits_a_finding_into_exactly_the_two_of_before() -> None:
    shown, answered = page(PLAN, "7", at=13151), minute([("7", PLAN)])
    [[on_page]] = findings_of([shown], identify([shown]))
    [[in_minute]] = findings_of([answered], identify([answered]))
    split = identify([shown, answered], [correction("not-same-finding", on_page, in_minute)])
    assert findings_of([shown, answered], split) == [(on_page,), (in_minute,)]
    assert not split.decisions
    assert not split.candidates


def test_a_correction_joins_two_findings_and_a_later_one_parts_them() -> None:
    records = [page(PARAGRAPH, "24", at=13168), minute([("7", PLAN)])]
    [first], [second] = findings_of(records, identify(records))
    same = correction("same-finding", first, second)
    joined = identify(records, [same])
    assert findings_of(records, joined) == [(first,), (first,)]
    assert [each.rule for each in joined.decisions] == [IdentityRule.HAND_CORRECTION]
    parted = identify(records, [same, correction("not-same-finding", first, second)])
    assert findings_of(records, parted) == [(first,), (second,)]


def test_a_slip_of_a_correction_changes_nothing() -> None:
    records = [page(PLAN, "7", at=1), minute([("7", PLAN)])]
    slip = correction("not-same-finding", ("no", "such"), ("finding",))
    assert identify(records, [slip]).keys == identify(records).keys
