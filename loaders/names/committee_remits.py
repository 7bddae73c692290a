"""Into which department a committee inquires, and at which date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.partial_date import existed_on
from loaders.references.committees import committee_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graph.records.authorities import Organisation


class CommitteeRemits:
    """The departments that the remits of committees name, by the name of the committee."""

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        """Read the remits in a register."""
        bodies = {body.key: body for body in organisations}
        self._departments = {
            committee_key(name): tuple(
                bodies[key] for key in committee.scrutinises if key in bodies
            )
            for committee in bodies.values()
            if committee.scrutinises
            for name in (committee.name, *committee.other_names)
        }

    def departments(self, committee: str | None, day: date | None) -> tuple[str, ...]:
        """Keys of the departments into which a committee inquires.

        Args:
            committee: Name of the committee, in any usual form.
            day: A day on which they must have existed; None takes those of any time.
        """
        departments = self._departments.get(committee_key(committee), ()) if committee else ()
        if day is None:
            return tuple(body.key for body in departments)
        alive = [body for body in departments if existed_on(day, body.start, body.end)]
        return tuple(body.key for body in alive if not _has_given_way(body, alive))


def _has_given_way(body: Organisation, others: Iterable[Organisation]) -> bool:
    """Whether a successor took over, though the register gives the body no end: it came back."""
    return any(
        other.key in body.successors
        and body.start
        and other.start
        and body.start.is_before(other.start)
        for other in others
    )
