"""What the README leads to is there; its commands are run by `test_doc_commands.py`."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from joinedup.cli import cli

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

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


def test_what_it_shows_of_the_demo_is_what_the_demo_prints(
    run_joinedup: Callable[..., Run],
) -> None:
    (block,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    printed = {" ".join(line.split()) for line in run_joinedup("demo").stdout.splitlines()}
    for line in block.splitlines():
        assert " ".join(line.split()) in printed, line


def test_its_python_runs_after_the_demo(
    run_joinedup: Callable[..., Run], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_joinedup("demo").returncode == 0
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - our own page
