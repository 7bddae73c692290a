"""Page numbers that stand in a sentence or at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.noise_words import NUMBERED

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = "page-number"

_PAGE_BEFORE_LABEL = re.compile(
    r"[.?!] (?<=[a-z)”’]..)(\d{1,3} )(?=(?:recommendations? )?[a-h]\. |recommendations? [A-Z])"
)
_PAGE_IN_CLAUSE = re.compile(r" (\d{1,3} )(?=(?:where|whether|why|how)\b)")
_BEFORE_CLAUSE = re.compile(
    r"\bto (?:tell|understand|know|say|explain|judge|assess|determine|establish)$"
)
_LONGEST_CLAUSE_HEAD = 16
_PAGE_AFTER_PLURAL = re.compile(
    r"\b(?P<noun>[a-z]{3,30}[a-rtv-z]s) (?P<page>\d{1,3} )(?=(?:when|where|whether|which|who|whose"
    r"|how|why|so that|because|although|while|unless|until)\b)"
)
"""A number after a noun in the plural, where a clause begins: no such number counts or numbers."""

_PAGE_AT_SENTENCE = re.compile(
    r"(?:(?<=[a-z)”’][.?!] )|(?<=[.?!][”’] ))(?P<page>\d{1,3} )"
    r"(?P<word>(?:The|In|We|This|These|It|There|Our|An?|For|As|At|On|To|If|However|While)(?=,? )"
    r"|[A-Z][a-z]{0,20}(?=,? [a-z]))"
)
"""A number before a sentence that begins with a capital."""

_PLURAL = re.compile(r".*[a-rtv-z]s$")
_NO_PLURALS = frozenset({"as", "its", "his", "this", "thus", "perhaps", "always", "besides"})
_PAGE_AT_END = re.compile(r"(?<=[a-z)”’][.?!])( \d{1,3})\s*$")
_LONGEST_TAIL = 130
# fmt: off
_BEFORE_QUANTITIES = frozenset((
    "ages", "always", "averages", "becomes", "besides", "costs", "employs", "equals", "exceeds",
    "falls", "grows", "holds", "includes", "means", "numbers", "passes", "perhaps", "reaches",
    "remains", "rises", "scores", "sees", "stands", "takes", "totals", "towards",
))
# fmt: on
"""Words in the form of a plural after which a number may be meant."""

_MEASURES = frozenset({"per", "million", "billion", "people", "percent", "of", "and", "or", "to"})


def page_numbers(text: str) -> Iterator[TextEdit]:
    """Page numbers where no number could belong to the sentence."""
    for match in _PAGE_BEFORE_LABEL.finditer(text):
        yield TextEdit(*match.span(1), PAGE)
    for match in _PAGE_IN_CLAUSE.finditer(text):
        start = match.start()
        if _BEFORE_CLAUSE.search(text, max(0, start - _LONGEST_CLAUSE_HEAD), start):
            yield TextEdit(*match.span(1), PAGE)
    for match in _PAGE_AFTER_PLURAL.finditer(text):
        noun = match["noun"]
        if noun not in _BEFORE_QUANTITIES and noun.removesuffix("s") not in NUMBERED:
            yield TextEdit(*match.span("page"), PAGE)
    yield from _before_sentences(text)
    for match in _PAGE_AT_END.finditer(text, max(0, len(text) - _LONGEST_TAIL)):
        yield TextEdit(*match.span(1), PAGE)


def _before_sentences(text: str) -> Iterator[TextEdit]:
    """The one number before a sentence; several in order number the pieces of a text."""
    matches = list(_PAGE_AT_SENTENCE.finditer(text))
    numbers = {int(match["page"]) for match in matches}
    for match in matches:
        word, number = match["word"].lower(), int(match["page"])
        counts = word not in _NO_PLURALS and (_PLURAL.match(word) or word in _MEASURES)
        if not counts and not numbers & {number - 1, number + 1}:
            yield TextEdit(*match.span("page"), PAGE)
