"""Facts made by hand, for pictures of a few names."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from visualisations.facts import INITIATIVE, ORGANISATION, Facts, Finding, Thing
from visualisations.view_model import Pair, Start, View

HOSTILE = '</script><img src=x onerror=alert(1)> "href" {{ 7*7 }}'


def naming(*findings: tuple[str, ...]) -> Facts:
    """Facts of findings, each given by the names in it; a star marks an initiative."""
    things, links = {}, defaultdict(set)
    for number, names in enumerate(findings):
        for name in names:
            kind = INITIATIVE if name.endswith("*") else ORGANISATION
            iri = f"urn:id/{kind}/{name}"
            things[iri] = Thing(iri, name, kind)
            links[iri].add(f"urn:id/finding/{number}")
    return Facts(
        dict(sorted(things.items())),
        {
            f"urn:id/finding/{number}": Finding(f"urn:id/finding/{number}", f"finding {number}")
            for number in range(len(findings))
        },
        {iri: frozenset(found) for iri, found in links.items()},
    )


def crowd(names: int) -> tuple[Facts, View]:
    """Twenties of names, each tied to all of its own and by one line to the twenty before."""
    ties = [pair for at in range(0, names, 20) for pair in combinations(range(at, at + 20), 2)]
    ties += [(at, at - 1) for at in range(20, names, 20)]
    facts = naming(*((f"N{one:04}", f"N{other:04}") for one, other in ties))
    things = tuple(facts.things.values())
    pairs = tuple(Pair(things[one].iri, things[other].iri, 1) for one, other in ties)
    return facts, View("everything", "A crowd", "", (), things, pairs, Start(rest=True))
