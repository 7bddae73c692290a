"""Reads a request of the SPARQL 1.1 Protocol, whichever of its three ways it comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from starlette.requests import Request

Fields = list[tuple[str, str]]

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_MOST_FIELDS = 2_000
_NO_UPDATES = "The graph is only asked here: it is changed by joinedup build, and not by updates."


@dataclass(frozen=True, slots=True)
class ProtocolRequest:
    """What a request asks.

    Attributes:
        query: The query; None if there is nothing but an address.
        default_graphs: Graphs that the request makes the default graph of.
        named_graphs: Graphs that the request names.
    """

    query: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


async def read_protocol_request(request: Request) -> ProtocolRequest:
    """Read a request.

    Raises:
        HTTPException: If it is no request of the protocol, or is an update.
    """
    in_address = _fields(request.scope["query_string"])
    if request.method != "POST":
        return _understood(in_address) if in_address else ProtocolRequest(None)
    media_type, charset = _content_type(request.headers.get("content-type", ""))
    if media_type == _UPDATE:
        raise HTTPException(415, _NO_UPDATES)
    if media_type not in {_FORM, _QUERY}:
        raise HTTPException(
            415, f"A query is posted as {_QUERY}, or as {_FORM} with the field query."
        )
    if charset not in {"", "utf-8", "utf8"}:
        raise HTTPException(415, f"A query is posted in UTF-8, not in {charset}.")
    body = await request.body()
    if media_type == _FORM:
        return _understood(in_address + _fields(body))
    if any(name == "query" for name, _ in in_address):
        raise HTTPException(400, "The request holds two queries: one in its address, one posted.")
    return _understood([*in_address, ("query", _decoded(body))])


def _understood(fields: Fields) -> ProtocolRequest:
    """The fields that the protocol knows; others are left alone, as clients send some."""
    if any(name == "update" for name, _ in fields):
        raise HTTPException(403, _NO_UPDATES)
    queries = _values(fields, "query")
    if len(queries) != 1:
        how_many = "no query" if not queries else f"{len(queries)} queries"
        raise HTTPException(400, f"The request holds {how_many}; it needs one field query.")
    return ProtocolRequest(
        queries[0], _values(fields, "default-graph-uri"), _values(fields, "named-graph-uri")
    )


def _values(fields: Fields, wanted: str) -> tuple[str, ...]:
    return tuple(value for name, value in fields if name == wanted)


def _fields(encoded: bytes) -> Fields:
    try:
        return parse_qsl(
            encoded.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"The fields of the request are not in UTF-8: {error}.") from None
    except ValueError:
        raise HTTPException(400, f"The request has more than {_MOST_FIELDS:,} fields.") from None


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"The query is not in UTF-8: {error}.") from None


def _content_type(header: str) -> tuple[str, str]:
    """Media type and charset of a `Content-Type`, in small letters."""
    media_type, *parameters = header.lower().split(";")
    named = dict(parameter.strip().partition("=")[::2] for parameter in parameters)
    return media_type.strip(), named.get("charset", "").strip(" \"'")
