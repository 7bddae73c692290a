"""The single file: it runs where nothing is installed, and says so where it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from distribution import launcher
from distribution.single_file import write_single_file

if TYPE_CHECKING:
    from collections.abc import Sequence

BARE = (getattr(sys, "_base_executable", sys.executable), "-I", "-S")
"""A Python that sees no package but its own library."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders that may not be written differ")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("single") / "joinedup.pyz"
    write_single_file(path, compression=1)
    return path


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("unpacked")


def start(
    program: Sequence[str | Path], *words: str | Path, folder: Path, unpacked: str | Path
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*program, *map(str, words)],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), launcher.UNPACKED: str(unpacked)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_it_builds_asks_draws_and_reports(archive: Path, unpacked: Path, tmp_path: Path) -> None:
    def run(*words: str | Path) -> str:
        done = start((*BARE, archive), *words, folder=tmp_path, unpacked=unpacked)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "ECHILD" in run("demo")
    assert "named together" in run("connections", "DfE", "MoJ")
    run("view", "departments", "-o", "page.html")
    run("view", "flow", "-o", "flow.png")
    run("report", "department", "DfE", "-o", "dfe.docx")
    assert {"page.html", "flow.png", "dfe.docx"} <= {path.name for path in tmp_path.iterdir()}
    assert "committee" in run("fetch", "--help")


def test_it_is_unpacked_once_and_whole(archive: Path, tmp_path: Path) -> None:
    first, second = (
        start((*BARE, archive), "--version", folder=tmp_path, unpacked=tmp_path / "here")
        for _ in range(2)
    )
    assert "Unpacking joinedup into" in first.stderr
    assert second.stderr == ""
    assert first.stdout == second.stdout
    (only,) = (tmp_path / "here").iterdir()
    with zipfile.ZipFile(archive) as content:
        names = {name for name in content.namelist() if not name.endswith("/")}
    assert names <= {path.relative_to(only).as_posix() for path in only.rglob("*")}


def test_a_folder_that_it_was_unpacked_into_by_hand_runs(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as content:
        content.extractall(tmp_path / "by hand")
    done = start((*BARE, tmp_path / "by hand"), "info", folder=tmp_path, unpacked="/dev/null/x")
    assert done.returncode == 4  # there is no graph
    assert "joinedup demo" in done.stderr


def test_a_folder_that_cannot_be_written_is_said(archive: Path, tmp_path: Path) -> None:
    done = start((*BARE, archive), "--version", folder=tmp_path, unpacked="/dev/null/x")
    assert done.returncode == 1
    assert f"Set {launcher.UNPACKED} to a folder" in done.stderr
    assert "Traceback" not in done.stderr


def test_another_python_is_told_which_is_needed(archive: Path, tmp_path: Path) -> None:
    for_another = tmp_path / "another.pyz"
    with zipfile.ZipFile(archive) as content, zipfile.ZipFile(for_another, "w") as copy:
        copy.writestr("__main__.py", content.read("__main__.py"))
        copy.writestr(launcher.MADE_FOR, "3.99 amiga\n0\n")
    done = start((*BARE, for_another), "--version", folder=tmp_path, unpacked=tmp_path)
    assert done.returncode == 1
    assert "made for Python 3.99 amiga" in done.stderr
    assert list(tmp_path.iterdir()) == [for_another]


def test_its_launcher_needs_nothing_new() -> None:
    tree = compile(Path(launcher.__file__).read_text(encoding="utf-8"), "launcher", "exec")
    assert tree.co_names  # it parses; and it says so to Pythons that are too old
    assert "from __future__" not in Path(launcher.__file__).read_text(encoding="utf-8")


def test_the_same_packages_give_the_same_file(archive: Path, tmp_path: Path) -> None:
    write_single_file(tmp_path / "again.pyz", compression=1)
    assert (tmp_path / "again.pyz").read_bytes() == archive.read_bytes()
