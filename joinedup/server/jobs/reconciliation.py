"""Names to things, and values about these, for the routes of reconciliation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.errors import UnknownNameError, UsageError
from queries.reconciliation.candidates import as_candidate, find_candidates, read_name_query
from queries.reconciliation.extension import extend, properties
from queries.reconciliation.features import features_of
from queries.reconciliation.proposals import propose_properties, propose_things, propose_types
from queries.reconciliation.thing_index import thing_index

if TYPE_CHECKING:
    from graph.store.embedded import Store

Json = dict[str, Any]

_FIRST_TYPES = ("Organisation", "Initiative")
"""What clients are offered before anything else."""


def describe_types(store: Store, _argument: None) -> Json:
    """The base of the graph's addresses, and the types of its things, the broadest first."""
    index = thing_index(store)
    order = sorted(index.types.values(), key=lambda each: (each.id not in _FIRST_TYPES, each.id))
    types = [
        {
            "id": each.id,
            "name": each.name,
            "broader": [{"id": above, "name": index.types[above].name} for above in each.broader],
        }
        for each in order
    ]
    return {"base": store.base, "types": types}


def match_names(store: Store, queries: Json) -> Json:
    """The candidates for each query; a query that is none has no candidates."""
    index = thing_index(store)
    answers: Json = {}
    for key, value in queries.items():
        try:
            query = read_name_query(value)
        except UsageError:
            answers[key] = {"result": []}
            continue
        answers[key] = {
            "result": [
                as_candidate(
                    index, each, features_of(store, index, each.thing.id, query.table_values)
                )
                for each in find_candidates(index, query)
            ]
        }
    return answers


def extend_things(store: Store, request: Any) -> Json:  # noqa: ANN401 - what a client sent
    """Values of properties of things."""
    return extend(store, thing_index(store), request)


def list_properties(_store: Store, _argument: None) -> list[Json]:
    """The properties by which things can be extended."""
    return [{"id": name, "name": each.title} for name, each in properties().items()]


def propose(store: Store, request: Json) -> list[Json]:
    """What begins so: things, types or properties."""
    prefix, start = str(request["prefix"]), int(request["start"])
    if request["what"] == "property":
        return propose_properties(prefix, start)
    index = thing_index(store)
    make = propose_types if request["what"] == "type" else propose_things
    return make(index, prefix, start)


def show_thing(store: Store, identifier: str) -> Json:
    """A thing for a small preview.

    Raises:
        UnknownNameError: If there is none.
    """
    index = thing_index(store)
    if (thing := index.find(identifier)) is None:
        raise UnknownNameError(f"Nothing in this graph has the identifier {identifier!r}.")
    names = ["kind", "started", "ended", "lead", "findings", "all-findings"]
    shown = extend(
        store, index, {"ids": [thing.id], "properties": [{"id": name} for name in names]}
    )
    values = {
        name: [str(next(reversed(value.values()))) for value in shown["rows"][thing.id][name]]
        for name in names
    }
    return {
        "name": thing.name,
        "other_names": list(thing.other_names),
        "description": thing.description,
        "iri": thing.iri,
        "values": values,
    }
