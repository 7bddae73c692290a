"""The kinds of correction, and what an entry of each holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from loaders.corrections.correction_entry import CorrectionEntry
from loaders.corrections.readings import reading_kinds
from loaders.text.typed_values import to_struct

if TYPE_CHECKING:
    from collections.abc import Mapping

_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


class _Name(CorrectionEntry):
    name: str


class _NameOfEntity(_Name):
    entity: str


class _Merge(CorrectionEntry):
    entity: str
    merged_into: str


class _Candidate(CorrectionEntry):
    candidate: str


class _AcceptedCandidate(_Candidate):
    entity: str
    name: str
    kind: str


class _Dismissal(CorrectionEntry):
    finding: str
    flag: str


class _TwoFindings(CorrectionEntry):
    finding: str
    other_finding: str


_KINDS: dict[str, type[CorrectionEntry]] = {
    "same-as": _NameOfEntity,
    "not-same-as": _NameOfEntity,
    "not-a-name": _Name,
    "merge": _Merge,
    "unmerge": _Merge,
    "accept": _AcceptedCandidate,
    "refuse": _Candidate,
    "dismiss": _Dismissal,
    "same-finding": _TwoFindings,
    "not-same-finding": _TwoFindings,
}
"""Corrections that the stages of a build follow; the others change what came of the stages."""


def entry_kinds() -> dict[str, type[CorrectionEntry]]:
    """The type of entry of each kind of correction."""
    return {**_KINDS, **reading_kinds()}


def make_entry(kind: str, words: Mapping[str, str]) -> CorrectionEntry:
    """One entry from the words for its keys, ``yes`` and ``no`` for what is true or not.

    Raises:
        ValueError: If there is no such kind, or the words do not fit it.
    """
    entry = entry_kinds().get(kind)
    if entry is None:
        raise ValueError(
            f"{kind!r} is no kind of correction; write one of {', '.join(sorted(entry_kinds()))}"
        )
    values: dict[str, Any] = dict(words)
    for field in msgspec.structs.fields(entry):
        word = words.get(field.encode_name, "").casefold()
        if field.type is bool and word in _TRUTH:
            values[field.encode_name] = _TRUTH[word]
    return to_struct(values, entry, f"the correction {kind!r}")
