"""The one stylesheet of all pages, in the colours of the pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from joinedup.server.pages import render_template
from visualisations.style import INK, NODE_STYLES, PAPER, QUIET, RULE

if TYPE_CHECKING:
    from starlette.requests import Request


async def give_stylesheet(_request: Request) -> Response:
    """The stylesheet."""
    text = render_template(
        "pages.css", styles=NODE_STYLES, ink=INK, paper=PAPER, quiet=QUIET, rule=RULE
    )
    return Response(text, media_type="text/css; charset=utf-8")


ROUTES = [Route("/pages.css", give_stylesheet)]
