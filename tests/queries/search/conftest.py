"""The search of the project's own findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from queries.search.text_search import TextSearch

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def search(bundled_store: Path) -> TextSearch:
    return TextSearch.open(bundled_store)
