"""What is not in a folder, by the request that asked for it, as a table for spreadsheets.

A request that is made again replaces what it had noted before; those of other requests stay.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import msgspec

from loaders.fetch.not_fetched import NotFetched
from queries.csv_text import write_spreadsheet_csv

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_COLUMNS = ("asked by", "what", "address", "why it is not here", "what to do", "save as")
_State = dict[str, list[NotFetched]]


def noted_before(state_file: Path) -> _State:
    """What earlier requests noted; nothing if that cannot be read."""
    try:
        return msgspec.json.decode(state_file.read_bytes(), type=_State)
    except (OSError, msgspec.DecodeError):
        return {}


def noted_now(before: _State, request: str, failures: Sequence[NotFetched]) -> _State:
    """What is noted after a request."""
    others = {name: rows for name, rows in before.items() if name != request}
    return dict(sorted({**others, **({request: list(failures)} if failures else {})}.items()))


def failure_table(state: _State) -> bytes:
    """The table; empty if nothing is missing."""
    if not state:
        return b""
    rows = [
        (request, each.what, each.address, each.reason, each.remedy, each.save_as)
        for request, failures in state.items()
        for each in failures
    ]
    output = io.StringIO()
    write_spreadsheet_csv(output, _COLUMNS, rows)
    return output.getvalue().encode()
