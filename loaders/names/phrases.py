"""Phrases that look like proper names: runs of capitalised words with a head that says what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.names.folding import fold
from loaders.names.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

_RULES = vocabulary("discovery")
_HEADS = {word: kind for kind in ("initiative", "organisation") for word in _RULES[f"{kind}_heads"]}
_LOWER = "|".join(_RULES["lower_heads"])
_LOWER_HEADS = frozenset(_RULES["lower_heads"])
_BEFORE_OF = frozenset(_RULES["before_of"])
_OPENERS = frozenset(_RULES["openers"])
_FUNCTION_WORDS = frozenset(_RULES["function_words"])
_NEVER_ENDS = tuple(f" {end}" for end in _RULES["never_ends"])
_GENERAL = frozenset(_RULES["general"])
_NEVER = frozenset(_RULES["never"])
_POSSESSIVES = frozenset(_RULES["possessives"])
_ACRONYMS = frozenset(_RULES["acronyms"])

_YEAR = r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?"
_CAPITALISED = r"[A-Z][\w&]*(?:[-–‑][\w&]+)*(?:['’](?:s|(?=\s)))?"
_LINK = r"(?:(?:of|for) (?:the )?|and |& )"
_PHRASE = re.compile(
    rf"(?<![\w/.@-])(?:{_YEAR} )?{_CAPITALISED}(?:,? {_LINK}?{_CAPITALISED})*"
    rf"(?: (?:{_LOWER})(?!\w))?(?: (?:to )?{_YEAR}(?!\w))?"
)
_WORD = re.compile(r"[^\s,]+")
_ACRONYM = re.compile(
    r"(?<![\w/.@&-])(?:[A-Z]{2}\d{2}(?!\w)"
    r"|(?=[A-Za-z]*&?[A-Z][A-Za-z]*&?[A-Z])[A-Z][A-Za-z]*(?:&[A-Z]+)?(?:[A-Z]|[a-z](?<!s))"
    r"(?=\W|\d{1,3}(?!\w)|$))"
)
_LONG_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that may be a name.

    Attributes:
        start: Offset of its first character.
        end: Offset just past its last.
        kind: ``organisation`` or ``initiative`` where its head tells; otherwise None.
        confidence: How sure its form makes us.
        pattern: The head that gave it away.
    """

    start: int
    end: int
    kind: str | None
    confidence: float
    pattern: str


def phrases(text: str) -> Iterator[Phrase]:
    """Find the phrases of a text that may be names."""
    for run in _PHRASE.finditer(text):
        for start, end in _pieces(text, run.start(), run.end()):
            if phrase := _judge(text, start, end):
                yield phrase


def acronyms(text: str) -> Iterator[Phrase]:
    """Find the abbreviations of a text that are of no common noun."""
    for match in _ACRONYM.finditer(text):
        word = match[0]
        if (
            len(word) >= _LONG_ENOUGH
            and word not in _ACRONYMS
            and not _shouted(text, *match.span())
        ):
            yield Phrase(*match.span(), None, 0.6, "abbreviation")


def is_common(term: str) -> bool:
    """Whether an abbreviation or phrase stands for a common noun, a genre or a place."""
    return term in _ACRONYMS or fold(term).lower() in _NEVER


def kind_of(name: str) -> str | None:
    """What the head of a name says that it is."""
    words = fold(name).lower().split()
    return next((_HEADS[word] for word in reversed(words) if word in _HEADS), None)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run, cut behind owners ("the Home Office's ...") and at commas that only list names."""
    words = list(_WORD.finditer(text, start, end))
    begin = 0
    for position, word in enumerate(words):
        low = fold(word[0]).lower()
        owner = low.endswith(("'s", "'")) and low not in _POSSESSIVES
        comma = text[word.end() : word.end() + 1] == "," and low in _HEADS
        if owner or comma:
            yield from _trimmed(text, words[begin : position + 1])
            begin = position + 1
    yield from _trimmed(text, words[begin:])


def _trimmed(text: str, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """A piece without words at its edges that belong to no name."""
    while words and _opener(text, words[0]):
        words = words[1:]
    while words and not _closer(words[-1][0]):
        words = words[:-1]
    if words:
        yield words[0].start(), words[-1].end()


def _opener(text: str, word: re.Match[str]) -> bool:
    low = fold(word[0]).lower()
    return low in _FUNCTION_WORDS or (low in _OPENERS and _opens(text, word.start()))


def _closer(word: str) -> bool:
    return not word[0].islower() and word != "&" if word not in _LOWER_HEADS else True


def _judge(text: str, start: int, end: int) -> Phrase | None:
    """The phrase at a span, if it looks like a name."""
    end -= 2 if fold(text[end - 2 : end]) == "'s" else 1 if fold(text[end - 1 : end]) == "'" else 0
    words = text[start:end].split()
    lows = [fold(word).lower() for word in text[start:end].replace(",", "").split()]
    core = [word for word in words if not word[0].isdigit()]
    if len(core) < 2 or _barred(lows):
        return None
    head = next((word for word in reversed(lows) if not word[0].isdigit()), "")
    capitals = sum(word[0].isupper() for word in words)
    for word, following in pairwise(words[:-1]):
        if word in _BEFORE_OF and following in {"of", "for"}:
            return Phrase(start, end, kind_of(word), 0.75, f"{word} {following}")
    modifiers = [low for low in lows if low != head and low not in _GENERAL and low[0].isalpha()]
    if head in _HEADS or head in _LOWER_HEADS:
        named = core[-1][0].isupper()
        if not named and capitals == 1 and _opens(text, start):
            return None
        if not modifiers and (len(core) < _LONG_ENOUGH or not named):
            return None
        return Phrase(start, end, _HEADS.get(head, "initiative"), 0.75 if named else 0.65, head)
    if capitals >= _LONG_ENOUGH + 1 or (capitals >= _LONG_ENOUGH and not _opens(text, start)):
        return Phrase(start, end, None, 0.5, "capitals")
    return None


def _barred(lows: list[str]) -> bool:
    """Whether the words, without years, are or end in a phrase that is never a name."""
    bare = " ".join(low for low in lows if not low[0].isdigit())
    return bare in _NEVER or bare.endswith(_NEVER_ENDS)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`."""
    before = text[:start].rstrip(" \n“‘\"'(")
    return not before or before[-1] in ".!?:;•" or before[-1].isdigit()


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around an abbreviation are in capitals too."""
    around = text[max(0, start - 20) : start] + text[end : end + 20]
    letters = [char for char in around if char.isalpha()]
    return len(letters) > 8 and sum(char.isupper() for char in letters) > 0.7 * len(letters)
