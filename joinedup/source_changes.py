"""What an addition or a removal did, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.pipeline.report_words import issue_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.kept_sources.source_list import KeptFile
    from loaders.pipeline.change import SourceChange

_MOST_NAMED = 10
"""Files that a sentence names."""


def change_text(change: SourceChange) -> str:
    """What a change did, with what was not read in the files that were named."""
    lines = [
        *_line("Added", change.added),
        *_line("Replaced an earlier reading of", change.replaced),
        *_line("Removed", change.removed),
    ]
    if change.unchanged:
        count = len(change.unchanged)
        lines.append(
            f"{count:,} file{' was' if count == 1 else 's were'} there already, and "
            f"{'has' if count == 1 else 'have'} not changed: {_named(change.unchanged)}."
        )
    if change.copies:
        lines.append(_copies_text(change.copies))
    if change.report:
        lines.append(
            f"The graph now holds {change.report.records.total():,} records and "
            f"{change.report.quads:,} quads."
        )
    else:
        lines.append("Nothing is new, so the graph stays as it was.")
    return "\n".join([*lines, *issue_lines(change.issues)])


def _line(verb: str, files: Sequence[KeptFile]) -> list[str]:
    if not files:
        return []
    records = sum(file.records for file in files)
    count = f"{len(files):,} file{'' if len(files) == 1 else 's'}"
    holding = f"{records:,} record{'' if records == 1 else 's'}"
    return [f"{verb} {count} with {holding}: {_named([file.location for file in files])}."]


def _copies_text(copies: Sequence[tuple[str, str]]) -> str:
    one = len(copies) == 1
    pairs = [f"{copy} (the same as {other})" for copy, other in copies]
    return (
        f"{len(copies):,} of them {'has' if one else 'have'} the very bytes of a file that was "
        f"there under another name: {_named(pairs)}. What {'it says' if one else 'they say'} "
        "counts once; `joinedup remove` takes one of the two names out."
    )


def _named(locations: Sequence[str]) -> str:
    more = len(locations) - _MOST_NAMED
    return ", ".join(locations[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")
