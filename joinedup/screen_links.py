"""Web addresses that a terminal opens at a click (OSC 8), where the terminal is known to take them.

One that does not may print the escape sequence, so nothing is sent to a terminal that does not say
what it is.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

_ADDRESS = re.compile(r"https?://[!-~]+")
"""Printable ASCII: what an escape sequence may hold."""

_AFTER = ".,;:!?)]}'\"|"
"""Characters that end a sentence or a cell, and not an address."""

_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "Tabby", "rio")
_TERMS = ("xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm")
_MARKS = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM")
_FIRST_VTE = 5_000
"""The version of VTE, as it says it in VTE_VERSION, from which terminals of GNOME take links."""


def link_addresses(text: str) -> str:
    """A text whose web addresses are links; they stand there whole all the same."""
    return _ADDRESS.sub(_link, text)


def takes_links(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a stream is a terminal that is known to show links.

    FORCE_HYPERLINK decides, where it is set, as it does for other programs.
    """
    if not stream.isatty():
        return False
    if forced := environment.get("FORCE_HYPERLINK"):
        return forced != "0"
    term, version = environment.get("TERM", ""), environment.get("VTE_VERSION", "")
    if term == "dumb":
        return False
    return (
        environment.get("TERM_PROGRAM") in _PROGRAMS
        or term.startswith(_TERMS)
        or any(environment.get(mark) for mark in _MARKS)
        or (version.isdecimal() and version.isascii() and int(version[:9]) >= _FIRST_VTE)
    )


def _link(match: re.Match[str]) -> str:
    address = match[0].rstrip(_AFTER)
    return f"\x1b]8;;{address}\x1b\\{address}\x1b]8;;\x1b\\{match[0][len(address) :]}"
