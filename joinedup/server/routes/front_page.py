"""The front page: a search, what the graph holds, and what stands out."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.routing import Route

from joinedup.server.jobs.start import describe_graph
from joinedup.server.pages import page
from joinedup.server.requests import workers_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


async def show_front_page(request: Request) -> Response:
    """Figures with their totals, read once for each version of the graph."""
    graph = await asyncio.shield(workers_of(request).once(describe_graph, None))
    return page(request, "front_page.html", graph=graph)


ROUTES = [Route("/", show_front_page)]
