"""Pages saved with a folder, pages pasted into Markdown, and letters about responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import joinedup
from graph.errors import InputError
from loaders.pipeline.build import build
from tests.conftest import PAGES
from tests.office_files import zip_of
from tests.packed_readings import PAGE

if TYPE_CHECKING:
    from pathlib import Path

WORDS = """
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT ?kind ?words WHERE {
      ?thing a ?kind ; ju:hasText/ju:content ?words
      FILTER(?kind IN (ju:Finding, ju:Reply))
    }
"""
PARTS = {"style.css": "p {}", "logo.png": "x", "saved_resource.html": PAGE, "page.js": "x"}


@pytest.mark.parametrize(
    ("page", "folder"),
    [("Response.html", "Response_files"), ("a b.htm", "a b.files"), ("x.html", "x-Dateien")],
)
def test_the_folder_of_a_saved_page_is_no_source(tmp_path: Path, page: str, folder: str) -> None:
    source = tmp_path / "in"
    (source / folder / "deeper").mkdir(parents=True)
    (source / page).write_text(PAGE, encoding="utf-8")
    for name, text in PARTS.items():
        (source / folder / name).write_text(text, encoding="utf-8")
    report = build([str(source)], tmp_path / "store")
    assert report.records["government_responses"] == 1
    assert report.complete
    (note,) = [issue for issue in report.issues if folder in issue.location]
    assert "saved page" in note.problem


def test_a_folder_without_its_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "in" / "Response_files").mkdir(parents=True)
    (tmp_path / "in" / "Response_files" / "page.html").write_text(PAGE, encoding="utf-8")
    report = build([str(tmp_path / "in")], tmp_path / "store")
    assert report.records["government_responses"] == 1


def test_the_folder_of_a_saved_page_in_an_archive_is_no_loss(tmp_path: Path) -> None:
    parts = {f"in/Response_files/{name}": text for name, text in PARTS.items()}
    (tmp_path / "saved.zip").write_bytes(zip_of({"in/Response.html": PAGE, **parts}))
    report = build([str(tmp_path / "saved.zip")], tmp_path / "store")
    assert report.records["government_responses"] == 1
    assert report.complete


@pytest.mark.parametrize("name", ["justice-1325", "public-accounts-10057", "education-3377"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_tracker_page_pasted_into_markdown_is_read_as_the_page(
    tmp_path: Path, name: str, between: str
) -> None:
    page = PAGES / f"{name}.txt"
    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if line.strip()]
    shown = [line for line in lines if not line.startswith("# own-words")]
    plain, file = tmp_path / "page.txt", tmp_path / "page.md"
    plain.write_text("\n".join(shown[1:]), encoding="utf-8")
    file.write_text(between.join(shown[1:]), encoding="utf-8")
    expected, actual = (
        {tuple(row) for row in joinedup.build(str(path)).query(WORDS).rows}
        for path in (plain, file)
    )
    assert len(expected) == 2
    assert actual == expected


def test_paragraphs_of_markdown_that_are_wrapped_stay_whole(tmp_path: Path) -> None:
    text = (
        "# Government response to the Justice Committee’s report\n\nCP 9010\n\n"
        "1. We recommend that the Department shares\ndata on tides. (Paragraph 19)\n\n"
        "The Government accepts this\nrecommendation.\n"
    )
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    words = {str(row[1]) for row in joinedup.build(str(tmp_path / "a.md")).query(WORDS).rows}
    assert any("shares data on tides" in each for each in words)


LETTER = """The Minister
Department of Ports

Dear Chair,

I am writing further to the Government response to the Transport Committee’s report on tides.

Yours sincerely
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LETTER, "a letter that comes after a response"),
        ("Press notice\n\nThe Committee welcomes the response to its report on tides.\n",
         "save the response itself"),
    ],
)  # fmt: skip
def test_papers_about_a_response_are_refused_with_a_reason(
    tmp_path: Path, text: str, words: str
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        joinedup.build(str(tmp_path / "a.txt"))
