"""The Graph Store Protocol, its read half: `/data`, and descriptions of things below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from joinedup.server.growing_file import sent_parts
from joinedup.server.jobs.data import describe_thing, write_dump, write_named_graph
from joinedup.server.media_types import DATASET_TYPES, GRAPH_TYPES, SUFFIXES
from joinedup.server.negotiation import Representation, choose, content_type, not_acceptable
from joinedup.server.requests import accept_of, settings_of, workers_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from starlette.requests import Request

_LDP = '<http://www.w3.org/ns/ldp#Resource>; rel="type"'


async def give_graph(request: Request) -> Response:
    """One graph, or all of them."""
    parameters = request.query_params
    if unknown := set(parameters) - {"default", "graph"}:
        raise HTTPException(400, f"/data does not understand {', '.join(sorted(unknown))}.")
    graphs = parameters.getlist("graph")
    if len(graphs) + ("default" in parameters) > 1:
        raise HTTPException(400, "The request names several graphs; it may name one.")
    if not graphs:
        return _dump(request, everything="default" not in parameters)
    offer, name = _chosen(request, GRAPH_TYPES)
    argument = {"graph": graphs[0], "media_type": offer.media_type}
    content = await workers_of(request).run(write_named_graph, argument)
    if content is None:
        raise HTTPException(404, f"This graph holds no graph of the name {graphs[0]}.")
    return Response(content, media_type=content_type(name))


def _dump(request: Request, *, everything: bool) -> Response:
    """Everything, sent while it is written; it is written once for a version."""
    offer, name = _chosen(request, DATASET_TYPES if everything else GRAPH_TYPES)
    workers = workers_of(request)
    if request.method == "HEAD":
        return Response(media_type=content_type(name))
    kind = "dataset" if everything else "graph"
    path = workers.folder / f"{kind}-{offer.media_type.replace('/', '-')}"
    argument = {"path": str(path), "media_type": offer.media_type, "everything": everything}
    writing = workers.once(write_dump, argument)
    return StreamingResponse(sent_parts(path, writing), media_type=content_type(name))


def _chosen(
    request: Request, offers: Mapping[Representation, object]
) -> tuple[Representation, str]:
    choice = choose(accept_of(request), list(offers))
    if choice is None:
        raise not_acceptable(list(offers))
    return choice


async def give_description(request: Request) -> Response:
    """What the graph says of a thing, in the form that the suffix of the address names."""
    path, _, suffix = request.path_params["path"].rpartition(".")
    offer = SUFFIXES.get(suffix)
    if offer is None:
        suffixes = ", ".join(f".{suffix}" for suffix in SUFFIXES)
        raise HTTPException(404, f"The address of a description ends in one of {suffixes}.")
    return await describe(request, path, offer)


async def describe(request: Request, path: str, offer: Representation) -> Response:
    """What the graph says of a thing.

    Args:
        request: The request.
        path: What stands in the thing's address behind `id/`.
        offer: The form of the description.

    Raises:
        HTTPException: If the graph says nothing of it.
    """
    address = data_address(request, path, offer)
    argument = {"path": f"id/{path}", "media_type": offer.media_type, "address": address}
    content = None
    if path and is_plain(path):
        content = await workers_of(request).run(describe_thing, argument)
    if content is None:
        raise HTTPException(404, f"The graph says nothing of id/{path}.")
    headers = {"Allow": "GET, HEAD, OPTIONS", "Link": _links(request, path)}
    return Response(content, 200, headers, content_type(offer.media_type))


def is_plain(path: str) -> bool:
    """Whether a path may stand in an address of the graph, which are plain ASCII."""
    return path.isascii() and path.isprintable() and not set(path) & set(' "<>\\^`{|}%')


def data_address(request: Request, path: str, offer: Representation) -> str:
    """The address of a description of a thing."""
    suffix = next(suffix for suffix, representation in SUFFIXES.items() if representation == offer)
    return f"{settings_of(request).address}/data/{path}.{suffix}"


def _links(request: Request, path: str) -> str:
    """Headers that lead from a description to the thing and to its other descriptions."""
    here = settings_of(request).address
    links = [_LDP, f'<{here}/id/{path}>; rel="canonical"']
    links.append(f'<{here}/data/{path}.ttl>; rel="describedby"; type="text/turtle"')
    links += _alternates(f"{here}/data/{path}")
    links.append(f'<{here}/page/{path}>; rel="alternate"; type="text/html"')
    return ", ".join(links)


def _alternates(address: str) -> Iterable[str]:
    for suffix, offer in SUFFIXES.items():
        yield f'<{address}.{suffix}>; rel="alternate"; type="{offer.media_type}"'


ROUTES = [Route("/data", give_graph), Route("/data/{path:path}", give_description)]
