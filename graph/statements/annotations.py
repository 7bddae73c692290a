"""Web annotations: what the run found at a place in a kept text.

Each points to its place twice, by quotation and by position. The prefix and suffix of a quotation
are the rest of its sentence, so that the three put together are the sentence behind a link.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rdflib.namespace import PROV, RDF

from graph.identity import digest
from graph.ntriples import Statement, iri, literal, typed
from graph.records import Voice
from graph.sentences import Sentences
from graph.statements.findings import text_iri
from ontology.schemes import FLAG, RELATION, ROLE, RULE, VOICE
from ontology.terms import JU, OA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import Minter
    from graph.mentions import Ambiguity, Mention, Relation, Span, Thing
    from graph.reading import Reading

A = iri(RDF.type)
GENERATED_BY = iri(PROV.wasGeneratedBy)
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
VOICES = {voice: iri(VOICE[voice.value]) for voice in Voice}


class TextAnnotations:
    """Writes the annotations of one text."""

    def __init__(self, mint: Minter, run: str, text: str) -> None:
        """Annotate `text`; `run` is the run that found everything, in N-Triples syntax."""
        self._mint = mint
        self._run = run
        self._text = text
        self._source = text_iri(mint, text)
        self._place = self._source.rsplit("/", 1)[1]
        self._sentences = Sentences(text)

    def reading(self, reading: Reading) -> Iterator[Statement]:
        """State the cleaned text of a damaged one, the map between them, and each damage."""
        if not reading.edits:
            return
        edits = [[edit.start, edit.end, edit.flag, edit.replacement] for edit in reading.edits]
        me = iri(f"{self._source}-reading")
        yield me, A, iri(JU.ReadingText)
        yield me, iri(PROV.wasDerivedFrom), iri(self._source)
        yield me, iri(JU.content), literal(reading.text)
        yield me, iri(JU.offsetMap), literal(json.dumps(edits, ensure_ascii=False))
        for edit in reading.edits:
            damage = f"{self._source}-damage-{edit.start}-{edit.end}"
            yield f"<{damage}>", A, iri(JU.Damage)
            yield f"<{damage}>", HAS_BODY, iri(FLAG[edit.flag])
            yield from self._target(damage, (edit.start, edit.end))

    def mention(self, found: Mention, voice: Voice) -> Iterator[Statement]:
        """State a name: its quotation, position and sentence, the rule, and whose words it is."""
        me = self._me("mention", found.start, found.end, *found.thing, found.rule)
        node = f"<{me}>"
        yield node, A, MENTION
        yield node, GENERATED_BY, self._run
        yield node, HAS_BODY, self._thing(found.thing)
        yield node, SAID_BY, VOICES[voice]
        yield node, USES_RULE, iri(RULE[found.rule])
        yield node, CONFIDENCE, typed(f"{found.confidence:.2f}", "decimal")
        yield from self._target(me, (found.start, found.end), in_sentence=True)
        if found.role:
            yield node, iri(JU.role), iri(ROLE[found.role])
        if found.cue:
            yield node, iri(JU.cue), literal(self._text[slice(*found.cue)])
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
        yield f"<{me}>", GENERATED_BY, self._run
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
        pointing = [
            (f"<{me}>", HAS_TARGET, target),
            (target, HAS_SOURCE, f"<{self._source}>"),
            (target, HAS_SELECTOR, words),
            (target, HAS_SELECTOR, place),
            (words, A, QUOTE),
            (words, EXACT, literal(self._text[start:end])),
            (place, A, PLACE),
            (place, START, typed(str(start), "nonNegativeInteger")),
            (place, END, typed(str(end), "nonNegativeInteger")),
        ]
        if in_sentence:
            first, last = self._sentences.around(start, end)
            pointing += [
                (words, PREFIX, literal(self._text[first:start])),
                (words, SUFFIX, literal(self._text[end:last])),
            ]
        return pointing
