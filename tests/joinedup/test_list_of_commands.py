"""`joinedup --help` lists what each command does, and imports none of them for it."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import click
import pytest

from joinedup.cli import cli

CONTEXT = click.Context(cli)
SLOW = ("joinedup.commands.", "rdflib", "networkx", "numpy", "owlready2", "rich.console")
"""What takes longer to import than a list of commands may take."""


@pytest.mark.parametrize("name", cli.list_commands(CONTEXT))
def test_the_list_says_of_a_command_what_its_own_help_says(name: str) -> None:
    command: click.Command = import_module(f"joinedup.commands.{name}").command
    assert cli.summarise(CONTEXT, name) == command.get_short_help_str(limit=1_000)


def test_no_command_is_imported_for_the_list() -> None:
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "joinedup", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    imported = [line.rpartition("|")[2].strip() for line in run.stderr.splitlines()]
    assert "joinedup.cli" in imported
    assert not [name for name in imported if name.startswith(SLOW)]
    assert "connections" in run.stdout
