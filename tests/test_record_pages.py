"""Record pages: every layout, every cut, several to a file, and nothing lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import Claim, SourceRecord
from graph.records import Finding, FindingKind, Passage, Position, Reply, TrackerEntry, Voice
from loaders.context import Context, Document
from loaders.descriptor import read_descriptor
from loaders.record_pages import loader

Kind = TypeVar("Kind", bound=Claim)

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "tests/cases/record_pages/pages").glob("*.txt"))
VERBATIM = sorted((ROOT.parent / "shared/records").glob("*.txt"))
ABOUT = read_descriptor(Path(loader.__file__).with_name("source.toml"))

STATUS = "Accepted in Part|Not Addressed|Response Pending|Accepted|Rejected|Acknowledged|Deferred"
LABEL = re.compile(
    rf"(# .*|https?://\S+|Source · Select Committees · .*|(Recommendation|Conclusion)( \d+)?"
    rf"|{STATUS}|\d+( ({STATUS}))?( Paragraph:( \d+)?)?|Paragraph( Reference)?:?( \d+)?"
    rf"|Government Response Summary|(Government Response|HM Government)( ({STATUS}))?"
    r"|Source|Committee|Report|Addressee Bodies|Timeline|Recommendation age|Report published"
    r"|\d+ [A-Z][a-z]{2} \d{4}|HC \d+)"
)

WORDS = "The Home Office, with HM Government, should say how it shares data.7"
REPLY = "2.1 The government agrees. HM Government will publish a plan."
LAYOUTS = {
    "B": f"""Source · Select Committees · Justice Committee

Recommendation 12

12 Accepted in Part Paragraph: 40

Say how data is shared.

Conclusion
{WORDS}
Government Response Summary
Agreed in short.
Paragraph Reference: 40
Government Response Accepted in Part
HM Government Accepted in Part
{REPLY}
""",
    "S": f"""Source · Select Committees · Justice Committee
Recommendation 12
12
Accepted in Part
Paragraph: 40
Say how data is shared.
Conclusion
{WORDS}
Government Response Summary
Agreed in short.
Paragraph Reference:
40
Government Response
Accepted in Part
HM Government
Accepted in Part
{REPLY}
""",
    "TB": f"""12 Accepted in Part

Say how data is shared.

Conclusion
{WORDS}
Government Response Summary
Agreed in short.
Paragraph Reference
40
Government Response
Accepted in Part
HM Government Accepted in Part
{REPLY}
""",
    "TS": f"""12
Accepted in Part
Say how data is shared.
Conclusion
{WORDS}
Government Response Summary
Agreed in short.
Paragraph Reference
40
Government Response
Accepted in Part
Government Response
Accepted in Part
HM Government
Accepted in Part
{REPLY}
""",
}


def read(text: str, name: str = "page.txt") -> Context:
    context = Context(ABOUT, Document(name, text, Path(name).suffix))
    loader.load(context.document, context)
    return context


def claimed(text: str, name: str = "page.txt") -> bool:
    return loader.claims(Document(name, text, Path(name).suffix))


def rendering(name: str) -> str:
    return next(path for path in PAGES if path.stem == name).read_text(encoding="utf-8")


def the(kind: type[Kind], record: SourceRecord) -> Kind:
    (claim,) = (claim for claim in record.claims if isinstance(claim, kind))
    return claim


def words(passage: Passage | None) -> str:
    return passage.text if passage else ""


def passages(record: SourceRecord) -> list[Passage]:
    entry = the(TrackerEntry, record)
    replies = [claim.text for claim in record.claims if isinstance(claim, Reply)]
    single = [the(Finding, record).text, entry.title, entry.summary, *replies]
    return [passage for passage in single if passage] + list(entry.unplaced)


def shown(record: SourceRecord) -> set[str]:
    """Values of a record that stand on lines of their own."""
    found = the(Finding, record)
    report = found.report
    named = {f"{report.ordinal} - {report.title}", str(report.title)} if report else set()
    replies = [claim.respondent for claim in record.claims if isinstance(claim, Reply)]
    return {str(found.committee), *named, *replies}


def lost_lines(text: str, context: Context) -> list[str]:
    """Lines that are neither in a passage, nor a label or a value, nor listed as an issue.

    Empty where a whole record is reported as not read.
    """
    if any(issue.lost for issue in context.issues):
        return []
    values = {value for record in context.records for value in shown(record)}
    covered = [passage for record in context.records for passage in passages(record)]
    listed = " ".join(issue.location + " " for issue in context.issues)
    lost, at = [], 0
    for number, raw in enumerate(text.splitlines(keepends=True), start=1):
        start, line = at + len(raw) - len(raw.lstrip()), raw.strip()
        at += len(raw)
        kept = any(p.start <= start and start + len(line) <= p.start + len(p.text) for p in covered)
        label = LABEL.fullmatch(" ".join(line.split())) or line in values
        if line and not kept and not label and f"line {number} " not in listed:
            lost.append(line)
    return lost


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
            replies = [claim for claim in record.claims if isinstance(claim, Reply)]
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
    stated = {c.concept: c.as_stated for c in record.claims if isinstance(c, Position)}
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
    assert [p.text for p in the(TrackerEntry, record).unplaced] == ["HM Treasury", "2.7 yrs"]


def test_a_page_without_a_report_says_so() -> None:
    (record,) = read(rendering("public-accounts-10117")).records
    assert the(Finding, record).report is None
    assert the(Finding, record).why_no_report


def test_the_older_host_names_its_committee_in_the_address_only() -> None:
    (record,) = read(rendering("science-innovation-technology-7007-it")).records
    assert the(Finding, record).committee == "Science, Innovation and Technology Committee"


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
