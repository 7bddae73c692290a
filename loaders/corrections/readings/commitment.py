"""What the government undertook on a finding and by when, overruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from graph.partial_date import PartialDate
from graph.statements.ntriples import iri, literal, typed
from graph.statements.ntriples_terms import JU
from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.corrections.reading_changes import AnswerWords
from loaders.corrections.reading_entry import NONE, ReadingEntry
from ontology.namespaces import JU as TERMS

if TYPE_CHECKING:
    from loaders.corrections.reading_changes import ReadingChanges


class CommitmentEntry(ReadingEntry):
    """When something is due that the government undertook.

    Attributes:
        due: A year, month or day as ISO writes it, or ``none``: nothing was undertaken.
        date_words: The words for the date that were read, where there are several dates.
        words: Words of the answer that hold the undertaking, where none was read.
    """

    usage: ClassVar[str] = "DATE [date-words=WORDS] [words=WORDS]"
    purpose: ClassVar[str] = "when it is due, or none"

    due: str
    date_words: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no date."""
        super().__post_init__()
        if self.due != NONE:
            PartialDate.parse(self.due)

    @property
    def summary(self) -> str:
        """What is right by the entry, in a few words."""
        return f"due {self.due}" if self.due != NONE else "no commitment"

    def apply(self, changes: ReadingChanges) -> list[str]:
        """Put the date in the place of the one that was read."""
        former = [row for row in changes.rows("commitments") if self.date_words in ("", row[1])]
        if self.words:
            source, former = changes.words_of_answer(self.words), []
            date_words = self.date_words or source.words
        else:
            commitment, date_words, words, part, agent, day, *_ = self._only(former)
            source = AnswerWords(part, agent, words, day)
            changes.take_back(commitment)
            self._take_place(changes, commitment)
        if self.due != NONE:
            due, subject = PartialDate.parse(self.due), changes.subject("commitment")
            changes.state(
                (
                    *changes.reading("commitment", source),
                    (subject, JU.dueAsStated, literal(date_words)),
                    (subject, JU.dueEarliest, typed(due.first_day.isoformat(), "date")),
                    (subject, JU.dueLatest, typed(due.last_day.isoformat(), "date")),
                )
            )
        return [f"“{row[1]}” from {row[6] or '?'} to {row[7] or '?'}" for row in former]

    def _take_place(self, changes: ReadingChanges, commitment: str) -> None:
        """Put the date in the place of those that the former one replaced, or let them stand."""
        for (earlier,) in changes.rows("replaced", commitment=commitment):
            changes.remove(earlier, TERMS.replacedBy, commitment)
            if self.due != NONE:
                changes.state([(iri(earlier), JU.replacedBy, changes.subject("commitment"))])

    def _only(self, former: list[tuple[str, ...]]) -> tuple[str, ...]:
        if len(former) == 1:
            return former[0]
        if not former:
            advice = "" if self.due == NONE else "; to add one, give words: those of the answer"
            raise NoSuchReadingError(f"no such commitment was read on it{advice}")
        dates = ", ".join(sorted({f"“{row[1]}”" for row in former}))
        raise NoSuchReadingError(
            f"{len(former)} commitments were read on it; say which by date-words: {dates}"
        )


ENTRY = CommitmentEntry
