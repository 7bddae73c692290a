"""What the JSON API answers."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from graph.errors import UnknownNameError, UsageError
from queries.connections import Connections
from queries.conversion import as_table
from queries.entity_lookup import load_lookup
from queries.finding_lookup import find_finding, label_of
from queries.finding_rows import explanation_rows, hit_rows, story_rows
from queries.graph_figures import figures
from queries.parameter_names import current_names
from queries.query_execution import execute
from queries.query_files import list_questions, load_question, shown_name
from queries.query_request import QueryRequest
from queries.reconciliation.candidates import as_candidate, find_candidates, read_name_query
from queries.reconciliation.extension import extend, properties
from queries.reconciliation.features import features_of
from queries.reconciliation.thing_index import thing_index
from queries.result_tables import render
from queries.search.search_result import SearchRequest
from queries.search.text_search import TextSearch
from queries.serializers import OutputStyle, QueryDescription, serialize

if TYPE_CHECKING:
    from graph.store.embedded import Store
    from queries.query_files import Question
    from queries.reconciliation.candidates import NameQuery
    from queries.result_tables import Table

Json = dict[str, Any]


def graph_figures(store: Store, _argument: None) -> Json:
    """The figures of `joinedup info`."""
    shown: Json = json.loads(render(figures(store), "json"))
    return shown


def saved_questions(_store: Store, _argument: None) -> list[Json]:
    """The saved questions with what each takes and gives."""
    return [_described(question) for question in list_questions()]


def _described(question: Question) -> Json:
    return {
        "name": question.name,
        "title": question.title,
        "description": question.description,
        "parameters": [
            {
                "name": shown_name(each.name),
                "kind": each.kind,
                "description": each.text,
                "required": each.required,
            }
            for each in question.parameters
        ],
        "columns": [{"name": each.name, "description": each.text} for each in question.columns],
    }


def answer_question(store: Store, wanted: Json) -> Json:
    """Rows of a saved question from an offset on, and where more begin.

    Args:
        store: The graph.
        wanted: `name`, `values`, `evidence`, `size` and `offset`.
    """
    question, result = _execute(store, wanted, wanted["offset"] + wanted["size"])
    table = as_table(result)
    rows = table.rows[wanted["offset"] :]
    return {
        **_described(question),
        "columns": list(table.columns),
        "rows": [list(row) for row in rows],
        "truncated": not result.complete,
        "next": None if result.complete else str(wanted["offset"] + len(rows)),
        "sparql": question.sparql,
    }


def write_answer(store: Store, wanted: Json) -> bytes:
    """The rows of a saved question as a file, in the format `wanted["format"]`."""
    question, result = _execute(store, wanted, wanted["size"])
    style = OutputStyle(wanted["format"], QueryDescription.of_question(question))
    content = serialize(result, style).content
    return content.encode() if isinstance(content, str) else content


def _execute(store: Store, wanted: Json, rows: int) -> tuple[Question, Any]:
    question = load_question(wanted["name"])
    values, _ = current_names(question, wanted["values"])
    request = QueryRequest(question.name, values, evidence=wanted["evidence"])
    return question, execute(store, request, rows)


def describe_entity(store: Store, identifier: str) -> Json:
    """An organisation or initiative with all values of the register.

    Raises:
        UnknownNameError: If there is none.
    """
    index = thing_index(store)
    if (thing := index.find(identifier)) is None:
        raise UnknownNameError(f"Nothing in this graph has the identifier {identifier!r}.")
    names = [{"id": name} for name in properties()]
    values = extend(store, index, {"ids": [thing.id], "properties": names})["rows"][thing.id]
    return {
        "id": thing.id,
        "iri": thing.iri,
        "caption": thing.name,
        "schema": thing.types[0] if thing.types else "",
        "schemata": list(thing.types),
        "properties": {name: _plain(each) for name, each in values.items() if each},
    }


def _plain(values: list[Json]) -> list[Any]:
    """Values of a property as text and numbers; of things, their identifiers."""
    return [next(iter(value.values())) for value in values]


def search_texts(store: Store, wanted: Json) -> Json:
    """Hits of a search with their total, facets and suggestions.

    Raises:
        UsageError: If nothing is searched for.
    """
    if not wanted["words"].strip() and not wanted["filters"]:
        raise UsageError("Give words to search for (q=), or a filter such as department=DfE.")
    index = TextSearch(store)
    filters = {
        facet: [index.find_value(facet, value) for value in values]
        for facet, values in wanted["filters"].items()
    }
    request = SearchRequest(wanted["words"], filters, wanted["limit"], wanted["offset"])
    result = index.search(request)
    return {
        "total": {"value": result.total, "relation": "eq"},
        "findings": result.finding_total,
        "results": hit_rows(result),
        "names": [asdict(name) for name in result.names],
        "facets": [asdict(facet) for facet in result.facets],
        "suggestions": [asdict(each) for each in result.suggestions],
    }


def match_entities(store: Store, queries: Json) -> Json:
    """Candidates for each query by its names."""
    index = thing_index(store)
    responses = {}
    for key, query in queries.items():
        wanted = _name_query(query)
        results = [
            as_candidate(index, each, features_of(store, index, each.thing.id, wanted.table_values))
            for each in find_candidates(index, wanted)
        ]
        responses[key] = {
            "results": [
                {
                    "id": each["id"],
                    "caption": each["name"],
                    "schema": each["type"][0]["id"] if each["type"] else "",
                    "score": each["score"] / 100,
                    "match": each["match"],
                    "features": {
                        "name": each["score"] / 100,
                        **{own["id"]: float(own["value"]) for own in each["features"]},
                    },
                }
                for each in results
            ],
            "total": {"value": len(results), "relation": "eq"},
        }
    return {"responses": responses}


def _name_query(query: Json) -> NameQuery:
    """A query by the names of its thing; its other properties are compared."""
    table_values = dict(query.get("properties") or {})
    names = table_values.pop("name", None) or []
    names = names if isinstance(names, list) else [names]
    return read_name_query(
        {
            "query": str(names[0]) if names else "",
            "type": query.get("schema") or [],
            "properties": [{"pid": name, "v": value} for name, value in table_values.items()],
        }
    )


def list_connections(store: Store, wanted: Json) -> Json:
    """Who is named together: all pairs, those of A, or the sentences of A and B."""
    lookup, pairs = load_lookup(store), Connections(store)
    first, second = wanted["a"], wanted["b"]
    if first and second:
        return _rows(pairs.between(*lookup.find_pair(first, second), wanted["limit"]))
    return _rows(pairs.pairs(lookup.find(first) if first else None, most=wanted["limit"]))


def explain_finding(store: Store, wanted: Json) -> Json:
    """What is said of a finding, or why it is said to name something."""
    finding = find_finding(store, wanted["finding"])
    name = wanted["name"]
    rows = explanation_rows(store, finding, name) if name else story_rows(store, finding)
    return {"finding": finding, "label": label_of(store, finding), "rows": rows}


def _rows(table: Table) -> Json:
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return {"caption": table.caption, "rows": rows}
