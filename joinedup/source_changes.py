"""What an addition or a removal did, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.pipeline.report_words import copies_in_words, issue_lines, named_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.kept_sources.source_list import KeptFile
    from loaders.pipeline.change import SourceChange


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
            f"{'has' if count == 1 else 'have'} not changed: {named_first(change.unchanged)}."
        )
    if change.copies:
        copies = copies_in_words(f"{len(change.copies):,} of them", change.copies)
        lines.append(f"{copies} `joinedup remove` takes one of the names out.")
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
    return [f"{verb} {count} with {holding}: {named_first([file.location for file in files])}."]
