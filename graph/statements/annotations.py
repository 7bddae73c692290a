"""Web annotations: what the run found at a place in a kept text.

Each points to its place twice, by quotation and by position. The prefix and suffix of a quotation
are the rest of its sentence, so that the three put together are the sentence behind a link.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from rdflib.namespace import PROV, RDF

from graph.identity import digest
from graph.ntriples import Statement, iri, literal, typed
from graph.records import Voice
from graph.sentences import sentences
from graph.statements.findings import text_iri
from ontology.schemes import FLAG, RELATION, ROLE, RULE, VOICE
from ontology.terms import JU, OA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.namespace import DefinedNamespace

    from graph.identity import Minter
    from graph.mentions import Ambiguity, Mention, Relation, Span, Thing
    from graph.reading import Edit, Reading

A = iri(RDF.type)
DERIVED_FROM = iri(PROV.wasDerivedFrom)
HAS_BODY = iri(OA.hasBody)
HAS_TARGET = iri(OA.hasTarget)
HAS_SOURCE = iri(OA.hasSource)
HAS_SELECTOR = iri(OA.hasSelector)
QUOTE = iri(OA.TextQuoteSelector)
PLACE = iri(OA.TextPositionSelector)
EXACT = iri(OA.exact)
PREFIX = iri(OA.prefix)
SUFFIX = iri(OA.suffix)
START = iri(OA.start)
END = iri(OA.end)
MENTION = iri(JU.Mention)
USES_RULE = iri(JU.rule)
CONFIDENCE = iri(JU.confidence)
SAID_BY = iri(JU.voice)
ALSO = iri(JU.alsoConsidered)
HAS_ROLE = iri(JU.role)
CUE = iri(JU.cue)
DAMAGE = iri(JU.Damage)
READING = iri(JU.ReadingText)
CONTENT = iri(JU.content)
OFFSET_MAP = iri(JU.offsetMap)
VOICES = {voice: iri(VOICE[voice.value]) for voice in Voice}


class TextAnnotations:
    """Writes the annotations of one text."""

    def __init__(self, mint: Minter, text: str) -> None:
        """Annotate `text`."""
        self._mint = mint
        self._text = text
        self._source = text_iri(mint, text)
        self._place = self._source.rsplit("/", 1)[1]
        self._sentences = sentences(text)

    def reading(self, reading: Reading) -> Iterator[Statement]:
        """State the cleaned text of a damaged one, the map between them, and each damage."""
        if not reading.edits:
            return
        edits = [[edit.start, edit.end, edit.flag, edit.replacement] for edit in reading.edits]
        me = iri(f"{self._source}-reading")
        yield me, A, READING
        yield me, DERIVED_FROM, iri(self._source)
        yield me, CONTENT, literal(reading.text)
        yield me, OFFSET_MAP, literal(json.dumps(edits, ensure_ascii=False))
        for flag in sorted({edit.flag for edit in reading.edits}):
            yield from self._damage(flag, [edit for edit in reading.edits if edit.flag == flag])

    def _damage(self, flag: str, edits: list[Edit]) -> Iterator[Statement]:
        """State one kind of damage, with every place where it is."""
        me = f"{self._source}-{flag}"
        yield f"<{me}>", A, DAMAGE
        yield f"<{me}>", HAS_BODY, _concept(FLAG, flag)
        for edit in edits:
            target = f"<{me}-{edit.start}>"
            place = f"<{me}-{edit.start}-place>"
            yield f"<{me}>", HAS_TARGET, target
            yield target, HAS_SOURCE, f"<{self._source}>"
            yield target, HAS_SELECTOR, place
            yield from _position(place, edit.start, edit.end)

    def mention(self, found: Mention, voice: Voice) -> Iterator[Statement]:
        """State a name: its quotation, position and sentence, the rule, and whose words it is."""
        me = self._me("mention", found.start, found.end, *found.thing, found.rule)
        node = f"<{me}>"
        yield node, A, MENTION
        yield node, HAS_BODY, self._thing(found.thing)
        yield node, SAID_BY, VOICES[voice]
        yield node, USES_RULE, _concept(RULE, found.rule)
        yield node, CONFIDENCE, typed(f"{found.confidence:.2f}", "decimal")
        yield from self._target(me, (found.start, found.end), in_sentence=True)
        if found.role:
            yield node, HAS_ROLE, _concept(ROLE, found.role)
        if found.cue:
            yield node, CUE, literal(self._text[slice(*found.cue)])
        for other in found.others:
            yield node, ALSO, self._thing(other)

    def unclear(self, found: Ambiguity) -> Iterator[Statement]:
        """State a name that could stand for several things, tied to none of them."""
        me = self._me("unclear", found.start, found.end)
        yield f"<{me}>", A, iri(JU.UnclearMention)
        yield f"<{me}>", iri(JU.remark), literal(found.reason)
        yield from self._target(me, (found.start, found.end), in_sentence=True)
        for thing in found.things:
            yield f"<{me}>", ALSO, self._thing(thing)

    def relation(self, found: Relation) -> Iterator[Statement]:
        """State what a sentence says of how two things are related, beside the registers."""
        ends = (*found.subject, *found.object)
        me = self._me("relation", found.start, found.end, found.name, *ends)
        yield f"<{me}>", A, iri(JU.StatedRelation)
        yield f"<{me}>", iri(JU.relationFrom), self._thing(found.subject)
        yield f"<{me}>", iri(JU.relationKind), iri(RELATION[found.name])
        yield f"<{me}>", iri(JU.relationTo), self._thing(found.object)
        yield f"<{me}>", iri(JU.cue), literal(self._text[slice(*found.cue)])
        if found.agrees is not None:
            yield f"<{me}>", iri(JU.agreesWithRegister), typed(str(found.agrees).lower(), "boolean")
        yield from self._target(me, (found.start, found.end))

    def _me(self, kind: str, start: int, end: int, *more: str) -> str:
        return f"{self._mint.base}id/{kind}/{digest(self._place, str(start), str(end), *more)}"

    def _thing(self, thing: Thing) -> str:
        return iri(self._mint.named(*thing))

    def _target(self, me: str, span: Span, *, in_sentence: bool = False) -> Iterable[Statement]:
        """Where an annotation points: a quotation and a position in the text."""
        target, words, place = f"<{me}-target>", f"<{me}-quote>", f"<{me}-place>"
        start, end = span
        pointing: list[Statement] = [
            (f"<{me}>", HAS_TARGET, target),
            (target, HAS_SOURCE, f"<{self._source}>"),
            (target, HAS_SELECTOR, words),
            (target, HAS_SELECTOR, place),
            (words, A, QUOTE),
            (words, EXACT, literal(self._text[start:end])),
            *_position(place, start, end),
        ]
        if in_sentence:
            first, last = self._sentences.around(start, end)
            pointing += [
                (words, PREFIX, literal(self._text[first:start])),
                (words, SUFFIX, literal(self._text[end:last])),
            ]
        return pointing


def _position(place: str, start: int, end: int) -> tuple[Statement, ...]:
    return (
        (place, A, PLACE),
        (place, START, typed(str(start), "nonNegativeInteger")),
        (place, END, typed(str(end), "nonNegativeInteger")),
    )


@cache
def _concept(scheme: type[DefinedNamespace], name: str) -> str:
    """A concept of a scheme; a name that the scheme does not hold raises AttributeError."""
    return iri(scheme[name])
