"""What the run worked out about whole findings and replies: candidates and shortcut edges.

These statements, like the annotations, stand in the default graph only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.findings import Basis, Voice
from graph.statements.ntriples import Statement, english, iri, literal, typed
from graph.statements.ntriples_terms import DCAT, JU, POSITION, PROV, RDFS, VOID, A

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import IriFactory
    from graph.records.findings import Position
    from graph.records.mentions import Candidate, EntityKey
    from graph.records.replies import Due

_STANCES = {
    (Voice.GOVERNMENT, Basis.GOVERNMENT_WORDS): JU.answeredAs,
    (Voice.TRACKER, Basis.TRACKER_LABEL): JU.labelledAs,
}


_LIKELY_CLASSES = {"organisation": JU.Organisation, "initiative": JU.Initiative}


class DerivedStatements:
    """Writes what the run derives from the records."""

    def __init__(self, iris: IriFactory, version: str) -> None:
        """Use `iris` for every IRI; `version` is that of this software, which names the run."""
        self._iris = iris
        self._run = iri(iris.from_slug("run", f"joinedup-{version}"))
        self._version = version

    def dataset(self, registers_digest: str, corrections: Iterable[str]) -> Iterator[Statement]:
        """Describe the graph as a data set, and the run that made all that is derived in it.

        The same input gives the same graph on any day: no date of the build is stated.

        Args:
            registers_digest: SHA-256 of the registers whose names were recognised.
            corrections: IRIs of the corrections in force.
        """
        subject = iri(f"{self._iris.base}id/dataset/graph")
        yield subject, A, DCAT.Dataset
        yield subject, A, VOID.Dataset
        yield subject, VOID.uriSpace, literal(self._iris.base)
        yield subject, PROV.wasGeneratedBy, self._run
        yield self._run, A, JU.Run
        yield self._run, RDFS.label, literal(f"joinedup {self._version}")
        yield self._run, JU.registersDigest, literal(registers_digest)
        for line in corrections:
            yield self._run, PROV.used, iri(line)

    def candidates(self, candidates: Iterable[Candidate]) -> Iterator[Statement]:
        """State what a text names and no register holds, as a candidate and nothing more."""
        for candidate in candidates:
            subject = self._entity(candidate.entity)
            yield subject, A, JU.Candidate
            yield subject, RDFS.label, literal(candidate.name)
            if candidate.abbreviation:
                yield subject, JU.abbreviation, literal(candidate.abbreviation)
            if candidate.kind:
                yield subject, JU.likelyClass, _LIKELY_CLASSES[candidate.kind]
            for similar in candidate.similar:
                yield subject, JU.resembles, self._entity(similar.entity)

    def due(self, subject: str, due: Due) -> Iterator[Statement]:
        """State the days that the words of a date can mean; nothing of those that leave it open."""
        for term, day in ((JU.dueEarliest, due.earliest), (JU.dueLatest, due.latest)):
            if day:
                yield subject, term, typed(day.isoformat(), "date")

    def preferred_labels(self, names: Iterable[tuple[str, str]]) -> Iterator[Statement]:
        """Give each thing, by its IRI, the one name under which lists show it."""
        for entity, name in names:
            yield iri(entity), RDFS.label, english(name)

    def mentions(self, subject: str, entities: Iterable[EntityKey]) -> Iterator[Statement]:
        """Tie a finding or reply to what its own words name: a shortcut, provable by mentions."""
        for entity in entities:
            yield iri(subject), JU.mentions, self._entity(entity)

    def addressed(self, finding: str, entities: Iterable[EntityKey]) -> Iterator[Statement]:
        """Tie a finding to the organisations that it asks to act: provable by mentions.

        What is only a candidate is none that figures can count.
        """
        for entity in entities:
            if entity[0] == "organisation":
                yield iri(finding), JU.addressedTo, self._entity(entity)

    def concerns(self, finding: str, entities: Iterable[EntityKey]) -> Iterator[Statement]:
        """Tie a finding to what it, a reply shown with it, or a curator's reading of it names."""
        for entity in entities:
            yield iri(finding), JU.concerns, self._entity(entity)

    def stance(self, finding: str, claim: Position) -> Iterator[Statement]:
        """Tie a finding to the stance of government's own words on it, or of a tracker's label.

        A shortcut, provable by the position; what others report of a stance has none.
        """
        if term := _STANCES.get((claim.voice, claim.basis)):
            yield iri(finding), term, POSITION[claim.concept]

    def _entity(self, entity: EntityKey) -> str:
        return iri(self._iris.entity(entity))
