"""No character that a terminal obeys is left in a text, and no other is touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.result_tables import Table, render
from queries.visible_text import mark_controls

ANY_TEXT = st.text(st.characters(), max_size=40)
BIDIRECTIONAL = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def is_obeyed(character: str) -> bool:
    return (
        (unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} and character not in "\t\n")
        or unicodedata.bidirectional(character) in BIDIRECTIONAL
        or character in "\u200e\u200f\u061c"
    )


@given(ANY_TEXT)
def test_no_character_that_is_obeyed_is_left(text: str) -> None:
    assert not any(map(is_obeyed, mark_controls(text)))


@given(ANY_TEXT)
def test_nothing_else_is_changed_and_marks_stay_as_they_are(text: str) -> None:
    marked = mark_controls(text)
    assert mark_controls(marked) == marked
    if marked != text:
        assert (
            any(map(is_obeyed, text))
            or any(ord(mark) > 0xFFF8 for mark in text)
            or any(0x206A <= ord(mark) <= 0x206F for mark in text)
        )


@pytest.mark.parametrize("number", [*range(9), *range(11, 32), *range(127, 160)])
def test_every_control_has_a_mark_that_names_it(number: int) -> None:
    mark = "\\r" if chr(number) == "\r" else f"\\x{number:02x}"
    assert mark_controls(f"a{chr(number)}b") == f"a{mark}b"


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.none() | st.integers(20, 200))
def test_a_table_for_people_holds_none(
    column: str, cell: str, caption: str, width: int | None
) -> None:
    for form in ("table", "markdown"):
        shown = render(Table((column,), ((cell,),), caption), form, width=width)
        assert not any(map(is_obeyed, shown))
