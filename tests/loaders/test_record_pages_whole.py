"""Record pages: nothing of one is lost, wherever it breaks off and whatever stands round it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.findings import Finding, Reply, TrackerEntry
from graph.records.source_record import parts_of
from tests.record_pages_reading import (
    LAYOUTS,
    PAGES,
    REPLY,
    VERBATIM,
    claimed,
    lost_lines,
    passages,
    read,
    rendering,
    the,
    words,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", [*PAGES, *VERBATIM], ids=lambda path: path.stem)
def test_nothing_of_a_page_is_lost(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    context = read(text)
    assert claimed(text)
    assert len(context.records) == 1
    assert lost_lines(text, context) == []
    for passage in passages(context.records[0]):
        assert text[passage.start :].startswith(passage.text)


@pytest.mark.parametrize(
    "name",
    [
        "public-accounts-10117-it",
        "public-administration-7285",
        "public-administration-7319",
        "science-innovation-technology-7007-it",
        "public-accounts-2053",
    ],
)
def test_a_page_may_break_off_anywhere(name: str) -> None:
    text = "\n".join(rendering(name).split("\n")[2:])
    whole = the(Finding, read(text).records[0])
    reply = the(Reply, read(text).records[0])
    for end in range(1, len(text)):
        context = read(text[:end])
        assert lost_lines(text[:end], context) == []
        for record in context.records:
            assert words(whole.text).startswith(words(the(Finding, record).text))
            replies = [claim for claim in parts_of(record.content) if isinstance(claim, Reply)]
            assert all(reply.text.text.startswith(cut.text.text) for cut in replies)


def test_half_a_page_is_claimed() -> None:
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        body = text[text.index("\n", text.index("\n") + 1) + 1 :]
        assert claimed(body[: len(body) // 2]), path.stem


def test_the_second_half_of_a_page_keeps_the_reply() -> None:
    text = LAYOUTS["S"][LAYOUTS["S"].index("shares data.7") :]
    assert claimed(text)
    (record,) = read(text).records
    assert the(Finding, record).text is None
    assert the(Reply, record).text.text == REPLY
    assert [passage.text for passage in the(TrackerEntry, record).unplaced] == ["shares data.7"]


def test_a_page_without_anything_of_a_finding_is_reported() -> None:
    context = read("Source · Select Committees · Justice Committee\n")
    assert context.records == []
    assert [issue.lost for issue in context.issues] == [True]


def test_navigation_and_footer_are_kept_apart_from_the_page() -> None:
    above = ["Home", "Committees", "Recommendation", "3", "Skip to content"]
    below = ["Back to list", "© 2026 The Index", "About"]
    context = read("\n".join([*above, LAYOUTS["S"], *below]))
    (record,) = context.records
    entry = the(TrackerEntry, record)
    assert (entry.number, words(entry.title)) == ("12", "Say how data is shared.")
    assert the(Reply, record).text.text == REPLY
    assert [passage.text for passage in entry.unplaced] == [*above, *below]
    assert len(context.issues) == 1
    assert not any(issue.lost for issue in context.issues)


@pytest.mark.parametrize("between", ["", "\n", "\n\n\n"])
def test_pages_joined_in_one_file_are_read_one_by_one(between: str) -> None:
    texts = [path.read_text(encoding="utf-8").rstrip("\n") for path in PAGES]
    joined = between.join(texts)
    alone = [read(text).records[0] for text in texts]
    together = read(joined).records
    assert [the(Finding, r).key for r in together] == [the(Finding, r).key for r in alone]
    assert [[p.text for p in passages(r)] for r in together] == [
        [p.text for p in passages(r)] for r in alone
    ]


@pytest.mark.parametrize("order", [("B", "S", "B"), ("TB", "TS", "TB"), ("S", "TB", "B", "TS")])
def test_pages_without_addresses_are_told_apart(order: tuple[str, ...]) -> None:
    records = read("".join(LAYOUTS[layout] for layout in order)).records
    assert [the(Reply, record).text.text for record in records] == [REPLY] * len(order)


def test_records_of_a_file_name_their_lines() -> None:
    records = read(LAYOUTS["B"] + "# a remark\n" + LAYOUTS["S"]).records
    assert [record.origin.location for record in records] == [
        "page.txt line 1",
        "page.txt line 17",
    ]


PIECES = st.sampled_from(
    [line for layout in LAYOUTS.values() for line in layout.split("\n")]
    + ["# note", "# url: https://www.accountabilityindex.uk/committees/4/recommendation/7/", "7"]
    + ["Source", "Report", "Timeline", "Addressee Bodies", "© 2026", "Some words", "Paragraph:"]
)


@given(st.lists(PIECES, max_size=25).map("\n".join))
def test_no_line_is_ever_lost(text: str) -> None:
    assert lost_lines(text, read(text)) == []


@given(st.text(max_size=400))
def test_any_text_can_be_offered(text: str) -> None:
    claimed(text)
    read(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x89PNG\r\n\x1a\n\x00\x00",
        "key,name\nhome-office,Home Office\n12,Recommendation\n",
        "12\nReducing the backlog\nConclusion\nThe Committee heard evidence.\n",
        "Treasury Minutes\nHM Government\nMarch 2022\n2. PAC conclusion: late.\n2.1 Agreed.\n",
        "Recommendation 1\nWe ask for a plan.\nGovernment Response\nThe Government accepts.\n",
        "https://www.accountabilityindex.uk/committees/4/recommendation/7/\n",
    ],
)
def test_other_documents_are_not_claimed(text: str) -> None:
    assert not claimed(text)
