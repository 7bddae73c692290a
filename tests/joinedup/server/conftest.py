"""Servers over the graphs of the fixtures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.joinedup.server.running_server import RunningServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def server(pages_store: Path) -> Iterator[RunningServer]:
    """A server over the record pages of the fixtures, with the options that are usual."""
    with RunningServer(pages_store) as running:
        yield running
