"""What the run worked out: readings, damage, mentions, labels and shortcut edges.

These statements stand in the default graph only. Mentions and damage are W3C web annotations; the
prefix and suffix of a mention's quotation are the rest of its sentence, so that prefix, exact and
suffix put together are the sentence behind the link.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rdflib.namespace import DCAT, PROV, RDF, RDFS, VOID

from graph.identity import digest
from graph.ntriples import Statement, english, iri, literal, typed
from graph.records import Voice
from graph.statements.findings import finding_iri, text_iri
from ontology.schemes import FLAG, ROLE, RULE, VOICE
from ontology.terms import JU, OA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.answers import ReplyShape
    from graph.identity import Minter
    from graph.mentions import Candidate, Mention, Thing
    from graph.reading import Reading
    from graph.records import Finding
    from graph.sentences import Sentences

A = iri(RDF.type)
LABEL = iri(RDFS.label)
MENTION = iri(JU.Mention)
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
USES_RULE = iri(JU.rule)
CONFIDENCE = iri(JU.confidence)
SAID_BY = iri(JU.voice)
GENERATED_BY = iri(PROV.wasGeneratedBy)
MENTIONS = iri(JU.mentions)
CONCERNS = iri(JU.concerns)

_VOICES = {voice: iri(VOICE[voice.value]) for voice in Voice}


class DerivedStatements:
    """Writes what the run derives from the records."""

    def __init__(self, mint: Minter, version: str) -> None:
        """Use `mint` for every IRI; `version` is that of this software, which names the run."""
        self._mint = mint
        self._run = iri(mint.named("run", f"joinedup-{version}"))
        self._version = version

    def dataset(self) -> Iterator[Statement]:
        """Describe the graph as a data set, and the run that made it.

        The clock has no part in it: the same input gives the same graph on any day.
        """
        me = iri(f"{self._mint.base}id/dataset/graph")
        yield me, A, iri(DCAT.Dataset)
        yield me, A, iri(VOID.Dataset)
        yield me, iri(VOID.uriSpace), literal(self._mint.base)
        yield me, GENERATED_BY, self._run
        yield self._run, A, iri(JU.Run)
        yield self._run, LABEL, literal(f"joinedup {self._version}")

    def thing(self, thing: Thing) -> str:
        """The IRI of a thing that a text names, in N-Triples syntax."""
        return iri(self._mint.named(*thing))

    def label(self, finding: Finding) -> Iterator[Statement]:
        """Give a finding a name that people can read in a list."""
        kind = finding.kind.value.replace("-", " ").capitalize() if finding.kind else "Finding"
        number = f" {finding.number}" if finding.number else ""
        report = finding.report
        place = (report.title or report.hc_number) if report else finding.committee
        label = f"{kind}{number}, {place}" if place else f"{kind}{number}"
        yield iri(finding_iri(self._mint, finding.key)), LABEL, english(label)

    def reading(self, reading: Reading) -> Iterator[Statement]:
        """State the cleaned text of a damaged one, the map between them, and each damage."""
        if not reading.edits:
            return
        text = text_iri(self._mint, reading.original)
        edits = [[edit.start, edit.end, edit.flag, edit.replacement] for edit in reading.edits]
        me = iri(f"{text}-reading")
        yield me, A, iri(JU.ReadingText)
        yield me, iri(PROV.wasDerivedFrom), iri(text)
        yield me, iri(JU.content), literal(reading.text)
        yield me, iri(JU.offsetMap), literal(json.dumps(edits, ensure_ascii=False))
        for edit in reading.edits:
            damage = f"{text}-damage-{edit.start}-{edit.end}"
            yield iri(damage), A, iri(JU.Damage)
            yield iri(damage), GENERATED_BY, self._run
            yield iri(damage), HAS_BODY, iri(FLAG[edit.flag])
            quote = reading.original[edit.start : edit.end]
            yield from _target(damage, text, (edit.start, edit.end), quote)

    def mentions(
        self, text: str, mentions: Iterable[tuple[Mention, Voice]], sentences: Sentences
    ) -> Iterator[Statement]:
        """State each name found in a text: its quotation, position, sentence, rule and voice."""
        source = text_iri(self._mint, text)
        place = source.rsplit("/", 1)[1]
        for found, voice in mentions:
            key = digest(place, str(found.start), str(found.end), *found.thing, found.rule)
            me = f"{self._mint.base}id/mention/{key}"
            first, last = sentences.around(found.start, found.end)
            quote = text[found.start : found.end]
            node = iri(me)
            yield node, A, MENTION
            yield node, GENERATED_BY, self._run
            yield node, HAS_BODY, self.thing(found.thing)
            yield node, SAID_BY, _VOICES[voice]
            yield node, USES_RULE, iri(RULE[found.rule])
            yield node, CONFIDENCE, typed(f"{found.confidence:.2f}", "decimal")
            yield from _target(me, source, (found.start, found.end), quote)
            yield f"<{me}-quote>", PREFIX, literal(text[first : found.start])
            yield f"<{me}-quote>", SUFFIX, literal(text[found.end : last])
            if found.role:
                yield node, iri(JU.role), iri(ROLE[found.role])
            if found.cue:
                yield node, iri(JU.cue), literal(text[slice(*found.cue)])
            for other in found.others:
                yield node, iri(JU.alsoConsidered), self.thing(other)

    def candidates(self, candidates: Iterable[Candidate]) -> Iterator[Statement]:
        """State what a text names and no register holds, as a candidate and nothing more."""
        for candidate in candidates:
            me = self.thing(candidate.thing)
            yield me, A, iri(JU.Candidate)
            yield me, LABEL, literal(candidate.name)
            if candidate.abbreviation:
                yield me, iri(JU.abbreviation), literal(candidate.abbreviation)

    def parts(self, text: str, reply: str, finding: str, shape: ReplyShape) -> Iterator[Statement]:
        """State the parts of a reply: their numbers, and what each restates of the committee's."""
        for part in shape.parts:
            words = text[part.start : part.end]
            me = iri(self._mint.digested("part", reply, str(part.start)))
            yield me, A, iri(JU.ResponsePart)
            yield me, iri(JU.partOfReply), iri(reply)
            yield me, iri(JU.shownWith), iri(finding)
            if part.number:
                yield me, iri(JU.partNumber), literal(part.number)
                yield me, LABEL, english(f"Answer part {part.number}: {words[:60].strip()}…")
            for paragraph in part.paragraphs:
                if paragraph.number:
                    yield me, iri(JU.paragraphNumber), literal(paragraph.number)
            for restated in part.restated:
                yield me, iri(JU.restates), literal(text[restated.body : restated.end].strip())

    def mentioned(self, subject: str, things: Iterable[Thing]) -> Iterator[Statement]:
        """Tie a finding or reply to what its own words name: a shortcut, provable by mentions."""
        for thing in things:
            yield iri(subject), MENTIONS, self.thing(thing)

    def concerned(self, finding: str, things: Iterable[Thing]) -> Iterator[Statement]:
        """Tie a finding to what it, a reply shown with it, or a curator's reading of it names."""
        for thing in things:
            yield iri(finding), CONCERNS, self.thing(thing)


def _target(me: str, source: str, span: tuple[int, int], quote: str) -> Iterator[Statement]:
    """State where an annotation points: a quotation and a position in a kept text."""
    target, words, place = f"<{me}-target>", f"<{me}-quote>", f"<{me}-place>"
    yield f"<{me}>", HAS_TARGET, target
    yield target, HAS_SOURCE, iri(source)
    yield target, HAS_SELECTOR, words
    yield target, HAS_SELECTOR, place
    yield words, A, QUOTE
    yield words, EXACT, literal(quote)
    yield place, A, PLACE
    yield place, START, typed(str(span[0]), "nonNegativeInteger")
    yield place, END, typed(str(span[1]), "nonNegativeInteger")
