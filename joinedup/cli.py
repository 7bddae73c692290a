"""The command line: finds the commands, and turns errors into messages and exit codes.

A command is one file in `commands`, found by listing; its name is its file's, and the click command
in it is called `command`. Files are imported only when their command is asked for.

Exit codes: 0 done; 1 something foreseen went wrong; 2 the request cannot be carried out; 3 nothing
could be read; 4 the store cannot be opened or written; 5 done, but part of the input was not read
or its reading is uncertain, or part of the answer not given; 6 a query was stopped because its time
was up; 7 a check found doubtful faults; 8 it found serious ones; 130 it was stopped
by Ctrl-C, or 128 and the number of another signal.
"""

from __future__ import annotations

import ast
import io
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from graph.errors import JoinedupError
from joinedup.command_group import CommandGroup
from joinedup.stop_signals import STOPPED, heed_stop_signals, stop_status
from joinedup.terminal import prepare_streams, print_message
from joinedup.version import __version__

_QUOTES = 'A name of several words stands in quotation marks, such as "Data First".'
"""The usual reason for one argument too many."""

_COMMANDS = Path(__file__).parent / "commands"


class _Commands(CommandGroup):
    """Lists the folder of commands, and imports the one that is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(path.stem for path in _COMMANDS.glob("[a-z]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"joinedup.commands.{cmd_name}").command
        return command

    def summarise(self, ctx: click.Context, name: str) -> str:  # noqa: ARG002 - as its parent's
        """The first sentence of a command's docstring; the help of all imports none of them."""
        module = ast.parse((_COMMANDS / f"{name}.py").read_bytes())
        functions = {each.name: each for each in module.body if isinstance(each, ast.FunctionDef)}
        return self.first_sentence(ast.get_docstring(functions["command"]) or "")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="joinedup")
def cli() -> None:
    """See which departments and initiatives connect across select committee findings.

    \b
    Start with:
      joinedup demo

    \b
    To have the Tab key complete commands and questions, put into ~/.bashrc
      eval "$(_JOINEDUP_COMPLETE=bash_source joinedup)"
    or into ~/.zshrc the same with zsh_source; for fish see docs/installing.md.
    """


def main() -> NoReturn:
    """Run the command line; foreseen failures become a message and an exit code."""
    prepare_streams()
    try:
        heed_stop_signals()
        status = cli.main(standalone_mode=False)
    except JoinedupError as error:
        print_message(f"joinedup: {error}")
        sys.exit(error.exit_code)
    except click.ClickException as error:
        print_message(_explained(error))
        sys.exit(error.exit_code)
    except click.Abort:
        print_message(STOPPED)
        sys.exit(stop_status())
    except OSError as error:
        name = f": {error.filename}" if error.filename else ""
        print_message(f"joinedup: {error.strerror or error}{name}.")
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)


def _explained(error: click.ClickException) -> str:
    """What click says of an error: how the command is used, and what was wrong."""
    message = io.StringIO()
    error.show(file=message)
    text = message.getvalue().rstrip("\n")
    return f"{text}. {_QUOTES}" if "unexpected extra argument" in error.message else text
