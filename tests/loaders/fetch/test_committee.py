"""Reports and responses of a committee are fetched with their documents, and listed."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from graph.errors import AmbiguousNameError, UnknownNameError, UsageError
from loaders.interface.fetched_files import FETCHED, NOT_FETCHED, read_fetched
from tests.loaders.fetch import made_committees
from tests.loaders.fetch.made_committees import API, TEXT, publication
from tests.loaders.fetch.made_govuk import MINUTE, MadeGovuk
from tests.loaders.fetch.service_server import Reply

if TYPE_CHECKING:
    from pathlib import Path

    from tests.loaders.fetch.conftest import Fetch
    from tests.loaders.fetch.made_committees import MadeCommittees
    from tests.loaders.fetch.service_server import ServiceServer

YEAR = {"from": date(2023, 1, 1), "to": date(2023, 12, 31)}


def names(folder: Path) -> set[str]:
    """Files of a folder that a person sees."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not path.relative_to(folder).as_posix().startswith(".")
    }


def test_reports_responses_and_their_documents_are_in_the_folder(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path
) -> None:
    counts = fetch_into("committee", "Harbours", **YEAR)
    numbers = {1, 2, 3, 4, 5, 21, 99}
    files = {f"publications/{number}.json" for number in numbers}
    files |= {f"documents/{number}/pier {number}.txt" for number in numbers}
    assert names(folder) == files | {FETCHED}
    assert (counts.new, counts.same, counts.not_fetched) == (14, 0, [])
    assert (folder / "documents/21/pier 21.txt").read_text() == TEXT
    served = {each["id"]: each for each in committees.publications}
    for number in numbers:
        kept = json.loads((folder / f"publications/{number}.json").read_bytes())
        assert kept == served[number]


@pytest.mark.usefixtures("committees")
def test_each_file_is_listed_with_address_day_digest_licence_and_type(
    fetch_into: Fetch, folder: Path, server: ServiceServer
) -> None:
    fetch_into("committee", "Harbours", **YEAR)
    entries = {entry.path: entry for entry in read_fetched(folder)}
    assert set(entries) | {FETCHED} == names(folder)
    for path, entry in entries.items():
        content = (folder / path).read_bytes()
        assert (entry.sha256, entry.size) == (sha256(content).hexdigest(), len(content))
        assert entry.retrieved == "2026-11-02T09:30:00Z"
        assert "parliament" in entry.licence
        assert entry.mirror == server.address
    assert entries["publications/1.json"].url == f"{API}/Publications/1"
    assert "Skip=0" in entries["publications/1.json"].list_address
    assert entries["publications/1.json"].media_type == "application/json"
    document = entries["documents/1/pier 1.txt"]
    assert document.url == f"{API}/Publications/1/Document/10/OriginalFormat"
    assert document.media_type == "text/plain"


@pytest.mark.usefixtures("committees")
def test_a_second_run_asks_for_nothing_and_changes_nothing(
    fetch_into: Fetch, folder: Path, server: ServiceServer
) -> None:
    fetch_into("committee", "Harbours", **YEAR)
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    asked = len(server.asked)
    counts = fetch_into("committee", "Harbours", **YEAR)
    assert (counts.new, counts.same) == (0, 14)
    assert server.asked[asked:] == []
    assert {name: (folder / name).read_bytes() for name in names(folder)} == before


def test_no_address_is_asked_twice(
    committees: MadeCommittees, fetch_into: Fetch, server: ServiceServer
) -> None:
    committees.largest_page = 2
    fetch_into("committee", "Harbours", "901", **YEAR)
    assert len(server.asked) == len(set(server.asked))


@pytest.mark.usefixtures("committees")
def test_we_say_who_we_are_and_ask_twice_a_second_at_most(
    fetch_into: Fetch, server: ServiceServer, clock: object
) -> None:
    fetch_into("committee", "Harbours", **YEAR)
    (agent,) = server.agents
    assert agent.startswith("joinedup/")
    assert "https://" in agent
    waits = getattr(clock, "waits", [])
    assert sum(waits) >= (len(server.asked) - 1) * 0.5


@pytest.mark.usefixtures("committees")
@pytest.mark.parametrize(
    "name", ["harbours committee", "Committee on Harbours", "Ports and Harbours", "901"]
)
def test_a_committee_is_found_by_any_of_its_names(fetch_into: Fetch, name: str) -> None:
    assert fetch_into("committee", name, **YEAR).new == 14


