"""The words that select findings, as the options of `joinedup network` and `joinedup gaps`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict

from graph.errors import UsageError
from graph.partial_date import EXPECTED, day_of
from queries.entity_lookup import load_lookup
from queries.measures.selection import Selection

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore


class SelectionWords(TypedDict, total=False):
    """Which findings count, and which of their names; each is an option of the command line.

    Attributes:
        words_of: Whose words must name them.
        role: Role that the name must have.
        committee: Only findings of this committee.
        from_: Only reports published on this date or later.
        to: Only reports published on this date or earlier.
        parliament: Only reports of a Parliament, by the year of its election.
        position: Only findings with this position.
        position_of: Whose position that is.
        roll_up: Count agencies for their departments.
        as_of: Count departments that had ended by this date for their successors.
    """

    words_of: str
    role: str
    committee: str
    from_: str | date
    to: str | date
    parliament: str
    position: str
    position_of: str
    roll_up: bool
    as_of: str | date


def selected(store: ReadableStore, words: SelectionWords) -> Selection:
    """The selection of some words.

    Raises:
        UnknownNameError: If there is no such committee.
        UsageError: If a value is none of those there are.
    """
    committee = words.get("committee")
    return Selection(
        voice=words.get("words_of", "any"),
        role=words.get("role"),
        committee=load_lookup(store, ("committee",)).find(committee) if committee else None,
        since=to_day(words.get("from_"), first=True),
        until=to_day(words.get("to"), first=False),
        parliament=words.get("parliament"),
        position=words.get("position"),
        whose=words.get("position_of", "government"),
        roll_up=words.get("roll_up", False),
        as_at=to_day(words.get("as_of"), first=False),
    )


def to_day(value: str | date | None, *, first: bool) -> date | None:
    """The first or last day that a date in words means; None for None.

    Raises:
        UsageError: If it is no date.
    """
    if value is None or isinstance(value, date):
        return value
    try:
        return day_of(value, first=first)
    except ValueError:
        raise UsageError(f"{value!r} is not a date; write {EXPECTED}, or today.") from None
