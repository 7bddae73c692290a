"""Names of files and other words that are not ours, as they can be printed and kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from queries.visible_text import mark_all_controls

if TYPE_CHECKING:
    from pathlib import Path


def file_name(path: str | Path) -> str:
    """The name of a file as text that any screen and any graph can hold.

    To the system a name is bytes. Those that are UTF-8 become characters, on whatever machine and
    in whatever locale; all others, and what would steer a terminal, are written as escapes such as
    a backslash, `x` and `e9`. Two names may come out alike; none comes out empty.
    """
    try:
        name = os.fsencode(path).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a character that no name of a file can hold
        name = str(path)
    return printable(name)


def printable(text: str) -> str:
    """A text with everything written as an escape that does not print as itself."""
    return mark_all_controls(text)
