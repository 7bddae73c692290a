"""A run that is killed at any moment and made again ends with the folder of one that was not."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.fetch.fetch_folder import FetchFolder
from loaders.fetch.fetching import MIRROR, fetch
from loaders.fetch.live_service import FetchRequest
from loaders.fetch.services import live_services
from loaders.interface.fetched_files import FETCHED
from tests.loaders.fetch.made_clock import MadeClock
from tests.loaders.fetch.made_committees import MadeCommittees
from tests.loaders.fetch.service_server import ServiceServer

if TYPE_CHECKING:
    from collections.abc import Iterator

REQUEST = FetchRequest(("Harbours",), {"from": date(2023, 1, 1), "to": date(2023, 12, 31)})


class KilledError(BaseException):
    """In place of the end of the process."""


@pytest.fixture(scope="module")
def running() -> Iterator[ServiceServer]:
    with ServiceServer() as server, pytest.MonkeyPatch.context() as patch:
        MadeCommittees(server).largest_page = 2
        patch.setenv(MIRROR, server.address)
        yield server


def run(folder: Path, clock: MadeClock | None = None) -> None:
    fetch(live_services()["committee"], REQUEST, folder, lambda *_: None, clock or MadeClock())


def contents(folder: Path) -> dict[str, bytes]:
    """What a person sees in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".joinedup-fetch" not in path.parts
    }


@pytest.fixture(scope="module")
def whole(running: ServiceServer, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    assert running.address
    folder = tmp_path_factory.mktemp("whole")
    run(folder)
    return contents(folder)


@given(requests=st.lists(st.integers(0, 16), min_size=1, max_size=3))
@settings(max_examples=12)
def test_killed_at_any_request(
    running: ServiceServer, whole: dict[str, bytes], requests: list[int]
) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place) / "fetched"
        for number in requests:
            kill_at(folder, number)
        before = len(running.asked)
        run(folder)
        assert contents(folder) == whole
        documents = [each for each in running.asked[before:] if "/Document/" in each]
        assert len(documents) == len(set(documents))


def kill_at(folder: Path, number: int) -> None:
    """Run until so many requests were made; what would be cleared up is put back."""
    clock, requests = MadeClock(), 0

    def sleep(seconds: float) -> None:
        nonlocal requests
        requests += 1
        if requests > number:
            raise KilledError
        clock.waits.append(seconds)

    clock.sleep = sleep  # type: ignore[method-assign]
    try:
        run(folder, clock)
    except KilledError:
        return


@given(step=st.integers(0, 45))
@settings(max_examples=12)
def test_killed_between_the_list_and_the_file(
    running: ServiceServer, whole: dict[str, bytes], step: int
) -> None:
    assert running.address
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        folder = Path(place) / "fetched"
        steps = 0

        def stop_at(name: str) -> None:
            plain = getattr(FetchFolder, name)

            def stopping(self: FetchFolder, *words: object) -> object:
                nonlocal steps
                steps += 1
                if steps > step:
                    raise KilledError
                return plain(self, *words)

            patch.setattr(FetchFolder, name, stopping)

        stop_at("_append")
        stop_at("_write")
        try:
            run(folder)
        except KilledError:
            patch.undo()
            patch.setenv(MIRROR, running.address)
            run(folder)
        assert contents(folder) == whole


@given(cut=st.integers(1, 400), kept=st.integers(0, 14))
@settings(max_examples=12)
def test_killed_within_a_line_of_the_list(
    running: ServiceServer, whole: dict[str, bytes], cut: int, kept: int
) -> None:
    assert running.address
    with TemporaryDirectory() as place:
        folder = Path(place) / "fetched"
        run(folder)
        lines = (folder / FETCHED).read_bytes().splitlines(keepends=True)
        torn = b"".join(lines[:kept]) + b"".join(lines[kept : kept + 1])[:-cut]
        (folder / FETCHED).write_bytes(torn)
        run(folder)
        assert contents(folder) == whole


_PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from tests.loaders.fetch.test_killed import run
run(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("number", [1, 4, 9, 13])
def test_a_process_that_is_killed(
    running: ServiceServer, whole: dict[str, bytes], tmp_path: Path, number: int
) -> None:
    process = subprocess.Popen([sys.executable, "-c", _PROGRAM, str(tmp_path / "fetched")])
    before = len(running.asked)

    def kill(_address: str) -> None:
        if len(running.asked) == before + number:
            process.send_signal(signal.SIGKILL)
            process.wait()

    running.before_answer = kill
    try:
        assert process.wait(60) == -signal.SIGKILL
    finally:
        running.before_answer = lambda _address: None
        process.kill()
    run(tmp_path / "fetched")
    assert contents(tmp_path / "fetched") == whole
