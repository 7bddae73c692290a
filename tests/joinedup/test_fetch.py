"""`joinedup fetch` as a user runs it: what it says, where it writes, and how it ends."""

from __future__ import annotations

import csv
import io
import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from graph.optional_packages import install_command
from joinedup import cli
from joinedup.commands import fetch as fetch_command
from loaders.fetch import fetching
from loaders.fetch.services import live_services
from loaders.interface.fetched_files import FETCHED, NOT_FETCHED
from loaders.pipeline.plan import find_files
from tests.loaders.fetch.made_clock import MadeClock
from tests.loaders.fetch.made_committees import MadeCommittees
from tests.loaders.fetch.service_server import Reply, ServiceServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result

    from tests.conftest import Run

REPORTS = ("committee", "Harbours", "--from", "2023", "--to", "2023")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ServiceServer]:
    monkeypatch.setattr(fetching, "SystemClock", MadeClock)
    monkeypatch.chdir(tmp_path)
    with ServiceServer() as running:
        monkeypatch.setenv(fetching.MIRROR, running.address)
        MadeCommittees(running)
        yield running


def fetch(*words: str) -> Result:
    return CliRunner().invoke(cli.cli, ["fetch", *words], standalone_mode=False)


def test_files_are_fetched_counted_and_the_mirror_is_named(
    server: ServiceServer, tmp_path: Path
) -> None:
    result = fetch(*REPORTS)
    assert result.return_value == 0
    assert result.stdout == "fetched: 14 files, 14 new or changed and 0 as before.\n"
    assert f"{server.address} is asked in place of every service" in result.stderr
    assert "reports of Harbours Committee, 2023: 3 of 3" in result.stderr
    assert (tmp_path / "fetched/publications/1.json").is_file()


def test_what_failed_is_listed_with_reason_and_remedy(
    server: ServiceServer, tmp_path: Path
) -> None:
    server.fail("/Document/", Reply(b"", 403), times=99)
    result = fetch(*REPORTS, "-o", "mine")
    assert result.return_value == 5
    assert "Not fetched: 7. mine/not-fetched.csv lists all." in result.stdout
    assert "refuses programs (HTTP 403)" in result.stdout
    table = (tmp_path / "mine" / NOT_FETCHED).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == 7
    assert rows[0]["asked by"] == "committee Harbours --from 2023-01-01 --to 2023-12-31"
    assert rows[0]["what"] == "a document of The state of pier 1"
    assert "browser" in rows[0]["what to do"]


def test_what_another_request_missed_stays_in_the_table(
    server: ServiceServer, tmp_path: Path
) -> None:
    server.fail("/Document/", Reply(b"", 403), times=99)
    fetch(*REPORTS)
    server.mend()
    assert fetch("paper", "HC 2", "--session", "2022-23").return_value == 0
    assert (tmp_path / "fetched" / NOT_FETCHED).is_file()
    assert fetch(*REPORTS).return_value == 0
    assert not (tmp_path / "fetched" / NOT_FETCHED).exists()


def test_nothing_fetched_is_an_exit_code_of_its_own(server: ServiceServer) -> None:
    server.fail("/api/organisations", Reply(b"", 404), times=9)
    result = fetch("organisations")
    assert result.return_value == 3
    assert "it is not there (HTTP 404)" in result.stdout


