"""What a route asks of a request: the workers that read the graph, and the server's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request

    from joinedup.server.settings import ServerSettings
    from joinedup.server.version_workers import VersionWorkers


def workers_of(request: Request) -> VersionWorkers:
    """The workers on the version of the graph that this request is answered from."""
    workers: VersionWorkers = request.state.workers
    return workers


def settings_of(request: Request) -> ServerSettings:
    """What the server was started with."""
    settings: ServerSettings = request.app.state.settings
    return settings


def accept_of(request: Request) -> str:
    """The header `Accept`; if it stands there several times, all of it."""
    return ",".join(request.headers.getlist("accept"))
