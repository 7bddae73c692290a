"""Where every command writes, as a user meets it: what is refused is said, and nothing is lost."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import UsageError
from graph.store.store_layout import current_version
from joinedup.output_target import file_target, folder_target
from tests.unmeasured import unmeasured

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

FILES = {
    "export": ("export", "turtle"),
    "export sqlite": ("export", "sqlite"),
    "view": ("view", "flow", "--format", "svg"),
    "ask": ("ask", "positions-by-who-says-so", "--format", "csv"),
    "query": ("query", "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1", "--format", "csv"),
    "network": ("network", "initiatives", "--format", "csv"),
    "gaps": ("gaps", "--format", "csv"),
}
"""Every command that writes a file."""

FOLDERS = {
    "export csv": ("export", "csv", "-o"),
    "export parquet": ("export", "parquet", "-o"),
    "release": ("release",),
}
"""Every command that writes a folder."""


@pytest.fixture
def odd_places(tmp_path: Path) -> dict[str, tuple[str, str]]:
    """Names that are no place for a file, and a part of what is said of each."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to-device").symlink_to("/dev/null")
    (tmp_path / "to-pipe").symlink_to("pipe")
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "folder").mkdir()
    return {
        "/dev/null": ("/dev/null", "is a device"),
        "pipe": ("pipe", "is a pipe"),
        "link to a device": ("to-device", "is a device"),
        "link to a pipe": ("to-pipe", "is a pipe"),
        "circle of links": ("circle", "cannot be written"),
        "folder": ("folder", "is a folder"),
        "/": ("/", "is a folder"),
        ".": (".", "is a folder"),
        "..": ("..", "is a folder"),
        "too long": ("n" * 256, "File name too long"),
        "parent": ("nowhere/much", "there is no folder"),
        "file as a parent": ("mine.csv/much", "cannot be written"),
        "protected system": ("/proc/much", "cannot be written"),
    }


@pytest.mark.parametrize("words", FILES.values(), ids=FILES)
def test_a_place_that_is_none_for_a_file_is_refused_in_words(
    words: tuple[str, ...],
    run_joinedup: Callable[..., Run],
    pages_store: Path,
    tmp_path: Path,
    odd_places: dict[str, tuple[str, str]],
) -> None:
    (tmp_path / "mine.csv").write_text("mine")
    before = sorted(path.name for path in tmp_path.iterdir())
    few = (
        odd_places
        if words == FILES["export"]
        else {name: odd_places[name] for name in ("pipe", ".")}
    )
    for place, message in few.values():
        refused = run_joinedup(*words, "-o", place, "--store", pages_store)
        assert refused.returncode == 2, (place, refused.stderr)
        assert message in refused.stderr, place
        assert "Traceback" not in refused.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("words", FOLDERS.values(), ids=FOLDERS)
def test_a_place_that_is_none_for_a_folder_is_refused_in_words(
    words: tuple[str, ...], run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "own.csv").write_text("years of work")
    (tmp_path / "plain").write_text("mine")
    places = {
        "mine": "holds files that joinedup did not write",
        "/": "the folder that you are in, or one above it",
        ".": "the folder that you are in, or one above it",
        "plain": "is a file",
        "nowhere/much": "there is no folder",
        "n" * 256: "File name too long",
        "/dev/null": "is a device",
    }
    for place in places if "csv" in words else ("mine",):
        refused = run_joinedup(*words, place, "--store", pages_store)
        assert refused.returncode == 2, refused.stderr
        assert places[place] in refused.stderr
        assert "Traceback" not in refused.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "plain"]
    assert (tmp_path / "mine" / "own.csv").read_text() == "years of work"


def test_files_of_a_store_are_refused(
    run_joinedup: Callable[..., Run], tmp_path: Path, pages_store: Path
) -> None:
    version = current_version(pages_store)
    (tmp_path / "link").symlink_to(pages_store / "current")
    before = {path: path.stat().st_mtime_ns for path in pages_store.rglob("*")}
    for place in (
        pages_store / "current",
        pages_store / "lock",
        pages_store / "generations",
        version,
        version / "report.json",
        version / "new.csv",
        version / "quads" / "new.csv",
        tmp_path / "link",
    ):
        for target in (file_target, folder_target):
            with pytest.raises(UsageError, match="is part of a store"):
                target(place)
    for place in (pages_store / "current", version / "quads" / "new"):
        refused = run_joinedup("export", "turtle", "-o", place, "--store", pages_store)
        assert refused.returncode == 2
        assert "is part of a store" in refused.stderr
    assert {path: path.stat().st_mtime_ns for path in pages_store.rglob("*")} == before


def test_long_names_and_odd_ones_are_written(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    for name in ("n" * 252, "-dash", "a b\n\x1b[31m.csv", os.fsdecode(b"\xe9.csv")):
        words = ("query", "ASK { ?s ?p ?o }", "--format", "csv")
        written = run_joinedup(*words, f"--output={name}", "--store", pages_store)
        assert written.returncode == 0, written.stderr
        assert (tmp_path / name).is_file()


def test_tables_are_written_again_over_tables_of_ours(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        written = run_joinedup("export", "csv", "-o", "tables", "--store", pages_store)
        assert written.returncode == 0, written.stderr
    (tmp_path / "tables" / "own.csv").write_text("mine")
    refused = run_joinedup("export", "csv", "-o", "tables", "--store", pages_store)
    assert refused.returncode == 2
    assert "such as own.csv" in refused.stderr
    assert (tmp_path / "tables" / "own.csv").read_text() == "mine"


@pytest.mark.parametrize("words", [*FILES.values(), FOLDERS["export csv"][:-1]])
def test_a_disk_that_is_full_leaves_what_stood_there(
    words: tuple[str, ...], pages_store: Path, tmp_path: Path
) -> None:
    name = "tables" if words[1] == "csv" else "output"
    command = [sys.executable, "-m", "joinedup", *words, "-o", name, "--store", str(pages_store)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    limited = ["bash", "-c", 'ulimit -f 0; exec "$@"', "-", *command]
    done = subprocess.run(limited, cwd=tmp_path, env=unmeasured(), capture_output=True, check=False)
    assert done.returncode == 2, done.stderr
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
