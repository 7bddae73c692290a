"""What a reply is shown with is told from what it answers, and one answer counts once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records.answer_links import AlignmentBasis, AnswerRelation
from graph.records.response_documents import ItemKey
from graph.records.source_record import FindingRecord
from loaders.interface.context import Context, Document
from loaders.interface.descriptor import read_descriptor
from loaders.responses.linking.cases import Case, read_row
from loaders.responses.linking.cross_record import link_cases as relate
from loaders.responses.linking.distinct_answers import answers_of
from loaders.responses.linking.printed_answers import Documents, PrintedItem
from loaders.sources.record_pages import loader
from tests.answer_texts import committee_text, minute, reasons, repeatable, request, row

if TYPE_CHECKING:
    from random import Random

PAGES = Path(__file__).parent.parent / "cases" / "record_pages" / "pages"
ABOUT = read_descriptor(Path(str(loader.__file__)).with_name("source.toml"))
RESTATED, STATED = AlignmentBasis.RESTATED_TEXT, AlignmentBasis.STATED_NUMBER


def link_cases(rows: list[FindingRecord], scope: str, *, one_report: bool) -> tuple[Case, ...]:
    return relate([read_row(item) for item in rows], scope, one_report=one_report)


def page(name: str) -> FindingRecord:
    """What the page of a public accounts record says."""
    document = Document(name, (PAGES / f"public-accounts-{name}.txt").read_text(encoding="utf-8"))
    context = Context(ABOUT, document)
    loader.load(document, context)
    content = context.records[0].content
    assert isinstance(content, FindingRecord)
    return content


def tie(case: Case) -> list[tuple[str, str | None, bool | None]]:
    """Relation, number, and whether the finding is the one shown, for each alignment."""
    own = case.record.finding.key
    return [
        (item.relation.value, item.number, None if item.finding is None else item.finding == own)
        for item in case.alignments
    ]


@pytest.mark.parametrize("copies", [1, 2])
def test_one_answer_on_three_pages_counts_once(copies: int) -> None:
    rows = [page(name) for name in ("13152", "13168", "13170")] * copies
    cases = link_cases(rows, "HC 730", one_report=True)
    assert len({case.answer.digest for case in cases if case.answer}) == 1
    assert {case.read_reply.stance_concepts for case in cases if case.read_reply} == {("rejected",)}
    for case in cases:
        assert tie(case) == [("answers", "7", None), ("shown-with", "7", True)]
        assert len(case.sharers) == 2


def test_a_part_is_tied_to_the_finding_of_its_number_in_one_report() -> None:
    random = repeatable(1)
    rows = [row(at, committee_text(random), None) for at in range(1, 9)]
    rows.append(row(24, committee_text(random), f"7.1 The government agrees. {reasons(random, 7)}"))
    known = link_cases(rows, "made", one_report=True)[-1]
    unknown = link_cases(rows, "made", one_report=False)[-1]
    assert [item.finding for item in known.alignments] == [("made", "7"), ("made", "24")]
    assert tie(unknown)[0] == ("answers", "7", None)


def test_a_number_alone_ties_to_no_finding_that_speaks_of_other_things() -> None:
    rows = [row(at, f"Cycle lanes end abruptly on street {at}.", None) for at in range(1, 9)]
    reply = "7.1 The government agrees. 7.2 Lighthouse keepers will renew their brass ledgers."
    told = link_cases([*rows, row(24, "Harbours silt up.", reply)], "made", one_report=True)[-1]
    assert tie(told)[0] == ("answers", "7", None)


def test_words_that_two_items_of_documents_share_are_neither() -> None:
    text = "7.1 The government agrees. 7.2 Lighthouse keepers will renew their brass ledgers soon."
    (case,) = link_cases([row(1, "Harbours silt up.", text)], "made", one_report=False)
    assert case.read_reply
    items = [
        PrintedItem(ItemKey(("cp", paper), ("hc", "1"), "7"), ("report", paper), None, text)
        for paper in ("1", "2")
    ]
    (part,) = case.read_reply.shape.parts
    assert Documents(items).find(text, part) is None
    assert Documents(items[:1]).find(text, part) == items[0]


def test_restated_words_outweigh_a_number() -> None:
    random = repeatable(2)
    asked = [request(random) for _ in range(6)]
    rows = [row(at, f"It is late. {text}", None) for at, text in enumerate(asked, start=1)]
    reply = f"2: PAC recommendation: {asked[4]} 2.1 The government agrees. {reasons(random, 2)}"
    first = link_cases([*rows, row(30, "Quite another matter.", reply)], "made", one_report=True)[
        -1
    ]
    answer = first.alignments[0]
    assert (answer.finding, answer.basis) == (("made", "5"), RESTATED)


def test_a_record_of_the_same_number_is_answered() -> None:
    random = repeatable(3)
    (case,) = link_cases([row(4, request(random), minute(random, 4))], "made", one_report=False)
    assert [(item.relation, item.basis) for item in case.alignments] == [
        (AnswerRelation.ANSWERS, STATED)
    ]


def test_a_paragraph_that_only_says_who_gave_evidence_is_not_answered() -> None:
    text = "On the basis of a report by the Comptroller and Auditor General, we took evidence."
    (case,) = link_cases(
        [row(1, text, "1.1 The government agrees. 1.2 Soon.")], "made", one_report=True
    )
    assert tie(case) == [("answers", "1", None), ("shown-with", "1", True)]


def test_an_echo_answers_nothing() -> None:
    text = committee_text(repeatable(4))
    (case,) = link_cases([row(9, text, text[:200])], "made", one_report=True)
    assert [item.relation for item in case.alignments] == [AnswerRelation.SHOWN_WITH]


def test_every_part_is_aligned() -> None:
    random = repeatable(5)
    reply = f"{minute(random, 3)} {minute(random, 4)}"
    (case,) = link_cases([row(3, request(random), reply)], "made", one_report=True)
    assert {item.part for item in case.alignments} == {0, 1}


def test_the_surest_of_what_the_copies_show_decides() -> None:
    reply = (
        "The ledgers of lighthouse keepers will be renewed with brass covers, oiled hinges and "
        "numbered pages, and every harbour master receives a copy in February."
    )
    alike = "Lighthouse keepers write their ledgers on loose pages, and harbour masters lose them."
    other = "Cycle lanes end abruptly beside roundabouts."
    rows = [row(1, alike, reply), row(2, other, reply)]
    cases = link_cases(rows, "made", one_report=False)
    bases = {item.basis for case in cases for item in case.alignments if item.part == 0}
    assert bases >= {AlignmentBasis.SIMILARITY, AlignmentBasis.PLACEMENT}
    (answer,) = answers_of(cases)
    (part,) = answer.parts
    assert [(tie.finding, tie.basis) for tie in part.ties] == [
        (("made", "1"), AlignmentBasis.SIMILARITY)
    ]


def positions_of(rows: list[FindingRecord]) -> set[tuple[str, str]]:
    """Distinct answers with their distinct positions."""
    return {
        (case.answer.digest, stance)
        for case in link_cases(rows, "made", one_report=True)
        if case.answer and case.read_reply
        for stance in case.read_reply.stance_concepts
    }


def respelt(item: FindingRecord) -> FindingRecord:
    text = item.reply.text.text if item.reply else ""
    return row(900 + int(item.finding.number or 0), "Else.", text.replace("isation", "ization"))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_repeating_reordering_and_respelling_rows_alters_no_position(
    seed: int, random: Random
) -> None:
    made = repeatable(seed)
    rows = [
        row(at, committee_text(made, 2), minute(made, at, made.choice(("agrees", "disagrees"))))
        for at in range(1, 6)
    ]
    before = positions_of(rows)
    more = [*rows, *random.sample(rows, 2), *(respelt(item) for item in random.sample(rows, 2))]
    random.shuffle(more)
    assert positions_of(more) == before
    assert len(before) == len(rows)
