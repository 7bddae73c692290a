"""`joinedup why`: why a finding is said to name a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.errors import UnknownNameError
from graph.store.embedded import Store
from joinedup.options import corrections_option, store_option
from joinedup.recognition import recognised, recogniser_with
from loaders.names.explain import describe, explain
from queries.finding_texts import find_finding, texts

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("finding")
@click.argument("name")
@store_option
@corrections_option
def command(finding: str, name: str, store_path: Path, corrections: Path | None) -> None:
    """Explain why FINDING is said to name NAME: quotation, rule, confidence, alternatives.

    FINDING is the address of its page or the last part of its IRI. NAME is a name, an abbreviation,
    or the words as they stand.

    \b
    Example:
      joinedup why accountability-index-4-13168 BOLD
    """
    store = Store.open(store_path)
    recogniser = recogniser_with(corrections)
    for held in texts(store, find_finding(store, finding)):
        found = explain(recogniser, held.texts, recognised(recogniser, held), name)
        if found:
            click.echo("\n".join(line for one in found for line in describe(one)))
            return
    raise UnknownNameError(f"Nothing in the texts of this finding is taken to name {name!r}.")
