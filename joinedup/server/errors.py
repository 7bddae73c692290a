"""How failures are answered: a sentence as plain text, or as JSON where programs expect it.

The sentence is the one that the command line prints. Nothing of a traceback is ever sent; a failure
that nobody foresaw is answered with the number under which it stands in the log.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, PlainTextResponse, Response

from graph.errors import (
    AmbiguousNameError,
    JoinedupError,
    LimitError,
    QueryError,
    StoreError,
    UnknownNameError,
    UsageError,
    WorkerLostError,
)
from joinedup.server.version_workers import WorkersBusyError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

_OF_PROGRAMS = ("/api", "/reconcile")
"""Paths below which errors are JSON."""

_ANSWERS: tuple[tuple[type[JoinedupError], HTTPStatus, str], ...] = (
    (WorkersBusyError, HTTPStatus.SERVICE_UNAVAILABLE, "busy"),
    (LimitError, HTTPStatus.SERVICE_UNAVAILABLE, "timeout"),
    (AmbiguousNameError, HTTPStatus.BAD_REQUEST, "ambiguous-name"),
    (UnknownNameError, HTTPStatus.NOT_FOUND, "unknown-name"),
    (QueryError, HTTPStatus.BAD_REQUEST, "query"),
    (UsageError, HTTPStatus.BAD_REQUEST, "usage"),
    (WorkerLostError, HTTPStatus.INTERNAL_SERVER_ERROR, "worker-lost"),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE, "store"),
    (JoinedupError, HTTPStatus.INTERNAL_SERVER_ERROR, "failure"),
)
"""Status and code of each kind of failure, the narrower kind first."""


def error_response(
    path: str,
    status: int,
    message: str,
    code: str = "",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """An answer that says what went wrong.

    Args:
        path: Path of the request.
        status: HTTP status.
        message: What went wrong and what to do, in a sentence.
        code: A word for programs; made of the status where it is empty.
        headers: Further headers.
    """
    headers = {"Cache-Control": "no-store", **(headers or {})}
    if any(path == root or path.startswith(f"{root}/") for root in _OF_PROGRAMS):
        word = code or HTTPStatus(status).phrase.lower().replace(" ", "-")
        content = {"status": "error", "code": word, "message": message}
        return JSONResponse(content, status, headers)
    return PlainTextResponse(f"{message}\n", status, headers)


def answer_foreseen(request: Request, error: Exception) -> Response:
    """The answer to a failure of `graph.errors`."""
    status, code = next(
        (status, code) for kind, status, code in _ANSWERS if isinstance(error, kind)
    )
    headers = {"Retry-After": "1"} if isinstance(error, WorkersBusyError) else None
    return error_response(request.url.path, status, str(error), code, headers)


def answer_http(request: Request, error: Exception) -> Response:
    """The answer to a request that fits no route, or that a route refuses."""
    if not isinstance(error, HTTPException):
        raise TypeError("this answers exceptions of HTTP")
    message, headers = error.detail, dict(error.headers or {})
    if error.status_code == HTTPStatus.NOT_FOUND and message == HTTPStatus.NOT_FOUND.phrase:
        message = f"There is nothing at {request.url.path}."
    elif error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        message = f"{request.method} is not understood here: the graph is only asked."
        headers["Allow"] = ", ".join(sorted({*headers["Allow"].split(", "), "OPTIONS"}))
    return error_response(request.url.path, error.status_code, message, headers=headers)
