"""Environments that hold the wheel and what it asks for, and nothing of the checkout."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from distribution.package_files import needed_packages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.metadata import Distribution

ROOT = Path(__file__).parent.parent.parent


def run(*words: str | Path, folder: Path) -> str:
    """Run a program in a folder, and give what it prints."""
    done = subprocess.run(
        list(map(str, words)), cwd=folder, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def build_wheel(folder: Path) -> Path:
    """Build the wheel of the project in a folder."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def make_environment(wheel: Path, folder: Path, extras: Sequence[str] = ()) -> Path:
    """Make an environment in a folder, and give its Python.

    It holds the wheel, and links to the packages that the wheel asks for with some extras: the
    versions of the lock, of which no other package can be imported.
    """
    venv.create(folder, with_pip=False)
    program = folder / "bin" / "python"
    paths = run(program, "-c", "import site; print(site.getsitepackages()[0])", folder=folder)
    site = Path(paths.strip())
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    for package in needed_packages("joinedup", extras):
        for name in _top_names(package):
            if not (site / name).exists():
                (site / name).symlink_to(Path(str(package.locate_file(name))))
    return program


def _top_names(package: Distribution) -> set[str]:
    """Files and folders of a package that stand in the folder of packages."""
    names = {file.parts[0] for file in package.files or ()}
    return {name for name in names if Path(str(package.locate_file(name))).exists()} - {".."}
