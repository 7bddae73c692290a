"""Web annotations: what the run found in a span of a kept text.

Each points to its span by the IRI of the text with a fragment as in RFC 5147, and to the sentence
that holds it, which is a span of the same text. What can be read from the text by these offsets,
such as the quotation, is not stated; the export for Web Annotation states it in full.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graph.identity import digest, span_of_text
from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.ntriples_terms import JU, OA, RELATION, ROLE, RULE, VOICE, A
from ontology import namespaces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.identity import IriFactory
    from graph.records.cleaned_text import CleanedText
    from graph.records.findings import Voice
    from graph.records.mentions import Ambiguity, EntityKey, Mention, Span, StatedRelation
    from graph.records.sentence_spans import SentenceSpans


class SpokenMention(NamedTuple):
    """A mention, and what its text alone does not tell.

    Attributes:
        mention: The mention.
        voice: Whose words it stands in.
        basis: IRI of the span of text with the definition or antecedent that it rests on.
    """

    mention: Mention
    voice: Voice
    basis: str | None = None


class TextAnnotations:
    """Writes the annotations of one text."""

    def __init__(self, iris: IriFactory, address: str, text: str, sentences: SentenceSpans) -> None:
        """Annotate a text.

        Args:
            iris: Makes the IRIs.
            address: IRI of the text.
            text: The text as printed.
            sentences: Its sentences.
        """
        self._iris = iris
        self._text = text
        self._source = address
        self._text_key = self._source.rsplit("/", 1)[1]
        self._sentences = sentences

    def noise(self, cleaned: CleanedText) -> Iterator[Statement]:
        """State the extraction noise of a text: the edits that lead to the cleaned text."""
        if cleaned.edits:
            edits = [[edit.start, edit.end, edit.flag, edit.replacement] for edit in cleaned.edits]
            edits_json = json.dumps(edits, ensure_ascii=False)
            yield iri(self._source), JU.offsetMap, literal(edits_json)

    def mentions(self, mentions: Sequence[SpokenMention]) -> Iterator[Statement]:
        """State the names of a text.

        Whose words they stand in is stated of their sentence; of the mention itself only where one
        sentence holds words of several voices.
        """
        spans = [self._sentences.around(item.mention.start, item.mention.end) for item in mentions]
        voices: defaultdict[Span, set[Voice]] = defaultdict(set)
        for sentence, item in zip(spans, mentions, strict=True):
            voices[sentence].add(item.voice)
        for sentence, speakers in voices.items():
            yield from self._sentence(sentence)
            if len(speakers) == 1:
                (speaker,) = speakers
                yield self._span(sentence), JU.voice, VOICE[speaker.value]
        for sentence, item in zip(spans, mentions, strict=True):
            node = self._mention_iri(item.mention)
            yield from self._mention(node, sentence, item)
            if len(voices[sentence]) > 1:
                yield node, JU.voice, VOICE[item.voice.value]

    def _mention(self, node: str, sentence: Span, item: SpokenMention) -> Iterator[Statement]:
        mention, basis = item.mention, item.basis
        confidence = f"{mention.confidence:.2f}"
        yield node, A, JU.Mention
        yield node, OA.hasBody, self._entity(mention.entity)
        yield node, OA.hasTarget, self._span((mention.start, mention.end))
        yield node, JU.inSentence, self._span(sentence)
        yield node, JU.rule, RULE[mention.rule]
        if confidence != _confidence_of_rule(mention.rule):
            yield node, JU.confidence, typed(confidence, "decimal")
        if mention.pattern != self._text[mention.start : mention.end]:
            yield node, JU.pattern, literal(mention.pattern)
        if basis:
            yield node, JU.restsOn, iri(basis)
        if mention.role:
            yield node, JU.role, ROLE[mention.role]
        if mention.cue:
            yield node, JU.cue, literal(self._text[slice(*mention.cue)])
        if mention.provision:
            yield node, JU.provision, literal(self._text[slice(*mention.provision)])
        for rival in mention.alternatives:
            yield node, JU.alsoConsidered, self._entity(rival)

    def unclear(self, ambiguity: Ambiguity) -> Iterator[Statement]:
        """State a name that could stand for several things, tied to none of them."""
        node = self._subject("unclear", ambiguity.start, ambiguity.end)
        yield node, A, JU.UnclearMention
        yield node, JU.remark, literal(ambiguity.reason)
        yield from self._target(node, (ambiguity.start, ambiguity.end))
        for entity in ambiguity.entities:
            yield node, JU.alsoConsidered, self._entity(entity)

    def open_expression(self, span: Span) -> Iterator[Statement]:
        """State an expression such as "the Department" that is tied to nothing."""
        node = self._subject("open", *span)
        yield node, A, JU.OpenExpression
        yield from self._target(node, span)

    def relation(self, relation: StatedRelation) -> Iterator[Statement]:
        """State what a sentence says of how two things are related, beside the registers."""
        ends = (*relation.subject, *relation.object)
        node = self._subject("relation", relation.start, relation.end, relation.name, *ends)
        sentence = relation.start, relation.end
        yield node, A, JU.StatedRelation
        yield node, JU.relationFrom, self._entity(relation.subject)
        yield node, JU.relationKind, RELATION[relation.name]
        yield node, JU.relationTo, self._entity(relation.object)
        yield node, JU.cue, literal(self._text[slice(*relation.cue)])
        if relation.agrees is not None:
            yield node, JU.agreesWithRegister, typed(str(relation.agrees).lower(), "boolean")
        yield node, OA.hasTarget, self._span(sentence)
        yield from self._sentence(sentence)

    def _target(self, node: str, span: Span) -> Iterator[Statement]:
        """Where an annotation points, and the sentence that holds it."""
        sentence = self._sentences.around(*span)
        yield node, OA.hasTarget, self._span(span)
        yield node, JU.inSentence, self._span(sentence)
        yield from self._sentence(sentence)

    def _sentence(self, span: Span) -> Iterator[Statement]:
        yield self._span(span), JU.inText, iri(self._source)

    def _span(self, span: Span) -> str:
        return f"<{span_of_text(self._source, span)}>"

    def _mention_iri(self, mention: Mention) -> str:
        return self._subject("mention", mention.start, mention.end, *mention.entity, mention.rule)

    def _subject(self, kind: str, start: int, end: int, *more: str) -> str:
        key = digest(self._text_key, str(start), str(end), *more)
        return f"<{self._iris.base}id/{kind}/{key}>"

    def _entity(self, entity: EntityKey) -> str:
        return iri(self._iris.entity(entity))


@cache
def _confidence_of_rule(rule: str) -> str | None:
    """How sure the run is of what a rule finds, as its concept says; None if it does not."""
    return next(iter(namespaces.RULE.values(rule, namespaces.JU.ruleConfidence)), None)
