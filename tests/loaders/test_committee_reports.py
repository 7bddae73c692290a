"""Reports of committees: their lists of conclusions and recommendations, in many layouts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from graph.records.source_record import FindingRecord
from graph.store.embedded import Store
from loaders.formats import pdf
from loaders.pipeline.build import fill
from ontology.namespaces import JU
from tests.paper_renderings import pdf_of
from tests.responses_reading import claimed, notes, read

if TYPE_CHECKING:
    from pathlib import Path

    from graph.records.findings import Finding
    from loaders.interface.context import Context

COVERS = {
    "print": "House of Commons\nTransport Committee\n{title}\n{place}\nHC 12\n",
    "print, authority": (
        "House of Commons\nTransport Committee\n{title}\n{place}\nReport, together with formal "
        "minutes\nOrdered by the House of Commons to be printed 4 May 2024\nHC 12\nPublished on "
        "9 May 2024 by authority of the House of Commons\n"
    ),
    "web": (
        "{title}\nThis is a House of Commons Committee report, with recommendations to "
        "government.\n{place}\nAuthor: Transport Committee\nDate Published: 9 May 2024\nHC 12\n"
        "Contents\nSummary\nConclusions and recommendations\nFormal minutes\n"
    ),
}
HEADINGS = ("Conclusions and recommendations", "Summary of conclusions and recommendations")
MARKS = ("{}. ", "{}.", "{}) ", "({}) ")
TRAILERS = ("({kind}, Paragraph {paragraph})", "(Paragraph {paragraph})", "(Para {paragraph})")
ITEMS = (
    ("conclusion", "4", "Ferries are late one day in five, and nobody counts the days."),
    ("recommendation", "5", "The Department should publish delays each month from July 2024."),
    ("recommendation", "9", "Piers must be open in winter. The Ministry should say who pays."),
)
END = "Formal minutes\nTuesday 4 May 2024\nMembers present:\n"


def wrapped(words: str, width: int) -> str:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= width and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def report(cover: str, heading: str, mark: str, trailer: str, width: int = 90) -> str:
    front = COVERS[cover].format(title="Ferries", place="First Report of Session 2023–24")
    parts = [front, heading, "Delays"]
    for number, (kind, paragraph, words) in enumerate(ITEMS, start=1):
        end = trailer.format(kind=kind.capitalize(), paragraph=paragraph)
        parts.append(wrapped(f"{mark.format(number)}{words} {end}", width))
        parts += ["Piers"] if number == len(ITEMS) - 1 else []
    return "\n\n".join([*parts, END])


def findings(context: Context) -> list[Finding]:
    contents = [record.content for record in context.records]
    return [content.finding for content in contents if isinstance(content, FindingRecord)]


@pytest.mark.parametrize(
    ("cover", "heading", "mark", "trailer"), list(product(COVERS, HEADINGS, MARKS, TRAILERS))
)
@pytest.mark.parametrize("width", [200, 60])
def test_every_item_is_read_in_every_layout(
    cover: str, heading: str, mark: str, trailer: str, width: int
) -> None:
    text = report(cover, heading, mark, trailer, width)
    assert claimed("committee_reports", text)
    context = read("committee_reports", text)
    told = findings(context)
    assert [(str(each.kind), each.number, each.paragraph) for each in told] == [
        (kind, str(number), paragraph) for number, (kind, paragraph, _) in enumerate(ITEMS, start=1)
    ]
    for each, (_, _, words) in zip(told, ITEMS, strict=True):
        assert each.text is not None
        assert " ".join(each.text.text.split()).startswith(words)
        assert each.report is not None
        assert (each.report.title, each.report.hc_number, each.report.session) == (
            *("Ferries", "HC 12"),
            "2023-24",
        )
        assert each.committee == "Transport Committee"
    assert not [issue for issue in context.issues if issue.uncertain]


def test_a_conclusion_and_the_recommendations_below_it_are_findings_of_their_own() -> None:
    text = COVERS["web"].format(title="Ferries", place="First Report of Session 2023–24") + (
        "Conclusions and recommendations\n1. Nobody counts the days.\nRecommendation: The "
        "Department should count them.\n2. Piers are closed.\nRecommendation: It should open "
        "them.\nRecommendation: It should name a lead.\n"
    )
    told = findings(read("committee_reports", text))
    assert [(str(each.kind), each.number) for each in told] == [
        *(("conclusion", "1"), ("recommendation", "1"), ("conclusion", "2")),
        *(("recommendation", "2a"), ("recommendation", "2b")),
    ]


@pytest.mark.parametrize(("drop", "words"), [(1, "from 1 to 3"), (0, "from 0 to 2")])
def test_a_number_that_is_left_out_is_a_warning(drop: int, words: str) -> None:
    text = report("web", HEADINGS[0], MARKS[0], TRAILERS[0], 200)
    missing = ITEMS[drop]
    line = next(line for line in text.split("\n") if missing[2] in line)
    context = read("committee_reports", text.replace(line, "A line."))
    assert words in notes(context)


@pytest.mark.parametrize(
    "front",
    [
        "Ferries: Government Response to the Committee’s First Report\nFirst Special Report\n",
        "Treasury Minutes\nGovernment responses\n",
        "Source · Select Committees · Transport Committee\n",
        "Dear Chair,\n",
        "",
    ],
)
def test_other_papers_are_not_claimed(front: str) -> None:
    list_alone = report("web", HEADINGS[0], MARKS[0], TRAILERS[0]).split("HC 12\n", 1)[1]
    assert not claimed("committee_reports", front + list_alone)


RESPONSE = """\
Ferries: Government Response to the Committee’s First Report of Session 2023–24

The Transport Committee published its First Report of Session 2023–24, Ferries (HC 12), on \
9 May 2024.

Recommendation 2 (Paragraph 5): The Department should publish delays each month from July 2024.

We accept this recommendation.

Recommendation 3 (Paragraph 9): Piers must be open in winter. The Ministry should say who pays.

We do not accept this recommendation.
"""


def test_a_response_answers_the_findings_of_the_report(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        report("web", HEADINGS[0], MARKS[0], TRAILERS[0]), encoding="utf-8"
    )
    (tmp_path / "response.txt").write_text(RESPONSE, encoding="utf-8")
    store = Store.in_memory()
    fill(store, [str(tmp_path)])
    rows = store.rows(
        f"SELECT ?n ?position {{ ?f a <{JU.Finding}> ; <{JU.number}> ?n "
        f"OPTIONAL {{ ?f <{JU.answeredAs}> ?position }} }} ORDER BY ?n"
    )
    told = [tuple(str(term).rsplit("#")[-1].strip('">') for term in row) for row in rows]
    assert told == [("1", "None"), ("2", "accepted"), ("3", "rejected")]


@pytest.mark.parametrize("cover", COVERS)
def test_a_pdf_gives_the_same_items(cover: str) -> None:
    text = report(cover, HEADINGS[0], MARKS[0], TRAILERS[0], 70)
    shown = pdf.decode(pdf_of([line for line in text.splitlines() if line.strip()]), "report.pdf")
    told = findings(read("committee_reports", shown, "report.pdf"))
    assert [(each.number, each.paragraph) for each in told] == [
        (str(number), paragraph) for number, (_, paragraph, _) in enumerate(ITEMS, start=1)
    ]
