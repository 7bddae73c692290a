"""What tests of queries share: the bundled findings, read for networks."""

from __future__ import annotations

import pytest

from graph.store.embedded import Store
from loaders.pipeline.build import BuildOptions, fill
from queries.measures.store_reader import StoreReader


@pytest.fixture(scope="module")
def facts_reading() -> StoreReader:
    """The curated facts alone: no text stands behind them."""
    store = Store.in_memory()
    fill(store, ["finding_facts"], BuildOptions())
    return StoreReader(store)


@pytest.fixture(scope="module")
def bundled_reading() -> StoreReader:
    store = Store.in_memory()
    fill(store, ["bundled"], BuildOptions())
    return StoreReader(store)
