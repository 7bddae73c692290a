"""Lists of recommendations that people keep as a table."""

from __future__ import annotations

import pytest

from graph.records.findings import Finding, FindingKind, Position, Reply, ReportedCommitment, Voice
from graph.records.findings import TrackerEntry as Entry
from loaders.interface.context import Context, Document
from loaders.sources.trackers.columns import columns_of
from loaders.sources.trackers.loader import accepts
from loaders.text.table_cells import read_rows
from tests.register_documents import claims_of, load_text

HEAD = "Report,HC no,Session,Rec no,Recommendation,Department,Response,Status,Due date\n"
ROW = 'Grain stores,HC 12,2024-25,1a,"Count the sacks, twice.",HMT; DfE,We will count.,{},{}\n'


def load(text: str) -> Context:
    return load_text("trackers", text, "grain list.csv")


def test_a_row_is_a_finding_with_its_answer_status_and_date() -> None:
    context = load(HEAD + ROW.format("In progress", "31/07/2025"))
    (finding,), (reply,) = claims_of(context, Finding), claims_of(context, Reply)
    (position,), (promise,) = claims_of(context, Position), claims_of(context, ReportedCommitment)
    (entry,) = claims_of(context, Entry)
    assert context.issues == []
    assert finding.key == ("report", "2024-25", "HC 12", "recommendation", "1a")
    assert finding.text is not None
    assert finding.text.text == "Count the sacks, twice."
    assert reply.text.text == "We will count."
    assert (position.agent, position.delivery) == ("keeper-of-grain-list", "in-progress")
    assert position.voice is Voice.TRACKER
    assert (promise.due, str(promise.day)) == ("31/07/2025", "2025-07-31")
    assert [each.text for each in entry.addressees] == ["HMT", "DfE"]


def test_texts_stand_where_they_say() -> None:
    text = f"Our list\n\n{HEAD}{ROW.format('Accepted', '')}"
    context = load(text)
    (finding,) = claims_of(context, Finding)
    assert finding.text is not None
    assert text[finding.text.start :].startswith(finding.text.text)
    assert context.records[0].origin.location == "grain list.csv line 4"


def test_delimiters_and_a_byte_order_mark_make_no_difference() -> None:
    for delimiter in "\t;|":
        text = "\ufeffRec. number,Text of recommendation,Gov’t response\n2,Mend it.,We shall.\n"
        (finding,) = claims_of(load(text.replace(",", delimiter)), Finding)
        assert (finding.number, finding.why_no_report is None) == ("2", False)


def test_a_row_without_words_is_listed_and_the_others_load() -> None:
    context = load(HEAD + "Grain stores,HC 12,2024-25,9,,,,,\n" + ROW.format("Accepted", ""))
    (issue,) = context.issues
    assert "no words" in issue.problem
    assert context.records[0].origin.location == "grain list.csv line 3"
    assert len(context.records) == 1


def test_a_report_is_written_once_above_its_rows() -> None:
    text = (
        "Report,HC no,Session,No,Recommendation\nGrain,12,2024/25,1,A b.\n,,,2,C d.\nSeed,,,1,E f."
    )
    reports = [each.report for each in claims_of(load(text), Finding)]
    assert [each and (each.title, each.hc_number) for each in reports] == [
        ("Grain", "HC 12"),
        ("Grain", "HC 12"),
        ("Seed", None),
    ]


def test_a_label_is_no_quotation_and_an_answer_that_is_awaited_no_promise() -> None:
    head = "No,Recommendation,Response,Status,Due\n"
    text = f"{head}1,A b.,Rejected,,2026\n2,C d.,,Awaiting response,2026\n"
    context = load(text)
    assert not claims_of(context, Reply)
    assert not claims_of(context, ReportedCommitment)
    concepts = [each.concept for each in claims_of(context, Position)]
    assert concepts == ["rejected", "response-pending"]


def test_a_conclusion_is_one_where_the_list_says_so() -> None:
    (finding,) = claims_of(load("Type,Ref,Text\nConclusion,Rec. 4,It is late.\n"), Finding)
    assert (finding.kind, finding.number) == (FindingKind.CONCLUSION, "4")


