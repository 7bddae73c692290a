"""The services themselves, asked a few times each: `JOINEDUP_LIVE_TESTS=1 pytest -m live`.

They are left out unless somebody asks for them: a test of the project must not depend on what a
service says today, and a machine that builds it may reach none.
"""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from loaders.fetch.fetching import fetch
from loaders.fetch.live_service import FetchRequest
from loaders.fetch.services import live_services
from loaders.interface.fetched_files import read_fetched

if TYPE_CHECKING:
    from pathlib import Path

REQUESTS = {
    "committee": FetchRequest(
        ("Public Accounts",), {"from": date(2023, 3, 1), "to": date(2023, 3, 14)}
    ),
    "paper": FetchRequest(("HC 730",), {"session": "2022-23"}),
    "organisations": FetchRequest(),
    "govuk": FetchRequest(("treasury-minutes",), {"from": date(2023, 1, 1), "limit": 5}),
    "nao": FetchRequest((), {"from": date(2024, 1, 1), "to": date(2024, 1, 31)}),
    "legislation": FetchRequest(("ukpga/2017/30",)),
    "major-projects": FetchRequest((), {"from": date(2024, 1, 1), "to": date(2024, 12, 31)}),
}


@pytest.mark.live
@pytest.mark.skipif(
    not os.environ.get("JOINEDUP_LIVE_TESTS"),
    reason="asks services on the network; JOINEDUP_LIVE_TESTS=1 runs it",
)
@pytest.mark.parametrize("name", REQUESTS)
def test_a_service_answers_as_described(name: str, tmp_path: Path) -> None:
    counts = fetch(live_services()[name], REQUESTS[name], tmp_path / "fetched", lambda *_: None)
    assert counts.new > 0
    assert [each for each in counts.not_fetched if not each.save_as] == []
    entries = read_fetched(tmp_path / "fetched")
    assert len(entries) == counts.new
    assert all((tmp_path / "fetched" / entry.path).stat().st_size for entry in entries)


def test_every_service_is_asked() -> None:
    assert set(REQUESTS) == set(live_services())
