"""The line that installs an extra names its packages, and no others."""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from graph.optional_packages import install_command

PROJECT = Path(__file__).parent.parent.parent / "pyproject.toml"
EXTRAS = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["optional-dependencies"]


@pytest.mark.parametrize("extra", sorted(EXTRAS))
def test_the_line_has_the_packages_of_the_extra_alone(extra: str) -> None:
    pip, install, *packages = shlex.split(install_command(extra))
    assert (pip, install) == ("pip", "install")
    assert set(map(Requirement, packages)) == set(map(Requirement, EXTRAS[extra]))


def test_an_extra_that_is_not_there_is_left_to_pip() -> None:
    assert install_command("nothing") == "pip install '.[nothing]'"
