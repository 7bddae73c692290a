"""What organisations, initiatives and committees are called in output: no two things alike.

A scheme and the body that runs it may have one name. Where several things have a name, each is
printed with its kind, and `entity_lookup` takes it back as it was printed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from queries.selects import select

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore

_KINDS = ("Organisation", "Initiative", "Committee")


def printed_labels(store: ReadableStore) -> dict[str, str]:
    """The label of every organisation, initiative and committee of a store, by IRI.

    One that several things have is followed by the kind, as in ``ADR UK (initiative)``; by the
    short form of the IRI where things of one kind have it.
    """
    labels: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for thing, class_, label, _ in select(store, "networks/actors"):
        kind = class_.rpartition("#")[2]
        labels[thing] = label
        kinds[thing] = min(kind, kinds.get(thing, kind), key=_KINDS.index)
    namesakes: dict[str, list[str]] = defaultdict(list)
    for thing, label in labels.items():
        namesakes[label.casefold()].append(thing)
    for things in namesakes.values():
        for thing in things if len(things) > 1 else ():
            same_kind = [kinds[namesake] for namesake in things].count(kinds[thing]) > 1
            kind = kinds[thing].lower()
            apart = f"{kind}/{thing.rpartition('/')[2]}" if same_kind else kind
            labels[thing] = f"{labels[thing]} ({apart})"
    return labels
