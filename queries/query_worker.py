"""Queries a store in a worker process, for `queries.query_runner` alone.

Messages are JSON. The reply is a result as `queries.query_result` encodes it or, where the message
names an output format, the result serialised in that format.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from graph.processes.network_wall import close_network
from graph.store.open_store import open_store
from graph.store.server_address import location_text, read_location
from queries.query_execution import execute
from queries.query_request import QueryRequest
from queries.query_result import encode
from queries.serializers import OutputStyle, serialize

if TYPE_CHECKING:
    from datetime import date

    from graph.store.server_address import StoreLocation
    from queries.parameter_names import ParameterValues


def write_message(
    location: StoreLocation, request: QueryRequest, row_limit: int | None, style: OutputStyle | None
) -> bytes:
    """Write a message for `handle`.

    Args:
        location: Where the store is.
        request: What to run.
        row_limit: Rows to take of the result; None for all.
        style: How to serialise the result; None to get its terms.
    """
    fields = {
        "location": location_text(location),
        "query": request.query,
        "values": _as_text(request.values),
        "evidence": request.evidence,
        "allow_service": request.allow_service,
        "row_limit": row_limit,
        "style": asdict(style) if style else None,
    }
    return json.dumps(fields).encode()


def _as_text(values: ParameterValues | None) -> dict[str, list[str]] | None:
    """Values as people type them: numbers and dates as text, each parameter's in a list."""
    if values is None:
        return None
    return {
        name: list(value) if _is_list(value) else [str(value)] for name, value in values.items()
    }


def _is_list(value: str | int | date | Sequence[str]) -> TypeGuard[Sequence[str]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def handle(message: bytes) -> bytes:
    """Run one query, out of reach of the network unless the store or the query needs it."""
    fields = json.loads(message)
    request = QueryRequest(
        fields["query"], fields["values"], fields["evidence"], fields["allow_service"]
    )
    location = read_location(fields["location"])
    if not request.allow_service and isinstance(location, Path):
        close_network()
    store = open_store(location)
    result = execute(store, request, fields["row_limit"])
    if fields["style"] is None:
        return encode(result)
    return serialize(result, OutputStyle.from_fields(fields["style"])).encode()
