"""`joinedup fetch`: files from official services, the one command that goes to the network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from graph.store.store_folder import is_store, is_store_file
from joinedup.command_group import CommandGroup
from joinedup.date_type import FIRST_DAY, LAST_DAY
from joinedup.number_types import WholeNumber
from joinedup.options import task_progress
from joinedup.output_target import shown_path
from joinedup.terminal import print_message, print_text
from loaders.fetch.fetch_report import fetch_report
from loaders.fetch.fetching import MIRROR, fetch, mirror_address
from loaders.fetch.live_service import FetchRequest, SettingKind
from loaders.fetch.services import live_services
from queries.shell_words import join_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from loaders.fetch.live_service import LiveService, Setting

PARTLY_FETCHED, NOTHING_FETCHED = 5, 3
"""Exit codes: something is not in the folder; nothing is."""

_DEFAULT_FOLDER = Path("fetched")
_TYPES: dict[SettingKind, click.ParamType[object]] = {
    SettingKind.TEXT: click.STRING,
    SettingKind.FIRST_DAY: FIRST_DAY,
    SettingKind.LAST_DAY: LAST_DAY,
    SettingKind.COUNT: WholeNumber(1),
}

_HELP = """
{about}

A service is asked at most twice a second. Run the same command again to go on where a run was
stopped or something failed: nothing is fetched twice. In the folder, fetched.jsonl says where each
file came from and when, not-fetched.csv what is missing and what to do. Exit code 5 means that
something is missing, 3 that nothing was fetched.

\b
Example:
  joinedup fetch {words}
  joinedup build {folder} --store my-graph
"""


class _Services(CommandGroup):
    """A command for each service that is found by listing."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(live_services())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        service = live_services().get(cmd_name)
        return _command_of(service) if service else None


@click.group(cls=_Services)
def command() -> None:
    """Fetch files from official services into a folder for `joinedup build`.

    This is the only command that goes to the network. It asks the hosts of a fixed list and no
    others, and it needs packages of its own: where they are
    missing, it says how they are installed.

    \b
    Example:
      joinedup fetch committee "Public Accounts" --from 2023
    """


def _command_of(service: LiveService) -> click.Command:
    words = join_words((service.name, *service.example))
    parameters: list[click.Parameter] = []
    if service.subject:
        parameters.append(
            click.Argument(
                ["subjects"],
                metavar=f"{service.subject}...",
                nargs=-1,
                required=service.fewest > 0,
            )
        )
    parameters += [_option(setting) for setting in service.settings]
    parameters.append(
        click.Option(
            ["-o", "--output", "folder"],
            type=click.Path(path_type=Path),
            default=_DEFAULT_FOLDER,
            show_default=True,
            help="Folder to fill; it is made if it is not there.",
        )
    )
    return click.Command(
        service.name,
        params=parameters,
        callback=_callback(service),
        help=_HELP.format(about=service.about, words=words, folder=_DEFAULT_FOLDER),
        short_help=service.title,
    )


def _option(setting: Setting) -> click.Option:
    kind = _TYPES[setting.kind]
    return click.Option(
        [f"--{setting.name}", setting.name.replace("-", "_")], type=kind, help=setting.help
    )


def _callback(service: LiveService) -> Callable[..., int]:
    def run(
        folder: Path, subjects: tuple[str, ...] = (), **options: str | int | date | None
    ) -> int:
        _refuse_output(folder)
        values = {name: value for name, value in options.items() if value is not None}
        if mirror := mirror_address():
            print_message(f"{MIRROR} is set: {mirror} is asked in place of every service.")
        with task_progress() as report:
            counts = fetch(service, FetchRequest(subjects, values), folder, report)
        print_text(fetch_report(counts, shown_path(folder)))
        if not counts.not_fetched:
            return 0
        return PARTLY_FETCHED if counts.new or counts.same else NOTHING_FETCHED

    return run


def _refuse_output(folder: Path) -> None:
    """Refuse a folder that can be none, before anything is asked."""
    try:
        target = folder.resolve()
        is_file = target.exists() and not target.is_dir()
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError(f"{shown_path(folder)} is no folder: {error}.") from error
    if is_file:
        raise UsageError(f"{shown_path(folder)} is a file. Give the name of a folder.")
    if is_store_file(target) or is_store(target):
        raise UsageError(f"{shown_path(folder)} is the folder of a graph. Give another name.")
