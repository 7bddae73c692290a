"""Runs jobs on the open store, in a worker process; for `joinedup.server.version_workers` alone.

Messages and replies are MessagePack. The first message names the store and is answered with the
version that was opened; each further one names a function of `joinedup.server.jobs` and gives its
argument.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from graph.listing import listed_modules
from graph.processes.network_wall import close_network
from graph.store.embedded import Store
from graph.store.engine_failures import damage_reported

if TYPE_CHECKING:
    from collections.abc import Callable

JOBS = "joinedup.server.jobs"
"""The package of functions that are run; those of a module of routes may be, too."""

_HOMES = (f"{JOBS}.", "joinedup.server.routes.")

_open_stores: list[Store] = []


class OpeningMessage(msgspec.Struct, tag="open"):
    """The first message: which store to open, and whether queries may leave this machine."""

    store_path: str
    allow_service: bool


class JobMessage(msgspec.Struct, tag="job"):
    """A message that asks for work: module, function, and the argument beside the store."""

    module: str
    function: str
    argument: Any


_DECODER = msgspec.msgpack.Decoder(OpeningMessage | JobMessage)


def handle(message: bytes) -> bytes:
    """Open the store or run a job."""
    request = _DECODER.decode(message)
    if isinstance(request, OpeningMessage):
        return msgspec.msgpack.encode(_open(request))
    job = _job(request.module, request.function)
    with damage_reported():
        return msgspec.msgpack.encode(job(_open_stores[0], request.argument))


def _open(request: OpeningMessage) -> str:
    """Open the current version, out of reach of the network, and tell its name."""
    if not request.allow_service:
        close_network()
    store = Store.open(Path(request.store_path))
    _open_stores[:] = [store]
    for _ in listed_modules(JOBS):  # imported now rather than when somebody waits
        pass
    return store.version.name if store.version else ""


def _job(module: str, function: str) -> Callable[[Store, Any], Any]:
    if not module.startswith(_HOMES):
        raise ValueError(f"{module} is no module of jobs")
    job: Callable[[Store, Any], Any] = getattr(import_module(module), function)
    return job
