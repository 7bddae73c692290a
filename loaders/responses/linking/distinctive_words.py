"""Words and abbreviations that tell what a text is about, and those that two texts share."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{4,}")
_EVERYDAY_TEXT = """
    about accept accepts across additional after agree agrees alongside already also among and
    because been being between both committee conclusion continue continues could date
    department departments disagrees each ensure from further given government have however
    implementation including into made make more most must need needs number only other over
    part plan plans progress provide provides public publish published recommendation
    recommendations report response should some such support target than that their them then
    there these they this those through under until upon used using very well what when where
    whether which while will with within work working would year years your
"""
_EVERYDAY = frozenset(_EVERYDAY_TEXT.split())
"""Words too common in replies to tell what one is about."""

_ABBREVIATION = re.compile(r"\b[A-Z]{2,6}\b")
_NAMES = re.compile(
    r"(?<![\w’-])[A-Z][\w’-]{1,40}(?:,?\s+(?:(?:of|for|and|the|&)\s+){0,2}[A-Z][\w’-]{1,40}){1,7}"
)
_OF_ALL = frozenset({"UK", "HM", "GB", "EU", "HC", "PAC", "NAO", "TM"})
"""Abbreviations that stand in papers on any subject."""


def common_words(first: str, second: str) -> frozenset[str]:
    """Uncommon words that two texts share, by their first six letters."""
    return uncommon_words(first) & uncommon_words(second)


def common_abbreviations(first: str, second: str) -> frozenset[str]:
    """Abbreviations that one text has, and the other has or spells out by its capitals."""
    in_first, in_second = _abbreviations(first), _abbreviations(second)
    spelt_out = in_first & _initials(second) | in_second & _initials(first)
    return in_first & in_second | spelt_out


def _abbreviations(text: str) -> frozenset[str]:
    """Abbreviations in a text, but for those that name the whole country or government."""
    return frozenset(match.group() for match in _ABBREVIATION.finditer(text)) - _OF_ALL


def _initials(text: str) -> frozenset[str]:
    """The initials of every run of capitalised words, and of every piece of one."""
    runs = (
        [name[0] for name in match.group().split() if name[0].isupper()]
        for match in _NAMES.finditer(text)
    )
    return frozenset(
        "".join(run[position:end])
        for run in runs
        for position in range(len(run) - 1)
        for end in range(position + 2, len(run) + 1)
    )


def uncommon_words(text: str) -> frozenset[str]:
    """Words that tell what a text is about, by their first six letters."""
    words = (word.group().lower() for word in _WORD.finditer(text))
    return frozenset(word[:6] for word in words if word not in _EVERYDAY)
