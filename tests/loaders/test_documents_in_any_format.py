"""One paper reads alike, whether it is a web page, a Word, OpenDocument or rich text file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.formats import format_of
from loaders.pipeline.plan import SourceFile
from loaders.pipeline.read import RecordReader
from loaders.pipeline.report import BuildReport
from tests import made_treasury_minute as made
from tests.office_files import open_of, rich_of, word_of
from tests.paper_renderings import as_html

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.text.shown_text import ShownText

WRITERS = {"docx": word_of, "odt": open_of, "rtf": rich_of}
PARAGRAPHS = made.make().paragraphs


def shown(raw: bytes) -> ShownText:
    """What a reader sees of a file whose name says nothing."""
    form = format_of(raw, "")
    return form.extract(form.decode(raw, "paper", None))


@pytest.mark.parametrize("name", WRITERS)
def test_a_paper_shows_the_same_lines_and_headings_as_its_web_page(name: str) -> None:
    paragraphs = [(style, text) for style, text in PARAGRAPHS if text.strip()]
    page = shown(as_html(paragraphs, "").encode())
    main = page.text.removeprefix("Home\n").removesuffix("Cookies\n")
    document = shown(WRITERS[name](paragraphs))
    assert document.text == main
    assert [page.text[each.start : each.end] for each in page.roles] == [
        document.text[each.start : each.end] for each in document.roles
    ]


@pytest.mark.parametrize("name", WRITERS)
def test_a_paper_gives_the_same_items_as_its_web_page(name: str, tmp_path: Path) -> None:
    page = as_html(PARAGRAPHS, made.ADDRESS).replace("<nav><p>Home</p></nav>", "")
    files = {"paper.html": page.encode(), f"paper.{name}": WRITERS[name](PARAGRAPHS)}
    items = []
    for file_name, raw in files.items():
        (tmp_path / file_name).write_bytes(raw)
        report = BuildReport()
        records = RecordReader(report).records(SourceFile(tmp_path / file_name, file_name))
        items.append([getattr(record.content, "items", None) for record in records])
        assert not [issue for issue in report.issues if issue.lost]
    assert items[0]
    assert items[0] == items[1]
