"""Roles: the part a named initiative plays in the argument, with the words that show it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from graph.records.findings import Voice
from loaders.names.mention_rules import ANAPHOR
from loaders.names.span_index import SpanIndex
from loaders.names.word_lists import WordTable, word_list
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from graph.records.mentions import Mention, Span
    from loaders.names.annotated_text import AnnotatedText

_VERDICT = re.compile(r"\b[Tt]he [Gg]overnment (?:dis)?agrees\b|^HM Government\b", re.MULTILINE)

_LONGEST_SENTENCE = 1000
"""Characters of a sentence; more is damage."""


class _Rule(WordTable, frozen=True):
    """One rule of the word list.

    Attributes:
        name: Role it gives.
        cues: Patterns of its cues.
        voices: Who must be speaking; nobody in particular if empty.
        side: ``before`` if the cue must stand before the name.
        reach: How far from the name the cue may stand; anywhere in the sentence if None.
        ending: Last word the name must have, if any.
        beside: Last word of a name that must stand in the same sentence, if any.
    """

    name: str
    cues: tuple[str, ...]
    voices: frozenset[Voice] = frozenset()
    side: Literal["before"] | None = None
    reach: int | None = None
    ending: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @cached_property
    def cue(self) -> re.Pattern[str]:
        """What any of the cues matches."""
        return compile_pattern(rf"\b(?:{'|'.join(self.cues)})\b", re.IGNORECASE)


class _RoleWords(WordTable, frozen=True):
    role: tuple[_Rule, ...]


_RULES = word_list("roles", _RoleWords).role


def assign_roles(text: AnnotatedText, voice: Voice | None) -> None:
    """Give every mention of an initiative its role, where a cue shows one.

    Args:
        text: The text with its mentions.
        voice: Who speaks in it; None if it holds several voices, which are then told apart by
            the stance that opens a reply.
    """
    initiatives = [m for m in text.mentions if m.entity[0] != "organisation"]
    if not initiatives:
        return
    sentences = text.sentences
    reply = None if voice else _VERDICT.search(text.text)
    finder = _CueFinder(text)
    for position, mention in enumerate(text.mentions):
        if mention.entity[0] == "organisation":
            continue
        speaker = voice or _speaker(reply, mention)
        first, last = sentences.around(mention.start, mention.end)
        for rule in _RULES:
            if _applies(rule, finder, mention, speaker, (first, last)) and (
                cue := finder.nearest(rule, mention, (first, last))
            ):
                text.mentions[position] = mention._replace(role=rule.name, cue=cue)
                break


def _speaker(reply: re.Match[str] | None, mention: Mention) -> Voice:
    inside = reply is not None and mention.start > reply.start()
    return Voice.GOVERNMENT if inside else Voice.COMMITTEE


def _applies(
    rule: _Rule, finder: _CueFinder, mention: Mention, speaker: Voice, sentence: Span
) -> bool:
    if rule.voices and speaker not in rule.voices:
        return False
    if rule.ending and not mention.pattern.endswith(rule.ending):
        return False
    return not rule.beside or finder.named_before(rule.beside, mention, sentence)


class _CueFinder:
    """The cues of one text, each sentence searched once for each rule."""

    def __init__(self, text: AnnotatedText) -> None:
        self._text = text.text
        named = [mention for mention in text.mentions if mention.rule != ANAPHOR]
        self._names = SpanIndex(((mention.start, mention.end), mention) for mention in named)
        self._ends = sorted((mention.end, mention.pattern) for mention in named)
        self._ends_by_word: dict[tuple[str, ...], list[int]] = {}
        self._cues_by_sentence: dict[tuple[re.Pattern[str], int, int], list[Span]] = {}

    def named_before(self, words: tuple[str, ...], mention: Mention, sentence: Span) -> bool:
        """Whether a name that ends in one of `words` stands before another in its sentence."""
        if words not in self._ends_by_word:
            self._ends_by_word[words] = [
                end for end, pattern in self._ends if pattern.endswith(words)
            ]
        ends = self._ends_by_word[words]
        before = bisect_right(ends, mention.start) - 1
        return before >= 0 and ends[before] > sentence[0]

    def nearest(self, rule: _Rule, mention: Mention, sentence: Span) -> Span | None:
        """The nearest cue in the sentence: outside the names, unless the name itself is the cue."""
        first, last = sentence
        if rule.reach is not None:
            first, last = (
                max(first, mention.start - rule.reach),
                min(last, mention.end + rule.reach),
            )
        cues = _beside(self._within(rule.cue, *_enlarged(sentence)), mention)
        if rule.side == "before":
            last = mention.start
        cues = [cue for cue in cues if first <= cue[0] and cue[1] <= last]
        if not cues and rule.ending:
            cues = [
                match.span() for match in rule.cue.finditer(self._text, mention.start, mention.end)
            ]
        return min(cues, key=lambda cue: _distance(cue, mention), default=None)

    def _within(self, cues: re.Pattern[str], first: int, last: int) -> list[Span]:
        """All cues of a rule in a sentence that are no part of a name."""
        key = (cues, first, last)
        if key not in self._cues_by_sentence:
            self._cues_by_sentence[key] = [
                match.span()
                for match in cues.finditer(self._text, first, last)
                if not self._names.overlapping(match.span())
            ]
        return self._cues_by_sentence[key]


def _enlarged(sentence: Span) -> Span:
    """A sentence; a stretch of damage as long as none is, up to where others like it end.

    Around each name in such damage another stretch is cut out. Enlarged, many are the same, and
    the cues in them are sought once.
    """
    first, last = sentence
    if last - first <= _LONGEST_SENTENCE:
        return sentence
    return first - first % _LONGEST_SENTENCE, last + -last % _LONGEST_SENTENCE


def _beside(cues: list[Span], mention: Mention) -> list[Span]:
    """The cues, given in order, next to a name on either side, and those across its edges."""
    behind = bisect_left(cues, (mention.end, 0))
    before = behind
    while before and cues[before - 1][1] > mention.start:
        before -= 1
    return cues[max(0, before - 1) : behind + 1]


def _distance(cue: Span, mention: Mention) -> int:
    """Characters between a cue and a name; words before the name bind closer than words after."""
    if cue[1] <= mention.start:
        return mention.start - cue[1]
    return 2 * (cue[0] - mention.end) + 1
