"""`joinedup diff`: what changed between two graphs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from joinedup.options import format_option, spinner
from joinedup.screen_options import screen_width
from joinedup.terminal import print_message, print_result, print_text
from queries.graph_comparison import as_table, compare
from queries.result_tables import FORMATS, render

_PLACE = click.Path(path_type=Path, exists=True)


@click.command()
@click.argument("earlier", type=_PLACE)
@click.argument("later", type=_PLACE)
@format_option(("text", *FORMATS))
def command(earlier: Path, later: Path, output_format: str) -> None:
    """Show what changed from EARLIER to LATER: findings, answers, positions, links and more.

    Each is a store, a release, or an SQLite file that `joinedup export sqlite` wrote.

    \b
    Example:
      joinedup diff joinedup-2026-10 joinedup-2026-11
    """
    with spinner("Comparing"):
        changes = compare(earlier, later)
    if output_format == "text":
        for change in changes:
            print_text(str(change))
    else:
        shown = render(as_table(changes), output_format, width=screen_width())
        print_result(shown, output_format)
    counts = Counter((change.what, change.noun) for change in changes)
    summary = ", ".join(
        f"{count:,} {noun} {what}" for (what, noun), count in sorted(counts.items())
    )
    print_message(f"{len(changes):,} changes{f': {summary}' if summary else ''}.")
