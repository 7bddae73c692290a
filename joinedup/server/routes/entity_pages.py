"""The pages of findings, organisations, initiatives, reports and answers, and of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.routing import Route

from graph.errors import UsageError
from joinedup.server.jobs.corrections import list_correction_kinds
from joinedup.server.jobs.lists import write_pairs
from joinedup.server.jobs.pages import list_sentence_choices, read_pair, read_thing
from joinedup.server.pages import page
from joinedup.server.requests import settings_of, workers_of
from joinedup.server.routes.data import is_plain
from joinedup.server.table_files import file_response

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from joinedup.server.corrections_file import CorrectionsFile

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
    kind = path.partition("/")[0]
    chosen = {name: request.query_params.get(name, "") for name in ("voice", "role")}
    thing = await workers_of(request).run(read_thing, {"path": path, **chosen})
    if kind == "finding" and (corrections := settings_of(request).corrections):
        return await _correctable(request, path, thing, corrections)
    values = {"thing": thing}
    if _TEMPLATES[kind] == "entity.html":
        values["choices"] = await workers_of(request).run(list_sentence_choices, None)
    return page(request, _TEMPLATES[kind], **values)


async def _correctable(
    request: Request, path: str, finding: object, corrections: CorrectionsFile
) -> Response:
    """The page of a finding with forms to correct it; what they hold changes with the file."""
    kinds = await workers_of(request).run(list_correction_kinds, None)
    noted = await to_thread.run_sync(corrections.entries_of, path)
    headers = {"Cache-Control": "no-store"}
    values = {"thing": finding, "correction_kinds": kinds, "noted": noted}
    return page(request, _TEMPLATES["finding"], headers=headers, **values)


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
