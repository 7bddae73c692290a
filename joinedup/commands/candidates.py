"""`joinedup candidates`: names that no register holds, and findings that may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.open_store import open_store
from joinedup.known_on import graph_option
from joinedup.options import limit_option, spinner
from joinedup.terminal import print_message, print_text
from queries.candidate_names import list_candidates
from queries.finding_identity import list_finding_candidates
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore
    from graph.store.server_address import StoreLocation
    from queries.candidate_names import CandidateName
    from queries.finding_identity import FindingCandidate

_OPENING = 120
"""Characters of a finding's words that are shown."""


@click.command()
@graph_option
@limit_option("Candidates", 50)
@click.option("--findings", is_flag=True, help="List pairs of findings that may be one.")
def command(location: StoreLocation, limit: int, *, findings: bool) -> None:
    """List bodies and initiatives that texts name but no register has, those in most texts first.

    Each comes with the sentences that name it and with similar names of the register. To accept or
    refuse one, say so in a file of corrections and build with --corrections FILE.

    With --findings, list pairs of findings that may be one: records whose words are alike, but not
    so that it is sure. Each comes with the lines that a file of corrections needs.

    \b
    Example:
      joinedup candidates --limit 20
      joinedup candidates --findings
    """
    if findings:
        _show_findings(open_store(location), limit)
        return
    store = open_store(location)
    with spinner("Looking for names"):
        candidates = list_candidates(store)
    for candidate in candidates[:limit]:
        print_text("\n".join(describe(candidate)))
    if candidates:
        print_message(f"{min(limit, len(candidates))} of {len(candidates)} candidates shown.")
    else:
        print_message(f"No candidate. {_explain_none(store)}")


def _explain_none(store: ReadableStore) -> str:
    """Why no name is a candidate: there may be no text in which one could stand."""
    *_, texts = next(select(store, "networks/counts/held"))
    if texts == "0":
        return (
            "This graph keeps no text in which names are looked for. Build one from pages or "
            "documents: joinedup build SOURCES"
        )
    return f"Every name that was found in the {texts} texts of this graph is in a register."


def _show_findings(store: ReadableStore, limit: int) -> None:
    with spinner("Comparing findings"):
        pairs = list_finding_candidates(store)
    for pair in pairs[:limit]:
        print_text("\n".join(describe_pair(pair)))
    shown = min(limit, len(pairs))
    print_message(f"{shown} of {len(pairs)} pairs of findings that may be one shown.")


def describe_pair(pair: FindingCandidate) -> Iterator[str]:
    """The lines of a pair of findings, for the terminal."""
    alike = "" if pair.likeness is None else f", {pair.likeness:.1f}% alike"
    yield f"{pair.rule}{alike}"
    for finding in pair.findings:
        words = finding.words
        opening = f"{words[:_OPENING]}…" if len(words) > _OPENING else words
        yield f"  {finding.key}: {finding.label}"
        if opening:
            yield f"    “{opening}”"
    first, second = (finding.key for finding in pair.findings)
    yield "  a correction joins them, [[same-finding]], or parts them, [[not-same-finding]]:"
    yield f'    finding = "{first}"'
    yield f'    other = "{second}"'


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
    yield "  a correction takes it into the registers, [[accept]], or refuses it, [[refuse]]:"
    yield f'    candidate = "{candidate.key}"'


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
