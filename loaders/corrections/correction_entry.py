"""What every entry of a file of corrections says: who corrects, on which day and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from graph.records.mentions import parse_entity
from loaders.text.typed_values import check_name, check_word
from ontology.namespaces import FLAG, INITIATIVE_KIND, ORGANISATION_KIND

KEYS = {
    "author": "by",
    "day": "on",
    "reason": "why",
    "entity": "thing",
    "merged_into": "into",
    "other_finding": "other",
    "date_words": "date-words",
    "is_asked": "is-asked",
    "is_answer": "is-answer",
    "is_repeat": "is-repeat",
}
"""Fields of a correction by the shorter keys that files use."""

_KINDS = {"organisation": ORGANISATION_KIND, "initiative": INITIATIVE_KIND}
"""The kinds that things of each register may have."""


class CorrectionEntry(msgspec.Struct, forbid_unknown_fields=True, rename=KEYS):
    """One entry.

    Attributes:
        author: Who corrects.
        day: When.
        reason: Why.
    """

    author: str
    day: date
    reason: str

    def __post_init__(self) -> None:
        """Refuse what no correction can say.

        Raises:
            ValueError: If a value is none of those that its key may have.
        """
        self.values()

    def values(self) -> dict[str, Any]:
        """The fields, things by their keys."""
        values = msgspec.structs.asdict(self)
        values |= {
            key: parse_entity(values[key]) for key in ("entity", "merged_into") if key in values
        }
        if "kind" in values and "entity" in values:
            check_word("kind", values["kind"], sorted(_KINDS[values["entity"][0]]))
        check_word("flag", values.get("flag"), sorted(FLAG))
        for key in ("author", "reason", "name", "candidate", "finding"):
            if key in values:
                check_name(KEYS.get(key, key), values[key])
        return values
