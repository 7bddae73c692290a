"""The SPARQL 1.1 Protocol, its query half."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from joinedup.server.jobs.sparql import SparqlQuestion, answer_query
from joinedup.server.negotiation import Representation, content_type, not_acceptable
from joinedup.server.protocol_request import read_protocol_request
from joinedup.server.requests import accept_of, settings_of, workers_of

if TYPE_CHECKING:
    from starlette.requests import Request

PATH = "/sparql"


async def answer_sparql(request: Request) -> Response:
    """Answer a query; without one, say what this is."""
    asked = await read_protocol_request(request)
    if asked.query is None:
        raise HTTPException(400, "The request holds no query.")
    settings = settings_of(request)
    question = SparqlQuestion(
        query=asked.query,
        accept=accept_of(request),
        base=settings.address + PATH,
        rows=settings.rows,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        allow_service=settings.allow_service,
    )
    answer = await workers_of(request).run(answer_query, msgspec.to_builtins(question))
    if "offered" in answer:
        raise not_acceptable([Representation(name) for name in answer["offered"]])
    cut = {"X-Joinedup-Truncated": f"true; rows={settings.rows}"}
    headers = {} if answer["complete"] else cut
    return Response(answer["content"], 200, headers, content_type(answer["media_type"]))


ROUTES = [Route(PATH, answer_sparql, methods=["GET", "POST"])]
