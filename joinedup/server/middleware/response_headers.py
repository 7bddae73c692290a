"""Headers of every answer: what a browser may do with it, and which pages may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'"
)
"""What a page may load unless its route says otherwise: what this server gives, and no more."""

INLINE_STYLES = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY.replace(
        "default-src 'self'", "default-src 'self'; style-src 'self' 'unsafe-inline'"
    )
}
"""The same for pages that libraries write, which put styles into their elements."""

METHODS = "GET, HEAD, POST, OPTIONS"

_PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Content-Type, Accept, Authorization",
    "Access-Control-Max-Age": "86400",
    "Allow": METHODS,
}
_EXPOSED = "Link, X-Joinedup-Truncated"


class ResponseHeaders:
    """Adds the headers of safety and of cross-origin reading; answers OPTIONS by itself."""

    def __init__(self, app: ASGIApp, origins: tuple[str, ...]) -> None:
        """Stand before an application.

        Args:
            app: The application.
            origins: Origins whose pages may read the answers; ``*`` for all.
        """
        self._app = app
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and complete the head of its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._complete(MutableHeaders(scope=message), Headers(scope=scope))
            await send(message)

        if scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, send_complete)
        else:
            await self._app(scope, receive, send_complete)

    def _complete(self, headers: MutableHeaders, request: Headers) -> None:
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        headers.setdefault("Referrer-Policy", "same-origin")
        if "*" in self._origins:
            headers["Access-Control-Allow-Origin"] = "*"
        elif self._origins:
            headers.add_vary_header("Origin")
            if (origin := request.get("origin", "")) in self._origins:
                headers["Access-Control-Allow-Origin"] = origin
        headers.setdefault("Access-Control-Expose-Headers", _EXPOSED)
