"""Definitions made in a document: "long form (ABBR)", which bind for that document alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from graph.records.mentions import Mention
from loaders.names.abbreviations import can_abbreviate, is_abbreviation
from loaders.names.annotated_text import Definition, by_position
from loaders.names.mention_rules import DEFINED_IN_DOCUMENT, DEFINITION_CONFIDENCE
from loaders.names.span_index import SpanIndex
from loaders.names.word_lists import matching_words
from loaders.text.folding import fold
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from graph.records.mentions import EntityKey, Span
    from loaders.names.annotated_text import AnnotatedText
    from loaders.names.document_context import DocumentContext
    from loaders.names.linking import Linker

_HEAD_WORDS = frozenset(matching_words().extension.words)
_LONGEST_HEAD = max(map(len, _HEAD_WORDS))

_QUOTES = "\"'“”‘’"
PARENTHESIS = compile_pattern(
    rf" ?\((?:hereafter |henceforth |known as |or )?(?P<inside>[{_QUOTES}]?(?:the )?"
    rf"[A-Za-z][\w&./-]*(?: [A-Z][\w&-]*)?[{_QUOTES}]?"
    rf"(?:(?:,| or| and) [{_QUOTES}]?(?:the )?[A-Za-z][\w&-]*[{_QUOTES}]?)?)\)"
)
_PART = re.compile(r"(?:the )?[A-Za-z][\w&./-]*(?: [A-Z][\w&-]*)?")


def find_definitions(text: AnnotatedText, linker: Linker, context: DocumentContext) -> None:
    """Find what a text defines behind registered names, and bind it for the document."""
    opening = text.folded_text.find("(")
    if opening < 0:
        return
    ends: dict[int, tuple[int, int]] = {}
    while opening >= 0:
        long_end = opening - 1 if text.folded_text[opening - 1 : opening] == " " else opening
        match = PARENTHESIS.match(text.text, long_end)
        if match and not ends:
            ends = {
                -minus_end: (start, number)
                for start, minus_end, number in reversed(text.exact_matches)
            }
        name_end = long_end if long_end in ends else _without_head(text.folded_text, long_end)
        if match and name_end in ends:
            start, number = ends[name_end]
            chosen = linker.choose(text, context, (start, -name_end, number)).chosen
            if chosen:
                _add_definition(text, context, chosen[0].entity, (start, long_end), match)
        opening = text.folded_text.find("(", opening + 1)


def _without_head(text: str, end: int) -> int:
    """Where a name ends that "project" follows: "Civil Auto File Share project (CAFS)"."""
    near = max(0, end - _LONGEST_HEAD - 1)
    space = text.rfind(" ", near, end)
    return space if text[max(near, space + 1) : end].lower() in _HEAD_WORDS else end


def _add_definition(
    text: AnnotatedText,
    context: DocumentContext,
    entity: EntityKey,
    long_form: Span,
    match: re.Match[str],
) -> None:
    """Bind the terms of a parenthesis, if they can be short for the long form."""
    terms = []
    for part in _PART.finditer(text.text, match.start("inside"), match.end("inside")):
        term, place = part[0], (text.number, *part.span())
        if term.startswith("the "):
            context.defined_heads.setdefault(term[4:].lower(), (entity, place))
        elif is_abbreviation(term) and can_abbreviate(term, text.text[slice(*long_form)]):
            context.defined_abbreviations.setdefault(fold(term), (entity, place))
            terms.append((*part.span(), term))
        else:
            return
    text.definitions.append(Definition(*long_form, match.end(), entity, tuple(terms)))


def merge_definitions(text: AnnotatedText) -> None:
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
                    defined.entity,
                    DEFINED_IN_DOCUMENT,
                    DEFINITION_CONFIDENCE,
                    term,
                    nested=True,
                    basis=(text.number, *span),
                )
            )
    text.mentions.sort(key=by_position)


def match_defined_abbreviations(text: AnnotatedText, context: DocumentContext) -> None:
    """Add mentions by the abbreviations that the document defines itself."""
    if not context.defined_abbreviations:
        return
    named_spans = {(mention.start, mention.end) for mention in text.mentions}
    new_mentions = [
        Mention(
            *match.span(), entity, DEFINED_IN_DOCUMENT, DEFINITION_CONFIDENCE, term, basis=basis
        )
        for term, (entity, basis) in context.defined_abbreviations.items()
        if term in text.folded_text
        for match in re.finditer(rf"(?<![^\W_]){re.escape(term)}(?![^\W\d_])", text.folded_text)
        if match.span() not in named_spans
    ]
    if new_mentions:
        occupied = SpanIndex(((m.start, m.end), m) for m in text.mentions)
        text.mentions += [m for m in new_mentions if not occupied.overlapping((m.start, m.end))]
        text.mentions.sort(key=by_position)
