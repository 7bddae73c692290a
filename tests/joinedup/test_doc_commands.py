"""Every command that the documentation shows runs, in the order in which its page shows them.

A page is run in a folder with what a reader has by then: the bundled graph in `joinedup-store`, a
graph of record pages in `my-graph`, unless the page builds that itself, and the files that the page
speaks of. Commands that go to the network, or run until they are stopped, are read by the command
line, and not run.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from joinedup.cli import cli
from tests.conftest import PAGES
from tests.office_files import word_of

ROOT = Path(__file__).parent.parent.parent
OWN_TEST = {"extending.md", "scale.md"}
"""Pages whose commands have a test of their own, which also adds what they need."""

NOT_RUN = {"fetch", "mcp", "serve"}
"""Commands that go to the network, or run until they are stopped."""

FOR_A_SHELL = {"", "sh", "console"}
"""Languages of blocks with commands."""

FAULTS_TOLD = {0, 5, 7, 8}
"""Exit codes of a command that did what it should: part of it uncertain, or faults reported."""


def shown_commands(text: str) -> list[str]:
    """The lines of blocks for a shell that run joinedup."""
    fences = re.findall(r"^```([^\n]*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    blocks = [block for language, block in fences if language in FOR_A_SHELL]
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("joinedup ")]


PAGES_WITH_COMMANDS = {
    path.name: commands
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    if path.name not in OWN_TEST and (commands := shown_commands(path.read_text(encoding="utf-8")))
}


def words_of(line: str) -> list[str]:
    return shlex.split(re.split(r" > | \| ", line)[0], comments=True)[1:]


def is_run(line: str) -> bool:
    return words_of(line)[0] not in NOT_RUN and "fetched" not in words_of(line)


@pytest.fixture
def folder(tmp_path: Path, bundled_store: Path, pages_store: Path) -> Path:
    """A folder with what the pages speak of."""
    shutil.copytree(bundled_store, tmp_path / "joinedup-store")
    shutil.copytree(pages_store, tmp_path / "my-graph")
    shutil.copytree(pages_store, tmp_path / "joinedup-2026-10")
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    for name, page in {"pages": "justice-1325", "new-pages": "home-affairs-511"}.items():
        (tmp_path / name).mkdir()
        shutil.copy(PAGES / f"{page}.txt", tmp_path / name)
    paragraphs = (PAGES / "public-accounts-13168.txt").read_text(encoding="utf-8").splitlines()
    (tmp_path / "letter.docx").write_bytes(word_of([("p", line) for line in paragraphs if line]))
    (tmp_path / "corrections.csv").write_text(
        "correction,finding,position,by,on,why\n"
        "position,accountability-index-9-3377,rejected,A. Clerk,2026-11-01,Read again.\n",
        encoding="utf-8",
    )
    return tmp_path


def test_the_pages_show_many_commands() -> None:
    assert {"README.md", "first-story.md", "adding.md", "release.md"} <= set(PAGES_WITH_COMMANDS)
    assert sum(map(len, PAGES_WITH_COMMANDS.values())) > 40


@pytest.mark.parametrize("page", PAGES_WITH_COMMANDS)
def test_every_command_of_a_page_runs(page: str, folder: Path) -> None:
    programs = Path(sys.executable).parent
    if any(line.startswith("joinedup build") for line in PAGES_WITH_COMMANDS[page]):
        shutil.rmtree(folder / "my-graph")
    for line in filter(is_run, PAGES_WITH_COMMANDS[page]):
        done = subprocess.run(
            ["bash", "-c", line.replace(" --open", "")],  # noqa: S607 - of the system
            cwd=folder,
            env={
                **{name: value for name, value in os.environ.items() if name != "JOINEDUP_STORE"},
                "PATH": f"{programs}:{os.environ['PATH']}",
                "PYTHONPATH": str(ROOT),
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in FAULTS_TOLD, f"{line}\n{done.stdout[-2000:]}{done.stderr}"
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "line",
    [line for lines in PAGES_WITH_COMMANDS.values() for line in lines if not is_run(line)],
)
def test_a_command_that_is_not_run_is_one_that_is_taken(line: str) -> None:
    context = click.Context(cli)
    name, *words = words_of(line)
    command = cli.get_command(context, name)
    while isinstance(command, click.Group):
        context, (name, *words) = click.Context(command, parent=context), words
        command = command.get_command(context, name)
    assert command is not None, line
    command.make_context(name, [word for word in words if word != "--open"], parent=context)


def test_every_command_that_a_page_names_is_there() -> None:
    commands = cli.list_commands(click.Context(cli))
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        named = re.findall(r"`joinedup ([a-z]+)[ `]", path.read_text(encoding="utf-8"))
        for name in named:
            assert name in commands or path.name in OWN_TEST, (path, name)
