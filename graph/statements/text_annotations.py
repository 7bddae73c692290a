"""Web annotations: what the run found in a span of a kept text.

Each points to its span twice, by quotation and by position. The prefix and suffix of a quotation
are the rest of its sentence, so that the three put together are the sentence behind a link.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from graph.identity import digest
from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.ntriples_terms import FLAG, JU, OA, PROV, RELATION, ROLE, RULE, VOICE, A

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import IriFactory
    from graph.records.cleaned_text import CleanedText, TextEdit
    from graph.records.findings import Voice
    from graph.records.mentions import Ambiguity, EntityKey, Mention, Span, StatedRelation
    from graph.records.sentence_spans import SentenceSpans


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

    def cleaned(self, cleaned: CleanedText) -> Iterator[Statement]:
        """State the cleaned text of a noisy one, the map between them, and each kind of noise."""
        if not cleaned.edits:
            return
        edits = [[edit.start, edit.end, edit.flag, edit.replacement] for edit in cleaned.edits]
        subject = iri(f"{self._source}-reading")
        yield subject, A, JU.ReadingText
        yield subject, PROV.wasDerivedFrom, iri(self._source)
        yield subject, JU.content, literal(cleaned.text)
        yield subject, JU.offsetMap, literal(json.dumps(edits, ensure_ascii=False))
        for flag in sorted({edit.flag for edit in cleaned.edits}):
            yield from self._noise(flag, [edit for edit in cleaned.edits if edit.flag == flag])

    def _noise(self, flag: str, edits: list[TextEdit]) -> Iterator[Statement]:
        """State one kind of extraction noise, with every span where it stands."""
        subject = f"{self._source}-{flag}"
        yield f"<{subject}>", A, JU.Damage
        yield f"<{subject}>", OA.hasBody, FLAG[flag]
        for edit in edits:
            target = f"<{subject}-{edit.start}>"
            place = f"<{subject}-{edit.start}-place>"
            yield f"<{subject}>", OA.hasTarget, target
            yield target, OA.hasSource, f"<{self._source}>"
            yield target, OA.hasSelector, place
            yield from _position(place, edit.start, edit.end)

    def mention(
        self, mention: Mention, voice: Voice, basis: str | None = None
    ) -> Iterator[Statement]:
        """State a name: its quotation, position and sentence, the rule, and whose words it is.

        Args:
            mention: The mention.
            voice: Whose words it stands in.
            basis: IRI of the span of text with the definition or antecedent that it rests on.
        """
        subject = self._subject(
            "mention", mention.start, mention.end, *mention.entity, mention.rule
        )
        node = f"<{subject}>"
        yield node, A, JU.Mention
        yield node, OA.hasBody, self._entity(mention.entity)
        yield node, JU.inText, f"<{self._source}>"
        yield node, JU.voice, VOICE[voice.value]
        yield node, JU.rule, RULE[mention.rule]
        yield node, JU.confidence, typed(f"{mention.confidence:.2f}", "decimal")
        yield from self._target(subject, (mention.start, mention.end), in_sentence=True)
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
        subject = self._subject("unclear", ambiguity.start, ambiguity.end)
        yield f"<{subject}>", A, JU.UnclearMention
        yield f"<{subject}>", JU.remark, literal(ambiguity.reason)
        yield from self._target(subject, (ambiguity.start, ambiguity.end), in_sentence=True)
        for entity in ambiguity.entities:
            yield f"<{subject}>", JU.alsoConsidered, self._entity(entity)

    def open_expression(self, span: Span) -> Iterator[Statement]:
        """State an expression such as "the Department" that is tied to nothing."""
        subject = self._subject("open", *span)
        yield f"<{subject}>", A, JU.OpenExpression
        yield from self._target(subject, span, in_sentence=True)

    def relation(self, relation: StatedRelation) -> Iterator[Statement]:
        """State what a sentence says of how two things are related, beside the registers."""
        ends = (*relation.subject, *relation.object)
        subject = self._subject("relation", relation.start, relation.end, relation.name, *ends)
        yield f"<{subject}>", A, JU.StatedRelation
        yield f"<{subject}>", JU.relationFrom, self._entity(relation.subject)
        yield f"<{subject}>", JU.relationKind, RELATION[relation.name]
        yield f"<{subject}>", JU.relationTo, self._entity(relation.object)
        yield f"<{subject}>", JU.cue, literal(self._text[slice(*relation.cue)])
        if relation.agrees is not None:
            yield (
                f"<{subject}>",
                JU.agreesWithRegister,
                typed(str(relation.agrees).lower(), "boolean"),
            )
        yield from self._target(subject, (relation.start, relation.end))

    def _subject(self, kind: str, start: int, end: int, *more: str) -> str:
        return f"{self._iris.base}id/{kind}/{digest(self._text_key, str(start), str(end), *more)}"

    def _entity(self, entity: EntityKey) -> str:
        return iri(self._iris.entity(entity))

    def _target(
        self, subject: str, span: Span, *, in_sentence: bool = False
    ) -> Iterable[Statement]:
        """Where an annotation points: a quotation and a position in the text."""
        target, words, place = f"<{subject}-target>", f"<{subject}-quote>", f"<{subject}-place>"
        start, end = span
        pointing: list[Statement] = [
            (f"<{subject}>", OA.hasTarget, target),
            (target, OA.hasSource, f"<{self._source}>"),
            (target, OA.hasSelector, words),
            (target, OA.hasSelector, place),
            (words, A, OA.TextQuoteSelector),
            (words, OA.exact, literal(self._text[start:end])),
            *_position(place, start, end),
        ]
        if in_sentence:
            first, last = self._sentences.around(start, end)
            pointing += [
                (words, OA.prefix, literal(self._text[first:start])),
                (words, OA.suffix, literal(self._text[end:last])),
            ]
        return pointing


def _position(place: str, start: int, end: int) -> tuple[Statement, ...]:
    return (
        (place, A, OA.TextPositionSelector),
        (place, OA.start, typed(str(start), "nonNegativeInteger")),
        (place, OA.end, typed(str(end), "nonNegativeInteger")),
    )
