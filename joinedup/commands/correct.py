"""`joinedup correct`: a person has the last word on what was read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click
import msgspec

from graph.errors import UsageError
from graph.identity import IriFactory
from graph.store.embedded import Store
from graph.store.store_layout import begin_copy
from joinedup.date_type import LAST_DAY
from joinedup.options import corrections_option, store_option
from joinedup.terminal import print_message, print_result, print_text
from loaders.corrections.correction_file import read_entries, write_entries
from loaders.corrections.correction_kinds import entry_kinds, make_entry
from loaders.corrections.dismissals import require_flag
from loaders.corrections.no_such_reading import NoSuchReadingError
from loaders.corrections.overruling import overrule_one
from loaders.corrections.reading_entry import ReadingEntry
from loaders.corrections.readings import reading_kinds
from loaders.corrections.store_corrections import remember, remembered_entries
from queries.finding_lookup import find_finding
from queries.search.index_file import prepare_index

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from loaders.corrections.correction_entry import CorrectionEntry

_HELP = """
Overrule what was read of FINDING. The store remembers it, and `joinedup why` shows it.

KIND is what is corrected, VALUES what is right, as KEY=VALUE; the first key may be left out.

\b
{kinds}

What was read is changed at once; a quality flag, and which findings are one, with the next build or
addition.
`joinedup undo` takes a correction back. With --corrections, those of a file are taken over: TOML
with a table for each, or a sheet (CSV, .xlsx, .ods) with the columns correction (its kind),
finding, by, on, why and the keys above.

\b
Example:
  joinedup correct accountability-index-4-13168 position rejected \\
    words="The government disagrees" --by "A. Clerk" --why "Misread"
  joinedup correct --corrections corrections.csv
  joinedup correct --list
"""

_FOR_BUILDS = {
    "dismiss": ("FLAG", "a quality flag that is unfounded"),
    "same-finding": ("OTHER", "two findings that are one"),
    "not-same-finding": ("OTHER", "two findings that are not one, though they are alike"),
}
"""Kinds that wait for the next build."""

_COMMON = frozenset({"by", "on", "why", "finding"})


def _kinds() -> str:
    """The kinds of correction with what each needs, two lines a kind."""
    readings = {name: (entry.usage, entry.purpose) for name, entry in reading_kinds().items()}
    kinds = (readings | _FOR_BUILDS).items()
    return "\n".join(f"  {name} {usage}\n      {purpose}" for name, (usage, purpose) in kinds)


@click.command(help=_HELP.format(kinds=_kinds()))
@click.argument("finding", required=False)
@click.argument("kind", required=False)
@click.argument("values", nargs=-1)
@store_option
@click.option("--by", "author", help="Who corrects.")
@click.option("--why", "reason", help="Why.")
@click.option("--on", "day", type=LAST_DAY, help="The day of the correction; today if not given.")
@corrections_option
@click.option("--list", "is_list", is_flag=True, help="Print the corrections of the store as TOML.")
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    finding: str | None,
    kind: str | None,
    values: Sequence[str],
    *,
    store_path: Path,
    author: str | None,
    reason: str | None,
    day: date | None,
    corrections: Path | None,
    is_list: bool,
) -> None:
    """Overrule what was read of a finding."""
    if is_list:
        print_result(write_entries(remembered_entries(store_path)) or "# No corrections.", "toml")
        return
    if corrections:
        entries = read_entries(corrections)
    elif finding and kind:
        entries = [(kind, _entry(finding, kind, values, author, reason, day))]
    else:
        raise click.UsageError("Name a FINDING and a KIND, or give --corrections FILE or --list.")
    _correct(store_path, entries)


def _entry(  # noqa: PLR0913, PLR0917 - what the command line gives
    finding: str,
    kind: str,
    values: Sequence[str],
    author: str | None,
    reason: str | None,
    day: date | None,
) -> CorrectionEntry:
    """The entry that the words of a command line say."""
    if not author or not reason:
        raise click.UsageError("A correction says whose it is and why: give --by and --why.")
    kinds = [*reading_kinds(), *_FOR_BUILDS]
    if kind not in kinds:
        raise UsageError(f"{kind!r} is no kind of correction. Kinds: {', '.join(sorted(kinds))}.")
    fields = {"finding": finding, "by": author, "why": reason}
    fields["on"] = (day or datetime.now(UTC).date()).isoformat()
    own = [key for key in _keys(kind) if key not in _COMMON]
    for place, value in enumerate(values):
        key, has_key, rest = value.partition("=")
        if has_key and key in own:
            fields[key] = rest
        elif place == 0 and own:
            fields[own[0]] = value
        else:
            raise UsageError(f"{value!r} is no KEY=VALUE of {kind!r}; its keys: {', '.join(own)}.")
    try:
        return make_entry(kind, fields)
    except ValueError as error:
        raise UsageError(f"This correction cannot be made: {error}.") from error


def _keys(kind: str) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(entry_kinds()[kind])]


def _correct(store_path: Path, entries: Sequence[tuple[str, CorrectionEntry]]) -> None:
    """Change the graph by corrections, all or none, and remember them."""
    former = remembered_entries(store_path)
    base = Store.open(store_path).base
    with begin_copy(store_path) as folder:
        store = Store.create(folder / "quads")
        named = [(kind, _with_identifiers(store, entry)) for kind, entry in entries]
        for kind, entry in named:
            _say(kind, entry, _apply(store, base, kind, entry))
        remember(folder, [*former, *named])
        store.compact()
        prepare_index(store, folder)
        del store
    count = len({*map(str, former), *map(str, named)})
    print_message(f"The store remembers {count} correction{'' if count == 1 else 's'}.")


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


def _apply(store: Store, base: str, kind: str, entry: CorrectionEntry) -> list[str] | None:
    """What was read before, a phrase each; None if the correction waits for the next build."""
    about = getattr(entry, "finding", "")
    try:
        if isinstance(entry, ReadingEntry):
            return overrule_one(store, IriFactory(base), kind, entry)
        if flag := getattr(entry, "flag", ""):
            require_flag(store, find_finding(store, about), flag)
    except NoSuchReadingError as error:
        raise UsageError(f"The correction {kind!r} of {about}: {error}.") from error
    return None


def _say(kind: str, entry: CorrectionEntry, before: list[str] | None) -> None:
    about = getattr(entry, "finding", "") or getattr(entry, "name", "") or "the registers"
    if before is None:
        print_text(f"{kind} of {about}: it takes effect with the next build or addition.")
        return
    print_text(f"{kind} of {about}: corrected.")
    for phrase in before or ["nothing was read"]:
        print_text(f"  before  {phrase}")
