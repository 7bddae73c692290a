"""How wide the screen is, and how its user wants tables laid out on it: `--wide`, `--record`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from shutil import get_terminal_size
from typing import TextIO, TypeVar

import click

from queries.result_tables import SCREEN_FORMATS

Command = TypeVar("Command", bound=Callable[..., object])

PAGE_WIDTH = 100
"""Columns where nothing says how wide the screen is, as in a pipe or a file."""

_NARROWEST, _WIDEST = 20, 10_000
"""Columns that a screen is taken to have, whatever it says of itself."""

_WIDE, _RECORD = "joinedup.wide", "joinedup.record"
"""Where a run of the command line keeps what was asked for."""


def screen_options(command: Command) -> Command:
    """The options that lay out a table otherwise than it fits the screen."""
    for name, key, help_text in (
        ("--record", _RECORD, "Show each row by itself, with all that it holds."),
        ("--wide", _WIDE, "Show every column, however wide the table becomes."),
    ):
        command = click.option(
            name,
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_remember(key),
            help=help_text,
        )(command)
    return command


def _remember(key: str) -> Callable[[click.Context, click.Parameter, bool], None]:
    def remember(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
        context.meta[key] = value

    return remember


def format_callback(
    context: click.Context, _parameter: click.Parameter, requested: str | None
) -> str | None:
    """The format that was asked for, by name or by a layout of the screen; None for none.

    Raises:
        UsageError: If a layout of the screen is asked for together with a format for programs.
    """
    layout = next((name for key, name in _FLAGS.items() if context.meta.get(key)), None)
    if layout and requested not in (None, *SCREEN_FORMATS):
        raise click.UsageError(
            f"{layout} is for the screen, and --format {requested} is not. Give one of them."
        )
    if context.meta.get(_RECORD):
        return "record"
    return requested


_FLAGS = {_RECORD: "--record", _WIDE: "--wide"}


def screen_width() -> int | None:
    """Columns for which tables are laid out; None for as many as they need, by `--wide`.

    It is what the environment's COLUMNS says, or else the terminal; a hundred in a pipe or file.
    """
    context = click.get_current_context(silent=True)
    return None if context and context.meta.get(_WIDE) else columns_of_screen()


def columns_of_screen() -> int:
    """Columns of the screen, within what can be borne; a hundred where there is none."""
    return known_width(sys.stdout) or PAGE_WIDTH


def known_width(stream: TextIO | None) -> int | None:
    """Columns of what a stream is shown on: the environment's COLUMNS, or those of its terminal."""
    if not os.environ.get("COLUMNS") and (stream is None or not stream.isatty()):
        return None
    return min(max(get_terminal_size().columns, _NARROWEST), _WIDEST)
