"""Tables of the Government Major Projects Portfolio: projects in rows or columns, and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.partial_date import PartialDate
from graph.records.authorities import Initiative, ProjectAssessment
from loaders.interface.context import Context, Document
from loaders.interface.source_list import source_for, why_no_source
from loaders.registers.bundled_bodies import body_named
from loaders.sources.major_projects.project_columns import LEFT, column_of
from tests.register_documents import claims_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

HEAD = (
    "GMPP ID Number,Project Name,Department,Annual Report Category,Description / Aims,"
    "IPA Delivery Confidence Assessment,Departmental commentary on actions,"
    "Project - Start Date,Project - End Date,Financial Year Baseline (£m)\n"
)
HERON = "MOJ_0901_2425-Q1,Heron Courts,MOJ,ICT,To mend.,Amber,Fair.,2016-01-01,31/03/2025,120\n"
NAME = "gmpp-march-2024.csv"


def read(text: str, name: str = NAME) -> Context:
    document = Document(name, text, f".{name.rpartition('.')[2]}")
    source = source_for(document)
    assert source is not None
    assert source.descriptor.name == "major_projects"
    return source.read(document)


def project(text: str, name: str = NAME) -> Initiative:
    context = read(text, name)
    assert [issue.problem for issue in context.issues] == []
    (claim,) = claims_of(context, Initiative)
    return claim


def assessment(text: str, name: str = NAME) -> ProjectAssessment:
    (claim,) = project(text, name).assessments
    return claim


def transposed(text: str) -> str:
    rows = [line.split(",") for line in text.splitlines()]
    return "".join(",".join(cells) + "\n" for cells in zip(*rows, strict=True))


@pytest.mark.parametrize("table", [HEAD + HERON, transposed(HEAD + HERON)])
def test_a_project_has_what_the_table_says_in_a_row_or_a_column(table: str) -> None:
    assert project(table) == Initiative(
        "heron-courts",
        "Heron Courts",
        "project",
        leads=("ministry-of-justice",),
        sources=("GMPP MOJ_0901_2425-Q1",),
        assessments=(
            ProjectAssessment(
                number="MOJ_0901_2425-Q1",
                confidence="amber",
                as_stated="Amber",
                department="MOJ",
                body="ministry-of-justice",
                category="ICT",
                aims="To mend.",
                commentary="Fair.",
                start=PartialDate(2016, 1, 1),
                end=PartialDate(2025, 3, 31),
                month=PartialDate(2024, 3),
            ),
        ),
    )


def test_a_date_on_which_a_project_is_to_end_is_none_on_which_it_ended() -> None:
    assert (project(HEAD + HERON).start, project(HEAD + HERON).end) == (None, None)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("DCMS_0009_1516-Q4,Spectrum,DCMS,ICT,,Green,,,,\n", "700-mhz-clearance-programme"),
        ("dcms_0009_1516-q4,Spectrum,DCMS,ICT,,Green,,,,\n", "700-mhz-clearance-programme"),
        (",HMCTS  reform,MOJ,ICT,,Green,,,,\n", "hmcts-reform"),
    ],
)
def test_a_project_of_the_bundled_register_keeps_its_row(row: str, key: str) -> None:
    claim = project(HEAD + row)
    assert (claim.key, claim.leads, claim.context_names) == (key, (), ())
    assert claim.assessments[0].confidence == "green"


@pytest.mark.parametrize(
    ("name", "title", "month"),
    [
        ("MOJ_GMPP_Data_March_2024.csv", "", PartialDate(2024, 3)),
        ("moj-gmpp-data-30-September-2019.csv", "", PartialDate(2019, 9)),
        ("a.csv", '"Data of Sept 2018, by department",,,,,,,,,\n', PartialDate(2018, 9)),
        ("gmpp%20March%202024.csv", "", PartialDate(2024, 3)),
        ("gmpp-mar-24.csv", "", PartialDate(2024, 3)),
        ("march-2024-or-march-2025.csv", "", None),
        ("moj-gmpp-data-2024.csv", "", None),
        ("gmpp.csv", "", None),
    ],
)
def test_the_month_of_the_data(name: str, title: str, month: PartialDate | None) -> None:
    context = read(title + HEAD + HERON, name)
    (claim,) = claims_of(context, Initiative)
    assert claim.assessments[0].month == month
    problems = [issue.problem for issue in context.issues]
    assert len(problems) == (month is None)
    assert not problems or "of which month" in problems[0]


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("Green", "green"), ("amber / green", "amber-green"), ("RED – AMBER", "amber-red"),
        ("Amber-Red.", "amber-red"), ("Reset", "reset"), ("Not set", "not-rated"),
        ("Exempt under Section 43 of the Act", "exempt"), ("Red (three-point scale)", "red"),
        ("Red tape", None), ("Purple", None),
    ],
)  # fmt: skip
def test_ratings_are_kept_as_printed_and_told_by_their_step(
    words: str, concept: str | None
) -> None:
    context = read(HEAD + HERON.replace("Amber", words))
    (claim,) = claims_of(context, Initiative)
    (assessment,) = claim.assessments
    assert (assessment.as_stated, assessment.confidence) == (words, concept)
    assert len(context.issues) == (concept is None)


@pytest.mark.parametrize(
    ("words", "date_read"),
    [
        ("2025-03-31 00:00:00", PartialDate(2025, 3, 31)), ("Mar-25", PartialDate(2025, 3)),
        ("31 March 2025", PartialDate(2025, 3, 31)), ("March 2025", PartialDate(2025, 3)),
        ("30-Sep-2025", PartialDate(2025, 9, 30)), ("2025", PartialDate(2025)), ("TBC", "TBC"),
        ("Exempt under Section 43", "Exempt under Section 43"), ("45747", "45747"),
        ("31/02/2025", "31/02/2025"), ("Spring 2025", "Spring 2025"), ("", None),
    ],
)  # fmt: skip
def test_dates_are_as_exact_as_they_stand_and_words_where_there_is_none(
    words: str, date_read: PartialDate | str | None
) -> None:
    assert assessment(HEAD + HERON.replace("31/03/2025", words)).end == date_read


def test_days_in_figures_are_words_where_months_come_first() -> None:
    other = HERON.replace("Heron", "Egret").replace("31/03/2025", "03/31/2025")
    context = read(HEAD + HERON.replace("31/03/2025", "04/05/2025") + other)
    ends = [each.assessments[0].end for each in claims_of(context, Initiative)]
    assert ends == ["04/05/2025", "03/31/2025"]
    assert "month before its day" in context.issues[0].problem


def test_departments_are_those_of_the_time() -> None:
    dcms = HERON.replace("MOJ,", "DCMS,")
    old, new = (assessment(HEAD + dcms, f"gmpp-march-{year}.csv") for year in (2019, 2024))
    assert old.body == "department-for-digital-culture-media-sport"
    assert new.body == "department-for-culture-media-and-sport"
    assert body_named("DCMS", None) is None


def test_a_department_that_is_not_known_is_told_once() -> None:
    rows = [HERON.replace("Heron", name).replace("MOJ,", "Nobody,") for name in ("A a", "B b")]
    context = read(HEAD + "".join(rows))
    (issue,) = context.issues
    assert "called 'Nobody' at that time. (2 projects)" in issue.problem
    assert [each.leads for each in claims_of(context, Initiative)] == [(), ()]


def test_projects_of_one_name_are_told_apart_by_their_numbers() -> None:
    other = HERON.replace("MOJ_0901", "HO_0902").replace(",MOJ,", ",HO,")
    keys = {each.key for each in claims_of(read(HEAD + HERON + other), Initiative)}
    assert keys == {"heron-courts-moj-0901-2425-q1", "heron-courts-ho-0902-2425-q1"}


def test_a_name_of_one_word_counts_only_near_its_department() -> None:
    assert project(HEAD + HERON.replace("Heron Courts", "Heron")).context_names == ("Heron",)
    assert project(HEAD + HERON).context_names == ()


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        (HEAD + HERON + "Note: costs are rounded.,,,,,,,,,\n", "no name"),
        (HEAD + HERON + HERON, "stands already on line 2"),
        (HEAD + HERON + HERON.replace("To mend", "To mend, and open"), "names columns (by 1)"),
        (HEAD.replace("(£m)", "(£m),Colour") + HERON.replace("\n", ",Blue\n"), "'Colour'"),
        (HEAD.replace("(£m)", "(£m),End Date") + HERON.replace("\n", ",2030\n"), "'End Date'"),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told(table: str, problem: str) -> None:
    context = read(table)
    (issue,) = context.issues
    assert problem in issue.problem
    assert len(context.records) == 1


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_other_delimiters_and_a_byte_order_mark(delimiter: str, mark: str) -> None:
    assert project(mark + (HEAD + HERON).replace(",", delimiter)).key == "heron-courts"


def test_cells_keep_their_line_ends_and_their_line_is_told() -> None:
    rows = HERON.replace("Fair.", '"Fair.\nThe work\ngoes on."') + HERON.replace("Heron", "Tern")
    context = read("Titles,,\n" + HEAD + rows)
    places = [each.origin.location for each in context.records]
    assert places == [f"{NAME} line 3", f"{NAME} line 6"]
    claims = claims_of(context, Initiative)
    assert claims[0].assessments[0].commentary == "Fair.\nThe work\ngoes on."


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("MPA RAG rating (A Delivery Confidence Assessment of it, on a scale)", "confidence"),
        ("NISTA Delivery Confidence Assessment", "confidence"), ("SRO RAG", "owner_confidence"),
        ("Major Projects ID", "number"), ("Detailed Description / Aims", "aims"),
        ("Project – End Date (Latest Approved End Date)", "end"), ("Dept.", "department"),
        ("Departmental narrative on schedule, if there is a change", "schedule"),
        ("Departmental narrative on budget/forecast variance for 2012/13", LEFT),
        ("2014/2015 Variance %age", LEFT), ("Senior Responsible Owner (SRO) Name", LEFT),
        ("Evaluation Plan and Registry Link", LEFT), ("Cells to be exempted", None),
        ("D10-D16", None),
    ],
)  # fmt: skip
def test_columns_by_the_names_of_many_years(name: str, meaning: str | None) -> None:
    assert column_of(name) == meaning


def test_a_workbook_is_told_to_be_saved_as_csv() -> None:
    rows = [line.split(",") for line in (HEAD + HERON).splitlines()]
    text = "\n".join("\t".join(cells) for cells in rows)
    document = Document("gmpp.xlsx", text, ".xlsx")
    assert source_for(document) is None
    assert "save the sheet with the projects as CSV" in why_no_source(document)


@pytest.mark.parametrize(
    "text",
    [
        "Project Name,Colour,Shape\nHeron,Red,Round\n",
        "Report,HC no,Session,No,Recommendation\nPiers,12,2022-23,1,Mend them.\n",
        "id,name,kind\na,A,project\n",
    ],
)
def test_other_tables_are_no_tables_of_major_projects(text: str) -> None:
    source = source_for(Document("a.csv", text, ".csv"))
    assert source is None or source.descriptor.name != "major_projects"


def test_findings_that_name_a_project_are_asked_for_with_its_rating(
    run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    (tmp_path / "gmpp-moj-march-2024.csv").write_text(HEAD + HERON, encoding="cp1252")
    (tmp_path / "gmpp-moj-march-2025.csv").write_text(
        HEAD + HERON.replace("Amber", "Red").replace("2025", "2027"), encoding="utf-8"
    )
    (tmp_path / "a.csv").write_text(
        "Report,HC no,Session,No,Recommendation\n"
        "Courts,12,2024-25,1,Heron Courts should be finished.\n",
        encoding="utf-8",
    )
    store = tmp_path / "store"
    run_joinedup("build", *tmp_path.glob("*.csv"), "--store", store)
    run = run_joinedup("ask", "major-projects", "--evidence", "--format", "csv", "--store", store)
    assert "heron-courts,Heron Courts,2025-03,Red,Red,2027-03-31,MOJ,1,1" in run.stdout
    assert "heron-courts,Heron Courts,2024-03,Amber,Amber,2025-03-31,MOJ,1,1" in run.stdout
    assert "[our words] The table of 2025-03 rates it: Red" in run.stdout
    early = run_joinedup(
        "ask", "major-projects", "as-of=2024-12-31", "--format", "csv", "--store", store
    )
    assert "Amber" in early.stdout
    assert "Red" not in early.stdout
    assert "; 0 found faults" in run_joinedup("check", "--store", store).stdout
