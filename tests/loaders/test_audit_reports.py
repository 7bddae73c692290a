"""Reports of the National Audit Office: objects of its site, and pages that a browser saved."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import joinedup
from graph.records.findings import Report
from graph.records.publications import Publication
from loaders.identity.reports import ReportIdentity, marks_of
from loaders.interface.context import Context, Document
from loaders.interface.source_list import source_for
from tests.register_documents import claims_of

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://www.nao.org.uk/reports/managing-piers-and-quays/"
POST: dict[str, Any] = {
    "id": 71001,
    "date": "2024-02-03T09:30:00",
    "type": "report",
    "link": ADDRESS,
    "title": {"rendered": "Managing piers &#038; quays"},
    "excerpt": {"rendered": "<p>How piers are <b>kept</b> &#8211; and\nwhat it costs.</p>\n"},
    "_embedded": {
        "wp:term": [
            [{"name": "Department for Transport", "taxonomy": "department"}, None, 7],
            [{"name": "Value for money", "taxonomy": "report_type"}],
            {"name": "HM Treasury", "taxonomy": "Department"},
        ]
    },
}
PAGE = (
    "<!DOCTYPE html><html><head><title>Managing piers and quays - NAO report</title>"
    f'<link rel="canonical" href="{ADDRESS}">'
    '<meta property="article:published_time" content="2024-02-03T09:30:00+00:00">'
    "</head><body><h1>Managing piers and quays</h1></body></html>"
)


def read(text: str, suffix: str = ".json") -> Context:
    document = Document("nao", text, suffix)
    source = source_for(document)
    assert source is not None
    assert source.descriptor.name == "audit_reports"
    return source.read(document)


def published(text: str, suffix: str = ".json") -> Publication:
    context = read(text, suffix)
    assert [issue.problem for issue in context.issues] == []
    (claim,) = claims_of(context, Publication)
    return claim


def test_a_report_has_title_day_bodies_and_what_the_site_says_of_it() -> None:
    assert published(json.dumps(POST)) == Publication(
        "nao-71001",
        report=Report(
            ("nao", "managing-piers-and-quays"),
            title="Managing piers & quays",
            publisher="National Audit Office",
            published=date(2024, 2, 3),
            address=ADDRESS,
        ),
        examines=("Department for Transport", "HM Treasury"),
        summary="How piers are kept – and what it costs.",
    )


def test_the_page_that_a_browser_saved_is_the_same_report() -> None:
    (page, post) = published(PAGE, ".html").report, published(json.dumps(POST)).report
    assert page is not None
    assert post is not None
    assert (page.key, page.published, page.address) == (post.key, post.published, post.address)
    assert page.title == "Managing piers and quays"


def test_a_page_without_a_day_says_so() -> None:
    context = read(PAGE.replace("article:published_time", "article:section"), ".html")
    (claim,) = claims_of(context, Publication)
    assert claim.report is not None
    assert claim.report.published is None
    assert "when it was published" in context.issues[0].problem


@pytest.mark.parametrize(
    ("change", "report"),
    [
        ({"title": "Piers in winter"}, ("Piers in winter", date(2024, 2, 3))),
        ({"date": None}, ("Managing piers & quays", None)),
        ({"_embedded": None, "excerpt": None}, ("Managing piers & quays", date(2024, 2, 3))),
        ({"id": "71001", "type": None}, ("Managing piers & quays", date(2024, 2, 3))),
        ({"date": "2024-02-03"}, ("Managing piers & quays", date(2024, 2, 3))),
    ],
)
def test_fields_that_are_null_or_of_another_form(change: dict[str, Any], report: object) -> None:
    shown = published(json.dumps({**POST, **change})).report
    assert shown is not None
    assert (shown.title, shown.published) == report


@pytest.mark.parametrize(
    ("change", "problem", "is_lost"),
    [
        ({"date": "soon"}, "date is 'soon'", False),
        ({"title": {"rendered": "2024"}}, "no title", True),
        ({"id": None}, "no id", True),
        ({"id": "x"}, "no id", True),
        ({"type": "page"}, "of the type 'page'", True),
        ({"_embedded": "x"}, "_embedded is 'x'", False),
    ],
)
def test_what_is_not_read_is_told(change: dict[str, Any], problem: str, *, is_lost: bool) -> None:
    context = read(json.dumps({**POST, **change}))
    (issue,) = context.issues
    assert problem in issue.problem
    assert issue.lost is is_lost
    assert bool(context.records) is not is_lost


@pytest.mark.parametrize("link", ["https://www.gov.uk/a", None, 7, "http://nao.org.uk.example/a"])
def test_pages_of_others_are_no_reports_of_the_nao(link: object) -> None:
    source = source_for(Document("a.json", json.dumps({**POST, "link": link}), ".json"))
    assert source is None
    page = PAGE.replace(ADDRESS, "https://example.org/nao.org.uk/reports/a/")
    assert source_for(Document("a.html", page, ".html")) is None


def test_a_report_of_a_list_without_a_committee_is_not_the_auditors() -> None:
    auditor = Report(
        ("nao", "piers"), "Managing piers and quays", publisher="National Audit Office",
        published=date(2024, 2, 3),
    )  # fmt: skip
    unknown = Report(("x", "1"), "Managing piers and quays")
    curated = Report(("facts", "1"), "Managing piers and quays", publisher="National Audit Office")
    committee = Report(("hc", "2023-24", "HC 1"), "Managing piers and quays", committee="PAC")
    identity = ReportIdentity([auditor, unknown, curated])
    assert (
        identity.key(("facts", "1")) == identity.key(("nao", "piers")) != identity.key(("x", "1"))
    )
    assert marks_of(auditor).contradicts(marks_of(unknown))
    joined = ReportIdentity([auditor, unknown, committee])
    assert joined.key(("x", "1")) == ("hc", "2023-24", "HC 1")


def test_reports_of_the_nao_are_no_missing_answers(tmp_path: Path) -> None:
    (tmp_path / "71001.json").write_text(json.dumps(POST), encoding="utf-8")
    graph = joinedup.build(str(tmp_path))
    assert graph.ask("late-and-missing-answers").rows == ()
    rows = graph.query(
        "PREFIX ju: <https://w3id.org/joinedup/ontology#> "
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        "SELECT ?name WHERE { ?report ju:examines/rdfs:label ?name } ORDER BY ?name"
    ).rows
    assert [str(name) for (name,) in rows] == ["Department for Transport", "HM Treasury"]
