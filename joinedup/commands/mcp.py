"""`joinedup mcp`: the graph as tools for assistants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from graph.optional_packages import install_command
from graph.store.store_layout import check_version
from joinedup.assistant.graph_session import GraphSession
from joinedup.known_on import folder_option
from joinedup.number_types import Seconds

if TYPE_CHECKING:
    from pathlib import Path

_LIBRARIES = {"mcp", "pydantic"}


@click.command()
@folder_option
@click.option(
    "--seconds",
    type=Seconds(),
    default=30,
    show_default=True,
    help="Seconds after which a tool is stopped.",
)
def command(store_path: Path, seconds: float) -> None:
    """Give assistants tools to ask the graph, over the Model Context Protocol.

    The tools only read: find, describe, search, connections, why, questions, ask, sparql, schema.
    An assistant starts this command itself and speaks with it over standard input and output; its
    settings name the command and the folder of the graph, such as

    \b
      {"mcpServers": {"joinedup": {"command": "joinedup",
        "args": ["mcp", "--store", "/home/me/joinedup-store"]}}}

    \b
    Example:
      joinedup mcp --store joinedup-store
    """
    try:
        from joinedup.assistant.tool_server import (  # noqa: PLC0415 - may not be installed
            create_tool_server,
        )
        from joinedup.assistant.tool_workers import ToolWorkers  # noqa: PLC0415 - imports tools
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in _LIBRARIES:
            raise UsageError(
                f"joinedup mcp needs a library that is not installed: {install_command('mcp')}"
            ) from error
        raise
    check_version(store_path)
    with ToolWorkers(GraphSession(store_path.absolute()), seconds) as workers:
        create_tool_server(workers).run("stdio")
