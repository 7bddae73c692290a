"""A plain page for any thing that has no page of its own: every statement about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from joinedup.server.jobs.statements import list_statements
from joinedup.server.pages import page
from joinedup.server.requests import workers_of
from joinedup.server.routes.data import is_plain

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


async def show_statements(request: Request) -> Response:
    """Every statement about a thing, with the source records that make it."""
    path = request.path_params["path"]
    statements = None
    if is_plain(path):
        statements = await workers_of(request).run(list_statements, path)
    if statements is None:
        raise HTTPException(404, f"The graph says nothing of id/{path}.")
    return page(request, "statements.html", path=path, **statements)


ROUTES = [
    Route("/page/{path:path}", show_statements),
    Route("/statements/{path:path}", show_statements),
]
