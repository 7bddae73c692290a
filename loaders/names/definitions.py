"""Definitions made in a document: "long form (ABBR)", which bind for that document alone.

Whether an abbreviation fits a long form is decided as in A. Schwartz and M. Hearst, "A simple
algorithm for identifying abbreviation definitions in biomedical text", PSB 2003: its letters must
occur in order in the long form, the first of them at the head of a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from graph.records.mentions import Mention
from loaders.names.places import Places
from loaders.names.texts import Defined, by_place
from loaders.names.vocabulary import vocabulary
from loaders.text.folding import fold
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from graph.records.mentions import Span, Thing
    from loaders.names.disambiguation import Surroundings
    from loaders.names.linking import Linker
    from loaders.names.texts import Text

_HEAD_WORDS = frozenset(vocabulary("matching")["extension"]["words"])
DEFINED = "defined-in-document"
CONFIDENCE = 0.95

_QUOTES = "\"'“”‘’"
_PARENTHESIS = compile_pattern(
    rf" ?\((?:hereafter |henceforth |known as |or )?(?P<inside>[{_QUOTES}]?(?:the )?"
    rf"[A-Za-z][\w&./-]*(?: [A-Z][\w&-]*)?[{_QUOTES}]?"
    rf"(?:(?:,| or| and) [{_QUOTES}]?(?:the )?[A-Za-z][\w&-]*[{_QUOTES}]?)?)\)"
)
_PART = re.compile(r"(?:the )?[A-Za-z][\w&./-]*(?: [A-Z][\w&-]*)?")
_SHORT = re.compile(r"(?=[A-Za-z&-]*[A-Z][A-Za-z&-]*[A-Z])[A-Za-z][A-Za-z&./-]{1,11}\d{0,2}$")
_PLURAL = re.compile(r"[A-Z]{2,}s$")


def find_definitions(text: Text, linker: Linker, around: Surroundings) -> None:
    """Find what a text defines behind registered names, and bind it for the document."""
    at = text.cased.find("(")
    if at < 0:
        return
    ends: dict[int, tuple[int, int]] = {}
    while at >= 0:
        long_end = at - 1 if text.cased[at - 1 : at] == " " else at
        match = _PARENTHESIS.match(text.text, long_end)
        if match and not ends:
            ends = {-minus_end: (start, number) for start, minus_end, number in reversed(text.sure)}
        name_end = long_end if long_end in ends else _without_head(text.cased, long_end)
        if match and name_end in ends:
            start, number = ends[name_end]
            chosen = linker.choose(text, around, (start, -name_end, number)).chosen
            if chosen:
                _define(text, around, chosen[0].thing, (start, long_end), match)
        at = text.cased.find("(", at + 1)


def _without_head(text: str, end: int) -> int:
    """Where a name ends that "project" follows: "Civil Auto File Share project (CAFS)"."""
    space = text.rfind(" ", 0, end)
    return space if text[space + 1 : end].lower() in _HEAD_WORDS else end


def _define(
    text: Text, around: Surroundings, thing: Thing, long: Span, match: re.Match[str]
) -> None:
    """Bind the terms of a parenthesis, if they can be short for the long form."""
    terms = []
    for part in _PART.finditer(text.text, match.start("inside"), match.end("inside")):
        term, place = part[0], (text.number, *part.span())
        if term.startswith("the "):
            around.fixed.setdefault(term[4:].lower(), (thing, place))
        elif is_abbreviation(term) and fits(term, text.text[slice(*long)]):
            around.bound.setdefault(fold(term), (thing, place))
            terms.append((*part.span(), term))
        else:
            return
    text.definitions.append(Defined(*long, match.end(), thing, tuple(terms)))


def bracket(text: Text) -> None:
    """Put one mention around "long form (ABBR)", with the two names nested in it."""
    if not text.definitions:
        return
    starts = [mention.start for mention in text.mentions]
    for defined in text.definitions:
        inner = {(start, end): term for start, end, term in defined.terms}
        whole = None
        first, last = bisect_left(starts, defined.start), bisect_left(starts, defined.end)
        for number in range(first, last):
            mention = text.mentions[number]
            span = (mention.start, mention.end)
            text.mentions[number] = mention._replace(nested=True)
            inner.pop(span, None)
            if span == (defined.start, defined.long_end):
                whole = mention._replace(end=defined.end, nested=False)
        if whole:
            text.mentions.append(whole)
        for span, term in inner.items():
            text.mentions.append(
                Mention(
                    *span,
                    defined.thing,
                    DEFINED,
                    CONFIDENCE,
                    term,
                    nested=True,
                    basis=(text.number, *span),
                )
            )
    text.mentions.sort(key=by_place)


def find_again(text: Text, around: Surroundings) -> None:
    """Find again the abbreviations that the document has made for itself."""
    if not around.bound:
        return
    named = {(mention.start, mention.end) for mention in text.mentions}
    fresh = [
        Mention(*match.span(), thing, DEFINED, CONFIDENCE, term, basis=basis)
        for term, (thing, basis) in around.bound.items()
        if term in text.cased
        for match in re.finditer(rf"(?<![^\W_]){re.escape(term)}(?![^\W\d_])", text.cased)
        if match.span() not in named
    ]
    if fresh:
        taken = Places(((m.start, m.end), m) for m in text.mentions)
        text.mentions += [m for m in fresh if not taken.touching((m.start, m.end))]
        text.mentions.sort(key=by_place)


def is_abbreviation(term: str) -> bool:
    """Whether a term is written as the abbreviation of one name; "SROs" is of many."""
    return bool(_SHORT.match(term)) and not _PLURAL.match(term)


def fits(short: str, long: str) -> bool:
    """Whether `short` can abbreviate `long`."""
    return long_form_start(short, long) is not None


def long_form_start(short: str, long: str) -> int | None:
    """Where in `long` the long form of `short` begins, read from its end; None if it has none."""
    at = len(long)
    letters = [letter.lower() for letter in short if letter.isalnum()]
    for position, letter in reversed(list(enumerate(letters))):
        at = long.lower().rfind(letter, 0, at)
        while position == 0 and at > 0 and long[at - 1].isalnum():
            at = long.lower().rfind(letter, 0, at)
        if at < 0:
            return None
    return at
