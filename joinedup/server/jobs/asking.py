"""Saved questions as forms, and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from joinedup.server.table_files import table_file
from queries.conversion import as_table
from queries.entity_lookup import load_lookup
from queries.parameter_names import require_values
from queries.parameter_values import fill_parameters
from queries.query_execution import execute
from queries.query_files import list_questions, load_question, shown_name
from queries.query_request import QueryRequest

if TYPE_CHECKING:
    from graph.store.embedded import Store
    from queries.result_tables import Table

_ROWS = 200
"""Rows that a page shows; a file has all of them."""

_MOST_ROWS = 100_000
_COMPLETED = {
    "committee": ("committee",),
    "initiative": ("initiative",),
    "organisation": ("organisation",),
    "thing": ("organisation", "initiative"),
}
"""Kinds of things whose names complete, by kind of parameter."""


def list_saved_questions(_store: Store, _argument: None) -> list[dict[str, Any]]:
    """All saved questions."""
    return [
        {"name": each.name, "title": each.title, "description": each.description}
        for each in list_questions()
    ]


def ask_question(store: Store, query: dict[str, Any]) -> dict[str, Any]:
    """A saved question with its form; with its answer, if all that it needs was given."""
    question = load_question(query["name"])
    values = {name: value for name, value in query["values"].items() if value}
    needed = [each.name for each in question.parameters if each.required]
    is_asked = query["asked"] and all(name in values for name in needed)
    kinds = {each.kind for each in question.parameters} & _COMPLETED.keys()
    return {
        "name": question.name,
        "title": question.title,
        "description": question.description,
        "parameters": [
            {
                "name": each.name,
                "shown": shown_name(each.name),
                "kind": each.kind,
                "text": each.text,
                "required": each.required,
                "value": values.get(each.name, ""),
                "example": question.example_values.get(each.name, ""),
            }
            for each in question.parameters
        ],
        "names": {kind: _names(store, _COMPLETED[kind]) for kind in sorted(kinds)},
        "columns": [{"name": each.name, "text": each.text} for each in question.columns],
        "sparql": _sparql(store, query["name"], values) if is_asked else question.sparql,
        "answer": _shown(_answer(store, query["name"], values, evidence=query["evidence"]))
        if is_asked
        else None,
        "evidence": query["evidence"],
        "command": " ".join(
            ["joinedup ask", question.name, *(f"{shown_name(k)}='{v}'" for k, v in values.items())]
        ),
    }


def write_answer(store: Store, query: dict[str, Any]) -> bytes:
    """The answer as a file."""
    values = {name: value for name, value in query["values"].items() if value}
    table = _answer(store, query["name"], values, evidence=query["evidence"])
    return table_file(table, query["suffix"], load_question(query["name"]).title)


def _answer(store: Store, name: str, values: dict[str, str], *, evidence: bool) -> Table:
    result = execute(store, QueryRequest(name, values, evidence=evidence), _MOST_ROWS)
    return as_table(result, caption=load_question(name).description)


def _sparql(store: Store, name: str, values: dict[str, str]) -> str:
    question = load_question(name)
    require_values(question, values)
    return fill_parameters(question, values, store)


def _shown(table: Table) -> dict[str, Any]:
    total = len(table.rows)
    more = f" The first {_ROWS} are shown; a file has all." if total > _ROWS else ""
    caption = f"{total:,} row{'' if total == 1 else 's'}.{more}"
    return {
        "columns": table.columns,
        "rows": table.rows[:_ROWS],
        "caption": caption,
        "total": total,
    }


def _names(store: Store, kinds: tuple[str, ...]) -> list[str]:
    return sorted(set(load_lookup(store, kinds).labels.values()))
