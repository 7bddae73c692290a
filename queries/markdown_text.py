"""Writes plain text as Markdown that shows it and nothing else.

What Markdown or HTML would take for markup is escaped. Characters of HTML become entities, as not
every renderer knows a backslash before them; addresses lose what makes a renderer link them.
"""

from __future__ import annotations

import re

from graph.address_rule import is_web_address
from queries.visible_text import mark_controls

_BLANKS = re.compile("[ \t\n]+")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = re.compile(r"[\\`*_\[\]{}|~$!@^]|:(?=//)|(?<=\bwww)\.|[&<>]", re.IGNORECASE)
_PLAIN_ADDRESS = re.compile(r"https?://[!-;=?-\[\]^_a-{}~]+")
_ENCODED = re.compile("%|xn--", re.IGNORECASE)
_AT_LINE_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)](?:\s|$)))")


def escape_inline(text: str) -> str:
    """Text on one line, such as a cell of a table; line breaks and tabs become blanks."""
    return _MARKUP.sub(_escaped, _BLANKS.sub(" ", mark_controls(text)).strip(" "))


def escape_lines(text: str) -> str:
    """Text on lines of its own; empty lines part paragraphs, as they do in the text."""
    lines = map(escape_inline, mark_controls(text).split("\n"))
    return "\n".join(_AT_LINE_START.sub(_escaped_start, line) for line in lines)


def link_or_text(address: str) -> str:
    """A web address as a link, if nothing in it could end the link; else as text.

    Renderers show what is encoded in an address (`%41`, `xn--`) as the character it stands for, so
    that such an address is written as the text of its link as well.
    """
    if not _PLAIN_ADDRESS.fullmatch(address) or not is_web_address(address):
        return escape_inline(address)
    if _ENCODED.search(address):
        return f"[{escape_inline(address)}](<{address}>)"
    return f"<{address}>"


def _escaped(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0], f"\\{match[0]}")


def _escaped_start(match: re.Match[str]) -> str:
    """A number is a list's with the point behind it; all else with itself."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
