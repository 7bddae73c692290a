"""Takes corrections that people make on the page of a finding, where the server may (`--edit`)."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from joinedup.server.jobs.corrections import check_correction
from joinedup.server.requests import settings_of, workers_of
from joinedup.server.routes.data import is_plain

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_OWN_FIELDS = {"token", "finding", "kind", "by", "why"}
_MOST_FIELDS = 30


async def take_correction(request: Request) -> Response:
    """Add a correction to the file, and lead back to the finding."""
    corrections = settings_of(request).corrections
    if corrections is None:
        raise HTTPException(404, f"There is nothing at {request.url.path}.")
    fields = await _fields(request)
    _require_own_page(request, fields.get("token", ""))
    finding = fields.get("finding", "")
    if not finding.startswith("finding/") or not is_plain(finding):
        raise HTTPException(400, "A correction is about a finding, by its identifier.")
    wanted = {
        "finding": finding,
        "kind": fields.get("kind", ""),
        "by": fields.get("by", ""),
        "why": fields.get("why", ""),
        "values": {key: value for key, value in fields.items() if key not in _OWN_FIELDS and value},
    }
    table = await workers_of(request).run(check_correction, wanted)
    await to_thread.run_sync(corrections.add, table)
    return RedirectResponse(f"{settings_of(request).root}/page/{finding}#corrections", 303)


async def _fields(request: Request) -> dict[str, str]:
    try:
        body = parse_qs((await request.body()).decode(), max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(400, f"The form cannot be read: {error}.") from error
    return {name: values[0].strip() for name, values in body.items()}


def _require_own_page(request: Request, token: str) -> None:
    """Refuse what a page of somebody else's has the browser send.

    The browser says from which page a form comes; and only pages of this server know the token,
    since no other page may read them while corrections are taken.
    """
    settings, headers = settings_of(request), request.headers
    is_own = (
        headers.get("origin") == f"http://{headers.get('host')}"
        and headers.get("sec-fetch-site", "same-origin") == "same-origin"
        and secrets.compare_digest(token.encode(), settings.token.encode())
    )
    if not is_own:
        raise HTTPException(
            403, "A correction is taken only from the page of the finding. Open it and try again."
        )


ROUTES = [Route("/correct", take_correction, methods=["POST"])]
