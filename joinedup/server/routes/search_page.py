"""The page of a search, and the same hits as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from joinedup.server.jobs.searching import search_words, write_search
from joinedup.server.list_requests import ListAddresses, list_query
from joinedup.server.pages import page
from joinedup.server.requests import workers_of
from joinedup.server.table_files import file_response

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_SIZE = 20


async def show_search(request: Request) -> Response:
    """Things with the words in a name, then passages, with counts of what they have."""
    query = list_query(request, _SIZE)
    result = await workers_of(request).run(search_words, query)
    addresses = ListAddresses(request, query)
    return page(request, "search.html", found=result, query=query, addresses=addresses, size=_SIZE)


async def give_search(request: Request) -> Response:
    """The hits that the page shows, as a file."""
    query = {**list_query(request, _SIZE), "suffix": request.path_params["suffix"]}
    return file_response(
        await workers_of(request).run(write_search, query), query["suffix"], "search"
    )


ROUTES = [Route("/search", show_search), Route("/search.{suffix}", give_search)]
