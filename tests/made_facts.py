"""Facts made by hand, for pictures of a few names."""

from __future__ import annotations

from collections import defaultdict

from visualisations.facts import INITIATIVE, ORGANISATION, Facts, Finding, Thing

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
