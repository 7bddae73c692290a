"""Whether the server lives, and whether it can answer: for those who watch over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse
from starlette.routing import Route

from joinedup.server.requests import workers_of

if TYPE_CHECKING:
    from starlette.requests import Request

_NOT_KEPT = {"Cache-Control": "no-store"}


async def show_health(request: Request) -> JSONResponse:
    """That the server lives, and which version of the graph it reads."""
    content = {"status": "ok", "generation": workers_of(request).version}
    return JSONResponse(content, headers=_NOT_KEPT)


async def show_readiness(request: Request) -> JSONResponse:
    """Whether the workers have opened the graph."""
    workers = workers_of(request)
    content = {"status": "ok" if workers.is_ready else "starting", "generation": workers.version}
    return JSONResponse(content, 200 if workers.is_ready else 503, _NOT_KEPT)


ROUTES = [Route("/healthz", show_health), Route("/readyz", show_readiness)]
