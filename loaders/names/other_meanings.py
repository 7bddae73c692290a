"""Abbreviations to which a document gives another meaning than the registers do.

"The Financial Services Authority (FSA)" binds "FSA" for the whole document, whatever else the
registers call so; so does "total factor productivity (TFP)", which is no name at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from loaders.names.abbreviations import (
    SMALL_WORDS,
    initials,
    is_abbreviation,
    long_form_start,
)
from loaders.names.definitions import PARENTHESIS
from loaders.names.word_lists import matching_words
from loaders.text.folding import fold
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from graph.records.mentions import EntityKey
    from loaders.names.annotated_text import AnnotatedText
    from loaders.names.gazetteer import Gazetteer
    from loaders.names.matching import Matcher

_LOOK_BACK = 160
_OF_ANY_BODY = frozenset(
    {*matching_words().extension.words, "department", "dept", "ministry", "office", "team", "tool"}
)
"""Words by which two spellings of one name may differ."""

_SPELT_OUT = compile_pattern(
    r"(?<![\w&])(?P<short>[A-Z][A-Za-z&]{1,11}) \((?P<long>[A-Za-z][^()]{4,100})\)"
)
"""An abbreviation with its long form behind it."""

_LONG_WORD = 5
_SLIP = 2
_WORD = re.compile(r"[^\W_]+")


class OtherMeanings:
    """Finds the abbreviations that a document uses in a meaning of its own."""

    def __init__(self, gazetteer: Gazetteer, matcher: Matcher) -> None:
        """Compare what a document defines with the names that `gazetteer` holds."""
        self._patterns = matcher.patterns
        self._words: dict[EntityKey, list[frozenset[str]]] = {}
        for entries in gazetteer.names.values():
            for entry in entries:
                self._words.setdefault(entry.entity, []).append(_content_words(entry.spelling))

    def find(self, text: AnnotatedText) -> frozenset[str]:
        """The registered abbreviations, folded, that a text defines otherwise."""
        if "(" not in text.text:
            return frozenset()
        registered = {
            (start, -minus_end): number for start, minus_end, number in text.exact_matches
        }
        behind = frozenset(
            text.folded_text[slice(*span)]
            for match in PARENTHESIS.finditer(text.text)
            for span in (match.span("inside"),)
            if span in registered
            and is_abbreviation(text.text[slice(*span)])
            and self._means_another(
                _long_form(text.text, match.start(), match["inside"]), registered[span]
            )
        )
        before = frozenset(
            text.folded_text[slice(*span)]
            for match in _SPELT_OUT.finditer(text.text)
            for span in (match.span("short"),)
            if span in registered
            and initials(match["long"]) == match["short"].upper()
            and self._means_another(match["long"], registered[span])
        )
        return behind | before

    def _means_another(self, long_form: str | None, number: int) -> bool:
        """Whether words are the long form of no registered reading of an abbreviation."""
        if long_form is None:
            return False
        words = _content_words(long_form)
        return not any(
            _of_one_name(words, name)
            for entry in self._patterns[number].entries
            for name in self._words.get(entry.entity, ())
        )


def leave_out_other_meanings(text: AnnotatedText, abbreviations: frozenset[str]) -> None:
    """Take the matches of abbreviations that mean something else out of a text."""
    if abbreviations:
        text.exact_matches = [
            match
            for match in text.exact_matches
            if text.folded_text[match[0] : -match[1]] not in abbreviations
        ]


def common_nouns(text: str) -> frozenset[str]:
    """The abbreviations that a text defines for common nouns: "cost of living (COL)"."""
    if "(" not in text:
        return frozenset()
    defined = (
        (match["inside"], _long_form(text, match.start(), match["inside"]))
        for match in PARENTHESIS.finditer(text)
        if is_abbreviation(match["inside"])
    )
    return frozenset(term for term, words in defined if words and words == words.lower())


def _long_form(text: str, end: int, short_form: str) -> str | None:
    """The words that an abbreviation stands for; None if they do not spell it."""
    letters = sum(char.isalnum() for char in short_form)
    before = list(re.finditer(r"\S+", text[max(0, end - _LOOK_BACK) : end]))
    nearest = before[-min(letters + 5, 2 * letters) :]
    words = text[max(0, end - _LOOK_BACK) + nearest[0].start() : end] if nearest else ""
    offset = long_form_start(short_form, words)
    long_form = words[offset:] if offset is not None else ""
    spelt = long_form[:1].isupper() or initials(long_form) == short_form.upper()
    return long_form if spelt and " " in long_form else None


def _content_words(name: str) -> frozenset[str]:
    """The words of a name that tell it apart, in lower case."""
    return frozenset(word for word in _WORD.findall(fold(name).lower()) if word not in SMALL_WORDS)


def _of_one_name(words: frozenset[str], name: frozenset[str]) -> bool:
    """Whether words are those of a name, but for slips and for words that any body may bear."""
    others = {word for word in words - name if not any(_slip(word, own_word) for own_word in name)}
    shared = len(words) - len(others)
    return shared > 0 and others <= _OF_ANY_BODY


def _slip(word: str, own_word: str) -> bool:
    """Whether a word is that of a name with a letter or two mistyped, or its plural."""
    return len(word) >= _LONG_WORD and OSA.distance(word, own_word, score_cutoff=_SLIP) <= _SLIP
