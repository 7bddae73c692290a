"""What somebody's table says beside a name, compared with what the graph says of a candidate.

A feature never makes a match and never takes a candidate away: it shows a person what agrees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.errors import UsageError
from queries.entity_lookup import folded_name
from queries.reconciliation.extension import properties, property_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.readable_store import ReadableStore
    from queries.query_files import Question
    from queries.reconciliation.thing_index import ThingIndex

_DAY = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:[Tt].*)?", re.ASCII)
_MOST_PROPERTIES = 20
_MOST_VALUES = 50


@dataclass(frozen=True, slots=True)
class TableValue:
    """What somebody's table says of the thing that a name stands for.

    Attributes:
        property_id: Identifier of a property, as the client wrote it.
        values: What the table says: texts, identifiers, days or numbers, as text.
    """

    property_id: str
    values: tuple[str, ...]


def read_table_values(value: object) -> tuple[TableValue, ...]:
    """The properties of a query as clients send them; values that are empty say nothing.

    Raises:
        UsageError: If they are none, or too many.
    """
    if value is None:
        return ()
    if not isinstance(value, list) or len(value) > _MOST_PROPERTIES:
        raise UsageError(f'"properties" is a list of at most {_MOST_PROPERTIES} objects.')
    return tuple(map(_table_value, value))


def _table_value(value: object) -> TableValue:
    if not isinstance(value, Mapping) or not isinstance(name := value.get("pid"), str):
        raise UsageError('A property is an object such as {"pid": "kind", "v": "agency"}.')
    cell = value.get("v")
    listed = cell if isinstance(cell, list) else [cell]
    texts = [_text(each) for each in listed[:_MOST_VALUES]]
    return TableValue(name, tuple(text for text in texts if text))


def _text(value: object) -> str:
    """A value as text: of an object its identifier, or else its name."""
    if isinstance(value, Mapping):
        value = value.get("id") or value.get("name")
    return "" if value is None else str(value).strip()


def features_of(
    store: ReadableStore, index: ThingIndex, identifier: str, table_values: Sequence[TableValue]
) -> dict[str, bool]:
    """Whether the graph says the same of a thing, by property.

    Properties that are not known, and those of which the graph says nothing of this thing, are
    left out: not known is not different.
    """
    by_name = {_plain(name): prop for name, prop in properties().items()}
    features: dict[str, bool] = {}
    for each in table_values:
        prop = by_name.get(_plain(each.property_id))
        if prop and each.values and (names := _names(store, index, prop, identifier)):
            features[each.property_id] = any(_agrees(text, names) for text in each.values)
    return features


def _plain(name: str) -> str:
    """A property by whatever spelling: ``govuk-slug`` is ``govukSlug``."""
    return name.replace("-", "").replace("_", "").casefold()


def _names(store: ReadableStore, index: ThingIndex, prop: Question, identifier: str) -> set[str]:
    """All ways to write the values of a property of a thing."""
    names: set[str] = set()
    for value in property_values(store, index, prop, identifier):
        if thing := index.things.get(value.get("id", "")):
            names |= {thing.id, thing.iri, *map(folded_name, (thing.name, *thing.other_names))}
        else:
            names |= {folded_name(str(each)) for each in value.values()}
    return names


def _agrees(text: str, names: set[str]) -> bool:
    """Whether a text is one of the names, or a day within what is known as a year or month."""
    if text in names or folded_name(text) in names:
        return True
    if not (match := _DAY.fullmatch(text)):
        return False
    day = match[1]
    days = [other[1] for name in names if (other := _DAY.fullmatch(name))]
    return any(each.startswith(day) or day.startswith(each) for each in days)


def as_features(features: Mapping[str, bool]) -> list[dict[str, Any]]:
    """Features as the API writes them."""
    return [{"id": name, "value": agrees} for name, agrees in features.items()]
