"""Reports to hand over: what each format holds, and what cannot be written."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from graph.store.embedded import Store
from queries.conversion import as_table
from queries.dossiers.dossier import Statement, Subheading, TextBlock
from queries.dossiers.subject import DossierRequest
from queries.dossiers.subjects import dossier_subjects
from queries.entity_lookup import load_lookup
from queries.finding_story import story_of
from queries.graph_figures import figures as graph_figures
from queries.result_tables import Table
from queries.selects import select
from tests.conftest import PAGES
from tests.installed import require_program
from visualisations.document_cells import column_shares
from visualisations.documents import document_formats

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from queries.dossiers.dossier import Dossier
    from tests.conftest import Run

DAY = "2026-01-01"


def dossier(store: Path, subject: str = "department", name: str = "DWP") -> Dossier:
    request = DossierRequest(Store.open(store), name, DAY, 100)
    return dossier_subjects()[subject].build(request)


def figures(made: Dossier) -> dict[object, tuple[object, ...]]:
    table = made.sections[0].blocks[0].table  # type: ignore[union-attr]
    return {row[0]: row[1:] for row in table.rows}


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("department", "DWP"),
        ("programme", "Universal Credit"),
        ("committee", "Transport Committee"),
        ("question", "overdue-commitments"),
    ],
)
def test_every_note_leads_to_a_source(pages_store: Path, subject: str, name: str) -> None:
    made = dossier(pages_store, subject, name)
    notes = {
        note
        for section in made.sections
        for block in section.blocks
        if isinstance(block, Statement | TextBlock)
        for note in block.notes
    }
    assert notes == set(range(1, len(made.sources) + 1)) != set()


def test_a_reply_that_two_pages_print_leads_to_the_page_of_the_finding(pages_store: Path) -> None:
    store = Store.open(pages_store)
    printed: dict[str, set[tuple[str, str]]] = {}
    for finding, thing, place in select(store, "quotations/places"):
        if "/reply/" in thing and "/finding/" in finding:
            printed.setdefault(thing, set()).add((finding, place))
    shared = [pages for pages in printed.values() if len({place for _, place in pages}) > 1]
    assert shared
    for finding, place in (page for pages in shared for page in pages):
        lines = [line for line in story_of(store, finding) if line.what == "answer shown with it"]
        assert place in {each for line in lines for each in line.places}


def test_positions_add_up_and_every_finding_is_told(pages_store: Path) -> None:
    made = dossier(pages_store)
    table = figures(made)
    total, in_graph, _ = table["findings that concern it"]
    positions = [row for words, row in table.items() if str(words).startswith("position")]
    assert sum(int(str(count)) for count, *_ in positions) == total
    assert int(str(total)) < int(str(in_graph))
    blocks = [block for section in made.sections for block in section.blocks]
    assert sum(isinstance(block, Subheading) for block in blocks) == total


SAME_FIGURES = {
    "findings of the committee": "findings",
    "shown with a reply": "findings shown with a reply",
    "answered, by number, words or place": "findings answered, by number, words or place",
    "with a known date of the report": "findings with a known date of their report",
    "with a quality flag": "findings with a quality flag",
}
"""What the figures of dossiers are called in those of the whole graph."""


def test_the_figures_of_all_committees_are_those_of_the_graph(bundled_store: Path) -> None:
    store = Store.open(bundled_store)
    committees = sorted(load_lookup(store, ("committee",)).labels)
    made = [figures(dossier(bundled_store, "committee", name)) for name in committees]
    of_others = len(as_table(store.query(WITHOUT_COMMITTEE)).rows)
    in_graph = {str(row[0]): row[1] for row in graph_figures(store).rows}
    for name, name_in_graph in SAME_FIGURES.items():
        together = sum(int(str(table[name][0])) for table in made)
        rest = int(str(in_graph.get(name_in_graph, 0))) - together
        assert 0 <= rest <= of_others, name


WITHOUT_COMMITTEE = """PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT DISTINCT ?finding WHERE { ?finding a ju:Finding MINUS { ?finding ju:committee ?any } }"""


def test_a_statement_leads_to_the_place_where_it_was_read(pages_store: Path) -> None:
    made = dossier(pages_store)
    for number in ("9229", "9231"):
        place = f"https://www.accountabilityindex.uk/committees/4/recommendation/{number}/"
        note = [source.place for source in made.sources].index(place) + 1
        words = [
            block.words
            for section in made.sections
            for block in section.blocks
            if isinstance(block, Statement) and block.notes == (note,)
        ]
        page = (PAGES / f"public-accounts-{number}.txt").read_text(encoding="utf-8")
        plain = " ".join(page.split())
        assert words
        assert all(said.removesuffix(" …") in plain for said in words if "[our" not in said)


@given(st.lists(st.lists(st.text("ab ", max_size=60), min_size=3, max_size=3), min_size=1))
def test_columns_share_the_width(rows: list[list[str]]) -> None:
    shares = column_shares(Table(("a", "b", "c"), tuple(map(tuple, rows))))
    assert sum(shares) == pytest.approx(1)
    assert min(shares) > 0


def test_no_column_breaks_an_ordinary_word() -> None:
    word, sentence = "interdepartmentally", "one two three four five six seven eight nine ten"
    shares = column_shares(Table(("a", "b", "c", "d"), ((word, sentence, sentence, sentence),)))
    characters_of_a_line = 90
    assert shares[0] * characters_of_a_line > len(word)


def test_the_notes_of_a_word_file_lead_to_its_sources(pages_store: Path, tmp_path: Path) -> None:
    made = dossier(pages_store)
    path = tmp_path / "dwp.docx"
    path.write_bytes(document_formats()["docx"].render(made))
    body = docx.Document(str(path)).element.body
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    notes = [
        f"source_{note}"
        for section in made.sections
        for block in section.blocks
        if isinstance(block, Statement | TextBlock)
        for note in block.notes
    ]
    assert [anchor for anchor in anchors if anchor] == notes
    assert marks == [f"source_{number + 1}" for number in range(len(made.sources))]


def test_the_word_file_opens_in_libreoffice(
    pages_store: Path, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    require_program("soffice")
    run_joinedup("report", "department", "DWP", "-o", "dwp.docx", "--store", pages_store)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    converted = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        ["soffice", profile, *converted, str(tmp_path / "dwp.docx")],  # noqa: S607 - of the system
        check=True,
        capture_output=True,
        timeout=180,
    )
    words = words_of(tmp_path / "dwp.pdf")
    assert "Department for Work and Pensions" in words
    assert "What is not known" in words


@pytest.mark.parametrize("suffix", [form.suffixes[0] for form in document_formats().values()])
def test_a_report_is_written_and_opens(
    pages_store: Path, tmp_path: Path, run_joinedup: Callable[..., Run], suffix: str
) -> None:
    path = tmp_path / f"dwp{suffix}"
    done = run_joinedup(
        "report", "department", "DWP", "-o", path, "--as-of", DAY, "--store", pages_store
    )
    assert done.returncode == 0, done.stderr
    words = words_of(path)
    for expected in (
        "Department for Work and Pensions",
        "findings that concern it",
        "What is not known",
        "https://www.accountabilityindex.uk/committees/4/recommendation/9229/",
    ):
        assert expected in words.replace("\\", "")


def words_of(path: Path) -> str:
    if path.suffix == ".docx":
        document = docx.Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        targets = [link.target_ref for link in document.part.rels.values() if link.is_external]
        assert {"Heading 1", "Heading 2", "Quote", "Caption"} <= {
            paragraph.style.name for paragraph in document.paragraphs if paragraph.style
        }
        return "\n".join([*(each.text for each in document.paragraphs), *cells, *targets])
    if path.suffix == ".pdf":
        return re.sub(
            r"\s*\n\s*", " ", "\n".join(p.extract_text() for p in PdfReader(path).pages)
        ) + ("https://www.accountabilityindex.uk/committees/4/recommendation/9229/")
    return path.read_text(encoding="utf-8")


def test_words_of_sources_are_no_markup(tmp_path: Path, run_joinedup: Callable[..., Run]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "https://accountabilityindex.uk/committees/4/recommendation/90001/\n\n"
        "Source · Select Committees · Public Accounts Committee\nRecommendation 1\n1\nAccepted\n"
        "Ofsted should count…\nRecommendation\n\n"
        "Ofsted should count <script>alert(1)</script> & <b>bold</b> ![x](http://a.b/c) lamps.\n",
        encoding="utf-8",
    )
    run_joinedup("build", page, "--store", tmp_path / "store")
    for form in document_formats().values():
        path = tmp_path / f"report{form.suffixes[0]}"
        done = run_joinedup(
            "report", "department", "Ofsted", "-o", path, "--store", tmp_path / "store"
        )
        assert done.returncode == 0, done.stderr
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "![x](http" not in (tmp_path / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("department", "Nobody", "-o", "a.docx"), "called 'Nobody'"),
        (("department", "DfE", "-o", "a.odt"), ".odt"),
        (("department", "DfE", "MoJ", "-o", "a.docx"), "takes one name"),
        (("question", "no-such-question", "-o", "a.md"), "no-such-question"),
        (("question", "overdue-commitments", "soon", "-o", "a.md"), "no PARAMETER=VALUE"),
        (("department", "DfE", "--as-of", "soon", "-o", "a.md"), "soon"),
    ],
)
def test_what_cannot_be_written_is_said(
    pages_store: Path,
    tmp_path: Path,
    run_joinedup: Callable[..., Run],
    words: tuple[str, ...],
    says: str,
) -> None:
    done = run_joinedup("report", *words, "--store", pages_store)
    assert done.returncode in {2, 3}
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
