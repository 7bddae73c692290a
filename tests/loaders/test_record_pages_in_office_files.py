"""A tracker page that somebody pasted into a word processor is read as the page it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import joinedup
from tests.conftest import PAGES
from tests.office_files import open_of, rich_of, word_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Writer = Callable[[list[tuple[str, str]]], bytes]

WORDS = """
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT ?kind ?words WHERE {
      ?thing a ?kind ; ju:hasText/ju:content ?words
      FILTER(?kind IN (ju:Finding, ju:Reply))
    }
"""


@pytest.mark.parametrize(
    ("suffix", "writer"), [(".docx", word_of), (".odt", open_of), (".rtf", rich_of)]
)
def test_a_page_in_an_office_file_gives_what_the_page_gives(
    tmp_path: Path, suffix: str, writer: Writer
) -> None:
    page = PAGES / "justice-1325.txt"
    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if line.strip()]
    file = tmp_path / f"page{suffix}"
    file.write_bytes(writer([("p", line) for line in lines]))
    expected, actual = (
        {tuple(row) for row in joinedup.build(str(path)).query(WORDS).rows} for path in (page, file)
    )
    assert len(expected) == 2
    assert actual == expected
