"""Web annotations: what the run found at a place in a kept text.

Each points to its place twice, by quotation and by position. The prefix and suffix of a quotation
are the rest of its sentence, so that the three put together are the sentence behind a link.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from graph.identity import digest
from graph.records.sentences import sentence_spans
from graph.statements.findings import text_iri
from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.ntriples_terms import FLAG, JU, OA, PROV, RELATION, ROLE, RULE, VOICE, A

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import IriFactory
    from graph.records.cleaned_text import CleanedText, TextEdit
    from graph.records.findings import Voice
    from graph.records.mentions import Ambiguity, EntityKey, Mention, Span, StatedRelation


class TextAnnotations:
    """Writes the annotations of one text."""

    def __init__(self, iris: IriFactory, text: str) -> None:
        """Annotate `text`."""
        self._iris = iris
        self._text = text
        self._source = text_iri(iris, text)
        self._place = self._source.rsplit("/", 1)[1]
        self._sentences = sentence_spans(text)

    def reading(self, reading: CleanedText) -> Iterator[Statement]:
        """State the cleaned text of a damaged one, the map between them, and each damage."""
        if not reading.edits:
            return
        edits = [[edit.start, edit.end, edit.flag, edit.replacement] for edit in reading.edits]
        subject = iri(f"{self._source}-reading")
        yield subject, A, JU.ReadingText
        yield subject, PROV.wasDerivedFrom, iri(self._source)
        yield subject, JU.content, literal(reading.text)
        yield subject, JU.offsetMap, literal(json.dumps(edits, ensure_ascii=False))
        for flag in sorted({edit.flag for edit in reading.edits}):
            yield from self._damage(flag, [edit for edit in reading.edits if edit.flag == flag])

    def _damage(self, flag: str, edits: list[TextEdit]) -> Iterator[Statement]:
        """State one kind of damage, with every place where it is."""
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
        self, found: Mention, voice: Voice, basis: str | None = None
    ) -> Iterator[Statement]:
        """State a name: its quotation, position and sentence, the rule, and whose words it is.

        Args:
            found: The mention.
            voice: Whose words it stands in.
            basis: IRI of the span of text with the definition or antecedent that it rests on.
        """
        subject = self._me("mention", found.start, found.end, *found.entity, found.rule)
        node = f"<{subject}>"
        yield node, A, JU.Mention
        yield node, OA.hasBody, self._entity(found.entity)
        yield node, JU.inText, f"<{self._source}>"
        yield node, JU.voice, VOICE[voice.value]
        yield node, JU.rule, RULE[found.rule]
        yield node, JU.confidence, typed(f"{found.confidence:.2f}", "decimal")
        yield from self._target(subject, (found.start, found.end), in_sentence=True)
        if found.pattern != self._text[found.start : found.end]:
            yield node, JU.pattern, literal(found.pattern)
        if basis:
            yield node, JU.restsOn, iri(basis)
        if found.role:
            yield node, JU.role, ROLE[found.role]
        if found.cue:
            yield node, JU.cue, literal(self._text[slice(*found.cue)])
        for other in found.alternatives:
            yield node, JU.alsoConsidered, self._entity(other)

    def unclear(self, found: Ambiguity) -> Iterator[Statement]:
        """State a name that could stand for several things, tied to none of them."""
        subject = self._me("unclear", found.start, found.end)
        yield f"<{subject}>", A, JU.UnclearMention
        yield f"<{subject}>", JU.remark, literal(found.reason)
        yield from self._target(subject, (found.start, found.end), in_sentence=True)
        for entity in found.entities:
            yield f"<{subject}>", JU.alsoConsidered, self._entity(entity)

    def relation(self, found: StatedRelation) -> Iterator[Statement]:
        """State what a sentence says of how two things are related, beside the registers."""
        ends = (*found.subject, *found.object)
        subject = self._me("relation", found.start, found.end, found.name, *ends)
        yield f"<{subject}>", A, JU.StatedRelation
        yield f"<{subject}>", JU.relationFrom, self._entity(found.subject)
        yield f"<{subject}>", JU.relationKind, RELATION[found.name]
        yield f"<{subject}>", JU.relationTo, self._entity(found.object)
        yield f"<{subject}>", JU.cue, literal(self._text[slice(*found.cue)])
        if found.agrees is not None:
            yield f"<{subject}>", JU.agreesWithRegister, typed(str(found.agrees).lower(), "boolean")
        yield from self._target(subject, (found.start, found.end))

    def _me(self, kind: str, start: int, end: int, *more: str) -> str:
        return f"{self._iris.base}id/{kind}/{digest(self._place, str(start), str(end), *more)}"

    def _entity(self, entity: EntityKey) -> str:
        return iri(self._iris.from_slug(*entity))

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
