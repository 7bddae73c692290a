"""What the SPARQL editor knows of the graph, as JSON; its page is at `/sparql`."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse
from starlette.routing import Route

from joinedup.server.jobs.editor_terms import list_editor_terms
from joinedup.server.requests import workers_of

if TYPE_CHECKING:
    from starlette.requests import Request


async def give_editor_terms(request: Request) -> JSONResponse:
    """Prefixes, classes, properties, names and saved questions."""
    terms = workers_of(request).once(list_editor_terms, None)
    return JSONResponse(await asyncio.shield(terms))


ROUTES = [Route("/api/editor", give_editor_terms)]
