"""The JSON API, with the names that Datasette and yente have for alike things; `/openapi.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from graph.errors import UsageError
from joinedup.server.jobs.api import (
    answer_question,
    describe_entity,
    explain_finding,
    graph_figures,
    list_connections,
    match_entities,
    saved_questions,
    search_texts,
    write_answer,
)
from joinedup.server.requests import settings_of, workers_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from graph.store.embedded import Store

_OPENAPI = Path(__file__).parent.parent / "openapi.json"
_SIZE, _LARGEST = 100, 1_000
_FILES = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
_MOST_QUERIES = 200


async def show_openapi(request: Request) -> Response:
    """What the API can be wanted."""
    content = json.loads(_OPENAPI.read_text(encoding="utf-8"))
    content["servers"] = [{"url": settings_of(request).address}]
    return JSONResponse(content)


async def show_figures(request: Request) -> Response:
    """The figures of the graph, each with its total."""
    return await _answer(request, graph_figures, None)


async def show_questions(request: Request) -> Response:
    """The saved questions."""
    return JSONResponse({"questions": await workers_of(request).run(saved_questions, None)})


async def show_answer(request: Request) -> Response:
    """The answer to a saved question, as JSON, CSV or a workbook."""
    name, _, form = request.path_params["name"].partition(".")
    query = request.query_params
    values = {
        key: query.getlist(key)[0] if len(query.getlist(key)) == 1 else query.getlist(key)
        for key in query
        if not key.startswith("_") and key != "evidence"
    }
    wanted = {
        "name": name,
        "values": values,
        "evidence": query.get("evidence", "0") not in {"0", "false", ""},
        "size": _size(request),
        "offset": _number(request, "_next", 0),
    }
    if form in _FILES:
        style, media_type = _FILES[form]
        wanted |= {"format": style, "size": settings_of(request).rows}
        content = await workers_of(request).run(write_answer, wanted)
        headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
        return Response(content, media_type=media_type, headers=headers)
    if form not in {"", "json"}:
        raise HTTPException(404, f"Answers are given as json, {', '.join(_FILES)}.")
    return _shaped(request, await workers_of(request).run(answer_question, wanted))


def _shaped(request: Request, content: dict[str, Any]) -> Response:
    """An answer in the shape that is wanted for: with its description, or its rows alone."""
    shape = request.query_params.get("_shape", "arrays")
    if shape not in {"arrays", "objects", "array"}:
        raise UsageError("_shape is arrays, objects or array.")
    if shape == "arrays":
        return JSONResponse(content)
    rows = [dict(zip(content["columns"], row, strict=True)) for row in content["rows"]]
    if shape == "objects":
        return JSONResponse({**content, "rows": rows})
    if request.query_params.get("_nl") == "on":
        lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        return Response(lines, media_type="application/x-ndjson")
    return JSONResponse(rows)


async def show_entity(request: Request) -> Response:
    """An organisation or initiative."""
    identifier = f"{request.path_params['kind']}/{request.path_params['key']}"
    return await _answer(request, describe_entity, identifier)


async def show_hits(request: Request) -> Response:
    """Hits of a search in texts."""
    query = request.query_params
    filters = {key: query.getlist(key) for key in query if key not in {"q", "limit", "offset"}}
    limit = min(_number(request, "limit", 20), _LARGEST)
    wanted = {
        "words": query.get("q", ""),
        "filters": filters,
        "limit": limit,
        "offset": _number(request, "offset", 0),
    }
    return await _answer(request, search_texts, wanted)


async def show_matches(request: Request) -> Response:
    """Entities that may be meant by names."""
    try:
        content = json.loads(await request.body())
        queries = content["queries"]
        objects = all(isinstance(each, dict) for each in queries.values())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError('The body is no {"queries": {"a": {"properties": {…}}}}.') from error
    if not objects:
        raise UsageError("Each query is an object.")
    if len(queries) > _MOST_QUERIES:
        raise HTTPException(413, f"{len(queries)} queries are too many: {_MOST_QUERIES} at a time.")
    return await _answer(request, match_entities, queries)


async def show_connections(request: Request) -> Response:
    """Who is named together."""
    query = request.query_params
    wanted = {"a": query.get("a", ""), "b": query.get("b", ""), "limit": _size(request)}
    return await _answer(request, list_connections, wanted)


async def show_reasons(request: Request) -> Response:
    """What is said of a finding, or why it is said to name something."""
    query = request.query_params
    if not query.get("finding"):
        raise UsageError("Name a finding (finding=), such as accountability-index-4-13168.")
    wanted = {"finding": query["finding"], "name": query.get("name", "")}
    return await _answer(request, explain_finding, wanted)


async def _answer(
    request: Request, job: Callable[[Store, Any], Any], argument: object
) -> JSONResponse:
    return JSONResponse(await workers_of(request).run(job, argument))


def _size(request: Request) -> int:
    """How many rows are wanted for."""
    if request.query_params.get("_size") == "max":
        return _LARGEST
    return min(_number(request, "_size", _SIZE), _LARGEST)


def _number(request: Request, name: str, otherwise: int) -> int:
    text = request.query_params.get(name)
    if text is None:
        return otherwise
    try:
        number = int(text) if text.isascii() and text.isdigit() else -1
    except ValueError:  # more figures than Python reads
        number = -1
    if not 0 <= number < 1 << 31:
        raise UsageError(f"{name} is a whole number, not {text[:40]!r}.")
    return number


ROUTES = [
    Route("/openapi.json", show_openapi),
    Route("/api/info", show_figures),
    Route("/api/questions", show_questions),
    Route("/api/questions/{name:str}", show_answer),
    Route("/api/entities/{kind:str}/{key:str}", show_entity),
    Route("/api/search", show_hits),
    Route("/api/match", show_matches, methods=["POST"]),
    Route("/api/connections", show_connections),
    Route("/api/why", show_reasons),
]
