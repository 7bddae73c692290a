"""Answers each request from one version of the graph, and says which: an `ETag` for caches.

The answer to a question depends on nothing but the version, the question and how it is put. So a
client that has the answer of the same version is told so (304) and no worker is asked.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response

from joinedup.server.day_distance import today
from joinedup.version import __version__

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from joinedup.server.settings import ServerSettings

_OK, _NOT_MODIFIED = 200, 304
_REVALIDATED = "public, max-age=0, must-revalidate"
_LENGTH = 16


class VersionPin:
    """Keeps the workers of one version for a request, as ``request.state.workers``."""

    def __init__(self, app: ASGIApp, settings: ServerSettings) -> None:
        """Stand before an application whose state holds its `StoreWorkers`."""
        self._app = app
        self._settings = repr((__version__, settings))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or say that its answer is still the same."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with scope["app"].state.workers.pinned() as workers:
            scope.setdefault("state", {})["workers"] = workers
            etag = f'"{workers.version}-{self._digest(scope)}"'
            is_read = scope["method"] in {"GET", "HEAD"}
            if is_read and etag in _listed_tags(scope):
                headers = {"ETag": etag, "Cache-Control": _REVALIDATED, "Vary": "Accept"}
                response = Response(status_code=_NOT_MODIFIED, headers=headers)
                await response(scope, receive, send)
                return

            async def send_with_tag(message: Message) -> None:
                if message["type"] == "http.response.start":
                    _complete(message, etag if is_read else None)
                await send(message)

            await self._app(scope, receive, send_with_tag)

    def _digest(self, scope: Scope) -> str:
        """A digest of all that an answer depends on beside the version."""
        headers = Headers(scope=scope)
        parts = (
            self._settings,
            today().isoformat(),  # pages say how long ago a day was
            scope["path"],
            scope["query_string"].decode("latin-1"),
            ",".join(headers.getlist("accept")),
            str("gzip" in headers.get("accept-encoding", "")),
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_LENGTH]


def _listed_tags(scope: Scope) -> set[str]:
    lists = Headers(scope=scope).getlist("if-none-match")
    return {tag.strip().removeprefix("W/") for tags in lists for tag in tags.split(",")}


def _complete(message: Message, etag: str | None) -> None:
    """Say that the answer depends on `Accept`, and which version it is of if it may be kept."""
    headers = MutableHeaders(scope=message)
    if "accept" not in headers.get("vary", "").lower().replace(",", " ").split():
        headers.add_vary_header("Accept")
    if etag and message["status"] == _OK and not {"etag", "cache-control"} & set(headers.keys()):
        headers["ETag"] = etag
        headers["Cache-Control"] = _REVALIDATED
