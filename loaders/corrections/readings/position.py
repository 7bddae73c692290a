"""The government's position on a finding, overruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from graph.statements.ntriples import iri
from graph.statements.ntriples_terms import BASIS, JU, VOICE
from graph.statements.ntriples_terms import POSITION as POSITIONS
from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.corrections.reading_changes import AnswerWords
from loaders.corrections.reading_entry import NONE, ReadingEntry
from loaders.text.typed_values import check_word
from ontology.namespaces import POSITION

if TYPE_CHECKING:
    from loaders.corrections.reading_changes import ReadingChanges


class PositionEntry(ReadingEntry):
    """The position that the government's own words take.

    Attributes:
        position: A concept of the scheme of positions, or ``none``.
        words: Words of the answer that say so; those of the former reading if not given.
    """

    usage: ClassVar[str] = "POSITION [words=WORDS]"
    purpose: ClassVar[str] = "what the government answered, or none"

    position: str
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse a position that the scheme does not have."""
        super().__post_init__()
        check_word("position", self.position, [*sorted(POSITION), NONE])

    @property
    def summary(self) -> str:
        """What is right by the entry, in a few words."""
        return f"position {self.position}"

    def apply(self, changes: ReadingChanges) -> list[str]:
        """Put the position in the place of those that were read."""
        former = changes.rows("positions")
        if not former and self.position == NONE:
            raise NoSuchReadingError("no position of the government was read on it")
        if not former and not self.words:
            raise NoSuchReadingError(
                "no position of the government was read on it, so add words: the words of the "
                "answer that say so"
            )
        if self.words:
            source = changes.words_of_answer(self.words)
        else:
            _, _, words, part, agent, day = former[0]
            source = AnswerWords(part, agent, words, day)
        for position, concept, *_ in former:
            changes.take_back(position, concept)
        if self.position != NONE:
            subject = changes.subject("position")
            changes.state(
                (
                    *changes.reading("position", source),
                    (subject, JU.decision, POSITIONS[self.position]),
                    (subject, JU.voice, VOICE.government),
                    (subject, JU.basis, BASIS["government-words"]),
                    (iri(changes.finding), JU.answeredAs, POSITIONS[self.position]),
                )
            )
        return [f"{concept.rpartition('#')[2]}: “{words}”" for _, concept, words, *_ in former]


ENTRY = PositionEntry
