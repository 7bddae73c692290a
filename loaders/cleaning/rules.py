"""All damage rules, and the reading that comes of them.

A rule takes a text and yields edits under one flag of the flag scheme, or two. It cuts only what
it is sure of: a mark left in a text costs less than words taken out. Rules stand in order of
precedence; where two touch the same characters, the earlier one is followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.cleaned_text import CleanedText, TextEdit
from loaders.cleaning import characters, footnotes, heads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

RULES: tuple[Callable[[str], Iterable[TextEdit]], ...] = (
    footnotes.footnote_blocks,
    heads.heads_after_footnotes,
    heads.headings_at_end,
    heads.heads_before_labels,
    heads.page_numbers,
    characters.broken_urls,
    footnotes.marks_before_capitals,
    footnotes.footnote_marks,
    characters.broken_hyphens,
    characters.dash_variants,
    characters.non_breaking_hyphens,
    characters.stray_spaces,
    characters.missing_spaces,
)

TRUNCATED = "truncated"
_FINAL = frozenset(".?!)]”’\"'…:")


def read(text: str) -> CleanedText:
    """Find the damage in a committee's or a government's text.

    Args:
        text: The text as its source has it.

    Returns:
        The text's reading; its last edit marks a text that stops short.
    """
    edits = tuple(sorted(_without_overlap(text)))
    return CleanedText(text, edits + tuple(_truncation(CleanedText(text, edits))))


def _without_overlap(text: str) -> Iterator[TextEdit]:
    taken = bytearray(len(text) + 1)
    for rule in RULES:
        for edit in rule(text):
            if not any(taken[edit.start : max(edit.end, edit.start + 1)]):
                taken[edit.start : edit.end] = b"\x01" * (edit.end - edit.start)
                yield edit


def _truncation(reading: CleanedText) -> Iterator[TextEdit]:
    """A mark where a text, its tail's damage taken off, ends without the end of a sentence."""
    words = reading.text.rstrip()
    if words and words[-1] not in _FINAL:
        end = len(reading.original)
        yield TextEdit(end, end, TRUNCATED)
