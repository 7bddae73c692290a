"""What a module of `tools` says of its tool."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from joinedup.assistant.graph_session import GraphSession


@dataclass(frozen=True, slots=True)
class AssistantTool:
    """A tool.

    Attributes:
        name: Its name in the protocol.
        title: What it does, in a few words, for people.
        make: Gives the function that answers for a session. Its parameters, with their types and
            descriptions, and its docstring are what the assistant is told.
    """

    name: str
    title: str
    make: Callable[[GraphSession], Callable[..., object]]
