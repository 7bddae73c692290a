"""Short names for what a graph speaks of."""

from __future__ import annotations

from ontology.namespaces import PREFIXES

KINDS = (
    "agent",
    "alignment",
    "candidate",
    "change",
    "commitment",
    "correction",
    "curation",
    "delivery-update",
    "finding",
    "initiative",
    "loader",
    "mention",
    "note",
    "organisation",
    "part",
    "position",
    "record",
    "relation",
    "reply",
    "report",
    "response",
    "run",
    "text",
    "tracker-entry",
    "unclear",
)
"""Kinds of things, as their IRIs name them after ``id/``."""


def prefixes(base: str) -> dict[str, str]:
    """Prefixes of the vocabularies and of each kind of thing at `base`.

    Where a concept scheme has the name of a kind already, the kind's prefix is the plural.
    """
    kinds = {kind.replace("-", ""): f"{base}id/{kind}/" for kind in KINDS}
    return PREFIXES | {f"{n}s" if n in PREFIXES else n: address for n, address in kinds.items()}
