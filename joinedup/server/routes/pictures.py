"""The pictures as pages: each in a frame with its own strict policy, and as files."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from joinedup.server.jobs.pictures import draw_view, list_views, resolve_names
from joinedup.server.pages import page
from joinedup.server.requests import workers_of
from visualisations.view_formats import VIEW_FORMATS

if TYPE_CHECKING:
    from starlette.requests import Request

_FRAMED = {
    "Content-Security-Policy": (
        "frame-ancestors 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; "
        "connect-src 'none'"
    )
}
"""Policy beside that of the picture itself, which allows its own scripts alone, by their hashes."""


async def list_pictures(request: Request) -> Response:
    """The pictures that there are."""
    views = await workers_of(request).run(list_views, None)
    return page(request, "pictures.html", views=views)


async def show_picture(request: Request) -> Response:
    """A picture in its page; a form if it needs names."""
    views = await workers_of(request).run(list_views, None)
    view = next((each for each in views if each["name"] == request.path_params["view"]), None)
    if view is None:
        raise HTTPException(404, f"There is no picture {request.path_params['view']}.")
    names = _names(request)
    drawn = view["optional"] or len(names) == len(view["takes"])
    pairs = urlencode(list(zip(("name", "other"), names, strict=False)))
    query = f"?{pairs}" if pairs else ""
    things = await workers_of(request).run(resolve_names, names)
    return page(
        request,
        "picture.html",
        view=view,
        things=things,
        names=names,
        drawn=drawn,
        query=query,
    )


async def give_picture(request: Request) -> Response:
    """A picture as a file: a page of its own, SVG or PNG."""
    view = request.path_params["view"]
    output_format = request.url.path.rpartition(".")[2]
    query = {"view": view, "names": _names(request), "format": output_format}
    content = await workers_of(request).run(draw_view, query)
    return Response(content, 200, _FRAMED, VIEW_FORMATS[output_format].media_type)


def _names(request: Request) -> list[str]:
    return [name for side in ("name", "other") if (name := request.query_params.get(side))]


ROUTES = [
    Route("/pictures", list_pictures),
    *(Route(f"/pictures/{{view}}.{suffix}", give_picture) for suffix in VIEW_FORMATS),
    Route("/pictures/{view}", show_picture),
]
