"""`joinedup evaluate`: what is read, beside what a careful reader would read.

What can be compared is listed from the folder of measures; each is a command of its own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evaluation.measure import measures
from joinedup.command_group import CommandGroup
from joinedup.options import format_option, spinner
from joinedup.screen_options import screen_width
from joinedup.terminal import print_result
from queries.result_tables import FORMATS, render

if TYPE_CHECKING:
    from evaluation.measure import Measure

_HELP = """{title}

{gives}

\b
Example:
  joinedup evaluate {name} {example}
"""


class _Measures(CommandGroup):
    """Lists the measures, and makes the command of the one that is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(measures())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        measure = measures().get(cmd_name)
        return _command(measure) if measure else None


@click.group(cls=_Measures)
def command() -> None:
    """Compare what the loaders read with a file of right answers.

    \b
    Example:
      joinedup evaluate pages tests/cases/record_pages/gold_pages.jsonl
    """


def _command(measure: Measure) -> click.Command:
    """The command of one measure, with the options that all have and those of its own."""

    @click.command(
        name=measure.name,
        short_help=measure.title,
        help=_HELP.format(
            title=measure.title, gives=measure.gives, name=measure.name, example=measure.example
        ),
    )
    @click.argument("gold", type=click.Path(path_type=Path, exists=True, dir_okay=False))
    @click.option("--errors", is_flag=True, help="List every difference.")
    @format_option(FORMATS)
    def compare(gold: Path, *, errors: bool, output_format: str, **choices: bool) -> None:
        _show(measure, gold, choices, errors=errors, output_format=output_format)

    for name, explanation in measure.choices.items():
        option = f"--{name.replace('_', '-')}"
        compare.params.append(click.Option([option], is_flag=True, help=explanation))
    return compare


def _show(
    measure: Measure, gold: Path, choices: dict[str, bool], *, errors: bool, output_format: str
) -> None:
    """Compare, and write the figures; as JSON, only the number of errors unless they are wanted."""
    with spinner("Reading and comparing"):
        figures = measure.evaluate(gold, **choices)
    if output_format == "json":
        values = figures.as_dict()
        if not errors:
            values[measure.errors] = len(values[measure.errors])
        print_result(json.dumps(values, indent=2), output_format)
        return
    tables = measure.tables(figures, errors=errors).values()
    width = screen_width()
    shown = (render(table, output_format, width=width) for table in tables if table.rows)
    print_result("\n\n".join(shown), output_format)
