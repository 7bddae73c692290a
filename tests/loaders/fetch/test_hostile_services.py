"""A service that leads astray, never ends, or gives odd names does no harm, and is reported."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from loaders.fetch import fetch_run, http_client
from loaders.interface.fetched_files import read_fetched
from tests.loaders.fetch.fetch_reasons import DOCUMENT, YEAR, reasons
from tests.loaders.fetch.made_committees import API, publication
from tests.loaders.fetch.service_server import Reply

if TYPE_CHECKING:
    from pathlib import Path

    from tests.loaders.fetch.conftest import Fetch
    from tests.loaders.fetch.made_clock import MadeClock
    from tests.loaders.fetch.made_committees import MadeCommittees
    from tests.loaders.fetch.service_server import ServiceServer


@pytest.mark.parametrize(
    "target",
    [
        "https://elsewhere.example/x",
        "http://committees-api.parliament.uk/x",
        "https://committees-api.parliament.uk:8443/x",
        "https://committees-api.parliament.uk@elsewhere.example/x",
        "https://committees-api.parliament.uk.elsewhere.example/x",
        "//elsewhere.example/x",
        "file:///etc/passwd",
        "ftp://committees-api.parliament.uk/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://publications.parliament.uk/pa/x",
        "https://[bad/x",
        "javascript:alert(1)",
    ],
)
def test_no_redirect_leads_to_a_host_that_is_not_listed(
    committees: MadeCommittees, fetch_into: Fetch, server: ServiceServer, target: str
) -> None:
    committees.publications = [publication(1, 1, "2023-02-01")]
    server.fail(DOCUMENT, Reply(b"", 302, {"Location": target}), times=9)
    counts = fetch_into("committee", "901", **YEAR)
    assert [each.what for each in counts.not_fetched] == ["a document of The state of pier 1"]
    assert "browser" in counts.not_fetched[0].remedy or "address" in counts.not_fetched[0].reason
    assert server.asked[-1].endswith("OriginalFormat")


def test_a_redirect_within_the_hosts_is_followed_and_a_circle_is_not(
    committees: MadeCommittees, fetch_into: Fetch, server: ServiceServer
) -> None:
    committees.publications = [publication(1, 1, "2023-02-01"), publication(2, 1, "2023-02-02")]
    server.fail(DOCUMENT, Reply(b"", 301, {"Location": f"{API}/Publications/2/Document/20/Html"}))
    circle = Reply(b"", 302, {"Location": "OriginalFormat"})
    server.fail("Publications/2/Document/20/OriginalFormat", circle, times=99)
    counts = fetch_into("committee", "901", **YEAR)
    assert "sent on more than" in reasons(counts)
    assert counts.new == 3


def test_an_answer_that_is_too_large_is_not_read_to_its_end(
    committees: MadeCommittees,
    fetch_into: Fetch,
    server: ServiceServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    committees.publications = [publication(1, 1, "2023-02-01"), publication(2, 1, "2023-02-02")]
    monkeypatch.setattr(fetch_run, "LARGEST_FILE", 100_000)
    server.fail(DOCUMENT, Reply(b"x" * 200_000))
    bomb = Reply(gzip.compress(b"x" * 10_000_000), headers={"Content-Encoding": "gzip"})
    server.fail("Publications/2/Document", bomb)
    counts = fetch_into("committee", "901", **YEAR)
    assert [each.reason for each in counts.not_fetched] == ["the answer has more than 0 MiB"] * 2


def test_an_answer_that_drips_is_given_up(
    committees: MadeCommittees,
    fetch_into: Fetch,
    clock: MadeClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    committees.publications = [publication(1, 1, "2023-02-01")]
    committees.documents[1] = b"x" * 500_000
    times = iter(range(0, 10_000_000, 200))
    monkeypatch.setattr(clock, "monotonic", lambda: next(times))
    counts = fetch_into("committee", "901", **YEAR)
    assert f"more than {http_client.LONGEST_ANSWER} seconds" in reasons(counts)


HOSTILE = {
    "../../outside.txt": "outside.txt",
    "..\\..\\outside.txt": "outside.txt",
    "/etc/passwd": "passwd.txt",
    "C:\\Windows\\system.ini": "system.ini",
    "CON.txt": "CON_.txt",
    "nul": None,
    "..": "10.txt",
    ".hidden.txt": "hidden.txt",
    "a\x00b\n\x1b[31m.txt": "a-b--[31m.txt",
    "report.pdf. . ": "report.pdf",
    "what? <b>|*.txt": "what- -b---.txt",
    "\u202etxt.exe": "-txt.exe",
    "x" * 400 + ".pdf": None,
    "é" * 200 + ".docx": None,
    "report": "report.txt",
    "   ": "10.txt",
    "fetched.jsonl": "fetched.jsonl",
}


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_names_that_a_service_gives_stay_in_their_folder(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path, name: str
) -> None:
    committees.publications = [publication(1, 1, "2023-02-01")]
    committees.file_name = name
    counts = fetch_into("committee", "901", **YEAR)
    assert (counts.new, counts.not_fetched) == (2, [])
    (document,) = (folder / "documents/1").iterdir()
    assert HOSTILE[name] in {document.name, None}
    assert len(document.name.encode()) <= 120
    assert {path.name for path in folder.iterdir()} == {
        *(".joinedup-fetch", "documents", "publications", "fetched.jsonl"),
    }
    assert len(read_fetched(folder)) == 2


def test_two_documents_of_one_name_are_both_kept(
    committees: MadeCommittees, fetch_into: Fetch, folder: Path
) -> None:
    item = publication(1, 1, "2023-02-01")
    (document,) = item["documents"]
    item["documents"] = [document, {**document, "documentId": 11}]
    committees.publications = [item]
    committees.file_name = "Same.txt"
    assert fetch_into("committee", "901", **YEAR).new == 3
    assert len(list((folder / "documents/1").iterdir())) == 2


BROKEN_DOCUMENTS = {
    "no base64": {"fileName": "a.txt", "data": "%%%"},
    "half of base64": {"fileName": "a.txt", "data": "QUJ"},
    "empty": {"fileName": "a.txt", "data": ""},
    "null": {"fileName": "a.txt", "data": None},
    "nothing": {},
    "list": [1],
}


@pytest.mark.parametrize("body", BROKEN_DOCUMENTS.values(), ids=BROKEN_DOCUMENTS)
def test_a_document_that_cannot_be_unpacked_is_noted(
    committees: MadeCommittees, fetch_into: Fetch, server: ServiceServer, body: object
) -> None:
    committees.publications = [publication(1, 1, "2023-02-01")]
    server.fail(DOCUMENT, Reply(body))
    counts = fetch_into("committee", "901", **YEAR)
    assert [each.what for each in counts.not_fetched] == ["a document of The state of pier 1"]
    assert fetch_into("committee", "901", **YEAR).not_fetched == []


def test_a_document_that_is_served_as_it_is_is_taken(
    committees: MadeCommittees, fetch_into: Fetch, server: ServiceServer, folder: Path
) -> None:
    committees.publications = [publication(1, 1, "2023-02-01")]
    server.fail(DOCUMENT, Reply(b"%PDF-1.4 made"))
    assert fetch_into("committee", "901", **YEAR).not_fetched == []
    assert (folder / "documents/1/pier 1.txt").read_bytes() == b"%PDF-1.4 made"
