"""The built wheel, installed outside the checkout: whole, typed, and enough by itself."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import click
import pytest

from graph.optional_packages import install_command
from joinedup.cli import cli
from tests.joinedup.case_files import case_names, corrected_store
from tests.joinedup.command_cases import CASES
from tests.package.environments import ROOT, build_wheel, make_environment, run

CLIENT = Path(__file__).with_name("client.py")
PACKAGES = ("ontology", "graph", "loaders", "queries", "visualisations", "evaluation", "joinedup")

EXTRAS = ("cluster", "fetch", "mcp", "release", "remote", "serve", "tables")
COMMANDS = sorted(cli.list_commands(click.Context(cli)))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the wheel and what it asks for, no extra."""
    return make_environment(wheel, tmp_path_factory.mktemp("environment"))


@pytest.fixture(scope="module")
def python_with_extras(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_environment(wheel, tmp_path_factory.mktemp("extras"), EXTRAS)


def test_every_file_of_the_packages_is_in_it(wheel: Path) -> None:
    here = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    assert not here - packed
    assert not [name for name in packed if name.startswith(("tests/", "benchmarks/", "docs/"))]


def test_it_builds_answers_and_draws_without_the_checkout(python: Path, tmp_path: Path) -> None:
    where = run(python, "-c", "import graph, joinedup; print(graph.__file__)", folder=tmp_path)
    assert not Path(where.strip()).is_relative_to(ROOT)
    joinedup = (python, "-I", "-m", "joinedup")
    run(*joinedup, "build", "bundled", "--store", "store", folder=tmp_path)
    answer = run(
        *joinedup, "ask", "share-accepted", "--store", "store", "--format", "json", folder=tmp_path
    )
    assert json.loads(answer)["results"]["bindings"]
    run(*joinedup, "view", "departments", "-o", "page.html", "--store", "store", folder=tmp_path)
    assert "<html" in (tmp_path / "page.html").read_text(encoding="utf-8")
    run(*joinedup, "check", "--store", "store", folder=tmp_path)


@pytest.fixture(scope="module")
def names(
    pages_store: Path, bundled_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, object]:
    return case_names(pages_store, bundled_store, tmp_path_factory.mktemp("cases"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_works_on_it_from_another_folder(
    command: str, names: dict[str, object], python_with_extras: Path, tmp_path: Path
) -> None:
    for number, line in enumerate(CASES[command]):
        folder = tmp_path / str(number)
        folder.mkdir()
        store = {"corrected": corrected_store(folder)} if "{corrected}" in line else {}
        words = shlex.split(line.format(**{**names, **store, "folder": folder}))
        done = subprocess.run(
            [python_with_extras, "-I", "-m", "joinedup", *words],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "HOME": str(folder)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode in {0, 5, 7, 8}, f"{line}\n{done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("line", "extra"),
    [
        ("build {page} --executor dask://localhost:8786", "cluster"),
        ("load {parts}", "cluster"),
        ("fetch organisations", "fetch"),
        ("mcp --store {pages}", "mcp"),
        ("serve --store {pages}", "serve"),
        ("release out --store {pages}", "release"),
        ("export parquet -o out --store {pages}", "release"),
        ("info --store http://127.0.0.1:1/query", "remote"),
    ],
)
def test_a_command_whose_extra_is_missing_says_what_installs_it(
    line: str, extra: str, names: dict[str, object], python: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [python, "-I", "-m", "joinedup", *shlex.split(line.format(**names))],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert install_command(extra) in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("extra", EXTRAS)
def test_the_line_that_installs_an_extra_is_one_that_pip_takes(extra: str) -> None:
    words = shlex.split(install_command(extra))
    assert words[:2] == ["pip", "install"]
    done = run(sys.executable, "-m", *words, "--no-index", "--dry-run", folder=ROOT)
    assert done.count("already satisfied") >= len(words) - 2 > 0


def test_its_types_reach_those_who_use_it(python_with_extras: Path, tmp_path: Path) -> None:
    program = tmp_path / "client.py"
    program.write_text(CLIENT.read_text(encoding="utf-8"), encoding="utf-8")
    checked = ("-m", "mypy", "--strict", "--python-executable", python_with_extras, program)
    assert "no issues found" in run(sys.executable, *checked, folder=tmp_path)


def test_a_wrong_use_of_it_is_seen(python: Path, tmp_path: Path) -> None:
    program = tmp_path / "wrong.py"
    program.write_text("import joinedup\n\njoinedup.open(1).ask(2)\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--python-executable", python, program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.count("[arg-type]") == 2, done.stdout
