"""Whether a finding asks a body to act, overruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from graph.records.mentions import parse_entity
from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.corrections.reading_entry import ReadingEntry
from ontology.namespaces import JU

if TYPE_CHECKING:
    from loaders.corrections.reading_changes import ReadingChanges


class AddresseeEntry(ReadingEntry):
    """Whether a body is asked to act.

    Attributes:
        body: A body of the register, such as ``organisation/hm-treasury``.
        is_asked: Whether the finding asks it to act.
    """

    usage: ClassVar[str] = "BODY is-asked=yes|no"
    purpose: ClassVar[str] = "who is asked to act"

    body: str
    is_asked: bool

    def __post_init__(self) -> None:
        """Refuse what is no body of a register."""
        super().__post_init__()
        if parse_entity(self.body)[0] != "organisation":
            raise ValueError("body is an organisation, such as organisation/hm-treasury")

    @property
    def summary(self) -> str:
        """What is right by the entry, in a few words."""
        return f"{self.body} is {'' if self.is_asked else 'not '}asked to act"

    def apply(self, changes: ReadingChanges) -> list[str]:
        """Add the body to those that are asked, or take it off."""
        body = changes.entity(parse_entity(self.body))
        is_read = body in changes.values(changes.finding, JU.addressedTo)
        if is_read == self.is_asked:
            raise NoSuchReadingError(
                f"{self.body} {'is' if is_read else 'is not'} among the bodies that it asks already"
            )
        if is_read:
            changes.remove(changes.finding, JU.addressedTo, body)
        elif changes.is_known(body):
            changes.state_change(JU.addressedTo, body)
        else:
            raise NoSuchReadingError(f"{self.body} is in no register")
        return [f"{self.body} {'asked' if is_read else 'not asked'}"]


ENTRY = AddresseeEntry
