"""Lists of findings, organisations, initiatives and reports; each page as a file too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from joinedup.server.jobs.lists import list_findings, list_things, write_findings, write_things
from joinedup.server.list_requests import SIZE, ListAddresses, list_query
from joinedup.server.pages import page
from joinedup.server.requests import workers_of
from joinedup.server.table_files import MEDIA_TYPES, file_response

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_THINGS = ("organisations", "initiatives", "reports")


async def show_findings(request: Request) -> Response:
    """The findings that filters let through."""
    query = list_query(request)
    listed = await workers_of(request).run(list_findings, query)
    addresses = ListAddresses(request, query)
    return page(
        request, "findings.html", listed=listed, query=query, addresses=addresses, size=SIZE
    )


async def give_findings(request: Request) -> Response:
    """The same findings, all of them, as a file."""
    query = {**list_query(request), "suffix": request.path_params["suffix"]}
    return file_response(
        await workers_of(request).run(write_findings, query), query["suffix"], "findings"
    )


async def show_things(request: Request) -> Response:
    """Organisations, initiatives or reports."""
    query = {**list_query(request), "what": request.url.path.rpartition("/")[2]}
    listed = await workers_of(request).run(list_things, query)
    addresses = ListAddresses(request, query)
    return page(request, "things.html", listed=listed, query=query, addresses=addresses, size=SIZE)


async def give_things(request: Request) -> Response:
    """The same as a file."""
    what, _, suffix = request.url.path.rpartition("/")[2].partition(".")
    query = {**list_query(request), "what": what, "suffix": suffix}
    return file_response(await workers_of(request).run(write_things, query), suffix, what)


ROUTES = [
    Route("/findings", show_findings),
    Route("/findings.{suffix}", give_findings),
    *(Route(f"/{what}", show_things) for what in _THINGS),
    *(Route(f"/{what}.{suffix}", give_things) for what in _THINGS for suffix in MEDIA_TYPES),
]
