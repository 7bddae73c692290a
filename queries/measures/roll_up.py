"""Agencies counted for their departments, and departments for what came after them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.partial_date import PartialDate
from queries.selects import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graph.store.embedded import Store

_DEPARTMENTS = ("ministerial-department", "non-ministerial")


@dataclass(slots=True)
class Body:
    """An organisation of the register.

    Attributes:
        kind: Kind of organisation.
        wider: Organisations that it belongs to.
        successors: What came after it, with the day each began, as exactly as known.
        ended: When it ended, as exactly as the register has it; None if it did not, or if unknown.
    """

    kind: str
    wider: set[str] = field(default_factory=set)
    successors: dict[str, PartialDate | None] = field(default_factory=dict)
    ended: PartialDate | None = None


def bodies(store: Store) -> dict[str, Body]:
    """The organisations of a graph by IRI."""
    found: dict[str, Body] = {}
    for iri, kind, wider, successor, ended, began in rows_of(store, "networks/bodies"):
        body = found.setdefault(iri, Body(kind.rsplit("#", 1)[-1]))
        body.ended = _date(ended)
        if wider:
            body.wider.add(wider)
        if successor:
            body.successors[successor] = _date(began)
    return found


@dataclass(frozen=True, slots=True)
class RollUp:
    """For what each organisation counts.

    Attributes:
        target: The organisation for which another counts, by that other; those that count for
            themselves are absent.
        unsettled: Organisations that could count for several others, and so for themselves.
    """

    target: dict[str, str]
    unsettled: tuple[str, ...]


def roll_up(
    known: dict[str, Body], named: Iterable[str], *, to_departments: bool, as_at: date | None
) -> RollUp:
    """Work out for what each organisation counts.

    A body below one department counts for it, level by level; a body below two counts for itself,
    and so does one that was followed by two. Nothing is divided up.

    Args:
        known: The organisations by IRI.
        named: Those whose target is asked for.
        to_departments: Count bodies for the department that they belong to.
        as_at: Count what had ended by this day for what came after it.
    """
    target: dict[str, str] = {}
    unsettled: dict[str, None] = {}
    for iri in sorted(named):
        at, seen = iri, {iri}
        while True:
            onward = _onward(known, at, to_departments=to_departments, as_at=as_at)
            if len(onward) > 1:
                unsettled[at] = None
            if len(onward) != 1 or onward[0] in seen:
                break
            at = onward[0]
            seen.add(at)
        if at != iri:
            target[iri] = at
    return RollUp(target, tuple(unsettled))


def _onward(
    known: dict[str, Body], iri: str, *, to_departments: bool, as_at: date | None
) -> list[str]:
    """What an organisation counts for next: its successors, or else the department above it."""
    body = known.get(iri)
    if body is None:
        return []
    if as_at is not None:
        followed = sorted(
            successor
            for successor, began in body.successors.items()
            if (day := body.ended or began) and day.has_passed(as_at)
        )
        if followed:
            return followed
    if not to_departments or body.kind in _DEPARTMENTS:
        return []
    return sorted(wider for wider in body.wider if _below_department(known, wider, set()))


def _below_department(known: dict[str, Body], iri: str, seen: set[str]) -> bool:
    body = known.get(iri)
    if body is None or iri in seen:
        return False
    return body.kind in _DEPARTMENTS or any(
        _below_department(known, wider, seen | {iri}) for wider in body.wider
    )


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
