"""Pages call no two things alike, and call each as every command does."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.store.embedded import Store
from visualisations.graph_facts import read_facts

if TYPE_CHECKING:
    from pathlib import Path


def test_no_two_organisations_or_initiatives_have_one_label(bundled_store: Path) -> None:
    entities = read_facts(Store.open(bundled_store)).entities.values()
    labels = Counter(entity.label for entity in entities if entity.kind != "committee")
    assert [label for label, number in labels.items() if number > 1] == []
    assert labels["ADR UK (initiative)"] == labels["ADR UK (organisation)"] == 1
