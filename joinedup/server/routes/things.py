"""The addresses of things and terms: `/id/…`, `/ontology`, `/scheme/…`, `/question/…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from joinedup.server.jobs.vocabulary import NO_PAGE, write_page, write_vocabulary
from joinedup.server.media_types import GRAPH_TYPES
from joinedup.server.middleware.response_headers import INLINE_STYLES
from joinedup.server.negotiation import HTML, Representation, choose, content_type, not_acceptable
from joinedup.server.requests import accept_of, settings_of, workers_of
from joinedup.server.routes.data import data_address, describe, is_plain

if TYPE_CHECKING:
    from starlette.requests import Request

_PAGE = Representation(HTML, ("application/xhtml+xml",))


async def lead_to_thing(request: Request) -> Response:
    """Lead to a page or to a description of a thing, or give the description at once."""
    path = request.path_params["path"]
    if not path or not is_plain(path):
        raise HTTPException(404, f"The graph says nothing of id/{path}.")
    offers = [*GRAPH_TYPES, _PAGE]
    choice = choose(accept_of(request), offers)
    if choice is None:
        raise not_acceptable(offers)
    settings = settings_of(request)
    if choice[0] == _PAGE:
        return RedirectResponse(f"{settings.address}/page/{path}", 303)
    address = data_address(request, path, choice[0])
    if settings.see_other:
        return RedirectResponse(address, 303)
    response = await describe(request, path, choice[0])
    response.headers["Content-Location"] = address
    return response


async def give_vocabulary(request: Request) -> Response:
    """The ontology, a concept scheme or a saved question."""
    offers = [*GRAPH_TYPES, _PAGE]
    choice = choose(accept_of(request), offers)
    if choice is None:
        raise not_acceptable(offers)
    argument = {"path": request.url.path.strip("/"), "media_type": choice[0].media_type}
    workers = workers_of(request)
    if choice[0] == _PAGE and argument["path"].partition("/")[0] == "ontology":
        written = await workers.once(write_page, None)
        if written != NO_PAGE:
            return Response(written, 200, INLINE_STYLES, content_type(HTML))
    if choice[0] == _PAGE:
        argument["media_type"] = "text/turtle"
    content = await workers.run(write_vocabulary, argument)
    if content is None:
        raise HTTPException(404, f"There is nothing at {request.url.path}.")
    name = "text/plain" if choice[0] == _PAGE else choice[1]
    return Response(content, media_type=content_type(name))


ROUTES = [
    Route("/id/{path:path}", lead_to_thing),
    Route("/ontology", give_vocabulary),
    Route("/ontology/{version}", give_vocabulary),
    Route("/alignments", give_vocabulary),
    Route("/scheme/{name}", give_vocabulary),
    Route("/question/{name}", give_vocabulary),
]
