"""Agencies counted for their departments, and departments for what came after them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from graph.partial_date import PartialDate
from ontology.namespaces import DEPARTMENT_KINDS
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.store.readable_store import ReadableStore


@dataclass(slots=True)
class Body:
    """An organisation of the register.

    Attributes:
        kind: Kind of organisation.
        wider: Organisations that it belongs to.
        successors: Organisations that came after it.
        started: When it began, as exactly as the register has it; None if unknown.
        ended: When it ended, as exactly as the register has it; None if it did not, or if unknown.
    """

    kind: str
    wider: set[str] = field(default_factory=set)
    successors: set[str] = field(default_factory=set)
    started: PartialDate | None = None
    ended: PartialDate | None = None


def bodies(store: ReadableStore) -> dict[str, Body]:
    """The organisations of a graph by IRI."""
    register: dict[str, Body] = {}
    for iri, kind, wider, successor, started, ended in select(store, "networks/bodies"):
        body = register.setdefault(iri, Body(kind.rsplit("#", 1)[-1]))
        body.started, body.ended = _date(started), _date(ended)
        if wider:
            body.wider.add(wider)
        if successor:
            body.successors.add(successor)
    return register


@dataclass(frozen=True, slots=True)
class RollUp:
    """For what each organisation counts.

    Attributes:
        target: The organisation for which another counts, by that other; those that count for
            themselves are absent.
        unsettled: Organisations that could count for several others, or whose successions lead
            back to them on a day on which nothing of them existed; they count for themselves.
    """

    target: dict[str, str]
    unsettled: tuple[str, ...]


class Succession:
    """Which organisations existed on a day, and what followed those that did not.

    The register has the same body twice in a chain of renamings where a name was revived (a
    ministry that was renamed and got its old name back), and it may have no end for a body that was
    followed. So whether a body existed is told by what last befell it: it went when it ended, or,
    where no end is known, when a body that follows it began; it came back when a body ended that it
    follows.
    """

    def __init__(self, register: Mapping[str, Body], day: date) -> None:
        """Look at `register` as of `day`."""
        self._register = register
        self._day = day
        self._predecessors: dict[str, list[Body]] = defaultdict(list)
        for body in register.values():
            for successor in body.successors:
                self._predecessors[successor].append(body)

    def exists(self, iri: str) -> bool:
        """Whether an organisation existed on the day, or nothing says that it did not."""
        departures = self._departures(self._register[iri])
        return not departures or self._returned(iri) > max(departures)

    def successors(self, iri: str) -> list[str]:
        """What followed an organisation that did not exist on the day; those that had begun."""
        body, returned = self._register[iri], self._returned(iri)
        began = {
            successor: began
            for successor in sorted(body.successors & self._register.keys())
            if (began := self._register[successor].started or body.ended)
            and began.has_passed(self._day)
        }
        if body.ended and body.ended.has_passed(self._day):
            # What began while this body went on took a part of it; the others followed it.
            followed = {each: on for each, on in began.items() if not on.is_before(body.ended)}
            began = followed or began
        later = [successor for successor, day in began.items() if day.last_day > returned]
        return later or list(began)

    def _departures(self, body: Body) -> list[date]:
        """When a body went, as far as that had come by the day."""
        departures = [body.ended]
        for successor in body.successors & self._register.keys():
            began = self._register[successor].started
            # A body that was there before this one cannot tell when this one was merged into it.
            if began and body.started and began.is_before(body.started):
                continue
            if body.ended is None or self._leads_to(successor, body):
                departures.append(began)
        return [day.last_day for day in departures if day and day.has_passed(self._day)]

    def _leads_to(self, iri: str, body: Body) -> bool:
        """Whether a body follows an organisation, directly or by way of others."""
        waiting, seen = [iri], set()
        while waiting:
            current = self._register.get(waiting.pop())
            if current is body:
                return True
            if current is not None and id(current) not in seen:
                seen.add(id(current))
                waiting += current.successors
        return False

    def _returned(self, iri: str) -> date:
        """The last day on which something ended that this body follows; never after its own end."""
        ended = self._register[iri].ended
        final = ended.last_day if ended else date.max
        ends = [
            body.ended.last_day
            for body in self._predecessors[iri]
            if body.ended and body.ended.has_passed(self._day)
        ]
        return max((day for day in ends if day < final), default=date.min)


def roll_up(
    register: Mapping[str, Body],
    mentioned: Iterable[str],
    *,
    to_departments: bool,
    as_at: date | None,
) -> RollUp:
    """Work out for what each organisation counts.

    A body below one department counts for it, level by level; a body below two counts for itself,
    and so does one that was followed by two. A body that existed on the day counts for no
    successor. Nothing is divided up.

    Args:
        register: The organisations by IRI.
        mentioned: Those whose target is asked for.
        to_departments: Count bodies for the department that they belong to.
        as_at: Count what did not exist any more on this day for what came after it.
    """
    succession = None if as_at is None else Succession(register, as_at)
    target: dict[str, str] = {}
    unsettled: dict[str, None] = {}
    for iri in sorted(mentioned):
        current, seen = iri, {iri}
        while True:
            onward = _onward(register, current, succession, to_departments=to_departments)
            if len(onward) > 1:
                unsettled[current] = None
            if len(onward) != 1:
                break
            current = onward[0]
            if current in seen:
                # Round in a circle of bodies that had all gone: nobody can say who counts.
                current = iri
                unsettled[iri] = None
                break
            seen.add(current)
        if current != iri:
            target[iri] = current
    return RollUp(target, tuple(unsettled))


def _onward(
    register: Mapping[str, Body], iri: str, succession: Succession | None, *, to_departments: bool
) -> list[str]:
    """What an organisation counts for next: its successors, or else the department above it."""
    body = register.get(iri)
    if body is None:
        return []
    if (
        succession is not None
        and not succession.exists(iri)
        and (followed := succession.successors(iri))
    ):
        return followed
    if not to_departments or body.kind in DEPARTMENT_KINDS:
        return []
    return sorted(wider for wider in body.wider if _below_department(register, wider, set()))


def _below_department(register: Mapping[str, Body], iri: str, seen: set[str]) -> bool:
    body = register.get(iri)
    if body is None or iri in seen:
        return False
    return body.kind in DEPARTMENT_KINDS or any(
        _below_department(register, wider, seen | {iri}) for wider in body.wider
    )


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
