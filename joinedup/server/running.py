"""Runs the application in uvicorn until it is stopped."""

from __future__ import annotations

import logging
import signal
from typing import TYPE_CHECKING

import uvicorn

from joinedup.server.application import create_application
from joinedup.server.patient_protocol import PatientProtocol
from joinedup.terminal import print_message

if TYPE_CHECKING:
    from socket import socket

    from joinedup.server.settings import ServerSettings

_LONGEST_HEAD = 128 * 1024
"""Bytes of the head of a request: clients put a query and all its prefixes into the address."""

_MOST_CONNECTIONS = 1_000
_SECONDS_TO_END = 5


def run_server(settings: ServerSettings, listening: socket) -> None:
    """Answer requests until the program is asked to stop.

    Args:
        settings: What the server was started with.
        listening: A socket that is bound to its address.
    """
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    signal.set_wakeup_fd(-1)  # uvicorn heeds signals itself, and needs longer than a command may
    config = uvicorn.Config(
        create_application(settings),
        log_config=None,
        access_log=False,
        lifespan="on",
        http=PatientProtocol,
        ws="none",
        server_header=False,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=_SECONDS_TO_END,
    )
    public = f" and, for others, at {settings.public_url}/" if settings.public_url else ""
    print_message(
        f"The graph at {settings.store_path} is served at {settings.local_address}/{public}. "
        "Ctrl-C ends it."
    )
    uvicorn.Server(config).run([listening])
