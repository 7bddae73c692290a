"""The pages of findings, organisations, initiatives, reports and answers, and of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from graph.errors import UsageError
from joinedup.server.jobs.lists import write_pairs
from joinedup.server.jobs.pages import read_pair, read_thing
from joinedup.server.pages import page
from joinedup.server.requests import workers_of
from joinedup.server.routes.data import is_plain
from joinedup.server.table_files import file_response

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_TEMPLATES = {
    "finding": "finding.html",
    "organisation": "entity.html",
    "initiative": "entity.html",
    "report": "report.html",
    "response": "report.html",
    "reply": "answer.html",
    "part": "answer.html",
}
"""Template of the page by kind of thing."""


async def show_thing(request: Request) -> Response:
    """All that a page says of a thing."""
    path = request.url.path.partition("/page/")[2]
    if not is_plain(path):
        raise HTTPException(404, f"The graph holds no {path}.")
    thing = await workers_of(request).run(read_thing, path)
    return page(request, _TEMPLATES[path.partition("/")[0]], thing=thing)


async def show_pair(request: Request) -> Response:
    """What connects two things."""
    names = [request.query_params.get(side, "") for side in ("a", "b")]
    if not all(names):
        raise UsageError("A pair needs two names: /pair?a=NAME&b=NAME")
    pair = await workers_of(request).run(read_pair, names)
    return page(request, "pair.html", pair=pair)


async def give_pairs(request: Request) -> Response:
    """The pairs of a thing, or the sentences of a pair, as a file."""
    things = [value for side in ("a", "b") if (value := request.query_params.get(side))]
    if not things:
        raise UsageError("Pairs need the name of a thing: /pairs.csv?a=NAME")
    query = {"things": things, "suffix": request.path_params["suffix"]}
    return file_response(
        await workers_of(request).run(write_pairs, query), query["suffix"], "named-together"
    )


ROUTES = [
    *(Route(f"/page/{kind}/{{key}}", show_thing) for kind in _TEMPLATES),
    Route("/pair", show_pair),
    Route("/pairs.{suffix}", give_pairs),
]
