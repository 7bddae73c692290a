"""What a module of `formats` says of its format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from queries.schedules.due_commitment import DueCommitment


@dataclass(frozen=True, slots=True)
class Schedule:
    """Commitments that fall due.

    Attributes:
        title: What they are, for the name of a calendar.
        iri: IRI that stands for the schedule, the same for each request of the same words.
        written: When the graph was written, in UTC.
        commitments: The commitments, in order of their days.
    """

    title: str
    iri: str
    written: datetime
    commitments: Sequence[DueCommitment]


@dataclass(frozen=True, slots=True)
class ScheduleFormat:
    """A format for what falls due.

    Attributes:
        name: Its name on the command line.
        title: What it is, in a few words.
        suffixes: What the names of its files end in, with the dot.
        render: Writes a schedule; the same one gives the same bytes.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    render: Callable[[Schedule], bytes]
