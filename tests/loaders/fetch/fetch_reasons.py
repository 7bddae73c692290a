"""Why something was not fetched, and what the tests of faults ask for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.fetch.fetch_run import FetchCounts

YEAR = {"from": date(2023, 1, 1), "to": date(2023, 12, 31)}
DOCUMENT = "Publications/1/Document"


def reasons(counts: FetchCounts) -> str:
    """Everything that was not fetched, each with its reason, as one text."""
    return " | ".join(f"{each.what}: {each.reason}" for each in counts.not_fetched)
