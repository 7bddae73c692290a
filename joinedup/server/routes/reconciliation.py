"""The Reconciliation Service API 0.2, for OpenRefine and others that match names to things."""

from __future__ import annotations

import json
import re
from functools import wraps
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from graph.errors import JoinedupError, UsageError
from joinedup.server.errors import answer_foreseen, answer_http
from joinedup.server.jobs.reconciliation import (
    describe_types,
    extend_things,
    list_properties,
    match_names,
    propose,
    show_thing,
)
from joinedup.server.pages import page
from joinedup.server.requests import settings_of, workers_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

    Handler = Callable[[Request], Awaitable[Response]]

_BATCH, _LARGEST_BATCH = 50, 200
_CALLBACK = re.compile(r"[\w$.]{1,100}", re.ASCII)
_HALVES = re.compile("[\ud800-\udfff]")
_LARGEST_NUMBER = 1 << 53
_NUMBER = re.compile(r"[0-9]{1,6}")
_WHAT = ("entity", "type", "property")
_FRAMED = "default-src 'none'; style-src 'self'; frame-ancestors *"
"""Policy of a preview, which clients show in a frame."""


async def answer_reconciliation(request: Request) -> Response:
    """Say what the service is, match names, or extend things."""
    fields = await _fields(request)
    if "queries" in fields:
        queries = _decoded(fields["queries"], "queries")
        if not isinstance(queries, dict):
            raise UsageError('"queries" is an object with a query for each key.')
        if len(queries) > _LARGEST_BATCH:
            raise HTTPException(413, f"{len(queries)} queries are too many: {_BATCH} at a time.")
        return _answer(request, await workers_of(request).run(match_names, queries))
    if "extend" in fields:
        request_value = _decoded(fields["extend"], "extend")
        return _answer(request, await workers_of(request).run(extend_things, request_value))
    return _answer(request, await _manifest(request))


async def answer_suggestions(request: Request) -> Response:
    """Things, types or properties whose names begin so."""
    if request.path_params["what"] not in _WHAT:
        raise HTTPException(404, f"Suggestions are of {', '.join(_WHAT)}.")
    what = {
        "what": request.path_params["what"],
        "prefix": request.query_params.get("prefix", "")[:200],
        "start": _number(request, "cursor", 0),
    }
    return _answer(request, {"result": await workers_of(request).run(propose, what)})


async def answer_flyout(request: Request) -> Response:
    """A short text on a thing, type or property, as HTML in JSON."""
    identifier = request.path_params["identifier"]
    if request.path_params["what"] != "entity":
        return _answer(request, {"id": identifier, "html": ""})
    thing = await workers_of(request).run(show_thing, identifier)
    shown = page(request, "reconciled_thing.html", thing=thing)
    return _answer(request, {"id": identifier, "html": bytes(shown.body).decode()})


async def answer_properties(request: Request) -> Response:
    """The properties by which a type can be extended."""
    listed = await workers_of(request).run(list_properties, None)
    count = _number(request, "limit", len(listed))
    content = {"properties": listed[:count], "limit": count}
    if named := request.query_params.get("type"):
        content["type"] = named
    return _answer(request, content)


async def show_preview(request: Request) -> Response:
    """A small page on a thing."""
    identifier = request.query_params.get("id", "")
    thing = await workers_of(request).run(show_thing, identifier)
    shown = page(request, "reconciled_thing.html", thing=thing)
    shown.headers["Content-Security-Policy"] = _FRAMED
    return shown


def _number(request: Request, name: str, otherwise: int) -> int:
    """A field of the address that is a number; another value where it is none."""
    text = request.query_params.get(name, "")
    return int(text) if _NUMBER.fullmatch(text) else otherwise


async def _fields(request: Request) -> dict[str, str]:
    """Fields of the address and of a form; the first of two that are called alike."""
    query = request.query_params
    fields = {name: query.getlist(name)[0] for name in query}
    if request.method == "POST":
        try:
            body = parse_qs((await request.body()).decode(), max_num_fields=20)
        except ValueError as error:
            raise UsageError(f"The form cannot be read: {error}.") from error
        fields |= {name: values[0] for name, values in body.items()}
    return fields


def _decoded(text: str, name: str) -> Any:  # noqa: ANN401 - what a client sent
    try:
        return _carried(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UsageError(f'"{name}" is no JSON: {error}.') from error


def _carried(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """A value without what is JSON for Python alone: halves of characters and vast numbers."""
    if isinstance(value, str):
        return _HALVES.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_carried(key): _carried(each) for key, each in value.items()}
    if isinstance(value, list):
        return list(map(_carried, value))
    return float(value) if type(value) is int and abs(value) > _LARGEST_NUMBER else value


def _answer(request: Request, content: Any) -> Response:  # noqa: ANN401 - any JSON
    callback = request.query_params.get("callback")
    return JSONResponse(content) if callback is None else _script(callback, content)


def _script(callback: str, content: Any) -> Response:  # noqa: ANN401 - any JSON
    """A script that hands JSON to a function of the page that loads it."""
    if not _CALLBACK.fullmatch(callback):
        raise UsageError("The name of a callback has letters, digits, _, $ and dots alone.")
    text = json.dumps(content)  # ASCII alone, so no line end that JavaScript has and JSON has not
    return Response(f"/**/{callback}({text});", media_type="application/javascript")


def _failing_by_callback(handler: Handler) -> Handler:
    """A handler whose failures reach those who ask by callback, too.

    Browsers run no script that comes with the status of a failure, so it says 200, and the
    failure stands in what is handed over.
    """

    @wraps(handler)
    async def answer(request: Request) -> Response:
        callback = request.query_params.get("callback", "")
        try:
            return await handler(request)
        except (JoinedupError, HTTPException) as error:
            if not _CALLBACK.fullmatch(callback):
                raise
            is_foreseen = isinstance(error, JoinedupError)
            failure = (answer_foreseen if is_foreseen else answer_http)(request, error)
            script = _script(callback, json.loads(bytes(failure.body)))
            script.headers["Cache-Control"] = "no-store"
            return script

    return answer


async def _manifest(request: Request) -> dict[str, Any]:
    """What the service is and can do."""
    described = await workers_of(request).run(describe_types, None)
    address = settings_of(request).address
    service = f"{address}/reconcile"
    suggest = {
        what: {
            "service_url": service,
            "service_path": f"/suggest/{what}",
            "flyout_service_url": service,
            "flyout_service_path": f"/suggest/{what}/flyout/${{id}}",
        }
        for what in _WHAT
    }
    return {
        "versions": ["0.1", "0.2"],
        "name": "joinedup: departments and initiatives",
        "identifierSpace": f"{described['base']}id/",
        "schemaSpace": "https://w3id.org/joinedup/ontology#",
        "defaultTypes": described["types"],
        "view": {"url": f"{address}/id/{{{{id}}}}"},
        "batchSize": _BATCH,
        "suggest": suggest,
        "preview": {"url": f"{service}/preview?id={{{{id}}}}", "width": 430, "height": 300},
        "extend": {
            "propose_properties": {"service_url": service, "service_path": "/properties"},
            "property_settings": [],
        },
    }


ROUTES = [
    Route("/reconcile", _failing_by_callback(answer_reconciliation), methods=["GET", "POST"]),
    Route(
        "/reconcile/suggest/{what:str}/flyout/{identifier:path}",
        _failing_by_callback(answer_flyout),
    ),
    Route("/reconcile/suggest/{what:str}", _failing_by_callback(answer_suggestions)),
    Route("/reconcile/properties", _failing_by_callback(answer_properties)),
    Route("/reconcile/preview", show_preview),
]
