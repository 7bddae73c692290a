"""Whether a part of an answer answers a finding, overruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from graph.statements.ntriples import iri, typed
from graph.statements.ntriples_terms import JU, OA, RULE, A
from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.corrections.reading_entry import ReadingEntry
from ontology.namespaces import CITO
from ontology.namespaces import JU as TERMS

if TYPE_CHECKING:
    from loaders.corrections.reading_changes import ReadingChanges


class AnswerEntry(ReadingEntry):
    """Whether a part answers the finding.

    Attributes:
        words: Words of the part, to say which one it is.
        is_answer: Whether it answers the finding.
    """

    usage: ClassVar[str] = "WORDS is-answer=yes|no"
    purpose: ClassVar[str] = "whether a part of an answer answers it"

    words: str
    is_answer: bool

    @property
    def summary(self) -> str:
        """What is right by the entry, in a few words."""
        return f"“{self.words}” is {'an' if self.is_answer else 'no'} answer to it"

    def apply(self, changes: ReadingChanges) -> list[str]:
        """Tie the part to the finding with all that was read in it, or take it off."""
        part = changes.words_of_answer(self.words).part
        ties = [row for row in changes.rows("ties") if row[0] == part]
        if bool(ties) == self.is_answer:
            raise NoSuchReadingError(
                "the part with these words already counts as its answer"
                if ties
                else "the part with these words does not count as its answer, so nothing changes"
            )
        readings = changes.rows("readings", part=part)
        if ties:
            self._untie(changes, part, ties, readings)
        else:
            self._tie(changes, part, readings)
        return [f"{'an answer' if ties else 'no answer'}: “{self.words}”"]

    def _untie(
        self,
        changes: ReadingChanges,
        part: str,
        ties: list[tuple[str, ...]],
        readings: list[tuple[str, ...]],
    ) -> None:
        changes.remove(part, str(CITO.repliesTo), changes.finding)
        for _, alignment, _ in ties:
            if alignment:
                changes.remove(alignment)
        for reading, concept in readings:
            if changes.finding in changes.values(reading, TERMS.onFinding):
                changes.take_back(reading, concept)
        changes.state([(iri(part), JU.shownWith, iri(changes.finding))])

    def _tie(self, changes: ReadingChanges, part: str, readings: list[tuple[str, ...]]) -> None:
        alignment, finding = changes.subject("alignment"), iri(changes.finding)
        changes.state(
            (
                (iri(part), iri(str(CITO.repliesTo)), finding),
                (alignment, A, JU.Alignment),
                (alignment, OA.hasTarget, iri(part)),
                (alignment, OA.hasBody, finding),
                (alignment, JU.rule, RULE["hand-correction"]),
                (alignment, JU.confidence, typed("1.00", "decimal")),
            )
        )
        for reading, concept in readings:
            changes.state([(iri(reading), JU.onFinding, finding)])
            if concept:
                changes.state([(finding, JU.answeredAs, iri(concept))])


ENTRY = AnswerEntry
