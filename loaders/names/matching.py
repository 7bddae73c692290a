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

from loaders.names.vocabulary import vocabulary
from loaders.text.folding import lower

if TYPE_CHECKING:
    from loaders.names.gazetteer import Entry, Gazetteer

_FOOTNOTE_LENGTH = 3
_FOOTNOTE = re.compile(r"\d{1,3}(?![^\W_])")
_PLAIN_BEFORE = frozenset(["", " ", "\x1e", "(", "'", "“"])
_PLAIN_AFTER = frozenset(["", " ", "\x1e", ")", "'", ",", ".", ";", ":", "”"])
_WORDS_WHEN_LOWER = 3
_WORDS_WHEN_SHOUTED = 2
_BEFORE = re.compile(r"(\w+)[^\w]{1,2}$")
_AFTER = re.compile(r"[^\w]{1,2}(\w+)")

Hit = tuple[int, int, int]
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
        rules = vocabulary("matching")
        words = frozenset(rules["words"])
        names, marks = sorted(gazetteer.names), sorted(gazetteer.marks)
        self.patterns = [_pattern(gazetteer.names[key], key, words, rules) for key in names]
        self.patterns += [_pattern(gazetteer.marks[key], key, words, rules) for key in marks]
        self._plain = [pattern.entries[0].spelling for pattern in self.patterns]
        self._first_mark = len(names)
        self._delicate = {
            number
            for number, pattern in enumerate(self.patterns)
            if pattern.word or pattern.not_before
        }
        self._names = AhoCorasick(names or ["\0"], matchkind=MatchKind.Standard)
        self._marks = AhoCorasick(marks or ["\0"], matchkind=MatchKind.Standard)

    def hits(self, cased: str) -> tuple[list[Hit], list[Hit]]:
        """Find every pattern in folded text.

        Returns:
            The hits as they count, and those whose case is not the name's: to be believed only
            where the document names the thing properly too. Both in the order of the text.
        """
        sure: list[Hit] = []
        loose: list[Hit] = []
        plain, first, delicate = self._plain, self._first_mark, self._delicate
        found = self._names.find_matches_as_indexes(lower(cased), overlapping=True)
        for number, start, end in found:
            if not _whole(cased, start, end):
                continue
            surface = cased[start:end]
            if surface == plain[number]:
                sure.append((start, -end, number))
            else:
                self._sort_name(surface, (start, -end, number), sure, loose)
        found = self._marks.find_matches_as_indexes(cased, overlapping=True)
        for mark, start, end in found:
            if _whole(cased, start, end):
                number = first + mark
                if number in delicate:
                    self._sort_mark(cased, (start, -end, number), sure, loose)
                else:
                    sure.append((start, -end, number))
        sure.sort()
        return sure, loose

    def _sort_mark(self, cased: str, hit: Hit, sure: list[Hit], loose: list[Hit]) -> None:
        """Put a hit of a single word where the words beside it allow, or nowhere."""
        pattern, start, end = self.patterns[hit[2]], hit[0], -hit[1]
        if pattern.word and _in_capitals(cased, start, end):
            loose.append(hit)
        elif not _followed(cased, end, pattern.not_before):
            sure.append(hit)

    def _sort_name(self, surface: str, hit: Hit, sure: list[Hit], loose: list[Hit]) -> None:
        """Put a hit where its case belongs, or nowhere."""
        for entry in self.patterns[hit[2]].entries:
            if entry.spelling == surface or all(surface[at].isupper() for at in entry.capitals):
                (loose if _shouted(entry, surface) else sure).append(hit)
                return
        if surface.islower() and surface.count(" ") >= _WORDS_WHEN_LOWER - 1:
            loose.append(hit)


def _pattern(
    entries: tuple[Entry, ...],
    key: str,
    words: frozenset[str],
    rules: dict[str, dict[str, list[str]]],
) -> Pattern:
    alone = len(entries) == 1 and not entries[0].context and not entries[0].regions
    followers = frozenset(rules["not_before"].get(key.lower(), ()))
    return Pattern(entries, entries[0] if alone else None, key in words, followers)


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
    at = start
    while at and text[at - 1].isdigit() and start - at <= _FOOTNOTE_LENGTH:
        at -= 1
    return start - at <= _FOOTNOTE_LENGTH and at > 0 and text[at - 1] in ".,;:?!)]'”\""


def _in_address(text: str, start: int) -> bool:
    """Whether `start` lies inside a web or mail address."""
    token = text[max(text.rfind(" ", 0, start) + 1, 0) : start]
    return "://" in token or token.startswith("www.") or "@" in token or token.endswith(".")


def _shouted(entry: Entry, surface: str) -> bool:
    """Whether a short name of ordinary words stands all in capitals, as in a heading."""
    return (
        entry.thing[0] == "initiative"
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
