"""Record pages: what a page says, in every layout and on both hosts."""

from __future__ import annotations

import pytest

from graph.records.findings import Finding, FindingKind, Position, Reply, TrackerEntry, Voice
from graph.records.source_record import parts_of
from tests.record_pages_reading import LAYOUTS, REPLY, WORDS, passages, read, rendering, the, words


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_four_layouts_say_the_same(layout: str) -> None:
    (record,) = read(LAYOUTS[layout]).records
    found, reply, entry = the(Finding, record), the(Reply, record), the(TrackerEntry, record)
    assert (found.number, found.kind) == ("12", FindingKind.CONCLUSION)
    assert (words(found.text), found.paragraph) == (WORDS, "40")
    assert (reply.respondent, reply.text.text) == ("HM Government", REPLY)
    assert (entry.label, entry.reply_label) == ("Accepted in Part", "Accepted in Part")
    assert (words(entry.title), words(entry.summary)) == (
        "Say how data is shared.",
        "Agreed in short.",
    )
    assert (entry.kind, entry.unplaced) == ("Conclusion", ())
    assert the(Position, record) == Position(
        found.key,
        "accepted-in-part",
        Voice.TRACKER,
        "accountability-index",
        the(Position, record).basis,
        "Accepted in Part",
    )


def test_both_layouts_of_a_page_without_address_give_one_finding() -> None:
    (blank,), (single) = read(LAYOUTS["B"]).records, read(LAYOUTS["S"]).records[0]
    assert the(Finding, blank).key == the(Finding, single).key
    assert the(Finding, blank).key == ("content", "Justice Committee", "12", WORDS)


def test_both_hosts_give_one_finding() -> None:
    keys = {
        the(Finding, read(rendering(name)).records[0]).key
        for name in ("public-accounts-10117", "public-accounts-10117-it")
    }
    assert keys == {("accountability-index", "4", "10117")}


def test_line_ends_do_not_matter() -> None:
    text = rendering("public-administration-7285")
    (unix,), (windows,) = read(text).records, read(text.replace("\n", "\r\n")).records
    assert [p.text for p in passages(unix)] == [p.text for p in passages(windows)]


def test_text_over_several_lines_is_kept_exactly() -> None:
    spread = "The Office\n\n  should act.\nIt should do so now."
    (record,) = read(LAYOUTS["B"].replace(WORDS, spread).replace(REPLY, spread)).records
    assert words(the(Finding, record).text) == spread
    assert the(Reply, record).text.text == spread


def test_a_title_wrapped_by_a_narrow_page_stays_whole() -> None:
    title = "Publish the results of every review of data sharing between\ndepartments each year."
    (record,) = read(LAYOUTS["S"].replace("Say how data is shared.", title)).records
    assert words(the(TrackerEntry, record).title) == title


def test_labels_that_differ_give_two_positions() -> None:
    text = LAYOUTS["S"].replace("12\nAccepted in Part", "12\nRejected")
    (record,) = read(text).records
    stated = {c.concept: c.as_stated for c in parts_of(record.content) if isinstance(c, Position)}
    assert stated == {"rejected": "Rejected", "accepted-in-part": "Accepted in Part"}


def test_a_status_printed_for_the_respondent_alone_is_kept_where_it_differs() -> None:
    text = LAYOUTS["B"].replace("HM Government Accepted in Part", "HM Government Rejected")
    (record,) = read(text).records
    entry = the(TrackerEntry, record)
    assert entry.reply_label == "Accepted in Part"
    assert [passage.text for passage in entry.unplaced] == ["HM Government Rejected"]


def test_another_respondent_is_known_by_the_repeated_status() -> None:
    text = LAYOUTS["S"].replace("HM Government\nAccepted", "Office for Statistics\nAccepted")
    (record,) = read(text).records
    assert the(Reply, record).respondent == "Office for Statistics"


def test_the_tail_of_the_older_host_shows_the_report() -> None:
    (record,) = read(rendering("public-accounts-10117-it")).records
    report = the(Finding, record).report
    assert report is not None
    assert (report.hc_number, report.ordinal) == ("HC 1229", "Seventieth Report")
    assert str(report.published) == "2023-09-13"
    assert report.key == ("hc", "2022-23", "HC 1229")
    entry = the(TrackerEntry, record)
    assert [passage.text for passage in entry.addressees] == ["HM Treasury"]
    assert [passage.text for passage in entry.unplaced] == ["2.7 yrs"]


def test_a_page_without_a_report_says_so() -> None:
    (record,) = read(rendering("public-accounts-10117")).records
    assert the(Finding, record).report is None
    assert the(Finding, record).why_no_report


def test_the_older_host_names_its_committee_in_the_address_only() -> None:
    (record,) = read(rendering("science-innovation-technology-7007-it")).records
    assert the(Finding, record).committee == "Science, Innovation and Technology Committee"
