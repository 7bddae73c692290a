"""What the README says can be done, done."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from joinedup.cli import cli

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

README = Path("README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    shlex.split(line, comments=True)[1:]
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("joinedup ")
]


def test_the_readme_has_five_things_to_try() -> None:
    assert len(COMMANDS) >= 5


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("http") or Path(target).exists(), target


def test_make_has_the_two_targets_it_names() -> None:
    makefile = Path("Makefile").read_text(encoding="utf-8")
    for target in ("demo", "test", "check", "bench"):
        assert re.search(rf"^{target}:.*##", makefile, re.MULTILINE)


def test_it_names_only_commands_that_exist() -> None:
    names = set(cli.list_commands(click.Context(cli)))
    assert {words[0] for words in COMMANDS} <= names


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_each_works_after_the_demo(run_joinedup: Callable[..., Run], words: list[str]) -> None:
    assert run_joinedup("demo").returncode == 0
    here = [str(Path(word).resolve()) if Path(word).is_dir() else word for word in words]
    done = run_joinedup(*here)
    assert done.returncode == 0, done.stderr
