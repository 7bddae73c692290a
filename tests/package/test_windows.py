"""What Windows would refuse, tried on any system: names, calls that it lacks, code pages."""

from __future__ import annotations

import ntpath
import os
import shutil
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from pathvalidate import validate_filename

from joinedup.atomic_write import draft_file, draft_folder
from tests.conftest import PAGES
from tests.package.environments import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.conftest import Run

FLOORS = ("ontology", "graph", "loaders", "queries", "visualisations", "evaluation", "joinedup")

LONGEST = 150
"""Characters of a path below the folder of a user, who has 260 for all of it."""


def refused_by_windows(names: Iterable[str]) -> list[str]:
    """Names below a folder that Windows cannot hold, or takes for the same."""
    names = list(names)
    refused = [name for name in names if len(name) > LONGEST or not _all_valid(name)]
    counts = Counter(ntpath.normcase(name) for name in names)
    return refused + [name for name, count in counts.items() if count > 1]


def _all_valid(name: str) -> bool:
    try:
        for part in name.split("/"):
            validate_filename(part, platform="windows")
    except ValueError:
        return False
    return True


def test_the_check_sees_names_that_windows_refuses() -> None:
    bad = ["a/con.txt", "aux", "b:c", "end.", "what?", "A/x", "a/X"]
    assert set(refused_by_windows([*bad, "good/name.txt"])) == {*bad[:5], "a\\x"}


def test_windows_can_hold_the_project() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - of the system
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no checkout")
    assert refused_by_windows(listed.stdout.split("\0")[:-1]) == []


WRITING = {
    "demo": ("demo", "--store", "out"),
    "build": ("build", PAGES, "--store", "out"),
    "tables": ("export", "csv", "-o", "out"),
    "release": ("release", "out"),
}
"""Commands that choose names of files."""


@pytest.mark.parametrize("name", WRITING)
def test_windows_can_hold_what_is_written(
    name: str, run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    words = WRITING[name]
    store = () if "--store" in words else ("--store", pages_store)
    done = run_joinedup(*words, *store)
    assert done.returncode in {0, 5}, done.stderr
    written = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")]
    assert len(written) > 3
    assert refused_by_windows(written) == []


def test_no_call_is_made_that_windows_lacks(tmp_path: Path) -> None:
    words = [word for floor in FLOORS for word in ("-p", floor)]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--platform", "win32", "--cache-dir", tmp_path, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_files_are_flushed_as_windows_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    flushed = []
    open_file, flush = os.open, os.fsync

    def open_no_folder(path: Path, flags: int, *rest: int) -> int:
        if os.path.isdir(path):  # noqa: PTH112 - any kind of path
            raise PermissionError(13, "Permission denied", str(path))
        return open_file(path, flags, *rest)

    def flush_what_may_be_written(descriptor: int) -> None:
        if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(9, "Bad file descriptor")
        flushed.append(descriptor)
        flush(descriptor)

    monkeypatch.setattr(shutil, "_use_fd_functions", value=False)  # Windows has none of them
    monkeypatch.setattr(os, "open", open_no_folder)
    monkeypatch.setattr(os, "fsync", flush_what_may_be_written)
    with draft_file(tmp_path / "file.txt") as draft:
        draft.write_text("text", encoding="utf-8")
    with draft_folder(tmp_path / "folder") as draft:
        (draft / "inner.txt").write_text("text", encoding="utf-8")
    assert (tmp_path / "file.txt").read_text(encoding="utf-8") == "text"
    assert (tmp_path / "folder" / "inner.txt").read_text(encoding="utf-8") == "text"
    assert len(flushed) >= 2


@pytest.mark.parametrize(
    "words",
    [
        ("demo",),
        ("build", PAGES),
        ("release", "out"),
        ("report", "department", "DfE", "-o", "dfe.docx"),
        ("view", "departments", "-o", "page.html"),
        ("ask", "share-accepted", "-o", "out.xlsx"),
        ("export", "sqlite", "-o", "out.sqlite"),
    ],
    ids=lambda words: words[0],
)
def test_no_file_is_read_or_written_in_the_code_page_of_the_system(
    words: tuple[str, ...], pages_store: Path, tmp_path: Path
) -> None:
    store = ("--store", tmp_path / "store" if words[0] in {"demo", "build"} else pages_store)
    strict = ("-X", "warn_default_encoding", "-W", "error::EncodingWarning")
    done = subprocess.run(
        [sys.executable, *strict, "-m", "joinedup", *map(str, (*words, *store))],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 5}, done.stderr
    assert "EncodingWarning" not in done.stderr
