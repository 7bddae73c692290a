"""Discovery: organisations and initiatives that a text names and no register holds.

Each is a candidate, and nothing more, until somebody accepts it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.identity import slug
from graph.records.mentions import Candidate, Mention
from loaders.names.abbreviations import is_abbreviation, long_form_start, singular
from loaders.names.law_titles import LAW_TITLE
from loaders.names.mention_rules import (
    DEFINED_IN_DOCUMENT,
    DEFINITION_CONFIDENCE,
    DISCOVERED,
    NEAR_SPELLING,
)
from loaders.names.other_chambers import committees_of_other_chambers
from loaders.names.other_meanings import common_nouns
from loaders.names.phrases import PART, Phrase, acronyms, is_common, kind_of, owned, phrases
from loaders.names.quoted_names import quoted_names
from loaders.names.similar_names import SimilarNames
from loaders.names.span_index import SpanIndex
from loaders.text.folding import fold

if TYPE_CHECKING:
    from graph.records.mentions import DocumentSpan, EntityKey, Span
    from loaders.names.annotated_text import AnnotatedText
    from loaders.names.gazetteer import Gazetteer

_NEAR_SPELLING = 0.8
_DEFINED = 0.8
_LAW = 0.9
_SHORT_WORD = 3
_LOOK_BACK = 160
_DEFINITION = re.compile(r" \(([\"'“‘]?)([A-Za-z][\w&./-]{1,11})([\"'”’]?)\)")


class Discoverer:
    """Finds candidates in the texts of a document."""

    def __init__(self, gazetteer: Gazetteer, refused: frozenset[str] = frozenset()) -> None:
        """Compare candidates with the names of `gazetteer`; leave out the refused ones."""
        self._similar_names = SimilarNames(gazetteer)
        self._refused = refused
        self._registered_words = frozenset(gazetteer.single_words)

    def discover(self, texts: list[AnnotatedText]) -> list[dict[str, Candidate]]:
        """Add mentions of candidates to the texts of a document; the candidates of each text."""
        defined: dict[str, tuple[Candidate, DocumentSpan]] = {}
        for text in texts:
            self._define(text, defined)
        nouns = frozenset().union(*(common_nouns(text.text) for text in texts))
        candidates_by_text: list[dict[str, Candidate]] = []
        for text in texts:
            occupied = _OccupiedSpans(text)
            self._match_defined_abbreviations(text, occupied, defined)
            for title in text.law_titles:
                span = (title.start, title.end)
                self._add_phrase(text, occupied, Phrase(*span, "initiative", _LAW, LAW_TITLE))
            for phrase in owned(text.text, text.mentions):
                self._add_phrase(text, occupied, phrase)
            named_spans = {(mention.start, mention.end) for mention in text.mentions}
            for phrase in phrases(text.text, named_spans):
                self._add_phrase(text, occupied, phrase)
            for phrase in (
                *quoted_names(text.text),
                *committees_of_other_chambers(text),
            ):
                self._add_phrase(text, occupied, phrase)
            for phrase in acronyms(text.text, named_spans):
                word = text.text[phrase.start : phrase.end]
                if word not in nouns and word not in self._registered_words:
                    self._add_phrase(text, occupied, phrase)
            candidates_by_text.append(self._candidates(text, defined))
        return candidates_by_text

    def _add_phrase(self, text: AnnotatedText, occupied: _OccupiedSpans, phrase: Phrase) -> None:
        span = (phrase.start, phrase.end)
        if span in text.left_out or not occupied.is_free(span, part=phrase.pattern == PART):
            return
        name = text.text[slice(*span)]
        key = slug(fold(name))
        if not key or self._refuses(name):
            return
        if registered := self._similar_names.misspelt(name):
            entity, pattern, rule = registered
            occupied.add(Mention(*span, entity, rule, _NEAR_SPELLING, pattern))
        else:
            candidate = ("candidate", key)
            occupied.add(Mention(*span, candidate, DISCOVERED, phrase.confidence, phrase.pattern))

    def _refuses(self, name: str) -> bool:
        return slug(fold(name)) in self._refused

    def _define(
        self, text: AnnotatedText, defined: dict[str, tuple[Candidate, DocumentSpan]]
    ) -> None:
        """Note what a text defines: "long form (ABBR)" where no register knows the long form."""
        if " (" not in text.text:
            return
        ends = {mention.end for mention in text.mentions}
        occupied = _OccupiedSpans(text)
        registered = _registered_spans(text)
        for match in _DEFINITION.finditer(text.text):
            short_form = match[2]
            of_one = singular(short_form, text.text[: match.start()])
            letters = of_one or (short_form if is_abbreviation(short_form) else None)
            if match.end() in ends or letters is None or is_common(letters):
                continue
            start = _long_form(text.text, match.start(), letters)
            if start is None or (of_one and _of_a_class(text.text[start : match.start()])):
                continue
            long_form = text.text[start : match.start()]
            if entity := registered.get(match.span(2)):
                whole = (start, match.end())
                occupied.add(Mention(*whole, entity, NEAR_SPELLING, _NEAR_SPELLING, long_form))
                continue
            if is_common(long_form) or self._refuses(long_form):
                continue
            candidate = Candidate(slug(fold(long_form)), long_form, kind_of(long_form), short_form)
            span = (text.number, match.start(2), match.end(2))
            defined.setdefault(short_form, (candidate, span))
            _merge_definition(text, occupied, candidate, (start, match.start()), span)

    def _match_defined_abbreviations(
        self,
        text: AnnotatedText,
        occupied: _OccupiedSpans,
        defined: dict[str, tuple[Candidate, DocumentSpan]],
    ) -> None:
        """Add mentions by the abbreviations that the document defines for its candidates."""
        for short_form, (candidate, span) in defined.items():
            if short_form not in text.text:
                continue
            for match in re.finditer(rf"(?<![^\W_]){re.escape(short_form)}(?![^\W\d_])", text.text):
                if occupied.is_free(match.span()):
                    occupied.add(
                        Mention(
                            *match.span(),
                            candidate.entity,
                            DEFINED_IN_DOCUMENT,
                            DEFINITION_CONFIDENCE,
                            short_form,
                            basis=span,
                        )
                    )

    def _candidates(
        self, text: AnnotatedText, defined: dict[str, tuple[Candidate, DocumentSpan]]
    ) -> dict[str, Candidate]:
        by_key = {candidate.key: candidate for candidate, _ in defined.values()}
        candidates: dict[str, Candidate] = {}
        for mention in sorted(text.mentions, key=lambda m: m.start):
            kind, key = mention.entity
            if kind == "candidate" and key not in candidates:
                name = text.text[mention.start : mention.end]
                candidate = by_key.get(key) or Candidate(key, name, kind_of(name))
                candidates[key] = replace(
                    candidate, similar=self._similar_names.like(candidate.name)
                )
        return candidates


class _OccupiedSpans:
    """The spans of a text that mentions occupy."""

    def __init__(self, text: AnnotatedText) -> None:
        self._text = text
        self._index = SpanIndex(
            ((m.start, m.end), number) for number, m in enumerate(text.mentions)
        )
        self._unclear = SpanIndex(((item.start, item.end), item) for item in text.ambiguous)

    def is_free(self, span: Span, *, part: bool = False) -> bool:
        """Whether a name may stand at `span`: around another, but not across, in or beside it."""
        if self._unclear.overlapping(span):
            return False
        return all(
            span != mention_span
            and _within(mention_span, span)
            and (part or self._longer(span, mention_span))
            for mention_span, _ in self._index.overlapping(span)
        )

    def _longer(self, span: Span, inner: Span) -> bool:
        """Whether the words of `span` behind the name inside it make another name of it."""
        behind = self._text.text[inner[1] : span[1]]
        return bool(behind) and not behind.startswith((" and ", " & ", ", "))

    def add(self, mention: Mention) -> None:
        """Add a mention to the text; those inside it become nested."""
        span, mentions = (mention.start, mention.end), self._text.mentions
        for mention_span, number in self._index.overlapping(span):
            if _within(mention_span, span):
                mentions[number] = mentions[number]._replace(nested=True)
        self._index.add(span, len(mentions))
        mentions.append(mention)


def _registered_spans(text: AnnotatedText) -> dict[Span, EntityKey]:
    """The spans that name one registered thing, and which."""
    entities: dict[Span, list[EntityKey]] = {}
    for mention in text.mentions:
        if mention.entity[0] != "candidate":
            entities.setdefault((mention.start, mention.end), []).append(mention.entity)
    return {span: named[0] for span, named in entities.items() if len(named) == 1}


def _merge_definition(
    text: AnnotatedText,
    occupied: _OccupiedSpans,
    candidate: Candidate,
    long_form: Span,
    span: DocumentSpan,
) -> None:
    """Put one mention around "long form (ABBR)", with what it holds nested in it."""
    entity = candidate.entity
    whole, short_form = (long_form[0], span[2] + 1), span[1:]
    if occupied.is_free(short_form):
        term = text.text[slice(*short_form)]
        occupied.add(
            Mention(
                *short_form,
                entity,
                DEFINED_IN_DOCUMENT,
                DEFINITION_CONFIDENCE,
                term,
                basis=span,
            )
        )
    occupied.add(Mention(*long_form, entity, DISCOVERED, _DEFINED, candidate.name))
    occupied.add(Mention(*whole, entity, DISCOVERED, _DEFINED, candidate.name))


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _of_a_class(long_form: str) -> bool:
    """Whether a name in the plural is that of many bodies: "Integrated Care Boards"."""
    word = long_form.rsplit(maxsplit=1)[-1].lower()
    return "organisation" in {kind_of(word), kind_of(word.removesuffix("s"))}


def _long_form(text: str, end: int, short_form: str) -> int | None:
    """Where the long form of an abbreviation begins; None if it is no proper name."""
    letters = sum(char.isalnum() for char in short_form)
    words = list(re.finditer(r"\S+", text[max(0, end - _LOOK_BACK) : end]))[
        -min(letters + 5, 2 * letters) :
    ]
    if not words:
        return None
    base = max(0, end - _LOOK_BACK) + words[0].start()
    offset = long_form_start(short_form, text[base:end])
    if offset is None or not text[base + offset].isupper():
        return None
    body = [word for word in text[base + offset : end].split() if len(word) > _SHORT_WORD]
    capitals = sum(word[0].isupper() for word in body)
    return base + offset if len(body) > 1 and capitals >= 0.6 * len(body) and capitals > 1 else None
