"""Matching: where registered names stand in a text, whole words only, before any choice is made.

Two automata read the text once each: one all names of several words in lower case, the other
single words and abbreviations in their own case. Both are built once; the time a text takes
depends on the text and on what it names, not on the size of the registers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from loaders.names.word_lists import matching_words
from loaders.text.folding import lower

if TYPE_CHECKING:
    from loaders.names.gazetteer import Gazetteer
    from loaders.names.name_entries import Entry

_FOOTNOTE_LENGTH = 3
_FOOTNOTE = re.compile(r"\d{1,3}(?![^\W_])")
_PLAIN_BEFORE = frozenset(["", " ", "\x1e", "(", "'", "“"])
_PLAIN_AFTER = frozenset(["", " ", "\x1e", ")", "'", ",", ".", ";", ":", "”"])
_WORDS_WHEN_LOWER = 3
_WORDS_WHEN_SHOUTED = 2
_BEFORE = re.compile(r"(\w{1,30})[^\w]{1,2}$")
_AFTER = re.compile(r"[^\w]{1,2}(\w+)")

PatternMatch = tuple[int, int, int]
"""Start, *minus* end, and number of the pattern: the natural order puts the longest first."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A folded form and all it may stand for.

    Attributes:
        entries: What it may stand for.
        sole: Its entry, if there is one only and it needs no context.
        word: True if it is an English word written in capitals, such as "BOLD".
        not_before: Words that, following it, make it part of something else.
    """

    entries: tuple[Entry, ...]
    sole: Entry | None
    word: bool
    not_before: frozenset[str]


class Matcher:
    """Finds every form of the gazetteer in folded text."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Build the automata."""
        names, words_alone = sorted(gazetteer.names), sorted(gazetteer.single_words)
        self.patterns = [_pattern(gazetteer.names[key], key) for key in names]
        self.patterns += [_pattern(gazetteer.single_words[key], key) for key in words_alone]
        self._plain = [pattern.entries[0].spelling for pattern in self.patterns]
        self._first_single_word = len(names)
        self._delicate = {
            number
            for number, pattern in enumerate(self.patterns)
            if pattern.word or pattern.not_before
        }
        self._names = AhoCorasick(names or ["\0"], matchkind=MatchKind.Standard)
        self._single_words = AhoCorasick(words_alone or ["\0"], matchkind=MatchKind.Standard)

    def find_matches(self, folded: str) -> tuple[list[PatternMatch], list[PatternMatch]]:
        """Find every pattern in folded text.

        Returns:
            The exact matches, and those whose case is not the name's: they count only where the
            document names the entity in its own case too. Both in the order of the text.
        """
        exact: list[PatternMatch] = []
        case_insensitive: list[PatternMatch] = []
        plain, first, delicate = self._plain, self._first_single_word, self._delicate
        raw_matches = self._names.find_matches_as_indexes(lower(folded), overlapping=True)
        for number, start, end in raw_matches:
            if not _whole(folded, start, end):
                continue
            surface = folded[start:end]
            if surface == plain[number]:
                exact.append((start, -end, number))
            else:
                self._sort_name(surface, (start, -end, number), exact, case_insensitive)
        raw_matches = self._single_words.find_matches_as_indexes(folded, overlapping=True)
        for word, start, end in raw_matches:
            if _whole(folded, start, end):
                number = first + word
                if number in delicate:
                    self._sort_single_word(folded, (start, -end, number), exact, case_insensitive)
                else:
                    exact.append((start, -end, number))
        exact.sort()
        return exact, case_insensitive

    def _sort_single_word(
        self,
        folded: str,
        match: PatternMatch,
        exact: list[PatternMatch],
        case_insensitive: list[PatternMatch],
    ) -> None:
        """File a match of a single word where the words beside it allow, or nowhere."""
        pattern, start, end = self.patterns[match[2]], match[0], -match[1]
        if pattern.word and _in_capitals(folded, start, end):
            case_insensitive.append(match)
        elif not _followed(folded, end, pattern.not_before):
            exact.append(match)

    def _sort_name(
        self,
        surface: str,
        match: PatternMatch,
        exact: list[PatternMatch],
        case_insensitive: list[PatternMatch],
    ) -> None:
        """File a match where its case belongs, or nowhere."""
        for entry in self.patterns[match[2]].entries:
            if entry.spelling == surface or all(
                surface[offset].isupper() for offset in entry.capitals
            ):
                (case_insensitive if _shouted(entry, surface) else exact).append(match)
                return
        if surface.islower() and surface.count(" ") >= _WORDS_WHEN_LOWER - 1:
            case_insensitive.append(match)


def _pattern(entries: tuple[Entry, ...], key: str) -> Pattern:
    rules = matching_words()
    alone = len(entries) == 1 and not entries[0].needs_context and not entries[0].regions
    followers = rules.not_before.get(key.lower(), frozenset())
    return Pattern(entries, entries[0] if alone else None, key in rules.words, followers)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether the span is whole words; a footnote mark glued to either side does not count."""
    after = text[end : end + 1]
    if after in _PLAIN_AFTER and text[start - 1 : start] in _PLAIN_BEFORE:
        return True
    if (after.isalnum() and not _FOOTNOTE.match(text, end)) or after == "@":
        return False
    if not start:
        return True
    before = text[start - 1]
    if before.isalnum():
        return before.isdigit() and _mark_before(text, start)
    return before not in "/@._=" or not _in_address(text, start)


def _mark_before(text: str, start: int) -> bool:
    """Whether the digits before `start` are a footnote mark behind a sentence: "ended.5HMRC"."""
    offset = start
    while offset and text[offset - 1].isdigit() and start - offset <= _FOOTNOTE_LENGTH:
        offset -= 1
    return start - offset <= _FOOTNOTE_LENGTH and offset > 0 and text[offset - 1] in ".,;:?!)]'”\""


def _in_address(text: str, start: int) -> bool:
    """Whether `start` lies inside a web or mail address."""
    token = text[max(text.rfind(" ", 0, start) + 1, 0) : start]
    return "://" in token or token.startswith("www.") or "@" in token or token.endswith(".")


def _shouted(entry: Entry, surface: str) -> bool:
    """Whether a short name of ordinary words stands all in capitals, as in a heading."""
    return (
        entry.entity[0] == "initiative"
        and surface.isupper()
        and not entry.spelling.isupper()
        and surface.count(" ") < _WORDS_WHEN_SHOUTED
    )


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words beside the span are all in capitals, so that capitals show nothing."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    after = _AFTER.match(text, end)
    beside = [word[1] for word in (before, after) if word and len(word[1]) > 1]
    return bool(beside) and all(word.isupper() and word.isalpha() for word in beside)


def _followed(text: str, end: int, words: frozenset[str]) -> bool:
    after = _AFTER.match(text, end)
    return after is not None and after[1].lower() in words
