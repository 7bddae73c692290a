"""Options that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from graph.errors import UsageError
from graph.store.server_address import ServerAddress, read_location
from joinedup.date_type import LAST_DAY
from joinedup.default_store import default_location
from joinedup.number_types import WholeNumber
from joinedup.output_target import file_target
from joinedup.renamed_option import renamed_option
from joinedup.screen_options import (
    PAGE_WIDTH,
    format_callback,
    known_width,
    screen_options,
)
from joinedup.terminal import print_message
from queries.visible_text import mark_all_controls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.shell_completion import CompletionItem

    from graph.store.server_address import StoreLocation

Command = TypeVar("Command", bound=Callable[..., object])


class _Location(click.ParamType["Path | ServerAddress"]):
    """Where a store is: a folder, which may be absent, or the address of a server."""

    name = "path"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> StoreLocation:
        if isinstance(value, ServerAddress):
            return value
        try:
            location = read_location(str(value))
            if isinstance(location, Path):
                location.exists()  # the system must be able to take its name
        except UsageError as error:
            self.fail(mark_all_controls(str(error)), param, ctx)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.fail(f"{mark_all_controls(str(value)[:80])} is no folder: {reason}.", param, ctx)
        return location

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return click.Path().shell_complete(ctx, param, incomplete)


class _StorePath(_Location):
    """The folder of a store."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        location = super().convert(value, param, ctx)
        if isinstance(location, ServerAddress):
            self.fail(
                f"{mark_all_controls(str(location))} is a server, and this command needs the "
                "folder of a graph: it changes the graph, or keeps files beside it. Give the "
                "folder in which the graph was built (--store FOLDER).",
                param,
                ctx,
            )
        return location


def _store_option(
    parameter: str, kind: _StorePath | _Location, help_text: str
) -> Callable[[Command], Command]:
    """`--store`, which a command gets as `parameter`."""
    return click.option(
        "--store",
        parameter,
        type=kind,
        default=default_location,
        show_default="joinedup-store, or what JOINEDUP_STORE names",
        help=help_text,
    )


store_option = _store_option("store_path", _StorePath(), "Folder of the graph.")
location_option = _store_option(
    "location", _Location(), "Folder of the graph, or address of a SPARQL server that holds it."
)


corrections_option = click.option(
    "--corrections",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File of corrections, TOML or CSV; they join those that the store remembers.",
)


replace_option = click.option(
    "--replace",
    is_flag=True,
    help="Replace the old graph even if files of it, or half of its findings, would go.",
)


encoding_option = click.option(
    "--encoding", help="Character encoding of the files, if they are not UTF-8."
)


retrieved_option = click.option(
    "--retrieved",
    type=LAST_DAY,
    help="Date on which the files were fetched; the day of their last change, if not given.",
)


def _refuse_early(
    _context: click.Context, _parameter: click.Parameter, output: str | None
) -> str | None:
    """Refuse an output file before any work is done for it."""
    if output not in (None, "-"):
        file_target(Path(output))
    return output


output_option = click.option(
    "--output",
    "-o",
    type=click.Path(),
    callback=_refuse_early,
    help="File to write to, in place of the screen.",
)


def output_format_option(formats: Sequence[str]) -> Callable[[Command], Command]:
    """The options that choose the format of a command with `output_option`; None if not given."""
    choice = click.option(
        "--format",
        "requested_format",
        type=click.Choice(formats),
        callback=format_callback,
        show_default=f"the suffix of the output file, or else {formats[0]}",
        metavar="FORMAT",
        help=f"Format of the output: {', '.join(formats)}.",
    )
    return lambda command: choice(screen_options(command))


def format_option(formats: Sequence[str]) -> Callable[[Command], Command]:
    """The options that choose an output format, the first one unless said otherwise."""
    choice = click.option(
        "--format",
        "output_format",
        type=click.Choice(formats),
        callback=lambda *arguments: format_callback(*arguments) or formats[0],
        show_default=formats[0],
        metavar="FORMAT",
        help=f"Format of the output: {', '.join(formats)}.",
    )
    return lambda command: choice(screen_options(command))


def document_options(formats: Sequence[str]) -> Callable[[Command], Command]:
    """The options of a command that writes a document: the file, and its format if it is given."""
    output = click.option(
        "-o", "--output", type=click.Path(path_type=Path), required=True, help="File to write."
    )
    choice = click.option(
        "--format",
        "requested",
        type=click.Choice(formats),
        help="Format of the output; if not given, the suffix of the output file decides.",
    )
    return lambda command: output(choice(command))


def limit_option(
    rows: str, default: int, *, former: Sequence[str] = ("--most",)
) -> Callable[[Command], Command]:
    """The option that says how many rows to show at most.

    Args:
        rows: What the rows are, for the help text.
        default: How many are shown, if the option is not given.
        former: What the option was called before.
    """
    return renamed_option(
        "--limit",
        former=former,
        type=WholeNumber(1),
        default=default,
        show_default=True,
        help=f"{rows} to show at most.",
    )


def _error_console() -> Console:
    """Standard error for what moves; with both sizes given, rich does not read the environment."""
    width = known_width(sys.stderr) or PAGE_WIDTH
    return Console(stderr=True, width=width, height=max(get_terminal_size().lines, 1))


@contextmanager
def progress(task: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr; gives a function that is told how many of how many are done."""
    console = _error_console()
    if not console.is_terminal:
        yield lambda _done, _total: None
        return
    columns = (TextColumn(task), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        bar = bars.add_task(task, total=None)
        yield lambda done, total: bars.update(bar, completed=done, total=total)


@contextmanager
def task_progress() -> Iterator[Callable[[str, int, int | None], None]]:
    """Progress of several tasks in turn, on stderr.

    Gives a function that is told the task, how many are done, and of how many, if that is known.
    Where stderr is no terminal, a line is written when a task begins and after every hundred.
    """
    console = _error_console()
    if not console.is_terminal:
        yield _line_writer()
        return
    task_name = TextColumn("{task.description}", markup=False)
    with Progress(
        task_name,
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    ) as bars:
        bar = bars.add_task("", total=None)

        def show(task: str, done: int, total: int | None) -> None:
            bars.update(bar, description=mark_all_controls(task), completed=done, total=total)

        yield show


def _line_writer() -> Callable[[str, int, int | None], None]:
    """Writes a line when a task begins, and after every hundred that are done."""
    begun: set[tuple[str, int]] = set()

    def write(task: str, done: int, total: int | None) -> None:
        step = (task, done // 100)
        if step not in begun:
            begun.add(step)
            out_of = f" of {total:,}" if total is not None else ""
            print_message(f"{mark_all_controls(task)}: {done:,}{out_of}")

    return write


@contextmanager
def spinner(task: str) -> Iterator[None]:
    """A bar on stderr for work whose length is not known; it goes when the work is done."""
    columns = (TextColumn(task), BarColumn(), TimeElapsedColumn())
    console = _error_console()
    if not console.is_terminal:
        yield
        return
    with Progress(*columns, console=console, transient=True) as bars:
        bars.add_task(task, total=None)
        yield
