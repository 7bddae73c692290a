"""The register of organisations is fetched page by page, exactly as it is served."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from loaders.fetch import fetch_run
from tests.loaders.fetch.service_server import Reply

if TYPE_CHECKING:
    from pathlib import Path

    from tests.loaders.fetch.conftest import Fetch
    from tests.loaders.fetch.service_server import Query, ServiceServer

FIRST = "https://www.gov.uk/api/organisations"


def register_pages(server: ServiceServer, pages: int, *, total: int | None = None) -> None:
    """Serve a register with two bodies a page."""

    def give(rest: str, query: Query) -> Reply | None:
        number = int(query.get("page", ["1"])[0])
        if rest or number > pages:
            return None
        bodies = [{"id": f"{FIRST}/pier-{number}-{each}", "title": "Pier"} for each in (1, 2)]
        following = f"{FIRST}?page={number + 1}" if number < pages else None
        return Reply({"results": bodies, "next_page_url": following, "total": total or 2 * pages})

    server.serve(FIRST, give)


def test_every_page_is_kept_as_served(
    server: ServiceServer, fetch_into: Fetch, folder: Path
) -> None:
    register_pages(server, 3)
    counts = fetch_into("organisations")
    assert (counts.new, counts.not_fetched) == (3, [])
    pages = sorted(path.name for path in (folder / "organisations").iterdir())
    assert pages == ["page-001.json", "page-002.json", "page-003.json"]
    assert len(json.loads((folder / "organisations/page-003.json").read_bytes())["results"]) == 2


def test_a_register_that_ends_early_is_noted(server: ServiceServer, fetch_into: Fetch) -> None:
    register_pages(server, 2, total=9)
    (gap,) = fetch_into("organisations").not_fetched
    assert gap.reason == "the register gave 4 of 9"


@pytest.mark.parametrize(
    "target", [FIRST, f"{FIRST}?page=2", "https://elsewhere.example/2", "not an address", ""]
)
def test_a_next_page_that_leads_astray_is_not_followed(
    server: ServiceServer, fetch_into: Fetch, target: str
) -> None:
    server.serve(FIRST, lambda _rest, _query: Reply({"results": [{}], "next_page_url": target}))
    counts = fetch_into("organisations")
    assert len(counts.not_fetched) == (1 if target else 0)
    assert len(server.asked) <= 2


@pytest.mark.parametrize("status", [404, 500])
def test_a_page_that_fails_is_noted_and_had_later(
    server: ServiceServer, fetch_into: Fetch, status: int
) -> None:
    register_pages(server, 3)
    server.fail("page=2", Reply(b"", status), times=9)
    counts = fetch_into("organisations")
    assert [each.what for each in counts.not_fetched] == ["page 2 of the organisations"]
    server.mend()
    again = fetch_into("organisations")
    assert (again.new, again.same, again.not_fetched) == (2, 1, [])


def test_a_register_without_end_is_left(
    server: ServiceServer, fetch_into: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch_run, "MOST_LISTS", 20)
    register_pages(server, 1_000)
    (failure,) = fetch_into("organisations").not_fetched
    assert "more than 20 lists" in failure.reason
    assert len(server.asked) == 20
