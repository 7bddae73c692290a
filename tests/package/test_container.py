"""The recipe of the container: what it copies is there, and it installs what the lock names.

No container is made here.
"""

from __future__ import annotations

import re
import tomllib

from tests.package.environments import ROOT

RECIPE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def copied() -> set[str]:
    lines = re.findall(r"^COPY (?!--from)(.+) \S+$", RECIPE, re.MULTILINE)
    return {name for line in lines for name in line.split()}


def test_what_is_copied_is_there_and_is_all_that_the_wheel_needs() -> None:
    assert all((ROOT / name).exists() for name in copied())
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert copied() >= {*wheel, "pyproject.toml", "README.md", "LICENSE", "requirements.lock"}


def test_nothing_else_is_given_to_the_engine() -> None:
    assert IGNORED[1] == "*"
    assert {line.removeprefix("!") for line in IGNORED if line.startswith("!")} == copied()


def test_its_python_is_one_that_is_tried() -> None:
    (version,) = set(re.findall(r"^FROM python:([\d.]+)-slim", RECIPE, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"smoke-on-python {version}" in makefile


def test_every_file_is_checked_and_root_does_not_run_it() -> None:
    installs = re.findall(r"pip (?:install|wheel) [^\\\n]+", RECIPE)
    assert len(installs) == 3
    assert all("--require-hashes" in line or "--no-index" in line for line in installs)
    (user,) = re.findall(r"^USER (\S+)$", RECIPE, re.MULTILINE)
    assert user not in {"0", "root"}
    (extras,) = re.findall(r"joinedup\[(.+?)\]", RECIPE)
    assert set(extras.split(",")) <= set(PROJECT["project"]["optional-dependencies"])
