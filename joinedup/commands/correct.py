"""`joinedup correct`: a person has the last word on what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from joinedup.date_type import LAST_DAY
from joinedup.options import corrections_option, store_option
from joinedup.terminal import print_message, print_result, print_text
from loaders.corrections.applied_corrections import (
    KINDS_FOR_BUILDS,
    AppliedCorrection,
    correct_store,
    correction_entry,
    own_keys,
)
from loaders.corrections.correction_file import read_entries, write_entries
from loaders.corrections.readings import reading_kinds
from loaders.corrections.store_corrections import remembered_entries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from loaders.corrections.correction_entry import CorrectionEntry

_HELP = """
Overrule what was read of FINDING. The store remembers it, and `joinedup why` shows it.

KIND is what is corrected, VALUES what is right, as KEY=VALUE; the first key may be left out.

\b
{kinds}

What was read is changed at once; a quality flag, and which findings are one, with the next build or
addition.
`joinedup undo` takes a correction back. With --corrections, those of a file are taken over: TOML
with a table for each, or a sheet (CSV, .xlsx, .ods) with the columns correction (its kind),
finding, by, on, why and the keys above.

\b
Example:
  joinedup correct accountability-index-4-13168 position rejected \\
    words="The government disagrees" --by "A. Clerk" --why "Misread"
  joinedup correct --corrections corrections.csv
  joinedup correct --list
"""


def _kinds() -> str:
    """The kinds of correction with what each needs, two lines a kind."""
    readings = {name: (entry.usage, entry.purpose) for name, entry in reading_kinds().items()}
    kinds = (readings | KINDS_FOR_BUILDS).items()
    return "\n".join(f"  {name} {usage}\n      {purpose}" for name, (usage, purpose) in kinds)


@click.command(help=_HELP.format(kinds=_kinds()))
@click.argument("finding", required=False)
@click.argument("kind", required=False)
@click.argument("values", nargs=-1)
@store_option
@click.option("--by", "author", help="Who corrects.")
@click.option("--why", "reason", help="Why.")
@click.option("--on", "day", type=LAST_DAY, help="The day of the correction; today if not given.")
@corrections_option
@click.option("--list", "is_list", is_flag=True, help="Print the corrections of the store as TOML.")
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    finding: str | None,
    kind: str | None,
    values: Sequence[str],
    *,
    store_path: Path,
    author: str | None,
    reason: str | None,
    day: date | None,
    corrections: Path | None,
    is_list: bool,
) -> None:
    """Overrule what was read of FINDING."""
    if is_list:
        print_result(write_entries(remembered_entries(store_path)) or "# No corrections.", "toml")
        return
    if corrections:
        entries = read_entries(corrections)
    elif finding and kind:
        entries = [(kind, _entry(finding, kind, values, author, reason, day))]
    else:
        raise click.UsageError("Name a FINDING and a KIND, or give --corrections FILE or --list.")
    for applied in correct_store(store_path, entries):
        _say(applied)
    count = len(set(map(str, remembered_entries(store_path))))
    print_message(f"The store remembers {count} correction{'' if count == 1 else 's'}.")


def _entry(  # noqa: PLR0913, PLR0917 - what the command line gives
    finding: str,
    kind: str,
    values: Sequence[str],
    author: str | None,
    reason: str | None,
    day: date | None,
) -> CorrectionEntry:
    """The entry that the words of a command line say."""
    if not author or not reason:
        raise click.UsageError("A correction says whose it is and why: give --by and --why.")
    own = own_keys(kind)
    fields: dict[str, str] = {}
    for place, value in enumerate(values):
        key, has_key, rest = value.partition("=")
        if has_key and key in own:
            fields[key] = rest
        elif place == 0 and own:
            fields[own[0]] = value
        else:
            raise UsageError(f"{value!r} is no KEY=VALUE of {kind!r}; its keys: {', '.join(own)}.")
    return correction_entry(finding, kind, fields, by=author, why=reason, on=day)


def _say(correction: AppliedCorrection) -> None:
    about = f"{correction.kind} of {correction.about}"
    if correction.before is None:
        print_text(f"{about}: it takes effect with the next build or addition.")
        return
    print_text(f"{about}: corrected.")
    for phrase in correction.before or ["nothing was read"]:
        print_text(f"  before  {phrase}")
