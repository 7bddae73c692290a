"""What docs/networks.md says is what the commands say."""

from __future__ import annotations

from pathlib import Path

from graph.store.embedded import Store
from loaders.pipeline.build import BuildOptions, fill
from tests.networks_document import document


def test_the_page_on_networks_is_what_the_bundled_data_say() -> None:
    store = Store.in_memory()
    fill(store, ["bundled"], BuildOptions())
    written = Path("docs/networks.md").read_text(encoding="utf-8")
    assert written == document(store), "run: python -m tests.networks_document > docs/networks.md"
