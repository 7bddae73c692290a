"""Asks one service for what a request names, and fills a folder with it."""

from __future__ import annotations

import os
from contextlib import closing
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from graph.address_rule import is_web_address
from graph.errors import JoinedupError, UsageError
from graph.optional_packages import install_command
from loaders.fetch.allowed_hosts import allowed_hosts
from loaders.fetch.clock import SystemClock
from loaders.fetch.fetch_folder import open_folder
from loaders.fetch.fetch_run import FetchCounts, FetchRun
from loaders.text.file_names import printable

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.fetch.clock import Clock
    from loaders.fetch.live_service import FetchRequest, LiveService
    from loaders.fetch.progress import Progress

MIRROR = "JOINEDUP_FETCH_MIRROR"
"""Environment variable with the address of a server that stands in for all services."""

_NEEDED = ("httpx", "hishel", "pathvalidate", "tenacity")


def fetch(
    service: LiveService,
    request: FetchRequest,
    folder: Path,
    progress: Progress,
    clock: Clock | None = None,
) -> FetchCounts:
    """Fill a folder with what a service has; what is there already is not asked for again.

    Args:
        service: The service.
        request: What is asked of it.
        folder: The folder; it is made if it is not there.
        progress: Told what is being fetched and how much of it is done.
        clock: The clock to wait by; that of the machine if not given.

    Raises:
        UsageError: If packages are not installed, the folder cannot be written, or the request
            names nothing that the service knows.
    """
    _require_packages()
    from loaders.fetch.http_client import HttpClient  # noqa: PLC0415 - optional dependencies
    from loaders.fetch.patient_client import PatientClient  # noqa: PLC0415 - as above

    _refuse_unreadable(request)
    clock, hosts, mirror = clock or SystemClock(), allowed_hosts(), mirror_address()
    agent = f"joinedup/{version('joinedup')} (+https://w3id.org/joinedup)"
    with open_folder(folder) as filled:
        http = HttpClient(clock, hosts, filled.cache, agent=agent, mirror=mirror)
        with closing(http):
            client = PatientClient(http, hosts, clock, progress)
            run = FetchRun(
                service.name,
                client,
                filled,
                clock=clock,
                hosts=hosts,
                progress=progress,
                mirror=mirror,
            )
            try:
                service.fetch(request, run)
            except JoinedupError:
                filled.finish(request.words(service.name), run.counts.not_fetched)
                raise
        filled.finish(request.words(service.name), run.counts.not_fetched)
    return run.counts


def mirror_address() -> str:
    """The server that stands in for all services; empty if there is none.

    Raises:
        UsageError: If the environment names what is no web address.
    """
    mirror = os.environ.get(MIRROR, "").rstrip("/")
    if mirror and not is_web_address(mirror):
        raise UsageError(f"{MIRROR} is {printable(mirror)!r}, which is no address of a server.")
    return mirror


def _refuse_unreadable(request: FetchRequest) -> None:
    """Refuse words that no address can hold.

    Raises:
        UsageError: If they are bytes that are no characters, or nothing.
    """
    for words in request.subjects:
        if not words.strip() or printable(words) != words:
            raise UsageError(f"{printable(words)!r} is nothing that can be asked for.")


def _require_packages() -> None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError(
            f"Fetching needs {', '.join(missing)}, which is not installed: "
            f"{install_command('fetch')}. Files that you saved yourself need no fetching: "
            "joinedup build FOLDER."
        )
