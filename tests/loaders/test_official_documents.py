"""Official documents that were once read wrongly, each with what a careful reader takes from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import joinedup
from graph.records.findings import Finding
from graph.records.response_documents import Response, ResponseItem
from graph.records.source_record import parts_of
from graph.store.embedded import Store
from loaders.formats import format_of
from loaders.interface.context import Context, Document
from loaders.interface.source_list import source_for
from loaders.pipeline.build import fill
from loaders.responses.reply_reader import read_reply

CASES = Path(__file__).parents[1] / "cases" / "official"

Reading = tuple[str | None, tuple[str, ...]]
YES, NO, PARTLY = ("accepted",), ("rejected",), ("accepted-in-part",)
DONE = ("accepted",)


def document(name: str) -> Document:
    path = CASES / name
    raw = path.read_bytes()
    file_format = format_of(raw, path.suffix)
    text = file_format.decode(raw, name, None)
    return Document(name, text, path.suffix, file_format=file_format)


def loaded(name: str) -> Context:
    source = source_for(document(name))
    assert source is not None
    return source.read(document(name))


def parts(context: Context, kind: type) -> list[object]:
    return [
        part
        for record in context.records
        for part in parts_of(record.content)
        if type(part) is kind
    ]


def items(context: Context) -> list[ResponseItem]:
    return [item for item in parts(context, ResponseItem) if isinstance(item, ResponseItem)]


def responses(context: Context) -> list[Response]:
    return [item for item in parts(context, Response) if isinstance(item, Response)]


def stances(item: ResponseItem) -> tuple[str, ...]:
    restated = item.recommendation or item.conclusion
    words = restated.text if restated else None
    return read_reply(item.reply.text, words).stance_concepts if item.reply else ()


def readings(context: Context) -> list[Reading]:
    return [(item.number, stances(item)) for item in items(context)]


THREE: list[Reading] = [("1", YES), ("2", NO), ("3", PARTLY)]
LETTERED: list[Reading] = [("3a", YES), ("3b", NO), ("3c", PARTLY)]
UNNUMBERED: list[Reading] = [(None, YES), (None, NO), (None, PARTLY)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("01a_numbered_headings_shift_numbers.html", [("1", YES), ("2", NO)]),
        ("01d_serial_before_recommendation.txt", [("1", YES), ("2", YES), ("7", NO)]),
        ("04_position_over_a_line_break_1.txt", [("1", YES)]),
        ("04_position_over_a_line_break_4.txt", [("1", YES)]),
        ("04_position_over_a_line_break_5.txt", [("1", NO)]),
        ("05a_refused_second_paragraph_long.html", [("1", YES)]),
        ("10a_table_of_five_columns.html", [("1", YES), ("2", NO)]),
        ("10b_reference_at_the_end_in_quote.html", [("1", YES), ("2", NO)]),
        ("11_shared_reply.txt", [("1", PARTLY), ("2", PARTLY)]),
        ("14_title_runs_on.txt", [("1", NO)]),
        ("15_lords_response.txt", [("1", ()), ("2", YES)]),
        ("16_not_truncated.txt", [("1", DONE)]),
        ("19_contents_joins_committee_name.txt", [("1", YES)]),
        ("21_heading_runs_into_number.txt", THREE),
        ("22_running_head_of_a_response.txt", [("1", YES), ("2", NO), ("3", YES)]),
        ("a_heading_numbered.txt", THREE),
        ("b_plain_numbered_with_label.txt", THREE),
        ("c_unnumbered_heading.txt", UNNUMBERED),
        ("f_letter_sub.txt", LETTERED),
        ("g_letter_plain.txt", LETTERED),
        ("i_quote_italic.txt", UNNUMBERED),
        ("j_box_recommendation_colon.txt", THREE),
        ("k_para_refs_at_head.txt", THREE),
        ("l_recs_hash.txt", THREE),
        ("n_decimal.txt", [("12", YES), ("19", NO), ("27", PARTLY)]),
        ("p_wrapped.txt", THREE),
        ("q_rec_word_number.txt", THREE),
        ("s_qa_uppercase.txt", THREE),
    ],
)
def test_every_item_has_its_number_and_stance(name: str, expected: list[Reading]) -> None:
    assert readings(loaded(name)) == expected


def test_items_of_a_minute_stand_under_their_reports_and_departments() -> None:
    context = loaded("01b_treasury_minute_numbered_headings.txt")
    rows = [(item.report[-1], item.number, item.respondent) for item in items(context)]
    assert [number for _, number, _ in rows] == ["1a", "1b", "2", "3", "1", "2", "1"]
    assert list(Counter(report for report, _, _ in rows).values()) == [4, 2, 1]
    assert list(dict.fromkeys(respondent for _, _, respondent in rows)) == [
        "Department for Education",
        "HM Courts & Tribunals Service",
        "Cabinet Office",
    ]


def test_the_committee_is_that_of_the_register_and_the_department_answers() -> None:
    context = loaded("03_committee_not_the_registers.txt")
    committees = {report.committee for each in responses(context) for report in each.reports}
    assert committees == {"Public Accounts Committee"}
    assert {item.respondent for item in items(context)} == {"Department of Health and Social Care"}


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("07a_treasury_minute_2011_layout.txt", [2, 2]),
        ("07b_treasury_minute_2008_layout.txt", [2, 1]),
    ],
)
def test_older_minutes_are_read_item_by_item(name: str, counts: list[int]) -> None:
    context = loaded(name)
    assert list(Counter(item.report for item in items(context)).values()) == counts
    assert all(item.reply and item.number for item in items(context))


@pytest.mark.parametrize(
    ("name", "committee", "title", "paper"),
    [
        ("14_title_runs_on.txt", "Justice Committee", "Women in prison", "HC 265"),
        (
            "15_lords_response.txt",
            "House of Lords Public Services Committee",
            "A long wait",
            "HL Paper 130",
        ),
        ("19_contents_joins_committee_name.txt", "Transport Committee", "Ferries", "HC 12"),
        ("05a_refused_second_paragraph_long.html", "Transport Committee", "Ferries", "HC 12"),
    ],
)
def test_the_report_that_is_answered(name: str, committee: str, title: str, paper: str) -> None:
    (report,) = responses(loaded(name))[0].reports
    assert (report.committee, report.title, report.hc_number) == (committee, title, paper)


@pytest.mark.parametrize("name", ["13_header_and_footnote_in_reply.pdf", "13b_two_columns.pdf"])
def test_heads_and_notes_of_pages_stay_out_of_replies(name: str) -> None:
    context = loaded(name)
    assert [item.number for item in items(context)] == ["1", "2", "3", "4", "5"]
    for item in items(context):
        assert item.reply
        reply, start = item.reply.text, item.reply.start
        notes = [piece for piece in item.furniture if "Female Offender Strategy" in piece.text]
        inside = [piece for piece in notes if start <= piece.start < start + len(reply)]
        assert reply.count("Female Offender Strategy") == len(inside)


@pytest.mark.parametrize(
    "name", ["17_letter_read_as_response.txt", "18_news_page_read_as_response.txt"]
)
def test_what_only_speaks_of_a_response_is_none(name: str) -> None:
    assert source_for(document(name)) is None


@pytest.mark.parametrize("name", ["01d_serial_before_recommendation.txt", "n_decimal.txt"])
def test_numbers_that_jump_are_doubted_with_their_line(name: str) -> None:
    doubts = [issue for issue in loaded(name).issues if issue.uncertain]
    assert doubts
    assert all("line" in issue.location and "go from" in issue.problem for issue in doubts)


def test_files_of_a_folder_that_no_loader_reads_are_listed(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_bytes((CASES / "14_title_runs_on.txt").read_bytes())
    for name in ("response.docx", "tracker.xlsx", "LICENCE", "Thumbs.db", ".hidden"):
        (tmp_path / name).write_bytes(b"PK\x03\x04")
    report = fill(Store.in_memory(), [str(tmp_path)])
    listed = {Path(issue.location).name: issue.problem for issue in report.issues if issue.lost}
    assert set(listed) == {"response.docx", "tracker.xlsx", "LICENCE"}
    assert "response.docx is a broken zip file" in listed["response.docx"]


def test_a_progress_report_says_what_is_delivered() -> None:
    graph = joinedup.build(str(CASES / "08_progress_report.txt"))
    query = """
        PREFIX ju: <https://w3id.org/joinedup/ontology#>
        SELECT ?number ?status WHERE {
          ?finding ju:number ?number . ?update ju:onFinding ?finding ; ju:deliveryStatus ?status }
    """
    delivered = {
        (str(number), str(status).rpartition("#")[2]) for number, status in graph.query(query).rows
    }
    assert ("3", "implemented") in delivered
    assert all(number != "4" or status != "implemented" for number, status in delivered)
    context = loaded("08_progress_report.txt")
    assert [(item.number, stances(item)) for item in items(context)] == [("3", YES), ("4", YES)]
    assert {item.respondent for item in items(context)} == {"Department of Health and Social Care"}


def test_a_list_of_conclusions_gives_each_its_paragraph_and_kind() -> None:
    context = loaded("12_committee_conclusions_page.txt")
    findings = [part for part in parts(context, Finding) if isinstance(part, Finding)]
    assert [(item.number, item.paragraph, str(item.kind)) for item in findings] == [
        ("1", "4", "conclusion"),
        ("2", "5", "recommendation"),
        ("3", "9", "recommendation"),
    ]


def test_names_of_a_recommendation_are_the_pairs_of_the_tracker_page() -> None:
    query = """
        PREFIX ju: <https://w3id.org/joinedup/ontology#>
        SELECT DISTINCT ?one ?other WHERE {
          ?finding ju:concerns ?one, ?other FILTER(STR(?one) < STR(?other)) }
    """
    pairs = [
        set(joinedup.build(str(CASES / name)).query(query).rows)
        for name in (
            "02a_names_only_in_the_recommendation.txt",
            "02b_same_words_on_a_tracker_page.txt",
        )
    ]
    assert len(pairs[0]) == 6
    assert pairs[0] == pairs[1]
