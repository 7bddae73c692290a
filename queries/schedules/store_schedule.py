"""What falls due in a graph, as a schedule to write."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from graph.identity import DEFAULT_BASE
from queries.entity_lookup import load_lookup
from queries.schedules.due_commitment import due_commitments
from queries.schedules.schedule_format import Schedule

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from graph.store.readable_store import ReadableStore


def make_schedule(
    store: ReadableStore,
    about: str | None = None,
    *,
    start: date | None = None,
    end: date | None = None,
    written: datetime,
) -> Schedule:
    """The commitments that fall due in a time.

    Args:
        store: The graph.
        about: The body, committee or programme that they are about, by any of its names; all if
            None.
        start: First day on which something falls due; today if None.
        end: Last such day; without end if None.
        written: When the graph was written, in UTC.

    Raises:
        UnknownNameError: If there is nothing of that name.
    """
    days = {"from": start.isoformat() if start else "", "to": end.isoformat() if end else ""}
    values = {name: value for name, value in {"about": about or "", **days}.items() if value}
    return Schedule(_title(store, about), _iri(values), written, due_commitments(store, values))


def _title(store: ReadableStore, about: str | None) -> str:
    if about is None:
        return "Commitments that fall due"
    lookup = load_lookup(store)
    return f"Commitments that fall due: {lookup.labels[lookup.find(about)]}"


def _iri(values: Mapping[str, str]) -> str:
    """What stands for a schedule of these words."""
    words = "&".join(f"{name}={quote(value)}" for name, value in sorted(values.items()))
    return f"{DEFAULT_BASE}schedule?{words}"
