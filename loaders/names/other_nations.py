"""Bodies of other nations and other chambers, which bear the names of registered ones.

"The US Department of Justice" is not Northern Ireland's, and the Justice Committee of the Scottish
Parliament is not that of the House of Commons. The place stands before the name, among words with
capitals, or behind it after "of".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.names.word_lists import WordTable, word_list
from loaders.text.folding import fold
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from graph.records.mentions import Span
    from loaders.names.annotated_text import AnnotatedText
    from loaders.names.matching import Matcher, PatternMatch


class _Places(WordTable, frozen=True):
    places: tuple[str, ...]
    chambers: tuple[str, ...]


_WORDS = word_list("places", _Places)
_LOOK_BACK = 60
_BEFORE = re.compile(r"(?:(?:[A-Z][\w'.]{0,30}|of(?: the)?) ){1,5}$")
"""Words with capitals that stand before a name and may be part of it."""


def _any_of(names: tuple[str, ...]) -> str:
    longest_first = sorted(map(fold, names), key=len, reverse=True)
    return "|".join(re.escape(name) for name in longest_first)


_BEFORE_PLACE = compile_pattern(
    rf"(?<!\w)(?:{_any_of((*_WORDS.places, *_WORDS.chambers))})(?='s? | )"
)
"""A nation or a chamber before a name: "Senedd Health Committee"."""

_CHAMBER_BEFORE = compile_pattern(rf"(?<!\w)(?:{_any_of(_WORDS.chambers)})(?:'s?)? (?:Select )?$")
_CHAMBER_BEHIND = compile_pattern(rf" of (?:the )?(?:{_any_of(_WORDS.chambers)})(?!\w)")
_PLACE = compile_pattern(rf"(?<!\w)(?:{_any_of(_WORDS.places)})(?='s? | )")
_BEHIND = compile_pattern(rf" of (?:the )?(?:{_any_of((*_WORDS.places, *_WORDS.chambers))})(?!\w)")


def leave_out_other_nations(text: AnnotatedText, matcher: Matcher) -> None:
    """Take the matches that name a body of another place out of a text.

    A place that stands in the registered name ("Department of Justice (Northern Ireland)") is none.
    """
    for matches in (text.exact_matches, text.case_insensitive_matches):
        foreign = {
            match for match in matches if _of_another_nation(matcher, text.folded_text, match)
        }
        text.left_out |= {(start, -minus_end) for start, minus_end, _ in foreign}
        matches[:] = [match for match in matches if match not in foreign]


def is_place(words: str) -> bool:
    """Whether words are a nation or a union, by name or by adjective."""
    return words in _WORDS.places


def chamber_around(folded: str, name: Span) -> Span | None:
    """Where a name stands together with the parliament or assembly that it belongs to.

    Args:
        folded: The text, folded.
        name: Where the name stands.

    Returns:
        Both as one span; None if no chamber of another parliament stands beside the name.
    """
    start, end = name
    if behind := _CHAMBER_BEHIND.match(folded, end):
        return start, behind.end()
    before = folded[max(0, start - _LOOK_BACK) : start]
    chamber = _CHAMBER_BEFORE.search(before)
    return (start - len(before) + chamber.start(), end) if chamber else None


def _of_another_nation(matcher: Matcher, folded: str, match: PatternMatch) -> bool:
    """Whether the words around a match place it elsewhere."""
    start, end = match[0], -match[1]
    entries = matcher.patterns[match[2]].entries
    if any(entry.entity[0] != "organisation" for entry in entries):
        return False
    behind = _BEHIND.match(folded, end)
    before = _BEFORE.search(folded, max(0, start - _LOOK_BACK), start)
    place = behind or (before and _BEFORE_PLACE.search(before[0]))
    if not place:
        return False
    name = place[0].removeprefix(" of ").removeprefix("the ").strip()
    return not any(name in places_in(entry.name) for entry in entries)


def places_in(name: str) -> list[str]:
    """The places that a registered name bears."""
    return [match[0] for match in _PLACE.finditer(fold(name).replace(")", "") + " ")]
