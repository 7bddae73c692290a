"""Reports of the NAO are kept one a file, laws as XML; what is no such thing is noted."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.errors import UsageError
from loaders.interface.fetched_files import read_fetched
from tests.loaders.fetch.service_server import Reply

if TYPE_CHECKING:
    from pathlib import Path

    from tests.loaders.fetch.conftest import Fetch
    from tests.loaders.fetch.service_server import Query, ServiceServer

NAO = "https://www.nao.org.uk/wp-json/wp/v2"
LAW = "https://www.legislation.gov.uk"
ACT = b'<?xml version="1.0"?><Legislation><title>Piers Act 2017</title></Legislation>'


def nao_reports(server: ServiceServer, name: str, pages: list[list[object]]) -> None:
    def give(rest: str, query: Query) -> Reply | None:
        number = int(query["page"][0])
        if rest:
            return None
        if number > len(pages):
            return Reply({"code": "rest_post_invalid_page_number"}, 400)
        return Reply(pages[number - 1])

    server.serve(f"{NAO}/{name}", give)


def report(number: int) -> dict[str, object]:
    return {"id": number, "title": {"rendered": f"Piers {number}"}, "date": "2024-02-03T00:00:00"}


@pytest.mark.parametrize("name", ["report", "reports"])
def test_reports_are_kept_one_a_file(
    server: ServiceServer, fetch_into: Fetch, folder: Path, name: str
) -> None:
    nao_reports(server, name, [[report(1), report(2)], [report(3)]])
    counts = fetch_into("nao", "piers", **{"from": date(2024, 1, 1)})
    assert counts.not_fetched == []
    assert {path.name for path in (folder / "nao").iterdir()} == {"1.json", "2.json", "3.json"}
    assert json.loads((folder / "nao/3.json").read_bytes()) == report(3)
    assert "search=piers" in server.asked[-1]
    assert "after=2024-01-01T00%3A00%3A00" in server.asked[-1]
    assert "tracker" in counts.remarks[0]
    assert {entry.licence for entry in read_fetched(folder)} == {""}


@pytest.mark.parametrize("name", ["posts", "x"])
def test_a_list_that_is_not_there_is_noted(
    server: ServiceServer, fetch_into: Fetch, name: str
) -> None:
    nao_reports(server, name, [[report(1)]])
    (failure,) = fetch_into("nao").not_fetched
    assert "404" in failure.reason


def test_what_is_no_report_is_noted(server: ServiceServer, fetch_into: Fetch) -> None:
    nao_reports(server, "report", [[report(1), None, {}, {"id": "x"}, {"id": -1}, 7]])
    counts = fetch_into("nao")
    assert (counts.new, len(counts.not_fetched)) == (1, 5)


@pytest.mark.parametrize("body", [b"<html>", {"code": "x"}, b""])
def test_a_list_of_reports_that_is_none_is_asked_for_anew(
    server: ServiceServer, fetch_into: Fetch, body: object
) -> None:
    nao_reports(server, "report", [[report(1)]])
    server.fail("page=1", Reply(body))
    assert len(fetch_into("nao").not_fetched) == 1
    assert fetch_into("nao").new == 1


@pytest.mark.parametrize(
    "words",
    [
        "ukpga/2017/30",
        "https://www.legislation.gov.uk/ukpga/2017/30",
        "http://www.legislation.gov.uk/id/ukpga/2017/30",
        "https://www.legislation.gov.uk/ukpga/2017/30/contents",
    ],
)
def test_an_act_is_fetched_by_its_number_or_address(
    server: ServiceServer, fetch_into: Fetch, folder: Path, words: str
) -> None:
    server.serve(f"{LAW}/ukpga/2017/30/data.xml", lambda _rest, _query: Reply(ACT))
    assert fetch_into("legislation", words).not_fetched == []
    assert (folder / "legislation/ukpga/2017/30.xml").read_bytes() == ACT


@pytest.mark.parametrize("words", ["ukpga/Eliz2/4-5/16", "uksi/2020/1"])
def test_laws_of_other_forms(
    server: ServiceServer, fetch_into: Fetch, folder: Path, words: str
) -> None:
    server.serve(f"{LAW}/{words}/data.xml", lambda _rest, _query: Reply(ACT))
    fetch_into("legislation", words)
    assert (folder / f"legislation/{words}.xml").is_file()


def test_what_is_new_of_a_type(server: ServiceServer, fetch_into: Fetch, folder: Path) -> None:
    server.serve(f"{LAW}/new/uksi/data.feed", lambda _rest, _query: Reply(b"<feed/>"))
    fetch_into("legislation", "uksi")
    assert (folder / "legislation/new-uksi.xml").read_bytes() == b"<feed/>"


@pytest.mark.parametrize(
    "words",
    ["Piers Act 2017", "../../x/1", "ukpga/../1", "ukpga/2017/30/../../x", "https://elsewhere/a/1/2",
     "ukpga//30", "UKPGA/2017/30?x=1"],
)  # fmt: skip
def test_what_names_no_law_is_refused(server: ServiceServer, fetch_into: Fetch, words: str) -> None:
    with pytest.raises(UsageError, match="ukpga/2017/30"):
        fetch_into("legislation", words)
    assert server.asked == []


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><html>", b"not found", b"", {"a": 1}])
def test_an_answer_that_is_no_law_is_not_kept(
    server: ServiceServer, fetch_into: Fetch, body: object
) -> None:
    address = f"{LAW}/ukpga/2017/30/data.xml"
    server.serve(address, lambda _rest, _query: Reply(ACT))
    server.fail("data.xml", Reply(body))
    assert len(fetch_into("legislation", "ukpga/2017/30").not_fetched) == 1
    assert fetch_into("legislation", "ukpga/2017/30").new == 1
