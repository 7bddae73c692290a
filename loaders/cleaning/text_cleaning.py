"""The cleaned text of a source text: all rules that find extraction noise, in one list.

A rule takes a text and yields edits under one flag of the flag scheme, or two. It cuts only what
it is sure of: a mark left in a text costs less than words taken out. Rules stand in order of
precedence; where two touch the same characters, the earlier one is followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.cleaned_text import CleanedText, TextEdit
from loaders.cleaning.broken_web_addresses import broken_urls
from loaders.cleaning.footnote_blocks import footnote_blocks
from loaders.cleaning.footnote_marks import footnote_marks, marks_before_capitals
from loaders.cleaning.heads_in_sentences import heads_in_sentences
from loaders.cleaning.hyphens import broken_hyphens, dash_variants, non_breaking_hyphens
from loaders.cleaning.lines_in_sentences import lines_in_sentences
from loaders.cleaning.page_numbers import page_numbers
from loaders.cleaning.page_numbers_in_sentences import page_numbers_in_sentences
from loaders.cleaning.paragraph_references import paragraph_references
from loaders.cleaning.running_headings import (
    headings_at_end,
    heads_after_footnotes,
    heads_before_labels,
)
from loaders.cleaning.spaces import missing_spaces, stray_spaces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

NOISE_RULES: tuple[Callable[[str], Iterable[TextEdit]], ...] = (
    footnote_blocks,
    heads_after_footnotes,
    headings_at_end,
    heads_before_labels,
    paragraph_references,
    page_numbers,
    page_numbers_in_sentences,
    broken_urls,
    marks_before_capitals,
    footnote_marks,
    broken_hyphens,
    dash_variants,
    non_breaking_hyphens,
    stray_spaces,
    missing_spaces,
)

TRUNCATED = "truncated"
_FINAL = frozenset(".?!)]”’\"'…:")


def clean_text(text: str, titles: Sequence[str] = ()) -> CleanedText:
    """Find the extraction noise in a committee's or a government's text.

    Args:
        text: The text as its source has it.
        titles: Titles of the report that it is from, which are running heads where a page ends.

    Returns:
        The cleaned text; its last edit marks a text that stops short.
    """
    edits = tuple(sorted(_without_overlap(text, titles)))
    return CleanedText(text, edits + tuple(_truncation(CleanedText(text, edits))))


def _without_overlap(text: str, titles: Sequence[str]) -> Iterator[TextEdit]:
    taken = bytearray(len(text) + 1)
    by_titles = (lines_in_sentences(text, titles), heads_in_sentences(text, titles))
    for edits in (*by_titles, *(rule(text) for rule in NOISE_RULES)):
        for edit in edits:
            if not any(taken[edit.start : max(edit.end, edit.start + 1)]):
                taken[edit.start : edit.end] = b"\x01" * (edit.end - edit.start)
                yield edit


def _truncation(cleaned_text: CleanedText) -> Iterator[TextEdit]:
    """A mark where a text, without the noise at its end, lacks the end of a sentence."""
    words = cleaned_text.text.rstrip()
    if words and words[-1] not in _FINAL:
        end = len(cleaned_text.original)
        yield TextEdit(end, end, TRUNCATED)
