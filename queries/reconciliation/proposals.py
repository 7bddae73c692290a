"""Things, types and properties whose names begin with what somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from queries.entity_lookup import folded_name
from queries.reconciliation.extension import properties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.reconciliation.thing_index import ThingIndex

_MOST = 20


def propose_things(index: ThingIndex, prefix: str, start: int = 0) -> list[dict[str, Any]]:
    """Things one of whose names, or a word in it, begins so; whole names first."""
    key = folded_name(prefix)
    ranked = sorted(
        (not name.startswith(key), name, identifier)
        for name, identifiers in index.by_name.items()
        if name.startswith(key) or f" {key}" in name
        for identifier in identifiers
    )
    distinct = list(dict.fromkeys(identifier for _, _, identifier in ranked))
    things = (index.things[identifier] for identifier in distinct[start : start + _MOST])
    return [
        {
            "id": thing.id,
            "name": thing.name,
            "description": thing.description,
            "notable": list(thing.types),
        }
        for thing in things
    ]


def propose_types(index: ThingIndex, prefix: str, start: int = 0) -> list[dict[str, Any]]:
    """Types whose names begin so, or have a word that does."""
    pairs = ((each.id, each.name) for each in index.types.values())
    return _named(pairs, prefix, start)


def propose_properties(prefix: str, start: int = 0) -> list[dict[str, Any]]:
    """Properties whose names begin so, or have a word that does."""
    return _named(((name, each.title) for name, each in properties().items()), prefix, start)


def _named(pairs: Iterable[tuple[str, str]], prefix: str, start: int) -> list[dict[str, Any]]:
    key = folded_name(prefix)
    fitting = [
        {"id": identifier, "name": name}
        for identifier, name in sorted(pairs, key=lambda pair: pair[1])
        if f" {key}" in f" {folded_name(name)}" or folded_name(identifier).startswith(key)
    ]
    return fitting[start : start + _MOST]