def test_titles_that_spreadsheets_or_terminals_would_run_are_marked(
    server: ServiceServer, tmp_path: Path
) -> None:
    services = MadeCommittees(server)
    services.publications[0]["description"] = '=HYPERLINK("x")\x1b[2J'
    server.fail("Publications/1/Document", Reply(b"", 404), times=9)
    result = fetch(*REPORTS)
    assert "\x1b" not in result.stdout + result.stderr
    table = (tmp_path / "fetched" / NOT_FETCHED).read_text("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table))
    assert "\x1b" not in table
    assert row["what"].startswith("a document of =HYPERLINK")


def test_a_build_reads_the_folder_and_not_its_lists(
    server: ServiceServer, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    server.fail("Publications/1/Document", Reply(b"", 404), times=9)
    fetch(*REPORTS)
    paths = {file.path.name for file in find_files("fetched") if file.path}
    assert "pier 2.txt" in paths
    assert not paths & {FETCHED, NOT_FETCHED}
    done = run_joinedup("build", "fetched", "--store", "graph")
    assert FETCHED not in done.stdout + done.stderr
    assert NOT_FETCHED not in done.stdout + done.stderr
    named = run_joinedup("build", f"fetched/{FETCHED}", "--store", "graph")
    assert "Name the folder" in named.stdout + named.stderr
    assert (tmp_path / "fetched").is_dir()


def test_a_table_of_somebody_else_is_read_as_ever(tmp_path: Path) -> None:
    (tmp_path / NOT_FETCHED).write_text("number,recommendation\n1,We recommend\n")
    assert [file.path for file in find_files(str(tmp_path))] == [tmp_path / NOT_FETCHED]


@pytest.mark.parametrize("name", [FETCHED, NOT_FETCHED])
def test_a_list_of_somebody_else_is_not_overwritten(
    server: ServiceServer, tmp_path: Path, name: str
) -> None:
    (tmp_path / "fetched").mkdir()
    (tmp_path / "fetched" / name).write_text("my own")
    result = fetch(*REPORTS)
    assert result.exception is not None
    assert "is not a list that joinedup wrote" in str(result.exception)
    assert (tmp_path / "fetched" / name).read_text() == "my own"
    assert not any("/Publications" in address for address in server.asked)


def test_a_file_is_no_folder(server: ServiceServer, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    assert "Give the name of a folder" in str(fetch(*REPORTS, "-o", "taken").exception)
    assert server.asked == []


def test_a_graph_is_no_folder_for_files(server: ServiceServer, bundled_store: Path) -> None:
    assert "is the folder of a graph" in str(fetch(*REPORTS, "-o", str(bundled_store)).exception)
    assert server.asked == []


def test_a_damaged_cache_is_nothing_to_the_user(
    server: ServiceServer, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    address = "https://www.legislation.gov.uk/ukpga/2017/30/data.xml"
    server.serve(address, lambda _rest, _query: Reply(b"<Legislation/>"))
    cache = tmp_path / "fetched/.joinedup-fetch/cache.db"
    cache.parent.mkdir(parents=True)
    cache.write_bytes(b"SQLite format 3\x00 and no more")
    done = run_joinedup("fetch", "legislation", "ukpga/2017/30")
    assert done.returncode == 0
    assert done.stderr.splitlines()[1:] == ["laws: 0 of 1"]


def test_missing_packages_are_named_with_what_to_install(
    server: ServiceServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "find_spec", lambda name: None if name == "hishel" else name)
    error = fetch(*REPORTS).exception
    assert "hishel" in str(error)
    assert install_command("fetch") in str(error)
    assert server.asked == []


def test_help_needs_none_of_the_packages(run_joinedup: Callable[..., Run]) -> None:
    done = run_joinedup("fetch", "committee", "--help")
    assert done.returncode == 0
    program = (
        "import sys; from click.testing import CliRunner; from joinedup.cli import cli; "
        "CliRunner().invoke(cli, ['fetch', 'committee', '--help']); "
        "print({'httpx', 'hishel', 'tenacity', 'pathvalidate'} & set(sys.modules))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert loaded.stdout == "set()\n"


@pytest.mark.parametrize("name", live_services())
def test_each_service_has_help_with_its_example(name: str) -> None:
    result = fetch(name, "--help")
    assert re.search(rf"joinedup fetch {name}\b", result.output)
    assert live_services()[name].title in fetch("--help").output.replace("\n", " ")


def test_every_service_is_a_command() -> None:
    assert list(live_services()) == fetch_command.command.list_commands(None)  # type: ignore[arg-type]


def _heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("number", [2, 4])
def test_ctrl_c_ends_it_and_the_next_run_goes_on(
    server: ServiceServer, tmp_path: Path, number: int
) -> None:
    words = [sys.executable, "-m", "joinedup", "fetch", *REPORTS]
    process = subprocess.Popen(
        words,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_ctrl_c,  # noqa: PLW1509 - a background process ignores Ctrl-C
    )

    def stop(_address: str) -> None:
        if len(server.asked) == number:
            process.send_signal(signal.SIGINT)

    server.before_answer = stop
    _, errors = process.communicate(timeout=60)
    server.before_answer = lambda _address: None
    assert process.returncode == 130
    assert errors.rstrip().endswith("joinedup: stopped.")
    result = fetch(*REPORTS)
    assert result.return_value == 0
    assert "14 files" in result.stdout
    lists = [address for address in server.asked if "/Document/" not in address]
    assert len(lists) - len(set(lists)) <= 1
