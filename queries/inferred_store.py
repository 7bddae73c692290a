"""A store with what the ontology's definitions imply of its graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.inference import infer
from graph.store.embedded import Store
from graph.store.store_layout import begin_copy
from queries.graph_figures import prepare_figures
from queries.search.index_file import prepare_index

if TYPE_CHECKING:
    from pathlib import Path


def infer_in_store(store_path: Path) -> dict[str, int]:
    """Add to the graph of a store what the definitions imply, and give the things of each class.

    Raises:
        StoreError: If there is no graph.
        StoreBusyError: If another process is writing there.
    """
    with begin_copy(store_path) as folder:
        store = Store.create(folder / "quads")
        counts = infer(store)
        store.compact()
        prepare_figures(store, folder)
        prepare_index(store, folder)
        del store
    return counts
