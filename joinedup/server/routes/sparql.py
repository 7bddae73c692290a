"""The SPARQL 1.1 Protocol, its query half; without a query, what the endpoint is."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from joinedup.server.jobs.service_description import (
    EndpointDescription,
    describe_endpoint,
    describe_partitions,
    write_description,
)
from joinedup.server.jobs.sparql import SparqlQuestion, answer_from_description, answer_query
from joinedup.server.middleware.response_headers import INLINE_STYLES
from joinedup.server.negotiation import (
    Representation,
    content_type,
    not_acceptable,
    prefers_html,
)
from joinedup.server.pages import page
from joinedup.server.protocol_request import read_protocol_request
from joinedup.server.requests import accept_of, settings_of, workers_of

if TYPE_CHECKING:
    from starlette.requests import Request

PATH = "/sparql"

_SECONDS_FOR_PARTITIONS = 3


async def answer_sparql(request: Request) -> Response:
    """Answer a query; without one, show the editor or describe the endpoint."""
    protocol_request = await read_protocol_request(request)
    if protocol_request.query is None:
        if prefers_html(accept_of(request)):
            return page(request, "editor.html", headers=INLINE_STYLES)
        return await describe_service(request)
    settings = settings_of(request)
    question = SparqlQuestion(
        query=protocol_request.query,
        accept=accept_of(request),
        base=settings.address + PATH,
        rows=settings.rows,
        default_graphs=protocol_request.default_graphs,
        named_graphs=protocol_request.named_graphs,
        allow_service=settings.allow_service,
    )
    fields = msgspec.to_builtins(question)
    headers: dict[str, str] = {}
    answer = await workers_of(request).run(answer_query, fields)
    if "asks_of_description" in answer:
        content, headers = await _description(request)
        fields["description"] = content
        answer = await workers_of(request).run(answer_from_description, fields)
    if not answer.get("complete", True):
        headers = {**headers, "X-Joinedup-Truncated": f"true; rows={settings.rows}"}
    return _negotiated(answer, headers)


async def describe_service(request: Request) -> Response:
    """What can be asked here, and what the graph holds."""
    content, headers = await _description(request)
    argument = {"content": content, "accept": accept_of(request)}
    return _negotiated(await workers_of(request).run(write_description, argument), headers)


async def _description(request: Request) -> tuple[bytes, dict[str, str]]:
    """The description in N-Triples; where its partitions are still counted, it is not kept."""
    settings, workers = settings_of(request), workers_of(request)
    about = EndpointDescription(
        settings.address + PATH, f"{settings.address}/data", settings.allow_service
    )
    partitions = workers.once(describe_partitions, None)
    content = await asyncio.shield(workers.once(describe_endpoint, msgspec.to_builtins(about)))
    await asyncio.wait({partitions}, timeout=_SECONDS_FOR_PARTITIONS)
    if partitions.done() and partitions.exception() is None:
        return content + partitions.result(), {}
    return content, {"Cache-Control": "no-store"}


async def lead_to_description(request: Request) -> Response:
    """Lead those who look for VoID at its well-known place to the description."""
    return RedirectResponse(settings_of(request).address + PATH, 303)


def _negotiated(answer: dict[str, Any], headers: dict[str, str]) -> Response:
    if "offered" in answer:
        raise not_acceptable([Representation(name) for name in answer["offered"]])
    return Response(answer["content"], 200, headers, content_type(answer["media_type"]))


ROUTES = [
    Route(PATH, answer_sparql, methods=["GET", "POST"]),
    Route("/.well-known/void", lead_to_description),
]
