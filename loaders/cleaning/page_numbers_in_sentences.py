"""Page numbers between a noun in the plural and the clause that follows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.noise_words import NUMBERED
from loaders.cleaning.page_number_words import (
    BEFORE_ANY_PLURAL,
    BEFORE_PLURAL,
    BEFORE_UNNUMBERED,
    GIVES_SEVERAL,
    NO_PLURALS,
    NUMBERED_PLURALS,
    OPENS_SHARE,
    QUALITIES,
)
from loaders.cleaning.page_numbers import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEFORE_CLAUSE = re.compile(
    r"(?<=[a-rtv-z]s )(?P<page>\d{1,3} )(?=(?:when|where|whether|which|who|whose"
    r"|how|why|so that|because|although|while|unless|until)\b)"
)
_PLURAL = re.compile(r"[a-z]{3,30}[a-rtv-z]s")
_BOUNDARY = re.compile(r"[.;:?!,()–—“”]")
_LONGEST_SENTENCE = 200
_FEWEST_WORDS = 3


def page_numbers_in_sentences(text: str) -> Iterator[TextEdit]:
    """A number after `all councils` and before `when`, which neither counts nor numbers them."""
    for match in _BEFORE_CLAUSE.finditer(text):
        sentence = text[max(0, match.start() - _LONGEST_SENTENCE) : match.start()]
        words = _BOUNDARY.split(sentence)[-1].lower().split()
        if len(words) >= _FEWEST_WORDS and _ends_with_plural(words) and not _may_count(words):
            yield TextEdit(*match.span("page"), PAGE)


def _ends_with_plural(words: list[str]) -> bool:
    """Whether the last of some words is surely a noun in the plural, which has no number."""
    third, before, noun = words[-3:]
    if not _PLURAL.fullmatch(noun) or noun in NO_PLURALS:
        return False
    if before in BEFORE_UNNUMBERED or third in BEFORE_ANY_PLURAL:
        return True
    marked = before in BEFORE_PLURAL or (before in QUALITIES and third in BEFORE_PLURAL)
    return marked and noun not in NUMBERED_PLURALS and noun.removesuffix("s") not in NUMBERED


def _may_count(words: list[str]) -> bool:
    """Whether a number after some words may be an amount of its own."""
    if words[0] in OPENS_SHARE:
        return True
    return any(word in GIVES_SEVERAL or word[0].isdigit() for word in words)
