"""Answers calls of tools in a worker process; for `joinedup.assistant.tool_workers` alone.

Messages and replies are JSON, which takes numbers of any size. The process has no network from its
first message on.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from graph.processes.network_wall import close_network
from graph.store.engine_failures import damage_reported
from joinedup.assistant.graph_session import GraphSession
from joinedup.assistant.tools import assistant_tools


class ToolCall(msgspec.Struct):
    """Which tool is to answer, of which graph, with which arguments."""

    store_path: str
    tool: str
    arguments: dict[str, Any]


def handle(message: bytes) -> bytes:
    """Answer a call."""
    _leave_network()
    call = msgspec.json.decode(message, type=ToolCall)
    answer = assistant_tools()[call.tool].make(GraphSession(Path(call.store_path)))
    with damage_reported():
        return msgspec.json.encode(answer(**call.arguments))


@cache
def _leave_network() -> None:
    close_network()
