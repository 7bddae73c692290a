"""Whether a finding is a recommendation or a conclusion, overruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rdflib import RDF

from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.corrections.reading_entry import ReadingEntry
from loaders.text.typed_values import check_word
from ontology.namespaces import FINDING_KIND, JU

if TYPE_CHECKING:
    from loaders.corrections.reading_changes import ReadingChanges

_CLASSES = {"recommendation": JU.Recommendation, "conclusion": JU.Conclusion}


class KindEntry(ReadingEntry):
    """The kind of a finding.

    Attributes:
        kind: A concept of the scheme of finding kinds.
    """

    usage: ClassVar[str] = "KIND"
    purpose: ClassVar[str] = "recommendation or conclusion"

    kind: str

    def __post_init__(self) -> None:
        """Refuse a kind that the scheme does not have."""
        super().__post_init__()
        check_word("kind", self.kind, sorted(FINDING_KIND))

    @property
    def summary(self) -> str:
        """What is right by the entry, in a few words."""
        return f"kind {self.kind}"

    def apply(self, changes: ReadingChanges) -> list[str]:
        """Put the kind, and the class that goes with it, in the place of the former ones."""
        former = changes.values(changes.finding, JU.kind)
        kind = str(FINDING_KIND[self.kind])
        if former == [kind]:
            raise NoSuchReadingError(f"it is a {self.kind} already")
        changes.remove(changes.finding, JU.kind)
        for finding_class in _CLASSES.values():
            changes.remove(changes.finding, str(RDF.type), str(finding_class))
        changes.state_change(JU.kind, kind)
        if self.kind in _CLASSES:
            changes.state_change(str(RDF.type), str(_CLASSES[self.kind]))
        return [value.rpartition("#")[2] for value in former]


ENTRY = KindEntry
