"""Servers over the graphs of the fixtures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.store.embedded import Store
from queries.reconciliation.thing_index import ThingIndex
from tests.joinedup.server.running_server import RunningServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def server(pages_store: Path) -> Iterator[RunningServer]:
    """A server over the record pages of the fixtures, with the options that are usual."""
    with RunningServer(pages_store) as running:
        yield running


@pytest.fixture(scope="module")
def service(bundled_store: Path) -> Iterator[RunningServer]:
    with RunningServer(bundled_store) as running:
        yield running


@pytest.fixture(scope="module")
def index(bundled_store: Path) -> ThingIndex:
    return ThingIndex(Store.open(bundled_store))
