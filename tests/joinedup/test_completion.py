"""The Tab key in bash, zsh and fish: commands, options, values of options, and saved questions."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from joinedup.cli import cli
from queries.query_files import list_questions
from tests.installed import require_program

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

PROGRAMS = Path(sys.executable).parent
_NO_SETTINGS = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}
"""Options by which a shell reads no settings of its user."""


def completed(line: str, tmp_path: Path) -> list[str]:
    """What bash offers for a command line, with the cursor at its end."""
    words = [*shlex.split(line), *([""] if line.endswith(" ") else [])]
    script = f"""
        eval "$(_JOINEDUP_COMPLETE=bash_source joinedup)"
        complete -p joinedup | grep -q _joinedup_completion || exit 3
        COMP_WORDS=({shlex.join(words)})
        COMP_CWORD={len(words) - 1}
        _joinedup_completion joinedup
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    return " ".join(run_shell("bash", script, tmp_path)).split()


def run_shell(shell: str, script: str, tmp_path: Path) -> list[str]:
    """Run a script in a shell that reads none of its user's settings."""
    require_program(shell)
    done = subprocess.run(
        [shell, *_NO_SETTINGS[shell], "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{PROGRAMS}:{os.environ['PATH']}", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("joinedup con", ["connections"]),
        ("joinedup rem", ["remove"]),
        ("joinedup rep", ["repeats", "report"]),
        ("joinedup --ver", ["--version"]),
        ("joinedup connections --met", ["--method"]),
        ("joinedup report ", ["committee", "department", "programme", "question", "story"]),
        ("joinedup fetch org", ["organisations"]),
        ("joinedup export tu", ["turtle"]),
        ("joinedup ask overdue", ["overdue-commitments"]),
        ("joinedup ask nothing-of-this-name", []),
    ],
)
def test_bash_offers_what_can_come_next(line: str, offered: list[str], tmp_path: Path) -> None:
    assert completed(line, tmp_path) == offered


def test_bash_offers_every_command_and_every_question(tmp_path: Path) -> None:
    assert completed("joinedup ", tmp_path) == cli.list_commands(click.Context(cli))
    questions = sorted(question.name for question in list_questions())
    assert sorted(completed("joinedup ask ", tmp_path)) == questions


def test_fish_offers_what_can_come_next(tmp_path: Path) -> None:
    script = """
        _JOINEDUP_COMPLETE=fish_source joinedup | source
        complete --do-complete 'joinedup con'
        complete --do-complete 'joinedup ask overdue'
    """
    offered = [line.split("\t")[0] for line in run_shell("fish", script, tmp_path)]
    assert offered == ["connections", "overdue-commitments"]


def test_zsh_offers_what_can_come_next(tmp_path: Path) -> None:
    script = """
        autoload -U compinit && compinit -u
        eval "$(_JOINEDUP_COMPLETE=zsh_source joinedup)"
        print -- $_comps[joinedup]
        compadd() { print -l -- ${(P)${@[-1]}} }  # its last word is the name of a list
        words=(joinedup con); CURRENT=2
        $_comps[joinedup]
    """
    name, *offered = run_shell("zsh", script, tmp_path)
    assert name == "_joinedup_completion"
    assert offered == ["connections"]


def test_the_help_says_how_to_have_it(run_joinedup: Callable[..., Run]) -> None:
    text = run_joinedup("--help").stdout
    assert 'eval "$(_JOINEDUP_COMPLETE=bash_source joinedup)"' in text
    page = Path("docs/installing.md").read_text(encoding="utf-8")
    for shell in re.findall(r"_JOINEDUP_COMPLETE=(\w+)_source", page):
        script = subprocess.run(
            [PROGRAMS / "joinedup"],
            env={**os.environ, "_JOINEDUP_COMPLETE": f"{shell}_source"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert "_joinedup_completion" in script, shell
