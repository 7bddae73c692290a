"""The page of a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.routing import Route

from joinedup.server.jobs.pages import read_finding
from joinedup.server.pages import page
from joinedup.server.requests import workers_of
from joinedup.server.routes.data import is_plain

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


async def show_finding(request: Request) -> Response:
    """All that is known of a finding."""
    key = request.path_params["key"]
    if not is_plain(key):
        raise HTTPException(404, f"The graph holds no finding {key}.")
    finding = await workers_of(request).run(read_finding, key)
    return page(request, "finding.html", finding=finding)


ROUTES = [Route("/page/finding/{key}", show_finding)]
