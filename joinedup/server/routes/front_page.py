"""The front page: what the graph holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from joinedup.server.jobs.graph_size import count_statements
from joinedup.server.pages import page
from joinedup.server.requests import workers_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


async def show_front_page(request: Request) -> Response:
    """How large the graph is, and where it can be asked."""
    statements = await workers_of(request).run(count_statements, None)
    return page(request, "front_page.html", statements=statements)


ROUTES = [Route("/", show_front_page)]
