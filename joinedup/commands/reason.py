"""`joinedup reason`: consistency, and what the ontology's definitions imply."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pyoxigraph as ox

from graph.store.open_store import open_store
from joinedup.commands.check import EXIT_CODES
from joinedup.number_types import WholeNumber
from joinedup.options import spinner, store_option
from joinedup.renamed_option import renamed_option
from joinedup.terminal import print_message, print_text
from ontology.reasoning import InconsistentError, JavaMissingError, check_consistency
from ontology.severity import Severity
from queries.data_checks import records_behind
from queries.graph_sample import sample
from queries.inferred_store import infer_in_store

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.readable_store import ReadableStore


@click.command()
@store_option
@renamed_option(
    "--limit",
    former=("--findings",),
    type=WholeNumber(),
    default=50,
    show_default=True,
    help="Findings to check with HermiT at most. Many findings take very long.",
)
@click.option("--check-only", is_flag=True, help="Check consistency only, and infer nothing.")
def command(store_path: Path, limit: int, *, check_only: bool) -> int:
    """Check that the graph is consistent, and infer what the ontology's definitions imply.

    The reasoner HermiT (which needs Java) checks the ontology with a sample of the graph. Then
    rules are applied to the whole graph: they infer what belongs to the defined classes, such as
    the initiatives that two departments share. The results are added to the store, and are also
    kept in a graph of their own. Without Java only the rules are applied. Exit code 8: the graph
    contradicts the ontology.

    \b
    Example:
      joinedup reason --limit 100
    """
    store = open_store(store_path)
    if not _consistent(store, limit):
        return EXIT_CODES[Severity.SERIOUS]
    if not check_only:
        del store
        _infer(store_path)
    return 0


def _consistent(store: ReadableStore, findings: int) -> bool:
    """Say whether a sample contradicts the ontology, with the source records if so."""
    facts = tuple(sample(store, findings))
    try:
        with spinner("Running HermiT"):
            empty = check_consistency(facts)
    except JavaMissingError as error:
        print_message(f"Consistency was not checked. {error}")
        return True
    except InconsistentError as error:
        print_text(f"The graph contradicts the ontology.\n{error}")
        for clash in error.clashes:
            for location in records_behind(store, ox.NamedNode(clash.thing)):
                print_text(f"{clash.thing} was read at {location}.")
        return False
    for name in empty:
        print_text(f"Nothing can belong to the class {name}.")
    print_text(f"The ontology and {len(facts):,} statements are consistent.")
    return True


def _infer(store_path: Path) -> None:
    with spinner("Inferring"):
        counts = infer_in_store(store_path)
    for name, count in sorted(counts.items()):
        print_text(f"{count:,} things are inferred to be of the class {name}.")
    if not counts:
        print_text("Nothing new is inferred.")
