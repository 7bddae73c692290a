"""What the run worked out about whole findings and replies: labels, parts, shortcut edges.

These statements, like the annotations, stand in the default graph only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib.namespace import DCAT, PROV, RDF, RDFS, VOID

from graph.ntriples import Statement, english, iri, literal
from graph.statements.annotations import TextAnnotations
from graph.statements.findings import finding_iri
from ontology.terms import JU

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.answers import ReplyShape
    from graph.identity import Minter
    from graph.mentions import Candidate, Thing
    from graph.records import Finding

A = iri(RDF.type)
LABEL = iri(RDFS.label)
MENTIONS = iri(JU.mentions)
CONCERNS = iri(JU.concerns)
RESTATES = iri(JU.restates)
PARAGRAPH_NUMBER = iri(JU.paragraphNumber)
PART_NUMBER = iri(JU.partNumber)
SHOWN_WITH = iri(JU.shownWith)
PART_OF = iri(JU.partOfReply)
PART = iri(JU.ResponsePart)


class DerivedStatements:
    """Writes what the run derives from the records."""

    def __init__(self, mint: Minter, version: str) -> None:
        """Use `mint` for every IRI; `version` is that of this software, which names the run."""
        self._mint = mint
        self._run = iri(mint.named("run", f"joinedup-{version}"))
        self._version = version

    def dataset(self) -> Iterator[Statement]:
        """Describe the graph as a data set, and the run that made all that is derived in it.

        The clock has no part in it: the same input gives the same graph on any day.
        """
        me = iri(f"{self._mint.base}id/dataset/graph")
        yield me, A, iri(DCAT.Dataset)
        yield me, A, iri(VOID.Dataset)
        yield me, iri(VOID.uriSpace), literal(self._mint.base)
        yield me, iri(PROV.wasGeneratedBy), self._run
        yield self._run, A, iri(JU.Run)
        yield self._run, LABEL, literal(f"joinedup {self._version}")

    def annotations(self, text: str) -> TextAnnotations:
        """A writer of the annotations of one text."""
        return TextAnnotations(self._mint, text)

    def label(self, finding: Finding) -> Iterator[Statement]:
        """Give a finding a name that people can read in a list."""
        kind = finding.kind.value.replace("-", " ").capitalize() if finding.kind else "Finding"
        number = f" {finding.number}" if finding.number else ""
        report = finding.report
        place = (report.title or report.hc_number) if report else finding.committee
        label = f"{kind}{number}, {place}" if place else f"{kind}{number}"
        yield iri(finding_iri(self._mint, finding.key)), LABEL, english(label)

    def candidates(self, candidates: Iterable[Candidate]) -> Iterator[Statement]:
        """State what a text names and no register holds, as a candidate and nothing more."""
        for candidate in candidates:
            me = self._thing(candidate.thing)
            yield me, A, iri(JU.Candidate)
            yield me, LABEL, literal(candidate.name)
            if candidate.abbreviation:
                yield me, iri(JU.abbreviation), literal(candidate.abbreviation)

    def parts(self, text: str, reply: str, finding: str, shape: ReplyShape) -> Iterator[Statement]:
        """State the parts of a reply: their numbers, and what each restates of the committee's."""
        for part in shape.parts:
            me = iri(self._mint.digested("part", reply, str(part.start)))
            yield me, A, PART
            yield me, PART_OF, iri(reply)
            yield me, SHOWN_WITH, iri(finding)
            if part.number:
                yield me, PART_NUMBER, literal(part.number)
                yield me, LABEL, english(f"Answer part {part.number}")
            for paragraph in part.paragraphs:
                if paragraph.number:
                    yield me, PARAGRAPH_NUMBER, literal(paragraph.number)
            for restated in part.restated:
                yield me, RESTATES, literal(text[restated.body : restated.end].strip())

    def mentioned(self, subject: str, things: Iterable[Thing]) -> Iterator[Statement]:
        """Tie a finding or reply to what its own words name: a shortcut, provable by mentions."""
        for thing in things:
            yield iri(subject), MENTIONS, self._thing(thing)

    def concerned(self, finding: str, things: Iterable[Thing]) -> Iterator[Statement]:
        """Tie a finding to what it, a reply shown with it, or a curator's reading of it names."""
        for thing in things:
            yield iri(finding), CONCERNS, self._thing(thing)

    def _thing(self, thing: Thing) -> str:
        return iri(self._mint.named(*thing))
