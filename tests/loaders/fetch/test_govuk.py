"""Pages of GOV.UK are found by search or path, and kept with their attachments."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from loaders.fetch.services import live_services
from loaders.fetch.services.govuk import named_searches
from loaders.interface.fetched_files import read_fetched
from tests.loaders.fetch.made_govuk import ASSETS, COLLECTION, MINUTE, SITE, MadeGovuk, page, result
from tests.loaders.fetch.service_server import Reply

if TYPE_CHECKING:
    from pathlib import Path

    from tests.loaders.fetch.conftest import Fetch
    from tests.loaders.fetch.service_server import ServiceServer

HOME = "content/government/publications"
MINUTES = {
    f"{HOME}/treasury-minutes-on-piers.json",
    f"{HOME}/treasury-minutes-on-piers/Minutes on piers.pdf",
    f"{HOME}/treasury-minutes-on-piers/minutes-on-piers.json",
}
PERIOD = {"from": date(2023, 1, 1), "to": date(2023, 12, 31)}


@pytest.fixture
def govuk(server: ServiceServer) -> MadeGovuk:
    return MadeGovuk(server)


def paths(folder: Path) -> set[str]:
    return {entry.path for entry in read_fetched(folder)}


@pytest.mark.usefixtures("govuk")
def test_treasury_minutes_are_kept_with_their_attachments(
    fetch_into: Fetch, folder: Path, server: ServiceServer
) -> None:
    counts = fetch_into("govuk", "treasury-minutes", **PERIOD)
    assert counts.not_fetched == []
    assert paths(folder) == MINUTES
    assert len(server.asked) == len(set(server.asked)) == 4
    assert "filter_organisations=hm-treasury" in server.asked[0]
    kept = json.loads((folder / f"{HOME}/treasury-minutes-on-piers.json").read_bytes())
    assert kept["title"] == "Treasury Minutes on piers"
    assert all("open-government" in entry.licence for entry in read_fetched(folder))


@pytest.mark.parametrize("words", [MINUTE, f"{SITE}{MINUTE}", f"{SITE}{MINUTE}/", f"{MINUTE}#a"])
@pytest.mark.usefixtures("govuk")
def test_a_page_is_fetched_by_its_path_or_address(
    fetch_into: Fetch, folder: Path, words: str
) -> None:
    assert fetch_into("govuk", words).not_fetched == []
    assert paths(folder) == MINUTES


@pytest.mark.usefixtures("govuk")
def test_links_in_html_are_attachments_too(fetch_into: Fetch, folder: Path) -> None:
    counts = fetch_into("govuk", "progress-reports")
    assert counts.not_fetched == []
    assert paths(folder) == {
        f"{HOME}/progress-on-piers.json",
        f"{HOME}/progress-on-piers/progress.pdf",
    }


def test_a_search_of_ones_own_looks_at_the_best_results(
    govuk: MadeGovuk, fetch_into: Fetch, server: ServiceServer
) -> None:
    govuk.largest_page = 1
    counts = fetch_into("govuk", "piers", limit=2, organisation="harbour-office")
    assert counts.new == 5
    assert "best 2 results" in counts.remarks[0]
    assert "filter_organisations=harbour-office" in server.asked[0]
    assert sum("search.json" in address for address in server.asked) == 2


def test_a_page_that_is_gone_is_noted(govuk: MadeGovuk, fetch_into: Fetch) -> None:
    govuk.results.append(result("/government/publications/gone", "Treasury Minute", "2023-02-02"))
    (failure,) = fetch_into("govuk", "treasury-minutes", **PERIOD).not_fetched
    assert failure.what == "page /government/publications/gone"
    assert "404" in failure.reason


STRANGE_LINKS = [
    "https://elsewhere.example/report.pdf",
    "//elsewhere.example/report.pdf",
    "https://committees.parliament.uk/report",
    "http://[",
    "../../../../etc/passwd",
    "/government/publications/../../../etc/passwd",
    "/government/publications/%2e%2e/%2e%2e/x",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "",
    None,
    7,
]


@pytest.mark.parametrize("link", STRANGE_LINKS, ids=str)
def test_attachments_elsewhere_are_not_asked_for(
    govuk: MadeGovuk, fetch_into: Fetch, folder: Path, server: ServiceServer, link: object
) -> None:
    govuk.pages[MINUTE]["details"] = {"attachments": [{"url": link}, None, 7, {}]}
    counts = fetch_into("govuk", MINUTE)
    assert paths(folder) == {f"{HOME}/treasury-minutes-on-piers.json"}
    assert len(counts.not_fetched) == (1 if link and link != 7 else 0)
    assert all(address.startswith(SITE) for address in server.asked)
    assert {path.name for path in folder.iterdir() if not path.name.startswith(".")} <= {
        *("content", "fetched.jsonl", "not-fetched.csv"),
    }


@pytest.mark.parametrize(
    "content", [[], None, 7, {"details": None}, {"details": {"attachments": 7, "documents": "x"}}]
)
@pytest.mark.usefixtures("govuk")
def test_pages_of_another_shape_do_no_harm(
    fetch_into: Fetch, server: ServiceServer, content: object
) -> None:
    server.fail(f"/api/content{MINUTE}", Reply(content))
    counts = fetch_into("govuk", MINUTE)
    assert len(counts.not_fetched) == (0 if isinstance(content, dict) else 1)


def test_attachments_of_one_name_are_both_kept(
    govuk: MadeGovuk, fetch_into: Fetch, folder: Path
) -> None:
    govuk.pages[MINUTE]["details"] = {
        "attachments": [
            {"url": f"{ASSETS}/media/{each}"} for each in ("a/Report.pdf", "b/report.PDF")
        ]
    }
    fetch_into("govuk", MINUTE)
    kept = {(folder / path).read_bytes() for path in paths(folder) if not path.endswith("json")}
    assert kept == {b"file a/Report.pdf", b"file b/report.PDF"}
    assert len({path.casefold() for path in paths(folder)}) == 3


def test_a_search_that_fails_is_noted(
    govuk: MadeGovuk, fetch_into: Fetch, server: ServiceServer
) -> None:
    govuk.largest_page = 2
    server.fail("start=2", Reply(b"", 500), times=99)
    counts = fetch_into("govuk", "treasury-minutes", **PERIOD)
    assert [each.what for each in counts.not_fetched] == [
        "search for treasury-minutes, from result 3"
    ]
    assert counts.new == 3


def test_the_named_searches_are_those_of_the_help() -> None:
    assert set(named_searches()) == {"treasury-minutes", "progress-reports", "responses"}
    assert all(name in live_services()["govuk"].about for name in named_searches())


def table(year: int) -> str:
    return f"/government/publications/piers-major-projects-{year}"


@pytest.fixture
def projects(govuk: MadeGovuk) -> MadeGovuk:
    listed = [
        {"base_path": table(year), "title": f"Piers, data {year}"} for year in (2021, 2022, 2024)
    ]
    govuk.pages[COLLECTION] = {
        **page(COLLECTION, "Major projects data"),
        "document_type": "document_collection",
        "links": {"documents": [*listed, None, {"base_path": "https://elsewhere.example/x"}]},
    }
    for year in (2021, 2022, 2024):
        attachments = [{"url": f"{ASSETS}/media/{year}/piers-{year}.csv"}]
        govuk.pages[table(year)] = page(table(year), f"Piers {year}", attachments=attachments)
    return govuk


@pytest.mark.usefixtures("projects")
def test_tables_of_major_projects_are_fetched_by_year(fetch_into: Fetch, folder: Path) -> None:
    counts = fetch_into("major-projects", **{"from": date(2022, 1, 1), "to": date(2023, 12, 31)})
    assert counts.not_fetched == []
    assert paths(folder) == {
        "content/government/collections/major-projects-data.json",
        f"{HOME}/piers-major-projects-2022.json",
        f"{HOME}/piers-major-projects-2022/piers-2022.csv",
    }


@pytest.mark.usefixtures("projects")
def test_a_collection_is_fetched_with_all_that_it_lists(fetch_into: Fetch, folder: Path) -> None:
    assert fetch_into("govuk", COLLECTION).not_fetched == []
    assert len(paths(folder)) == 7


def test_a_collection_that_lists_nothing_is_noted(govuk: MadeGovuk, fetch_into: Fetch) -> None:
    govuk.pages[COLLECTION] = page(COLLECTION, "Major projects data")
    (gap,) = fetch_into("major-projects").not_fetched
    assert gap.reason == "the collection lists no page"
