"""`joinedup candidates`: names that texts use and no register holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.embedded import Store
from joinedup.options import limit_option, store_option
from queries.candidate_names import list_candidates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from queries.candidate_names import CandidateName


@click.command()
@store_option
@limit_option("Candidates", 50)
def command(store_path: Path, limit: int) -> None:
    """List bodies and initiatives that texts name but no register has, those in most texts first.

    Each comes with the sentences that name it and with similar names of the register. To accept or
    refuse one, say so in a file of corrections and build with --corrections FILE.

    \b
    Example:
      joinedup candidates --limit 20
    """
    candidates = list_candidates(Store.open(store_path))
    for candidate in candidates[:limit]:
        click.echo("\n".join(describe(candidate)))
    click.echo(f"{min(limit, len(candidates))} of {len(candidates)} candidates shown.", err=True)


def describe(candidate: CandidateName) -> Iterator[str]:
    """The lines of a candidate, for the terminal."""
    short = f" ({candidate.abbreviation})" if candidate.abbreviation else ""
    kind = candidate.likely_class.lower() or "kind unknown"
    counts = f"{_count(candidate.mentions, 'mention')} in {_count(candidate.texts, 'text')}"
    yield f"{candidate.key}: {candidate.label}{short}, {kind}; {counts}"
    for entity in candidate.similar:
        yield f"  like  {entity.key}: {entity.label} ({entity.likeness:.0f} of 100)"
    for finding, sentence in candidate.contexts:
        yield f"  in    {finding}: {sentence}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
