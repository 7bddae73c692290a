"""A drawing is XML, whatever a text holds."""

from __future__ import annotations

from xml.parsers import expat

from hypothesis import given
from hypothesis import strategies as st

from visualisations.svg import as_text, drawing, write_text


@given(
    st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\0\x1b\x0c\ufffe\uffff"))
)
def test_any_text_is_drawn_as_xml(text: str) -> None:
    root = drawing(10, 10, text)
    write_text(root, 1, 1, text)
    parser = expat.ParserCreate()
    assert parser.Parse(as_text(root), True) == 1  # noqa: FBT003 - expat takes it by position
