"""What can be corrected of a finding, and whether a correction fits the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaders.corrections.applied_corrections import KINDS_FOR_BUILDS, correction_entry, own_keys
from loaders.corrections.correction_file import write_entries
from loaders.corrections.readings import reading_kinds
from loaders.corrections.trial import try_correction
from ontology.namespaces import SCHEMES

if TYPE_CHECKING:
    from graph.store.embedded import Store

Json = dict[str, Any]


def list_correction_kinds(_store: Store, _argument: None) -> list[Json]:
    """The kinds of correction, each with what it is for and its keys; words that a key may have."""
    readings = {name: (entry.usage, entry.purpose) for name, entry in reading_kinds().items()}
    return [
        {
            "kind": kind,
            "usage": usage,
            "purpose": purpose,
            "keys": [
                {"name": key, "words": sorted(SCHEMES[key]) if key in SCHEMES else []}
                for key in own_keys(kind)
            ],
        }
        for kind, (usage, purpose) in (readings | KINDS_FOR_BUILDS).items()
    ]


def check_correction(store: Store, wanted: Json) -> str:
    """A correction as the file has it, if it fits the graph.

    Args:
        store: The graph; it stays as it is.
        wanted: ``kind``, ``finding``, ``values`` by key, ``by`` and ``why``.

    Raises:
        UsageError: If a value does not fit, or the correction matches nothing.
        UnknownNameError: If the graph holds no such finding.
    """
    kind = wanted["kind"]
    entry = correction_entry(
        wanted["finding"], kind, wanted["values"], by=wanted["by"], why=wanted["why"]
    )
    try_correction(store, kind, entry)
    return write_entries([(kind, entry)])
