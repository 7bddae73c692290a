"""The built wheel, installed outside the checkout: whole, typed, and enough by itself."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).parent.parent.parent
CLIENT = Path(__file__).with_name("client.py")
PACKAGES = ("ontology", "graph", "loaders", "queries", "visualisations", "evaluation", "joinedup")


def run(*words: str | Path, folder: Path) -> str:
    """Run a program in a folder, and give what it prints."""
    done = subprocess.run(
        list(map(str, words)), cwd=folder, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the wheel and what it depends on, no checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    program = folder / "bin" / "python"
    site = Path(
        run(program, "-c", "import site; print(site.getsitepackages()[0])", folder=folder)[:-1]
    )
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # A folder that a .pth file names gives its packages, but its own .pth files, such as that of
    # the checkout, are not read.
    dependencies = Path(click.__file__).parent.parent
    (site / "dependencies.pth").write_text(str(dependencies), encoding="utf-8")
    return program


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


def test_its_types_reach_those_who_use_it(python: Path, tmp_path: Path) -> None:
    program = tmp_path / "client.py"
    program.write_text(CLIENT.read_text(encoding="utf-8"), encoding="utf-8")
    checked = ("-m", "mypy", "--strict", "--python-executable", python, program)
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
