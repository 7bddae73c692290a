"""What a run says at its end: how many files there are, and what is missing and why."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from loaders.interface.fetched_files import NOT_FETCHED

if TYPE_CHECKING:
    from loaders.fetch.fetch_run import FetchCounts
    from loaders.fetch.not_fetched import NotFetched

_SHOWN = 10
"""Things that are shown of those that failed for one reason; the table of the folder has all."""


def fetch_report(counts: FetchCounts, folder: str) -> str:
    """The report, for people.

    Args:
        counts: What became of the run.
        folder: The folder as messages name it.
    """
    total = counts.new + counts.same
    lines = [
        f"{folder}: {_files(total)}, {counts.new:,} new or changed and {counts.same:,} as before."
    ]
    groups: defaultdict[tuple[str, str], list[NotFetched]] = defaultdict(list)
    for failure in counts.not_fetched:
        groups[failure.reason, failure.remedy].append(failure)
    if groups:
        lines.append(f"Not fetched: {len(counts.not_fetched):,}. {folder}/{NOT_FETCHED} lists all.")
    for (reason, remedy), failures in groups.items():
        lines += ["", f"{len(failures):,} × {reason}", f"  {remedy}"]
        lines += [_line(failure) for failure in failures[:_SHOWN]]
        if len(failures) > _SHOWN:
            lines.append(f"  and {len(failures) - _SHOWN:,} more")
    lines += ["", *counts.remarks] if counts.remarks else []
    return "\n".join(lines)


def _line(failure: NotFetched) -> str:
    saved = f" → {failure.save_as}" if failure.save_as else ""
    return f"  - {failure.what}: {failure.address}{saved}"


def _files(number: int) -> str:
    return f"{number:,} file{'' if number == 1 else 's'}"
