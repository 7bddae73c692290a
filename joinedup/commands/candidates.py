"""`joinedup candidates`: names that texts use and no register holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.embedded import Store
from joinedup.options import corrections_option, store_option
from joinedup.recognition import recognised, recogniser_with
from loaders.names.candidates import describe, list_candidates
from queries.finding_texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.records.mentions import RecognisedNames


@click.command()
@store_option
@corrections_option
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="How many.")
def command(store_path: Path, corrections: Path | None, most: int) -> None:
    """List bodies and initiatives that texts name and no register holds, those in most texts first.

    Each comes with its contexts and with names in the register that look like it. To accept or
    refuse one, add an entry to a file of corrections and build with --corrections FILE.

    \b
    Example:
      joinedup candidates --most 20
    """
    listed = list_candidates(_recognised(Store.open(store_path), corrections))
    for entry in listed[:most]:
        click.echo("\n".join(describe(entry)))
    click.echo(f"{min(most, len(listed))} of {len(listed)} candidates shown.", err=True)


def _recognised(
    store: Store, corrections: Path | None
) -> Iterator[tuple[str, str, RecognisedNames]]:
    """Each text with where it stands and what is named in it."""
    recogniser = recogniser_with(corrections)
    for held in texts(store):
        finding = held.finding.rsplit("/", 1)[1]
        for text, found in zip(held.texts, recognised(recogniser, held), strict=True):
            yield finding, text, found
