"""Puts the application together: the routes that the folder holds, and what stands before them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from graph.errors import JoinedupError
from graph.listing import listed_modules
from joinedup.server.errors import answer_foreseen, answer_http
from joinedup.server.middleware.body_limit import BodyLimit
from joinedup.server.middleware.disconnect_watch import DisconnectWatch
from joinedup.server.middleware.host_check import HostCheck
from joinedup.server.middleware.request_log import RequestLog
from joinedup.server.middleware.response_headers import ResponseHeaders
from joinedup.server.middleware.version_pin import VersionPin
from joinedup.server.pages import STATIC_FILES
from joinedup.server.store_workers import StoreWorkers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from joinedup.server.settings import ServerSettings

ROUTES = "joinedup.server.routes"
"""The package whose modules state routes."""

_SMALLEST_PACKED = 1_000
"""Bytes from which on an answer is compressed."""


def create_application(settings: ServerSettings) -> Starlette:
    """The application, which starts its workers when a server starts it.

    Raises:
        TypeError: If a module of the routes states none.
    """

    @asynccontextmanager
    async def running(application: Starlette) -> AsyncIterator[None]:
        application.state.workers = workers = StoreWorkers(settings)
        try:
            yield
        finally:
            workers.close()

    application = Starlette(
        routes=[*_listed_routes(), Mount("/static", StaticFiles(directory=STATIC_FILES))],
        middleware=[
            Middleware(ResponseHeaders, origins=settings.cors),
            Middleware(RequestLog),
            Middleware(DisconnectWatch),
            Middleware(HostCheck, public_url=settings.public_url),
            Middleware(GZipMiddleware, minimum_size=_SMALLEST_PACKED),
            Middleware(BodyLimit, most=settings.max_body),
            Middleware(VersionPin, settings=settings),
        ],
        exception_handlers={JoinedupError: answer_foreseen, HTTPException: answer_http},
        lifespan=running,
    )
    application.state.settings = settings
    return application


def _listed_routes() -> list[BaseRoute]:
    """The routes of every module of the package."""
    routes: list[BaseRoute] = []
    for name, module in listed_modules(ROUTES):
        listed = getattr(module, "ROUTES", None)
        if not isinstance(listed, list) or not all(isinstance(x, BaseRoute) for x in listed):
            raise TypeError(f"{name}.py needs ROUTES: a list of Starlette's routes")
        routes += listed
    return sorted(routes, key=_parameters)


def _parameters(route: BaseRoute) -> int:
    """How many parts of its path a route leaves open: the narrower one is tried first."""
    return str(getattr(route, "path", "")).count("{")
