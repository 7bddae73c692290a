"""The options of `joinedup network` that apply to findings, and what they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from graph.errors import UsageError
from queries.finding_links.finding_joint import LINK_KINDS
from queries.finding_links.finding_network import FindingLinkQuery
from queries.finding_lookup import find_finding
from queries.measures.projection import EVENTS

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.measures.selection import Selection

FINDINGS = "findings"
"""What is asked of `joinedup network` for the links between findings."""

_OF_PAIRS = {
    "voice": "--words-of",
    "role": "--role",
    "roll_up": "--roll-up",
    "as_at": "--as-of",
    "show": "--show",
    "period": "--period",
    "alpha": "--false-claims",
    "minimum": "--minimum",
    "claimed": "--claimed",
    "method": "--method",
    "shuffles": "--shuffles",
    "seed": "--seed",
    "runs": "--runs",
    "beyond_register": "--beyond-register",
    "algorithm": "--algorithm",
    "draws": "--draws",
}
"""Options on the pairs of things that findings name, by parameter."""


def finding_link_query(
    store: ReadableStore,
    selection: Selection,
    kind: str | None,
    about: str | None,
    *,
    with_words: bool,
) -> FindingLinkQuery:
    """What the options ask of the links between findings.

    Args:
        store: Where the finding of `about` is.
        selection: Which findings count.
        kind: What the links go through; anything where None.
        about: The finding that they are of, as any command prints it; all where None.
        with_words: Whether the network carries the words of every link.

    Raises:
        UsageError: If an option was given that links do not have, or there is no such kind.
        UnknownNameError: If there is no such finding.
        AmbiguousNameError: If several findings are called so.
    """
    _refuse_options_of_pairs()
    kinds = (kind,) if kind else tuple(LINK_KINDS)
    iri = find_finding(store, about) if about else ""
    return FindingLinkQuery(selection, kinds, iri, with_words)


def check_links(events: str | None, about: str | None) -> None:
    """Refuse what applies to findings alone.

    Args:
        events: What is to connect two things; None for the usual.
        about: A finding that was asked for; None for none.

    Raises:
        UsageError: If either is only for findings.
    """
    if about:
        raise UsageError(
            "--about applies to findings. For what is named with a department or initiative: "
            "joinedup connections NAME."
        )
    if events is not None and events not in EVENTS:
        raise UsageError(
            f"Only findings are linked through {events}; choose {', '.join(EVENTS)}, or ask for "
            "joinedup network findings."
        )


def _refuse_options_of_pairs() -> None:
    context = click.get_current_context(silent=True)
    for parameter, option in _OF_PAIRS.items() if context else ():
        if context and context.get_parameter_source(parameter) is ParameterSource.COMMANDLINE:
            raise UsageError(
                f"{option} does not apply to findings: their links are stated by sources and "
                "rules, and are not tested. Leave it out."
            )
