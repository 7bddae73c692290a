"""Whether a finding asks a body to act, overruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.corrections.reading_entry import ReadingEntry
from ontology.namespaces import JU

if TYPE_CHECKING:
    from loaders.corrections.reading_changes import ReadingChanges


class AddresseeEntry(ReadingEntry):
    """Whether a body is asked to act.

    Attributes:
        body: A body of the register, by any of its names.
        is_asked: Whether the finding asks it to act.
    """

    usage: ClassVar[str] = "BODY is-asked=yes|no"
    purpose: ClassVar[str] = "who is asked to act"

    body: str
    is_asked: bool

    @property
    def summary(self) -> str:
        """What is right by the entry, in a few words."""
        return f"{self.body} is {'' if self.is_asked else 'not '}asked to act"

    def apply(self, changes: ReadingChanges) -> list[str]:
        """Add the body to those that are asked, or take it off."""
        body = changes.find_body(self.body)
        is_read = body in changes.values(changes.finding, JU.addressedTo)
        if is_read == self.is_asked:
            raise NoSuchReadingError(
                f"{self.body} {'is' if is_read else 'is not'} among the bodies that it asks already"
            )
        if is_read:
            changes.remove(changes.finding, JU.addressedTo, body)
        else:
            changes.state_change(JU.addressedTo, body)
        return [f"{self.body} {'asked' if is_read else 'not asked'}"]


ENTRY = AddresseeEntry
