"""The folder that is filled: what stands in it already, and what the system cannot hold."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import JoinedupError, UsageError
from loaders.fetch.fetch_folder import open_folder
from loaders.fetch.safe_names import LONGEST_NAME, safe_name
from loaders.interface.fetched_files import FETCHED, NOT_FETCHED, FetchedFile, read_fetched
from tests.loaders.fetch.made_committees import TEXT, publication
from tests.loaders.fetch.made_govuk import ASSETS, MINUTE, MadeGovuk, page
from tests.loaders.fetch.service_server import Reply

if TYPE_CHECKING:
    from tests.loaders.fetch.conftest import Fetch
    from tests.loaders.fetch.made_committees import MadeCommittees
    from tests.loaders.fetch.service_server import ServiceServer

YEAR = {"from": date(2023, 1, 1), "to": date(2023, 12, 31)}


@pytest.fixture
def one_report(committees: MadeCommittees) -> MadeCommittees:
    committees.publications = [publication(1, 1, "2023-02-01")]
    return committees


@pytest.mark.usefixtures("one_report")
def test_a_second_program_waits_for_its_turn(
    fetch_into: Fetch, folder: Path, server: ServiceServer
) -> None:
    with open_folder(folder), pytest.raises(UsageError, match="Another joinedup fetches"):
        fetch_into("committee", "901", **YEAR)
    assert server.asked == []
    assert fetch_into("committee", "901", **YEAR).new == 2


@pytest.mark.usefixtures("one_report")
@pytest.mark.parametrize("content", [b"garbage", b"", b"SQLite format 3\x00 and no more"])
def test_a_damaged_cache_is_done_without(fetch_into: Fetch, folder: Path, content: bytes) -> None:
    fetch_into("committee", "901", **YEAR)
    for path in (folder / ".joinedup-fetch").glob("cache.db*"):
        path.write_bytes(content)
    assert fetch_into("committee", "901", **YEAR).same == 2


@pytest.mark.usefixtures("one_report")
def test_a_link_out_of_the_folder_is_not_written_through(
    fetch_into: Fetch, folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder.mkdir()
    (folder / "documents").symlink_to(outside)
    counts = fetch_into("committee", "901", **YEAR)
    assert "outside of the folder" in counts.not_fetched[0].reason
    assert list(outside.iterdir()) == []


@pytest.mark.usefixtures("one_report")
def test_a_file_in_the_place_of_a_folder_is_kept(fetch_into: Fetch, folder: Path) -> None:
    folder.mkdir()
    (folder / "documents").write_text("mine")
    counts = fetch_into("committee", "901", **YEAR)
    assert "no place for it" in counts.not_fetched[0].reason
    assert counts.new == 1
    assert (folder / "documents").read_text() == "mine"


@pytest.mark.usefixtures("one_report")
def test_a_folder_in_the_place_of_a_file_is_kept(fetch_into: Fetch, folder: Path) -> None:
    fetch_into("committee", "901", **YEAR)
    document = folder / "documents/1/pier 1.txt"
    document.unlink()
    document.mkdir()
    counts = fetch_into("committee", "901", **YEAR)
    assert "no place for it" in counts.not_fetched[0].reason


@pytest.mark.usefixtures("one_report")
def test_a_file_that_was_there_before_is_taken_over_if_it_is_the_same(
    fetch_into: Fetch, folder: Path
) -> None:
    (folder / "documents/1").mkdir(parents=True)
    (folder / "documents/1/pier 1.txt").write_text(TEXT)
    assert fetch_into("committee", "901", **YEAR).not_fetched == []
    assert len(read_fetched(folder)) == 2


def test_pages_whose_names_get_in_the_way_of_each_other(
    server: ServiceServer, fetch_into: Fetch, folder: Path
) -> None:
    govuk = MadeGovuk(server)
    inner, deep = f"{MINUTE}.json/inner", f"{MINUTE}{'/step' * 900}"
    govuk.pages[MINUTE]["details"] = {"attachments": [{"url": inner}, {"url": deep}]}
    for path in (inner, deep):
        govuk.pages[path] = page(path, "Inner")
    counts = fetch_into("govuk", MINUTE)
    assert ["no place for it" in each.reason for each in counts.not_fetched] == [True, True]
    assert (folder / "content" / f"{MINUTE.strip('/')}.json").is_file()


def test_addresses_that_are_written_carelessly_are_listed_as_addresses(
    server: ServiceServer, fetch_into: Fetch, folder: Path
) -> None:
    govuk = MadeGovuk(server)
    govuk.pages[MINUTE]["details"] = {"attachments": [{"url": f"{ASSETS}/media/a b|é.pdf"}]}
    assert fetch_into("govuk", MINUTE).not_fetched == []
    (attachment,) = [each for each in read_fetched(folder) if each.path.endswith("pdf")]
    assert re.fullmatch(r"https://[!-~]+", attachment.url)
    assert attachment.path.endswith("/a b-é.pdf")
    assert fetch_into("govuk", MINUTE).same == 2


@pytest.mark.usefixtures("one_report")
def test_what_was_noted_before_a_mistake_is_in_the_table(
    fetch_into: Fetch, folder: Path, server: ServiceServer
) -> None:
    fetch_into("paper", "HC 1")
    server.fail("/Publications", Reply(b"", 500), times=99)
    with pytest.raises(JoinedupError):
        fetch_into("paper", "HC 2")
    assert "papers numbered HC 2" in (folder / NOT_FETCHED).read_text("utf-8-sig")


@pytest.mark.usefixtures("one_report")
def test_a_line_that_somebody_else_wrote_stays_in_the_list(fetch_into: Fetch, folder: Path) -> None:
    fetch_into("paper", "HC 1")
    listed = folder / FETCHED
    whole = listed.read_bytes()
    listed.write_bytes(b"# seen by A. Clerk, caf\xe9\n" + whole)
    fetch_into("paper", "HC 1")
    assert listed.read_bytes() == whole + b"# seen by A. Clerk, caf\xe9\n"


@pytest.mark.parametrize("words", ["", " ", "caf\udce9", "a\x1b[2J", "a\nb"])
def test_words_that_no_address_can_hold_are_refused(
    fetch_into: Fetch, server: ServiceServer, words: str
) -> None:
    with pytest.raises(UsageError, match="nothing that can be asked for"):
        fetch_into("govuk", words)
    assert server.asked == []


@pytest.mark.parametrize("mirror", ["localhost:80", "ftp://x.example", "https://", "a b"])
def test_a_mirror_that_is_no_address_is_refused(
    fetch_into: Fetch, monkeypatch: pytest.MonkeyPatch, mirror: str
) -> None:
    monkeypatch.setenv("JOINEDUP_FETCH_MIRROR", mirror)
    with pytest.raises(UsageError, match="JOINEDUP_FETCH_MIRROR"):
        fetch_into("organisations")


@given(name=st.text(max_size=300))
def test_any_name_becomes_one_that_any_system_holds(name: str) -> None:
    safe = safe_name(name, "fallback")
    assert safe == Path(safe).name
    assert not set(safe) & set('<>:"/\\|?*\0')
    assert safe.isprintable() or "\u3000" in safe or any(char.isspace() for char in safe)
    assert safe.strip(". ") == safe
    assert 0 < len(safe.encode()) <= LONGEST_NAME + 1
    assert safe.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}
    assert safe_name(safe, "fallback") == safe


@given(names=st.lists(st.sampled_from(["a", "A", "b", "ß", "SS"]), min_size=1, max_size=6))
def test_no_two_addresses_share_a_file(names: list[str]) -> None:
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - one for each example

    with TemporaryDirectory() as place, open_folder(Path(place)) as folder:
        for number, name in enumerate(names):
            url = f"https://x.example/{number}"
            entry = FetchedFile(folder.free_path(name, url), url, "2026-01-01", "0", 1, "x", "made")
            folder.keep(entry, b"x")
        names_there = {path.name.casefold() for path in Path(place).iterdir()}
        assert len(names_there) == len(names) + 2
        assert (Path(place) / FETCHED).is_file()
