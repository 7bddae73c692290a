"""Values of properties of things, by which somebody's table is extended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from graph.errors import UnknownNameError, UsageError
from queries.conversion import to_python
from queries.query_files import list_questions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.readable_store import ReadableStore, Term
    from queries.query_files import Question
    from queries.reconciliation.thing_index import ThingIndex

_FOLDER = "reconciliation/properties"
_DATE = "http://www.w3.org/2001/XMLSchema#date"
MOST_THINGS = 1_000
"""Things whose values are given at one time."""


def properties() -> dict[str, Question]:
    """The properties by their identifiers; each is a query."""
    return {question.name: question for question in list_questions(_FOLDER)}


def extend(store: ReadableStore, index: ThingIndex, request: object) -> dict[str, Any]:
    """The values of some properties of some things, as the API writes them.

    Raises:
        UsageError: If the request is none, or asks for too many things.
        UnknownNameError: If there is no such property.
    """
    identifiers, names = _read(request)
    queries = properties()
    for name in names:
        if name not in queries:
            raise UnknownNameError(f"There is no property {name!r}: {', '.join(queries)}.")
    return {
        "meta": [{"id": name, "name": queries[name].title} for name in names],
        "rows": {
            identifier: {
                name: property_values(store, index, queries[name], identifier) for name in names
            }
            for identifier in identifiers
        },
    }


def _read(request: object) -> tuple[Sequence[str], Sequence[str]]:
    if not isinstance(request, Mapping):
        raise UsageError('An extension is an object with "ids" and "properties".')
    identifiers, wanted = request.get("ids"), request.get("properties")
    if not isinstance(identifiers, list) or not all(isinstance(each, str) for each in identifiers):
        raise UsageError('"ids" is a list of identifiers, such as organisation/hm-treasury.')
    if len(identifiers) > MOST_THINGS:
        raise UsageError(f"{len(identifiers):,} things are too many; ask for {MOST_THINGS:,}.")
    listed = wanted if isinstance(wanted, list) else [None]
    names = [each.get("id") if isinstance(each, Mapping) else each for each in listed]
    if not all(isinstance(name, str) for name in names):
        raise UsageError('"properties" is a list of objects, such as {"id": "lead"}.')
    return identifiers, [str(name) for name in names]


def property_values(
    store: ReadableStore, index: ThingIndex, prop: Question, identifier: str
) -> list[dict[str, Any]]:
    """The values of a property of a thing, as the API writes them; none of what is not there."""
    thing = index.find(identifier)
    if thing is None:
        return []
    rows = store.rows(prop.sparql, {"thing": ox.NamedNode(thing.iri)})
    return [_as_value(index, row[0]) for row in rows if row[0] is not None]


def _as_value(index: ThingIndex, term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode) and (thing := index.find(term.value)):
        return {"id": thing.id, "name": thing.name}
    value = to_python(term)
    if isinstance(value, int | float):
        return {"float": value}
    if isinstance(term, ox.Literal) and term.datatype.value == _DATE:
        return {"date": f"{value}T00:00:00+00:00"}
    return {"str": str(value)}
