"""Names that spaces, broken lines or a parenthesis cut in two.

"Cross-  Justice", "Depart- ment", "Digital and Artificial Intelligence (AI) Roadmap": around each
such place the text is read once more with the cut closed. Only names that reach across it count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import CleanedText, TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.mentions import Span
    from loaders.names.matching import Matcher, PatternMatch

_REACH = 110
_GAP = re.compile(r"  +")
_INVISIBLE = re.compile("[\u200b\ufeff]+")
_ASIDE = re.compile(r" \([A-Z][A-Za-z&]{1,9}\)(?= [A-Za-z])")


def matches_across_gaps(matcher: Matcher, folded: str) -> Iterator[PatternMatch]:
    """Matches that appear only when the cuts in a folded text are closed."""
    if "  " in folded:
        gaps = [match.span() for match in _GAP.finditer(folded)]
        yield from _closed(matcher, folded, gaps, " ")
        broken = [gap for gap in gaps if _inside_word(folded, *gap)]
        yield from _closed(matcher, folded, broken, "")
    if "\u200b" in folded or "\ufeff" in folded:
        invisible = [match.span() for match in _INVISIBLE.finditer(folded)]
        yield from _closed(matcher, folded, invisible, "")
    if " (" in folded:
        asides = [match.span() for match in _ASIDE.finditer(folded)]
        for start, minus_end, number in _closed(matcher, folded, asides, ""):
            if matcher.patterns[number].entries[0].entity[0] == "initiative":
                yield start, minus_end, number


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether a gap stands between two small letters, as where a line broke in a word."""
    return text[start - 1 : start].islower() and text[end : end + 1].islower()


def _closed(
    matcher: Matcher, folded: str, spans: list[Span], filling: str
) -> Iterator[PatternMatch]:
    """Matches that reach across a cut, once it is filled otherwise."""
    cuts = [TextEdit(start, end, "cut", filling) for start, end in spans]
    for begin, end, edits in _windows(cuts, len(folded)) if cuts else ():
        cleaned_text = CleanedText(folded[begin:end], edits)
        exact, _ = matcher.find_matches(cleaned_text.text)
        for start, minus_end, number in exact:
            first, last = cleaned_text.span(start, -minus_end)
            if last - first != -minus_end - start:
                yield begin + first, -(begin + last), number


def _windows(cuts: list[TextEdit], length: int) -> Iterator[tuple[int, int, tuple[TextEdit, ...]]]:
    """Stretches of text around the cuts, those that meet joined, with their cuts."""
    group = [cuts[0]]
    for cut in cuts[1:]:
        if cut.start - group[-1].end > 2 * _REACH:
            yield _window(group, length)
            group = []
        group.append(cut)
    yield _window(group, length)


def _window(group: list[TextEdit], length: int) -> tuple[int, int, tuple[TextEdit, ...]]:
    begin, end = max(0, group[0].start - _REACH), min(length, group[-1].end + _REACH)
    moved = (
        TextEdit(cut.start - begin, cut.end - begin, cut.flag, cut.replacement) for cut in group
    )
    return begin, end, tuple(moved)
