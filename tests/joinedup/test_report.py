"""Reports to hand over: what each format holds, and what cannot be written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import docx
import pytest
from pypdf import PdfReader

from graph.store.embedded import Store
from queries.dossiers.dossier import Statement, Subheading, TextBlock
from queries.dossiers.subject import DossierRequest
from queries.dossiers.subjects import dossier_subjects
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


def test_figures_are_counted_out_of_what_is_named(pages_store: Path) -> None:
    made = figures(dossier(pages_store))
    total, in_graph, _ = made["findings that concern it"]
    positions = [row for words, row in made.items() if str(words).startswith("position")]
    assert sum(int(str(count)) for count, *_ in positions) == total
    assert int(str(total)) < int(str(in_graph))
    headings = [
        block
        for section in dossier(pages_store).sections
        for block in section.blocks
        if isinstance(block, Subheading)
    ]
    assert len(headings) == total


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
