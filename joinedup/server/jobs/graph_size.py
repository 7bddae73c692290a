"""How large the graph is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store.embedded import Store


def count_statements(store: Store, _argument: None) -> int:
    """Number of statements, those of source records included."""
    return len(store)
