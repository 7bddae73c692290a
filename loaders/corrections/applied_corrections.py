"""Corrections of a store: made by a person's words, applied all or none, and remembered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from graph.errors import UsageError
from graph.identity import IriFactory
from graph.store.embedded import Store
from graph.store.store_layout import begin_copy
from loaders.corrections.correction_kinds import entry_kinds, make_entry
from loaders.corrections.dismissals import require_flag
from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.corrections.overruling import overrule_one
from loaders.corrections.reading_entry import ReadingEntry
from loaders.corrections.readings import reading_kinds
from loaders.corrections.store_corrections import remember, remembered_entries
from queries.finding_lookup import find_finding
from queries.graph_figures import prepare_figures
from queries.search.index_file import prepare_index

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from loaders.corrections.correction_entry import CorrectionEntry

KINDS_FOR_BUILDS = {
    "dismiss": ("FLAG", "a quality flag that is unfounded"),
    "same-finding": ("OTHER", "two findings that are one"),
    "not-same-finding": ("OTHER", "two findings that are not one, though they are alike"),
}
"""Kinds that wait for the next build: what each needs, and what it is for."""

_COMMON = frozenset({"by", "on", "why", "finding"})


@dataclass(frozen=True, slots=True)
class AppliedCorrection:
    """A correction that a store now has.

    Attributes:
        kind: Its kind.
        about: What it is about, as the correction names it.
        before: What was read before, a phrase each; None if it waits for the next build.
    """

    kind: str
    about: str
    before: tuple[str, ...] | None


def own_keys(kind: str) -> list[str]:
    """The keys of a kind of correction, without those that each has.

    Raises:
        UsageError: If there is no such kind.
    """
    kinds = [*reading_kinds(), *KINDS_FOR_BUILDS]
    if kind not in kinds:
        raise UsageError(f"{kind!r} is no kind of correction. Kinds: {', '.join(sorted(kinds))}.")
    fields = msgspec.structs.fields(entry_kinds()[kind])
    return [field.encode_name for field in fields if field.encode_name not in _COMMON]


def correction_entry(  # noqa: PLR0913 - what a correction consists of
    finding: str, kind: str, values: Mapping[str, str], *, by: str, why: str, on: date | None = None
) -> CorrectionEntry:
    """A correction of one finding.

    Args:
        finding: The finding, as any output names it.
        kind: What is corrected, as `joinedup correct --help` lists it.
        values: What is right, by key.
        by: Whose correction it is.
        why: Why it is right.
        on: Its day; today if None.

    Raises:
        UsageError: If there is no such kind, or the values do not fit it.
    """
    own = own_keys(kind)
    for key in values:
        if key not in own:
            raise UsageError(f"{kind!r} has no key {key!r}; its keys: {', '.join(own)}.")
    fields = {"finding": finding, "by": by, "why": why, **values}
    fields["on"] = (on or datetime.now(UTC).date()).isoformat()
    try:
        return make_entry(kind, fields)
    except ValueError as error:
        raise UsageError(f"This correction cannot be made: {error}.") from error


def correct_store(
    store_path: Path, entries: Sequence[tuple[str, CorrectionEntry]]
) -> list[AppliedCorrection]:
    """Change the graph of a store by corrections, all or none, and remember them.

    Args:
        store_path: Folder of the store.
        entries: The corrections, each with its kind.

    Raises:
        UsageError: If a correction matches nothing; the store stays as it was.
        StoreBusyError: If another process is writing there.
    """
    former = remembered_entries(store_path)
    base = Store.open(store_path).base
    with begin_copy(store_path) as folder:
        store = Store.create(folder / "quads")
        named = [(kind, _with_identifiers(store, entry)) for kind, entry in entries]
        applied = [
            AppliedCorrection(kind, _about(entry), apply_correction(store, base, kind, entry))
            for kind, entry in named
        ]
        remember(folder, [*former, *named])
        store.compact()
        prepare_figures(store, folder)
        prepare_index(store, folder)
        del store
    return applied


def _about(entry: CorrectionEntry) -> str:
    return getattr(entry, "finding", "") or getattr(entry, "name", "") or "the registers"


def _with_identifiers(store: Store, entry: CorrectionEntry) -> CorrectionEntry:
    """A correction for builds with the identifiers by which builds know its findings."""
    if isinstance(entry, ReadingEntry):
        return entry
    names = {key: getattr(entry, key, "") for key in ("finding", "other_finding")}
    findings = {key: find_finding(store, name) for key, name in names.items() if name}
    if len(set(findings.values())) < len(findings):
        raise UsageError(
            f"{names['finding']} and {names['other_finding']} are one finding already."
        )
    identifiers = {key: finding.rpartition("/")[2] for key, finding in findings.items()}
    return msgspec.structs.replace(entry, **identifiers)


def apply_correction(
    store: Store, base: str, kind: str, entry: CorrectionEntry
) -> tuple[str, ...] | None:
    """Change a graph by one correction.

    Returns:
        What was read before, a phrase each; None if the correction waits for the next build.

    Raises:
        UsageError: If the correction matches nothing.
        UnknownNameError: If there is no such finding.
    """
    about = getattr(entry, "finding", "")
    try:
        if isinstance(entry, ReadingEntry):
            return tuple(overrule_one(store, IriFactory(base), kind, entry))
        if flag := getattr(entry, "flag", ""):
            require_flag(store, find_finding(store, about), flag)
    except NoSuchReadingError as error:
        raise UsageError(f"The correction {kind!r} of {about}: {error}.") from error
    return None