@pytest.mark.parametrize(
    "name", ["PAC", "public-accounts-committee", "Committee of Public Accounts"]
)
@pytest.mark.usefixtures("committees")
def test_a_committee_is_found_by_the_names_of_our_register(
    fetch_into: Fetch, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    known = {"id": 901, "name": "Public Accounts Committee", "house": "Commons"}
    monkeypatch.setattr(made_committees, "COMMITTEES", [known])
    assert fetch_into("committee", name, **YEAR).new == 14


@pytest.mark.usefixtures("committees")
def test_a_search_that_fails_is_made_up_for_by_the_whole_list(
    fetch_into: Fetch, server: ServiceServer
) -> None:
    server.fail("SearchTerm", Reply(b"", 400))
    counts = fetch_into("committee", "Harbours", **YEAR)
    assert (counts.new, counts.not_fetched) == (14, [])


def test_a_name_of_two_committees_needs_a_number(
    committees: MadeCommittees, fetch_into: Fetch
) -> None:
    assert committees.publications
    with pytest.raises(AmbiguousNameError, match=r"902 .*Commons.*903 .*Lords"):
        fetch_into("committee", "Lighthouses", **YEAR)


@pytest.mark.usefixtures("committees")
def test_an_unknown_name_gets_near_ones(fetch_into: Fetch) -> None:
    with pytest.raises(UnknownNameError, match=r"Did you mean .*Harbours Committee"):
        fetch_into("committee", "Harbors", **YEAR)


@pytest.mark.usefixtures("committees")
def test_a_period_that_ends_before_it_begins_is_refused(
    fetch_into: Fetch, server: ServiceServer
) -> None:
    with pytest.raises(UsageError, match="after"):
        fetch_into("committee", "Harbours", **{"from": date(2024, 1, 1), "to": date(2023, 1, 1)})
    assert server.asked == []


def test_pages_that_hold_fewer_than_asked_are_gone_on_from(
    committees: MadeCommittees, fetch_into: Fetch
) -> None:
    committees.largest_page = 2
    counts = fetch_into("committee", "Harbours", **YEAR)
    assert (counts.new, counts.not_fetched) == (14, [])


def test_a_list_that_ends_before_its_number_is_noted(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path
) -> None:
    committees.hidden = 3
    counts = fetch_into("committee", "901", **YEAR)
    reasons = {each.reason for each in counts.not_fetched}
    assert "the list gave 3 of 6" in reasons
    assert counts.new == 14
    assert "the list gave 3 of 6" in (folder / NOT_FETCHED).read_text("utf-8-sig")
    committees.hidden = 0
    again = fetch_into("committee", "901", **YEAR)
    assert again.not_fetched == []
    assert not (folder / NOT_FETCHED).exists()


def test_a_publication_without_documents_is_for_a_person_to_save(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path
) -> None:
    address = "https://publications.parliament.uk/pa/cm1/7/report.html"
    committees.publications = [
        publication(7, 1, "2018-01-01", documents=[], additionalContentUrl2=address),
        publication(8, 1, "2018-02-01", documents=None, additionalContentUrl=f"{address}.pdf"),
        publication(9, 1, "2018-03-01", documents=[]),
    ]
    period = {"from": date(2018, 1, 1), "to": date(2018, 12, 31)}
    counts = fetch_into("committee", "901", **period)
    pages = {each.save_as: each for each in counts.not_fetched}
    assert set(pages) == {"saved/7.html", "saved/8.pdf", ""}
    assert pages["saved/7.html"].address == address
    assert "browser" in pages["saved/7.html"].remedy
    (folder / "saved").mkdir()
    (folder / "saved/7.html").write_text("<p>saved")
    again = fetch_into("committee", "901", **period)
    assert {each.save_as for each in again.not_fetched} == {"saved/8.pdf", ""}
    (entry,) = [each for each in read_fetched(folder) if each.by_hand]
    assert (entry.path, entry.url, entry.service) == ("saved/7.html", address, "committee")
    assert entry.sha256 == sha256(b"<p>saved").hexdigest()
    assert "parliament" in entry.licence
    (folder / "saved/7.html").write_text("<p>saved again")
    fetch_into("committee", "901", **period)
    (entry,) = [each for each in read_fetched(folder) if each.by_hand]
    assert entry.sha256 == sha256(b"<p>saved again").hexdigest()


def test_a_response_on_govuk_is_fetched_from_there(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path, server: ServiceServer
) -> None:
    MadeGovuk(server)
    link = f"https://www.gov.uk{MINUTE}"
    committees.publications = [
        publication(7, 2, "2023-01-01", documents=[], additionalContentUrl2=link)
    ]
    counts = fetch_into("committee", "901", **YEAR)
    assert counts.not_fetched == []
    assert f"content{MINUTE}.json" in names(folder)
