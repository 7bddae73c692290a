"""A service that fails, asks for patience, lies or leads astray does no harm, and is reported."""

from __future__ import annotations

import json
from datetime import timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from graph.errors import JoinedupError
from loaders.fetch.patient_client import ATTEMPTS
from loaders.interface.fetched_files import read_fetched
from tests.loaders.fetch.fetch_reasons import DOCUMENT, YEAR, reasons
from tests.loaders.fetch.made_clock import BEGIN, MadeClock
from tests.loaders.fetch.made_committees import publication
from tests.loaders.fetch.service_server import Reply

if TYPE_CHECKING:
    from pathlib import Path

    from tests.loaders.fetch.conftest import Fetch
    from tests.loaders.fetch.made_committees import MadeCommittees
    from tests.loaders.fetch.service_server import ServiceServer

PASSING = {
    "429": Reply(b"", 429),
    "500": Reply(b"fault", 500),
    "503": Reply(b"", 503),
    "a connection that is broken at once": Reply(b"nothing", cut=0),
    "a connection that is broken within the answer": Reply({"items": []}, cut=5),
    "packed bytes that are broken": Reply(b"no gzip", headers={"Content-Encoding": "gzip"}),
}


@pytest.mark.usefixtures("committees")
@pytest.mark.parametrize("reply", PASSING.values(), ids=PASSING)
@pytest.mark.parametrize("part", ["/Committees?", "/Publications?", DOCUMENT])
def test_a_failure_that_passes_is_survived(
    fetch_into: Fetch,
    server: ServiceServer,
    clock: MadeClock,
    reply: Reply,
    part: str,
) -> None:
    server.fail(part, reply, times=ATTEMPTS - 1)
    counts = fetch_into("committee", "Harbours", **YEAR)
    assert (counts.new, counts.not_fetched) == (14, [])
    long_waits = [wait for wait in clock.waits if wait >= 1]
    assert len(long_waits) == ATTEMPTS - 1
    assert long_waits == sorted(long_waits)


@pytest.mark.usefixtures("committees")
@pytest.mark.parametrize(
    "value", ["45", format_datetime(BEGIN + timedelta(seconds=45), usegmt=True)]
)
def test_who_asks_for_a_wait_gets_it(
    fetch_into: Fetch,
    server: ServiceServer,
    clock: MadeClock,
    value: str,
) -> None:
    server.fail("/Publications?", Reply(b"", 429, {"Retry-After": value}))
    assert fetch_into("committee", "901", **YEAR).not_fetched == []
    assert 45 <= max(clock.waits) < 46


@pytest.mark.usefixtures("committees")
@pytest.mark.parametrize("value", ["soon", "-5", "²", "", "9" * 40])
def test_a_wait_that_cannot_be_read_is_a_short_one(
    fetch_into: Fetch,
    server: ServiceServer,
    clock: MadeClock,
    value: str,
) -> None:
    server.fail(
        "/Publications?", Reply(b"", 503, {"Retry-After": value.encode().decode("latin-1")})
    )
    assert fetch_into("committee", "901", **YEAR).not_fetched == []
    assert max(clock.waits) < 5


@pytest.mark.usefixtures("committees")
def test_who_wants_to_be_left_alone_for_long_is_left_alone(
    fetch_into: Fetch, server: ServiceServer, clock: MadeClock
) -> None:
    server.fail(DOCUMENT, Reply(b"", 429, {"Retry-After": "3600"}), times=99)
    counts = fetch_into("committee", "901", **YEAR)
    assert len(counts.not_fetched) == 7
    assert "60 minutes" in counts.not_fetched[-1].remedy
    assert server.asked[-1].endswith("Publications/1/Document/10/OriginalFormat")
    assert max(clock.waits) < 5


def test_a_deep_page_that_fails_costs_only_what_is_behind_it(
    committees: MadeCommittees, fetch_into: Fetch, server: ServiceServer
) -> None:
    committees.largest_page = 2
    deep = "PublicationTypeIds=1&CommitteeId=901&StartDate=2023-01-01&EndDate=2023-12-31"
    deep += "&SortOrder=PublicationDateAscending&Skip=2"
    server.fail(deep, Reply(b"", 500), times=99)
    counts = fetch_into("committee", "901", **YEAR)
    assert "reports of Harbours Committee, 2023, numbers 3 to 3 of 3" in reasons(counts)
    assert "HTTP 500" in reasons(counts)
    assert counts.new == 12
    server.mend()
    again = fetch_into("committee", "901", **YEAR)
    assert (again.new, again.same, again.not_fetched) == (2, 12, [])


def test_pages_behind_one_that_fails_are_asked_for(
    committees: MadeCommittees, fetch_into: Fetch, server: ServiceServer
) -> None:
    committees.publications = [publication(each, 1, "2023-02-01") for each in range(1, 11)]
    committees.largest_page = 2
    server.fail("Skip=4", Reply(b"", 500), times=99)
    counts = fetch_into("committee", "901", **YEAR)
    assert counts.new == 16
    assert [each.what for each in counts.not_fetched] == [
        "reports of Harbours Committee, 2023, numbers 5 to 6 of 10"
    ]


