"""A reading and its original: each edit applied, and every span found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.cleaned_text import CleanedText, TextEdit


@st.composite
def readings(draw: st.DrawFn) -> CleanedText:
    original = draw(st.text(alphabet="ab cé\n𝒳", max_size=40))
    bounds = sorted(draw(st.lists(st.integers(0, len(original)), max_size=12)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    written = st.sampled_from(["", "", "-", " ", "xyz"])
    return CleanedText(
        original, tuple(TextEdit(*pair, "footnote-mark", draw(written)) for pair in pairs)
    )


def characters(reading: CleanedText) -> list[tuple[str, int | None]]:
    """The reading text by character, each with its offset in the original if it has one."""
    found: list[tuple[str, int | None]] = []
    at = 0
    for edit in reading.edits:
        found += [(reading.original[i], i) for i in range(at, edit.start)]
        found += [(character, None) for character in edit.replacement]
        at = edit.end
    return found + [(reading.original[i], i) for i in range(at, len(reading.original))]


@given(readings())
def test_the_text_is_the_original_with_every_edit_applied(reading: CleanedText) -> None:
    assert reading.text == "".join(character for character, _ in characters(reading))


@given(readings(), st.data())
def test_a_span_resolves_in_the_original(reading: CleanedText, data: st.DataObject) -> None:
    model = characters(reading)
    if not model:
        return
    start = data.draw(st.integers(0, len(model) - 1))
    end = data.draw(st.integers(start + 1, len(model)))
    first, last = reading.span(start, end)
    damaged = {i for edit in reading.edits for i in range(edit.start, edit.end)}
    assert 0 <= first <= last <= len(reading.original)
    assert [i for i in range(first, last) if i not in damaged] == [
        i for _, i in model[start:end] if i is not None
    ]


@given(readings())
def test_untouched_text_maps_character_by_character(reading: CleanedText) -> None:
    for at, (character, origin) in enumerate(characters(reading)):
        if origin is not None:
            assert reading.span(at, at + 1) == (origin, origin + 1)
            assert reading.original[origin] == character


@given(st.text())
def test_without_edits_nothing_changes(text: str) -> None:
    assert CleanedText(text).text == text


def test_a_name_broken_by_a_mark_is_found_whole_in_the_original() -> None:
    reading = CleanedText("the Data4 First pilot", (TextEdit(8, 9, "footnote-mark"),))
    start = reading.text.index("Data First")
    assert reading.span(start, start + len("Data First")) == (4, 15)


def test_a_space_put_in_has_no_place_in_the_original() -> None:
    reading = CleanedText("one,two", (TextEdit(4, 4, "missing-space", " "),))
    assert reading.text == "one, two"
    assert reading.span(4, 5) == (4, 4)
    assert reading.span(0, 5) == (0, 4)
    assert reading.span(5, 8) == (4, 7)


@pytest.mark.parametrize(
    "edits",
    [
        (TextEdit(0, 2, "page-number"), TextEdit(1, 3, "page-number")),
        (TextEdit(2, 3, "page-number"), TextEdit(0, 1, "page-number")),
        (TextEdit(0, 1, "page-number"), TextEdit(3, 2, "page-number"), TextEdit(4, 4, "truncated")),
        (TextEdit(-1, 1, "page-number"),),
        (TextEdit(3, 9, "page-number"),),
    ],
)
def test_edits_that_make_no_map_are_refused(edits: tuple[TextEdit, ...]) -> None:
    with pytest.raises(ValueError, match="edit"):
        CleanedText("a page", edits)
