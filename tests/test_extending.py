"""docs/extending.md is true: what it tells to add is added to a copy of the project, and works.

Every block with `file=` is a whole file.
The table at the head of the page says which file or folder one addition touches and where its test
is; the files of each section are held to that.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.store.embedded import Store

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
PACKAGES = ("ontology", "graph", "loaders", "queries", "visualisations", "evaluation", "joinedup")


@dataclass(frozen=True)
class Addition:
    """What a section of the page adds, and what the commands below it print."""

    kind: str
    files: dict[str, str]
    commands: list[str]
    output: str


def additions() -> list[Addition]:
    """The sections that add files."""
    parts = re.split(r"^## (.+)$", PAGE, flags=re.MULTILINE)[1:]
    sections = []
    for heading, text in zip(parts[::2], parts[1::2], strict=True):
        files = dict(re.findall(r"^```\w+ file=(\S+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
        if not files:
            continue
        (commands,) = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        (output,) = re.findall(r"^Output: `(.+?)`", text, re.MULTILINE)
        sections.append(Addition(heading.lower(), files, commands.splitlines(), output))
    return sections


def counted() -> dict[str, list[str]]:
    """What the table says that each addition touches, as patterns with NAME in them."""
    rows = re.findall(r"^\| (an? .+?) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)
    return {kind: re.findall(r"`(.+?)`", f"{source} {test}") for kind, source, test in rows}


def touched(path: str, patterns: list[str]) -> str | None:
    """The pattern that a file belongs to, with its name filled in; None if it belongs to none."""
    for pattern in patterns:
        form = re.escape(pattern).replace("NAME", r"[\w-]+")
        match = re.match(form if pattern.endswith("/") else f"{form}$", path)
        if match:
            return match[0]
    return None


def test_the_table_speaks_of_every_section_that_adds_files() -> None:
    assert [addition.kind for addition in additions()] == list(counted())
    for kind in (
        "a source",
        "a file format",
        "a quality flag",
        "a saved question",
        "a check",
        "an export format",
        "a view",
        "a subject of reports",
        "a document format",
        "a command",
        "a kind of archive",
        "a live service",
        "a kind of correction",
    ):
        assert kind in counted()


@pytest.mark.parametrize("addition", additions(), ids=lambda addition: addition.kind)
def test_an_addition_touches_what_the_table_says(addition: Addition) -> None:
    patterns = counted()[addition.kind]
    places = {touched(path, patterns) for path in addition.files}
    assert None not in places, "a file that the table does not speak of"
    assert len(places) == len(patterns)
    assert not any((ROOT / path).exists() for path in addition.files)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, bundled_store: Path) -> Path:
    """A copy of the project with everything added that the page adds, and a graph."""
    folder = tmp_path_factory.mktemp("copy")
    for name in (*PACKAGES, "tests", "benchmarks", "docs"):
        ignored = shutil.ignore_patterns("__pycache__", "node_modules")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for addition in additions():
        for path, text in addition.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    shutil.copytree(bundled_store, folder / "joinedup-store")
    return folder


@pytest.mark.parametrize("addition", additions(), ids=lambda addition: addition.kind)
def test_an_addition_works_as_the_page_says(addition: Addition, copy: Path) -> None:
    printed = ""
    for line in addition.commands:
        program, _, rest = line.partition(" ")
        ours = {"joinedup": f"{sys.executable} -m joinedup", "python": sys.executable}
        done = subprocess.run(  # noqa: S602 - the lines are those of our own page
            f"{ours.get(program, program)} {rest}",
            shell=True,
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy), "COLUMNS": "200"},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=600,
        )
        printed += done.stdout + done.stderr
        # `joinedup check` says by its exit code what it found.
        assert done.returncode == 0 or " check" in line, f"{line}\n{done.stdout}{done.stderr}"
    assert addition.output in printed


@pytest.mark.parametrize(
    "sparql", re.findall(r"^```sparql\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
)
def test_a_query_that_is_no_file_runs_and_finds_something(sparql: str, bundled_store: Path) -> None:
    answer = Store.open(bundled_store).query(sparql)
    assert isinstance(answer, ox.QueryTriples)
    assert any(True for _ in answer)
