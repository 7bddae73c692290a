"""Whether a finding makes an earlier one again, overruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from graph.statements.ntriples import iri, literal, typed
from graph.statements.ntriples_terms import JU, RULE, A
from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.corrections.reading_entry import ReadingEntry
from ontology.namespaces import JU as TERMS

if TYPE_CHECKING:
    from loaders.corrections.reading_changes import ReadingChanges


class RepeatEntry(ReadingEntry):
    """Whether the finding makes an earlier one again.

    Attributes:
        earlier: The earlier finding, as any output names it.
        is_repeat: Whether this one makes it again.
    """

    usage: ClassVar[str] = "EARLIER is-repeat=yes|no"
    purpose: ClassVar[str] = "whether it makes an earlier finding again"

    earlier: str
    is_repeat: bool

    @property
    def summary(self) -> str:
        """What is right by the entry, in a few words."""
        return f"{'makes' if self.is_repeat else 'does not make'} {self.earlier} again"

    def apply(self, changes: ReadingChanges) -> list[str]:
        """State that the one makes the other again, or take it back."""
        earlier = changes.find_other(self.earlier)
        links = [row for row in changes.rows("repeats") if row[0] == earlier]
        if bool(links) == self.is_repeat:
            raise NoSuchReadingError(
                f"it already counts as making {self.earlier} again"
                if links
                else f"it does not count as making {self.earlier} again, so nothing changes"
            )
        if links:
            changes.remove(changes.finding, str(TERMS.reiterates), earlier)
            for _, repeat, _ in links:
                if repeat:
                    changes.remove(repeat)
            return [f"makes {self.earlier} again: {label}" for _, _, label in links]
        self._state(changes, earlier)
        return [f"does not make {self.earlier} again"]

    def _state(self, changes: ReadingChanges, earlier: str) -> None:
        if changes.finding in changes.earlier_ones(earlier):
            raise NoSuchReadingError(
                f"{self.earlier} makes it again, so it cannot make {self.earlier} again; take "
                "that back first"
            )
        subject, later = changes.subject("repeat"), iri(changes.finding)
        changes.state(
            (
                (subject, A, JU.Repeat),
                (subject, JU.laterFinding, later),
                (subject, JU.earlierFinding, iri(earlier)),
                (subject, JU.rule, RULE["hand-correction"]),
                (subject, JU.laterWords, literal(changes.words_of(changes.finding))),
                (subject, JU.earlierWords, literal(changes.words_of(earlier))),
                (subject, JU.confidence, typed("1.00", "decimal")),
                (later, JU.reiterates, iri(earlier)),
            )
        )


ENTRY = RepeatEntry