def test_two_pages_in_a_row_that_fail_end_a_walk(
    committees: MadeCommittees, fetch_into: Fetch, server: ServiceServer
) -> None:
    committees.publications = [publication(each, 1, "2023-02-01") for each in range(1, 11)]
    committees.largest_page = 2
    for skip in (4, 6):
        server.fail(f"Skip={skip}", Reply(b"", 500), times=99)
    counts = fetch_into("committee", "901", **YEAR)
    assert counts.new == 8
    assert [each.what for each in counts.not_fetched] == [
        "reports of Harbours Committee, 2023, numbers 5 to 6 of 10",
        "reports of Harbours Committee, 2023, numbers 7 to 10 of 10",
    ]
    server.mend()
    assert fetch_into("committee", "901", **YEAR).not_fetched == []


@pytest.mark.usefixtures("committees")
def test_a_list_that_is_no_list_is_asked_for_anew_another_time(
    fetch_into: Fetch, server: ServiceServer
) -> None:
    bodies: list[object] = [b"<html>Sign in", b"{", {"items": None}, {"totalResults": 3}, []]
    for body in (*bodies, b"", b"\xff"):
        server.mend()
        server.fail("/Publications?", Reply(body), times=3)
        assert len(fetch_into("committee", "901", **YEAR).not_fetched) == 3, body
    server.mend()
    assert fetch_into("committee", "901", **YEAR).not_fetched == []


def test_items_that_are_none_are_noted_and_the_others_kept(
    committees: MadeCommittees, fetch_into: Fetch, server: ServiceServer
) -> None:
    good = [publication(1, 1, "2023-02-01"), publication(2, 1, "2023-03-01")]
    committees.publications = good
    strange: list[object] = [
        None,
        7,
        [],
        {},
        {"id": None},
        {"id": -1},
        {"id": "../../x"},
        {"id": True},
    ]
    server.fail("PublicationTypeIds=1&", Reply({"items": [*strange, *good], "totalResults": 10}))
    counts = fetch_into("committee", "901", **YEAR)
    assert counts.new == 4
    notes = [each.reason for each in counts.not_fetched]
    assert notes == ["it is no object with an id"] * len(strange) + ["the list gave 2 of 10"]


def test_a_service_that_gives_one_page_for_ever_is_left(
    committees: MadeCommittees, fetch_into: Fetch, server: ServiceServer
) -> None:
    item = publication(1, 1, "2023-02-01")
    committees.publications = [item]
    server.fail("PublicationTypeIds=1&", Reply({"items": [item], "totalResults": 50}), times=99)
    counts = fetch_into("committee", "901", **YEAR)
    assert "the list gave 1 of 50" in reasons(counts)
    assert sum("PublicationTypeIds=1&" in address for address in server.asked) == 2


@pytest.mark.usefixtures("committees")
def test_a_committee_list_that_cannot_be_had_ends_in_a_sentence(
    fetch_into: Fetch, server: ServiceServer
) -> None:
    server.fail("/Committees", Reply(b"", 500), times=99)
    with pytest.raises(JoinedupError, match="HTTP 500"):
        fetch_into("committee", "Harbours", **YEAR)


@pytest.mark.usefixtures("committees")
def test_a_site_that_refuses_programs_is_left_to_a_person(
    fetch_into: Fetch, server: ServiceServer
) -> None:
    server.fail("/Document/", Reply(b"<html>Just a moment", 403), times=99)
    counts = fetch_into("committee", "901", **YEAR)
    assert len(counts.not_fetched) == 7
    assert all("browser" in each.remedy for each in counts.not_fetched)
    assert sum("/Document/" in address for address in server.asked) == 3


def test_what_a_person_changed_is_left_alone(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path
) -> None:
    committees.publications = [publication(1, 1, "2023-02-01")]
    fetch_into("committee", "901", **YEAR)
    mine = folder / "documents/1/pier 1.txt"
    mine.write_text("my notes")
    counts = fetch_into("committee", "901", **YEAR)
    assert mine.read_text() == "my notes"
    assert "left as it is" in reasons(counts)
    mine.unlink()
    assert fetch_into("committee", "901", **YEAR).not_fetched == []


def test_a_publication_that_changed_is_replaced(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path
) -> None:
    committees.publications = [publication(1, 1, "2023-02-01")]
    fetch_into("committee", "901", **YEAR)
    committees.publications[0]["description"] = "The state of the pier, corrected"
    (folder / ".joinedup-fetch/cache.db").unlink()
    counts = fetch_into("committee", "901", **YEAR)
    assert (counts.new, counts.same) == (1, 1)
    kept = json.loads((folder / "publications/1.json").read_bytes())
    assert kept["description"].endswith("corrected")
    assert len(read_fetched(folder)) == 2
