"""Answering documents cut off, shuffled and glued: whatever is read stays exact, nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.document_lines import read_sheet
from tests.responses_reading import CASES, items, passages, read

SOURCES = ("treasury_minutes", "government_responses")
LINES = sorted(
    {
        line
        for source in SOURCES
        for path in sorted((CASES / source).glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    }
    | {"7", "7.", "7.1", "\f", "12 PAC recommendation:", "Recommendation 3", "•", "Third Report"}
)


@pytest.mark.parametrize("source", SOURCES)
@given(
    lines=st.lists(st.sampled_from(LINES), max_size=40), glue=st.sampled_from(["\n", "\r\n", " "])
)
def test_any_heap_of_lines_is_read_without_a_word_made_up(
    source: str, lines: list[str], glue: str
) -> None:
    context = read(source, glue.join(lines))
    whole = read_sheet(context.document).text
    for item in items(context):
        assert item.number or context.issues
        for passage in [*passages(item), *item.furniture]:
            assert passage.text.strip()
            assert whole[passage.start : passage.start + len(passage.text)] == passage.text


@pytest.mark.parametrize("source", SOURCES)
@given(st.data())
def test_reading_twice_gives_the_same(source: str, data: st.DataObject) -> None:
    text = "\n".join(data.draw(st.lists(st.sampled_from(LINES), max_size=30)))
    assert read(source, text).records == read(source, text).records
