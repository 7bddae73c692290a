"""`joinedup add`, `remove` and `sources`, and what `build` says of files that it would drop."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from graph.store.store_layout import locked
from loaders.kept_sources.source_list import list_of_sources
from tests.conftest import PAGES
from tests.graph.test_store import findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run


PAGE, OTHER_PAGE = PAGES / "justice-1325.txt", PAGES / "home-affairs-511.txt"
ADDRESS = "https://www.accountabilityindex.uk/committees/3/recommendation/1325/"


@pytest.fixture
def store(tmp_path: Path, run_joinedup: Callable[..., Run]) -> Path:
    """A store that was built of one page."""
    assert run_joinedup("build", PAGE, "--store", "s").returncode == 0
    return tmp_path / "s"


def test_pages_are_added_listed_and_removed_by_what_the_list_prints(
    store: Path, run_joinedup: Callable[..., Run]
) -> None:
    added = run_joinedup("add", OTHER_PAGE, PAGE, "--store", "s")
    assert added.returncode == 0
    assert "Added 1 file with 1 record: home-affairs-511.txt." in added.stdout
    assert "1 file was there already, and has not changed: justice-1325.txt." in added.stdout
    assert "joinedup undo --store s" in added.stderr
    listed = run_joinedup("sources", "--store", "s", "--format", "json")
    files = [row["file"] for row in json.loads(listed.stdout)["rows"]]
    assert files == ["home-affairs-511.txt", "justice-1325.txt"]
    assert findings(store) == 2
    removed = run_joinedup("remove", ADDRESS, "--store", "s")
    assert "Removed 1 file with 1 record: justice-1325.txt." in removed.stdout
    assert findings(store) == 1
    assert run_joinedup("undo", "--store", "s").returncode == 0
    assert findings(store) == 2
    assert run_joinedup("remove", files[0], "--store", "s").returncode == 0
    assert findings(store) == 1


def test_the_same_file_from_another_folder_is_said_to_be_the_same(
    store: Path, tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    (tmp_path / "elsewhere").mkdir()
    shutil.copy(PAGE, tmp_path / "elsewhere" / "copy.txt")
    shutil.copy(OTHER_PAGE, tmp_path / "elsewhere" / "other.txt")
    added = run_joinedup("add", "elsewhere", "--store", "s")
    assert added.returncode == 0
    listed = run_joinedup("sources", "--store", "s", "--format", "json")
    names = [row["file"] for row in json.loads(listed.stdout)["rows"]]
    copy, other = (
        next(name for name in names if name.endswith(end)) for end in ("copy.txt", "r.txt")
    )
    assert (
        "1 of them has the very bytes of another: "
        f"{copy} (the same as justice-1325.txt). What it says counts once"
    ) in added.stdout
    assert f"{other} (the same" not in added.stdout
    assert findings(store) == 2
    assert run_joinedup("remove", copy, "--store", "s").returncode == 0
    assert findings(store) == 2


def test_what_a_page_said_before_it_changed_is_shown(
    tmp_path: Path, run_joinedup: Callable[..., Run]
) -> None:
    page = tmp_path / "page.txt"
    shutil.copy(PAGE, page)
    run_joinedup("build", "page.txt", "--store", "s", "--retrieved", "2025-01-31")
    page.write_text(page.read_text("utf-8").replace("Rejected", "Accepted"), "utf-8")
    changed = run_joinedup("add", "page.txt", "--store", "s", "--retrieved", "2026-01-31")
    assert "Replaced an earlier reading of 1 file with 1 record: page.txt." in changed.stdout
    shown = run_joinedup("sources", "page.txt", "--store", "s", "--format", "json")
    rows = json.loads(shown.stdout)["rows"]
    assert [(row["fetched on"], row["label"], row["in the graph"]) for row in rows] == [
        ("2025-01-31", "Rejected", "no"),
        ("2026-01-31", "Accepted", "yes"),
    ]
    listed = run_joinedup("sources", "--store", "s").stdout
    assert "Of earlier readings, 1 is kept" in " ".join(listed.split())


def test_a_correction_stays_when_pages_are_added(
    store: Path, run_joinedup: Callable[..., Run]
) -> None:
    finding, whose = "accountability-index-3-1325", ("--by", "A. Clerk", "--why", "Misread")
    words = ("kind", "recommendation", *whose)
    corrected = run_joinedup("correct", finding, *words, "--store", "s")
    assert corrected.returncode == 0
    before = run_joinedup("why", finding, "--store", "s").stdout
    assert run_joinedup("add", OTHER_PAGE, "--store", "s").returncode == 0
    assert run_joinedup("why", finding, "--store", "s").stdout == before
    assert "A. Clerk" in run_joinedup("correct", "--list", "--store", "s").stdout
    assert findings(store) == 2


def test_what_cannot_be_read_does_no_harm_to_what_can(
    tmp_path: Path, store: Path, run_joinedup: Callable[..., Run]
) -> None:
    (tmp_path / "empty.txt").touch()
    partly = run_joinedup("add", OTHER_PAGE, "empty.txt", "missing.txt", "--store", "s")
    assert (partly.returncode, findings(store)) == (5, 2)
    assert "Not read (2)" in partly.stdout
    nothing = run_joinedup("add", "empty.txt", "--store", "s")
    assert (nothing.returncode, findings(store)) == (3, 2)
    assert "nothing was added" in nothing.stderr
    again = run_joinedup("add", OTHER_PAGE, "--store", "s")
    assert (again.returncode, again.stderr) == (0, "")
    assert "Nothing is new, so the graph stays as it was." in again.stdout


@pytest.mark.parametrize("words", [("add", str(PAGE)), ("remove", PAGE.name), ("sources",)])
def test_a_store_that_is_not_there_is_not_made(
    tmp_path: Path, run_joinedup: Callable[..., Run], words: tuple[str, ...]
) -> None:
    done = run_joinedup(*words, "--store", "none")
    assert done.returncode == 4
    assert "There is no graph at none. Build one with: joinedup build" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_somebody_is_writing_to_is_left_alone(
    store: Path, run_joinedup: Callable[..., Run]
) -> None:
    with locked(store):
        done = run_joinedup("add", OTHER_PAGE, "--store", "s")
    assert done.returncode == 4
    assert "Another build is writing at s." in done.stderr
    assert findings(store) == 1


def test_an_imported_graph_says_that_it_has_to_be_built(
    store: Path, run_joinedup: Callable[..., Run]
) -> None:
    run_joinedup("export", "trig", "-o", "graph.trig", "--store", "s")
    run_joinedup("import", "graph.trig", "--store", "copy")
    for words in (("add", OTHER_PAGE), ("remove", PAGE.name), ("sources",)):
        done = run_joinedup(*words, "--store", "copy")
        assert done.returncode == 4
        assert "does not say what files it was made of" in done.stderr
    assert findings(store.parent / "copy") == 1


def test_a_build_that_would_drop_files_says_which_and_is_refused(
    store: Path, run_joinedup: Callable[..., Run]
) -> None:
    refused = run_joinedup("build", OTHER_PAGE, "--store", "s")
    assert refused.returncode == 2
    assert "would drop 1 of the files" in refused.stderr
    assert "justice-1325.txt" in refused.stderr
    assert "joinedup add FILES --store s" in refused.stderr
    assert "--replace" in refused.stderr
    assert [file.location for file in list_of_sources(store).files] == ["justice-1325.txt"]
    assert run_joinedup("build", PAGE, OTHER_PAGE, "--store", "s").returncode == 0
    assert run_joinedup("build", OTHER_PAGE, "--store", "s", "--replace").returncode == 0
    assert [file.location for file in list_of_sources(store).files] == ["home-affairs-511.txt"]


@pytest.mark.parametrize(("answer", "status", "left"), [("y", 0, OTHER_PAGE), ("n", 2, PAGE)])
def test_on_a_terminal_a_build_asks_whether_it_may_drop_files(
    store: Path, answer: str, status: int, left: Path
) -> None:
    terminal, end = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "joinedup", "build", str(OTHER_PAGE), "--store", str(store)],
        stdin=end,
        stdout=end,
        stderr=end,
    ) as process:
        os.close(end)
        shown = b""
        while b"Drop them? [y/N]" not in shown:
            shown += os.read(terminal, 1024)
        os.write(terminal, f"{answer}\n".encode())
        while True:  # what a program writes must be taken, or it waits
            try:
                if not os.read(terminal, 1024):
                    break
            except OSError:  # the other end is closed
                break
        assert process.wait(timeout=60) == status
    os.close(terminal)
    assert [file.location for file in list_of_sources(store).files] == [left.name]