def test_other_tables_are_not_taken() -> None:
    for text in ("id,name,govuk_slug\n", "Project,Department,Rating\nRoad,DfT,Red\n", "", '"'):
        assert not accepts(Document("a.csv", text, ".csv"))


def test_line_ends_in_cells_are_counted() -> None:
    rows = list(read_rows('a,"b\r\nc"\r\nd,e', ","))
    assert [(row.line, [cell.text for cell in row.cells]) for row in rows] == [
        (1, ["a", "b\r\nc"]),
        (3, ["d", "e"]),
    ]


def test_a_quotation_mark_that_is_never_closed_takes_its_line_alone() -> None:
    text = 'a,"b\n' * 20_000
    assert sum(1 for _ in read_rows(text, ",")) > 1


def test_a_number_sign_names_a_number_and_figures_are_no_words() -> None:
    text = "Recommendation #,Recommendation (full text)\n3,Sow.\n4,55\n"
    (finding,) = claims_of(load(text), Finding)
    assert (finding.number, finding.text and finding.text.text) == ("3", "Sow.")


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("What the Committee recommended", "words"),
        ("PAC recommendation (full text)", "words"),
        ("Conclusion/Recommendation", "words"),
        ("Recommended supplier", None),
        ("Recommendation owner", None),  # a person, and no words of the committee
        ("Tracker ID", "number"),
        ("Rec. ref", "number"),
        ("Para. no.", "paragraph"),
        ("Departmental reply", "response"),
        ("Response summary", None),  # words of whoever keeps the list
        ("Response due", None),
        ("Latest progress", "status"),
        ("Target for completion", "due"),
        ("Date published", "published"),
        ("Response published", None),
        ("Lead ministry", "department"),
        ("Department / ALB", "department"),
        ("Action recommended", "words"),
        ("Recommendation Description", "words"),
        ("Accepted / Partially accepted / Not accepted", "position"),
        ("Planned completion", "due"),
        ("Revised target date", "revised"),
    ],
)
def test_a_column_is_read_by_the_words_of_its_name(name: str, meaning: str | None) -> None:
    head = f"{name},Text,Report" if meaning != "words" else f"{name},Report"
    columns = columns_of(next(iter(read_rows(head, ","))).cells)
    assert [each for each, place in columns.items() if place == 0] == ([meaning] if meaning else [])


@pytest.mark.parametrize("words", ["n/a", "N/A", "TBC", "-", "None"])
def test_what_is_no_date_is_no_commitment(words: str) -> None:
    context = load(HEAD + ROW.format("Accepted", words))
    assert not claims_of(context, ReportedCommitment)
    assert context.issues == []


def test_a_date_beside_a_refusal_is_no_commitment_and_the_report_says_so() -> None:
    context = load(HEAD + ROW.format("Rejected", "June 2026"))
    assert not claims_of(context, ReportedCommitment)
    (issue,) = context.issues
    assert issue.problem == "A date is no commitment where nothing was agreed to: June 2026."


def test_the_revised_date_counts_and_the_first_one_is_named() -> None:
    text = "No,Recommendation,Status,Original target date,Revised target date\n"
    context = load(text + "1,Mend the pier.,Accepted,May 2025,June 2026\n")
    (promise,) = claims_of(context, ReportedCommitment)
    assert promise.due == "June 2026"
    assert [issue.problem for issue in context.issues] == [
        "A date was left out, as the row has another in its place: May 2025."
    ]


def test_words_that_are_also_names_of_columns_make_no_header_below_one() -> None:
    head = "Report,HC no,Session,Rec no,Type,Recommendation,Department,Status\n"
    row = "Grain stores,HC 12,2024-25,{},Conclusion,Sacks burst {}.,HMT,Accepted\n"
    context = load(head + row.format(1, "early") + row.format(2, "late"))
    assert [finding.number for finding in claims_of(context, Finding)] == ["1", "2"]
    assert context.issues == []


def test_a_web_address_above_the_header_is_where_the_rows_were_found() -> None:
    page = "https://www.inquirytracker.uk/committees/4/report/707/"
    context = load(f"From {page} in spring,,\n{HEAD}{ROW.format('Accepted', '')}")
    assert [record.origin.address for record in context.records] == [page]
    assert load(HEAD + ROW.format("Accepted", "")).records[0].origin.address is None
