"""A file of the working folder is never run, whatever module it is called after."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.unmeasured import unmeasured

if TYPE_CHECKING:
    from pathlib import Path

INSTALLED = ("click", "rich", "rdflib", "pyoxigraph", "msgspec", "networkx", "lxml", "rapidfuzz")
PAGE = """\
Response to the Justice Committee’s First Report of Session 2022-23, Women in prison (HC 265)

Recommendation 1. The Ministry of Justice should publish its plan.
Agree. It will do so in May.
"""


@pytest.fixture(scope="module")
def own_modules() -> set[str]:
    """What Python itself loads before it runs a module; no program can be there earlier."""
    listing = "import runpy, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", listing], capture_output=True, check=True, encoding="utf-8"
    )
    return set(done.stdout.split())


@pytest.fixture
def folder(tmp_path: Path, own_modules: set[str]) -> Path:
    """A folder with a file for every module, each of which leaves a mark when it is run."""
    place = tmp_path / "downloads"
    place.mkdir()
    names = {*sys.stdlib_module_names, *INSTALLED} - own_modules - set(sys.builtin_module_names)
    for name in sorted(names):
        mark = place / f"{name}.ran"
        (place / f"{name}.py").write_text(f"open({str(mark)!r}, 'w').close()\n", encoding="utf-8")
    (place / "page.txt").write_text(PAGE, encoding="utf-8")
    return place


def _environment(**values: str) -> dict[str, str]:
    unsafe = {name: value for name, value in unmeasured().items() if name != "PYTHONSAFEPATH"}
    return {**unsafe, **values}


@pytest.mark.parametrize("path", [None, ":", "."])
def test_no_command_runs_a_file_of_the_working_folder(folder: Path, path: str | None) -> None:
    if path is None:
        environment = _environment()
    elif sys.platform == "win32":
        pytest.skip("the path is written otherwise there")
    else:
        environment = _environment(PYTHONPATH=path)
    for words in (
        ["--version"],
        ["build", "page.txt", "--store", "graph"],
        ["query", "SELECT * WHERE { ?s ?p ?o } LIMIT 1", "--store", "graph"],
        ["export", "turtle", "--output", "graph.ttl", "--store", "graph"],
        ["import", "graph.ttl", "--store", "second"],
        ["reason", "--store", "graph"],
        ["view", "departments", "--output", "page.html", "--store", "graph"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "joinedup", *words],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert [mark.name for mark in folder.glob("*.ran")] == [], words
        assert "Traceback" not in done.stderr, done.stderr
    assert (folder / "graph.ttl").is_file()
