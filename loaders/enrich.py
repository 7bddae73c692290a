"""From one record to its statements: what it says, and what the run derives from it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from graph.ntriples import iri
from graph.records import Curation, Finding, Reply, Voice
from graph.statements import (
    VOCABULARY_GRAPH,
    DerivedStatements,
    SourceStatements,
    record_iri,
    vocabulary,
)
from graph.statements.findings import finding_iri, reply_iri
from loaders.answers.echo import echo
from loaders.answers.parts import split
from loaders.damage.rules import read as read_damage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.answers import ReplyShape
    from graph.identity import Minter
    from graph.mentions import Mention, Names, Thing
    from graph.ntriples import Statement
    from graph.reading import Reading
    from graph.records import SourceRecord
    from loaders.names import Recogniser
    from loaders.report import BuildReport


@dataclass(frozen=True, slots=True)
class Stated:
    """The statements that come of one record.

    Attributes:
        graph: Name of the record's graph, in N-Triples syntax.
        said: What the record says.
        derived: What the run derives from it.
    """

    graph: str
    said: list[Statement]
    derived: list[Statement]


class Enricher:
    """Reads the texts of records, recognises names in them, and states everything."""

    def __init__(self, mint: Minter, recogniser: Recogniser, report: BuildReport) -> None:
        """Count what is found in `report`."""
        self._mint = mint
        self._recogniser = recogniser
        self._report = report
        self._sources = SourceStatements(mint)
        self._derived = DerivedStatements(mint, version("joinedup"))
        self._seen: set[str] = set()

    def preamble(self) -> Stated:
        """What every graph says: its terms in words, what it is and how it was made."""
        return Stated(VOCABULARY_GRAPH, list(vocabulary()), list(self._derived.dataset()))

    def enrich(self, record: SourceRecord) -> Stated:
        """State a record, and what its texts name.

        A record whose very characters were read before only adds where it was found again.
        """
        report = self._report
        graph = record_iri(self._mint, record)
        with report.stage("state"):
            said = list(self._sources.state(record))
        if graph in self._seen:
            report.repeats += 1
            return Stated(iri(graph), said, [])
        self._seen.add(graph)
        report.records[record.origin.source] += 1
        report.claims.update(type(claim).__name__ for claim in record.claims)
        texts = _texts(self._mint, record)
        with report.stage("recognise"):
            readings = [read_damage(text.text) for text in texts]
            names = self._recogniser.recognise_document(readings, published=_published(record))
        with report.stage("state"):
            derived = list(self._derive(record, texts, readings, names))
        return Stated(iri(graph), said, derived)

    def _derive(
        self,
        record: SourceRecord,
        texts: list[_Text],
        readings: list[Reading],
        names: list[Names],
    ) -> Iterator[Statement]:
        for claim in record.claims:
            if isinstance(claim, Finding):
                yield from self._derived.label(claim)
            elif isinstance(claim, Curation):
                finding = finding_iri(self._mint, claim.finding)
                yield from self._derived.concerned(finding, _read(claim))
        for text, reading, found in zip(texts, readings, names, strict=True):
            self._report.damage.update(edit.flag for edit in reading.edits)
            self._report.mentions.update(mention.rule for mention in found.mentions)
            self._report.mentions["unclear"] += len(found.ambiguous)
            yield from self._annotate(text, reading, found)
            yield from self._derived.candidates(found.candidates)
            yield from self._tie(text, found)

    def _annotate(self, text: _Text, reading: Reading, found: Names) -> Iterator[Statement]:
        annotations = self._derived.annotations(text.text)
        yield from annotations.reading(reading)
        for mention in found.mentions:
            yield from annotations.mention(mention, text.voice(mention))
        for doubt in found.ambiguous:
            yield from annotations.unclear(doubt)
        for relation in found.relations:
            yield from annotations.relation(relation)

    def _tie(self, text: _Text, found: Names) -> Iterator[Statement]:
        """Shortcut edges; a reply mentions only what the government's own words name."""
        own = Voice.COMMITTEE if text.shape is None else Voice.GOVERNMENT
        mine = (mention.thing for mention in found.mentions if text.voice(mention) is own)
        yield from self._derived.mentioned(text.holder, dict.fromkeys(mine))
        everything = (mention.thing for mention in found.mentions)
        yield from self._derived.concerned(text.finding, dict.fromkeys(everything))
        if text.shape:
            yield from self._derived.parts(text.text, text.holder, text.finding, text.shape)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text to read names in.

    Attributes:
        text: The words.
        holder: IRI of the finding or reply whose text it is.
        finding: IRI of the finding it stands with.
        shape: Parts of a reply; None for a finding's own text.
        echoes: True if a reply only repeats the finding's text.
    """

    text: str
    holder: str
    finding: str
    shape: ReplyShape | None = None
    echoes: bool = False

    def voice(self, mention: Mention) -> Voice:
        """Whose words a mention stands in: a reply may restate the committee's."""
        if self.shape is None or self.echoes:
            return Voice.COMMITTEE
        restated = any(part.start <= mention.start < part.end for part in self.shape.restated)
        return Voice.COMMITTEE if restated else Voice.GOVERNMENT


def _texts(mint: Minter, record: SourceRecord) -> list[_Text]:
    """The committee's and the government's words in a record; a tracker's are not read."""
    asked = {
        claim.key: claim.text.text
        for claim in record.claims
        if isinstance(claim, Finding) and claim.text
    }
    texts = [
        _Text(text, finding_iri(mint, key), finding_iri(mint, key)) for key, text in asked.items()
    ]
    for claim in record.claims:
        if isinstance(claim, Reply):
            text = claim.text.text
            shape = split(text)
            echoes = echo(text, shape, asked.get(claim.finding, "")) is not None
            holder = reply_iri(mint, claim.respondent, text)
            texts.append(_Text(text, holder, finding_iri(mint, claim.finding), shape, echoes))
    return texts


def _published(record: SourceRecord) -> date | None:
    """When the report of the record's finding was published, if it shows it."""
    reports = (claim.report for claim in record.claims if isinstance(claim, Finding))
    return next((report.published for report in reports if report), None)


def _read(claim: Curation) -> list[Thing]:
    return [
        *(("organisation", key) for key in claim.organisations),
        *(("initiative", key) for key in claim.initiatives),
    ]
