"""Phrases that look like proper names: capitalised words with a head that says what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.names.discovery_words import HEADS, LOWER_HEADS, WORDS, folded_word
from loaders.names.name_lists import begins_another, listed_items, of_people
from loaders.names.other_nations import is_place
from loaders.text.folding import fold, fold_apostrophes
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from graph.records.mentions import Mention, Span


_LOWER = "|".join(WORDS.lower_heads)
_AIMS = "|".join(WORDS.lower_aims)
_NEVER_ENDS = tuple(f" {end}" for end in WORDS.never_ends)

_YEAR = r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?"
_CAPITALISED = r"[A-Z][\w&]*(?:[-–‑][\w&]+)*(?:['’](?:s|(?=\s)))?"
_LINK = r"(?:(?:of|for|(?<=Committee )on) (?:the )?|and |& )"
_PHRASE = compile_pattern(
    rf"(?<![\w/.@-])(?:{_YEAR} )?{_CAPITALISED}(?:,? {_LINK}?{_CAPITALISED})*"
    rf"(?:(?: (?:{_AIMS}))? (?:{_LOWER})(?!\w))?(?: (?:to )?{_YEAR}(?!\w| [A-Z]))?"
)
_WORD = re.compile(r"[^\s,]+")
_ACRONYM = re.compile(
    r"(?<![\w/.@&-])(?:[A-Z]{2}\d{2}(?!\w)"
    r"|(?=[a-z]*&?[A-Z][a-z]*&?[A-Z])[A-Z][A-Za-z]*(?:&[A-Z]+)?(?:[A-Z]|[a-z](?<!s))"
    r"(?=[^\w@]|\d{1,3}(?!\w)|$))"
)
_OWNED = re.compile(
    r"['’]s? (?:[A-Z]\w+ )*(?:[A-Z]{2,} review\b|(?:White|Green) Paper"
    r"(?: on(?: [a-z-]+){1,4}?(?= (?:will|would|is|was|has|which|that|sets|and|in)\b|[,.;)]))?)"
)
_PART_OF = re.compile(r"\b(?:Mission|Pillar|Strand|Commitment|Objective|Phase|Goal) \d+ of the $")
_POSSESSIVE_END = re.compile(r"(?:['’]s?)?$")
_TITLE_BEHIND = re.compile(
    r"['’]?s? (?:reports?|guidance|statistics|bulletins?|forms?|letters?|questionnaires?)\b"
)
"""What makes of capitals the title of a paper, which is no initiative."""

_LONG_ENOUGH = 3
_FEWEST = 2
_MARGIN = 20
_LONGEST = 300
"""Characters of a name; more capitals in a row are damage, or a heading."""
PART = "numbered part"


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


def phrases(text: str, excluded: Container[Span]) -> Iterator[Phrase]:
    """Find the phrases of a text that may be names, apart from the spans that are `excluded`."""
    text = fold_apostrophes(text)
    for run in _PHRASE.finditer(text):
        if " " not in run[0] or run.span() in excluded:
            continue
        for start, end, listed in _pieces(text, run.start(), run.end(), excluded):
            if (start, end) in excluded:
                continue
            if phrase := _judge(text, start, end) or (listed and _listed_name(text, start, end)):
                yield phrase


def acronyms(text: str, excluded: Container[Span]) -> Iterator[Phrase]:
    """Find the abbreviations of a text that are of no common noun, apart from `excluded` spans."""
    text = fold_apostrophes(text)
    for match in _ACRONYM.finditer(text):
        word = match[0]
        if (
            len(word) >= _LONG_ENOUGH
            and match.span() not in excluded
            and word not in WORDS.acronyms
            and not _shouted(text, *match.span())
        ):
            yield Phrase(*match.span(), None, 0.6, "abbreviation")


def owned(text: str, mentions: Iterable[Mention]) -> Iterator[Phrase]:
    """Find names that hold another: "Ofcom's PSB review", "Mission 3 of the ... Strategy"."""
    text = fold_apostrophes(text)
    for mention in mentions:
        if mention.nested:
            continue
        if mention.entity[0] == "organisation" and (behind := _OWNED.match(text, mention.end)):
            yield Phrase(mention.start, behind.end(), "initiative", 0.65, "owned review")
        elif text.endswith(" of the ", 0, mention.start) and (
            before := _PART_OF.search(text, max(0, mention.start - 40), mention.start)
        ):
            yield Phrase(before.start(), mention.end, "initiative", 0.65, PART)


def is_common(term: str) -> bool:
    """Whether an abbreviation or phrase stands for a common noun, a genre or a place."""
    return term in WORDS.acronyms or fold(term).lower() in WORDS.never


def kind_of(name: str) -> str | None:
    """What the head of a name says that it is."""
    words = fold(name).lower().split()
    return next((HEADS[word] for word in reversed(words) if word in HEADS), None)


def _pieces(
    text: str, start: int, end: int, named: Container[Span]
) -> Iterator[tuple[int, int, bool]]:
    """A run, cut behind owners ("the Home Office's ...") and where it lists names.

    Yields:
        Where each piece begins and ends, and whether it is one of a list, where one word may be a
        name.
    """
    words = list(_WORD.finditer(text, start, end))
    items = listed_items(text, words, named)
    if items:
        headless = not of_people(words, items)
        for first, last in items:
            for piece in _trimmed(text, words[first:last]):
                yield *piece, headless
        return
    begin, plain = 0, [word[0] for word in words]
    for position, word in enumerate(words):
        low = folded_word(word[0])
        owner = low.endswith(("'s", "'")) and low not in WORDS.possessives
        comma = text[word.end() : word.end() + 1] == "," and low in HEADS
        if owner or comma or begins_another(plain, position + 1, begin):
            for piece in _trimmed(text, words[begin : position + 1]):
                yield *piece, False
            begin = position + 1
    for piece in _trimmed(text, words[begin:]):
        yield *piece, False


def _trimmed(text: str, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """A piece without words at its edges that belong to no name, unless it is too long for one."""
    first, last = 0, len(words) - 1
    while first <= last and _opener(text, words[first]):
        first += 1
    while first <= last and not _closer(words[last][0]):
        last -= 1
    if first <= last and words[last].end() - words[first].start() <= _LONGEST:
        yield words[first].start(), words[last].end()


def _opener(text: str, word: re.Match[str]) -> bool:
    low = folded_word(word[0])
    return low in WORDS.function_words or (low in WORDS.openers and _opens(text, word.start()))


def _closer(word: str) -> bool:
    return not word[0].islower() and word != "&" if word not in LOWER_HEADS else True


def _judge(text: str, start: int, end: int) -> Phrase | None:
    """The phrase at a span, if it looks like a name."""
    possessive = _POSSESSIVE_END.search(text, start, end)
    end -= len(possessive[0]) if possessive else 0
    words = text[start:end].replace(",", "").split()
    lows = [folded_word(word) for word in words]
    core = [word for word in words if not word[0].isdigit()]
    if len(core) < _FEWEST or _barred(lows) or text[start:end].isupper():
        return None
    for word, following in pairwise(words[:-1]):
        if word in WORDS.before_of and following in {"of", "for"}:
            return Phrase(start, end, kind_of(word), 0.75, f"{word} {following}")
    head = folded_word(core[-1])
    if head in HEADS or head in LOWER_HEADS:
        modifiers = [low for low in lows if low not in WORDS.general | {head} and low[0].isalpha()]
        return _headed(text, (start, end), core, modifiers)
    capitals = sum(word[0].isupper() for word in words)
    office = not WORDS.roles.isdisjoint((lows[0], lows[-1]))
    listed = "," in text[start:end] or _TITLE_BEHIND.match(text, end)
    if capitals >= _LONG_ENOUGH + _opens(text, start) and not (office or listed or _is_class(lows)):
        return Phrase(start, end, None, 0.5, "capitals")
    return None


def _is_class(lows: list[str]) -> bool:
    """Whether words end in what many are called: "Primary Care Trusts"."""
    last = lows[-1]
    if last in WORDS.classes:
        return True
    singular = f"{last[:-3]}y" if last.endswith("ies") else last.removesuffix("s")
    return singular != last and (singular in WORDS.roles or HEADS.get(singular) == "organisation")


def _listed_name(text: str, start: int, end: int) -> Phrase | None:
    """A name of a list, which needs no head: the names beside it say that it is one."""
    words = text[start:end].split()
    ordinary = {folded_word(word) for word in words} <= WORDS.general | WORDS.function_words
    barred = ordinary or _barred([folded_word(word) for word in words]) or is_place(text[start:end])
    return None if barred or not words[0][:1].isupper() else Phrase(start, end, None, 0.5, "list")


def _headed(text: str, span: Span, core: list[str], modifiers: list[str]) -> Phrase | None:
    """A phrase with a head, if something before the head says which one it is."""
    head, named = folded_word(core[-1]), core[-1][0].isupper()
    capitals = sum(word[0].isupper() for word in core)
    if not named and capitals == 1 and _opens(text, span[0]):
        return None
    dated = text[span[0]].isdigit() and HEADS.get(head) == "initiative"
    if not modifiers and not dated and (len(core) < _LONG_ENOUGH or not named):
        return None
    return Phrase(*span, HEADS.get(head, "initiative"), 0.75 if named else 0.65, head)


def _barred(lows: list[str]) -> bool:
    """Whether the words, without years, are or end in a phrase that is never a name."""
    bare = " ".join(low for low in lows if not low[0].isdigit())
    return bare in WORDS.never or bare.endswith(_NEVER_ENDS)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`."""
    before = text[max(0, start - _MARGIN) : start].rstrip(" \n“‘\"'(")
    return not before or before[-1] in ".!?:;•" or before[-1].isdigit()


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether the words around an abbreviation are in capitals too."""
    context = text[max(0, start - _MARGIN) : start] + text[end : end + _MARGIN]
    letters = [char for char in context if char.isalpha()]
    return len(letters) > _MARGIN // 2 and sum(char.isupper() for char in letters) > 0.7 * len(
        letters
    )
