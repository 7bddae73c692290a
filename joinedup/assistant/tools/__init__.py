"""The tools, one module each."""

from __future__ import annotations

from functools import cache

from graph.listing import listed_definitions
from joinedup.assistant.assistant_tool import AssistantTool


@cache
def assistant_tools() -> dict[str, AssistantTool]:
    """The tools by their names."""
    return listed_definitions(__name__, "TOOL", AssistantTool)
