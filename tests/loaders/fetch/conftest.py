"""The services on this machine, and a run of one request against them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from loaders.fetch.fetching import MIRROR, fetch
from loaders.fetch.live_service import FetchRequest
from loaders.fetch.services import live_services
from tests.loaders.fetch.made_clock import MadeClock
from tests.loaders.fetch.made_committees import MadeCommittees
from tests.loaders.fetch.service_server import ServiceServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from loaders.fetch.fetch_run import FetchCounts


class Fetch(Protocol):
    """Asks a service for some words, with options, into the test's folder."""

    def __call__(self, service: str, *subjects: str, **values: str | int | date) -> FetchCounts: ...


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ServiceServer]:
    """A server that stands in for all services, and answers nothing yet."""
    with ServiceServer() as running:
        monkeypatch.setenv(MIRROR, running.address)
        yield running


@pytest.fixture
def committees(server: ServiceServer) -> MadeCommittees:
    """The Committees API."""
    return MadeCommittees(server)


@pytest.fixture
def clock() -> MadeClock:
    """A clock by which waiting takes no time."""
    return MadeClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder to fill; it is not there yet."""
    return tmp_path / "fetched"


@pytest.fixture
def fetch_into(folder: Path, clock: MadeClock) -> Fetch:
    """Runs one request."""

    def run(service: str, *subjects: str, **values: str | int | date) -> FetchCounts:
        request = FetchRequest(subjects, values)
        return fetch(live_services()[service], request, folder, lambda *_: None, clock)

    return run
