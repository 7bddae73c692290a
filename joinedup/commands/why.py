"""`joinedup why`: why a finding is said to name an entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.embedded import Store
from joinedup.options import store_option
from queries.finding_lookup import find_finding
from queries.mention_explanations import build_provenance, corrections_in_force, explain_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from queries.mention_explanations import MentionExplanation


@click.command()
@click.argument("finding")
@click.argument("name")
@store_option
def command(finding: str, name: str, store_path: Path) -> None:
    """Explain why FINDING is said to name NAME: quotation, rule, confidence, alternatives.

    FINDING is its name, its identifier or the address of its page, as any command prints them. NAME
    is a name, an abbreviation, or the words as they stand in the text. The answer is what the graph
    states: it shows the registers and the corrections with which the graph was built. To try other
    corrections, build with them.

    \b
    Example:
      joinedup why accountability-index-4-13168 BOLD
    """
    store = Store.open(store_path)
    for explanation in explain_name(store, find_finding(store, finding), name):
        click.echo("\n".join(describe(explanation)))
    software, registers_digest = build_provenance(store)
    corrections = len(corrections_in_force(store))
    click.echo(
        f"Stated by {software} with {corrections} corrections in force; registers sha256 "
        f"{registers_digest[:12]}.",
        err=True,
    )


def describe(explanation: MentionExplanation) -> Iterator[str]:
    """The lines of an explanation, for the terminal."""
    entity = explanation.entity
    span = f"at {explanation.start} to {explanation.end}"
    yield f"“{explanation.quotation}” {span}: {entity.key if entity else 'not linked'}"
    if entity:
        yield f"  name        {entity.label}"
    yield f"  sentence    {explanation.sentence}"
    if entity is None:
        yield f"  reason      {explanation.rule}"
    else:
        yield f"  rule        {explanation.rule} (pattern “{explanation.pattern}”)"
        yield f"  confidence  {explanation.confidence:.2f}"
        yield f"  who says so {explanation.voice}"
    if explanation.role:
        yield f"  role        {explanation.role}, by the words “{explanation.cue}”"
    if explanation.basis:
        yield f"  rests on    “{explanation.basis}”"
    if explanation.considered:
        entities = (f"{entity.label} ({entity.key})" for entity in explanation.considered)
        yield f"  considered  {', '.join(entities)}"
    for line in explanation.corrections:
        yield (
            f"  corrected   {line.correction_type}, by {line.author} on {line.date}: {line.reason}"
        )
