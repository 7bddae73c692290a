"""What is not read is told with what to do about it, by its kind or by what it looks like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from loaders.pipeline.build import build
from loaders.pipeline.plan import find_files, readable_suffixes, unread_kind

if TYPE_CHECKING:
    from loaders.interface.context import Issue

CASES = Path("tests/cases").absolute()
MINUTE = CASES / "treasury_minutes/one-paper/input.txt"
KINDS = Path("loaders/pipeline/unread_kinds.toml").absolute()


@pytest.mark.parametrize(
    ("ending", "advice"),
    [
        (".7z", "pack it as .zip"), (".RAR", "pack it as .zip"), (".jpeg", "It is a picture"),
        (".mp4", "save its transcript"), (".pptx", "Save it as a PDF file"),
        (".numbers", "Excel file"), (".webloc", "open that"), ("", "Give it the ending"),
        (".epub", "Save it as a Word or PDF file"), (".bak", "Save it as a Word or PDF file"),
    ],
)  # fmt: skip
def test_each_kind_has_its_advice(ending: str, advice: str) -> None:
    assert advice in unread_kind(ending)


def test_no_advice_is_given_for_what_is_read() -> None:
    text = KINDS.read_text(encoding="utf-8")
    assert [ending for ending in sorted(readable_suffixes()) if f'"{ending}"' in text] == []


@pytest.mark.parametrize(
    ("case", "name", "ending"),
    [
        ("legislation/an_act/input.xml", "law.html", ".xml"),
        ("legislation/an_act/input.xml", "law.txt", ".xml"),
        ("major_projects/in_rows/input.csv", "gmpp.txt", ".csv"),
        ("audit_reports/a_list/input.json", "nao.txt", ".json"),
    ],
)
def test_a_file_with_another_ending_is_told_which_it_needs(
    case: str, name: str, ending: str, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes((CASES / case).read_bytes())
    (folder / "minute.txt").write_bytes(MINUTE.read_bytes())
    report = build([str(folder)], tmp_path / "store")
    (problem,) = [issue.problem for issue in report.issues if issue.lost]
    assert problem.endswith(f"give it a name that ends in {ending}.")


def test_what_word_writes_beside_an_open_document_is_passed_over(tmp_path: Path) -> None:
    for name in ("~$Report.docx", "Thumbs.db", "minute.txt"):
        (tmp_path / name).write_bytes(MINUTE.read_bytes())
    issues: list[Issue] = []
    assert [file.path for file in find_files(str(tmp_path), issues)] == [tmp_path / "minute.txt"]
    assert issues == []
