"""Makes characters visible that a terminal would obey, or that would make a text read otherwise.

Text of sources, names of files and what people type may hold them. A terminal takes ESC and the
C1 controls for commands, and the controls of bidirectional text turn the order of what is shown.
"""

from __future__ import annotations

import re

_OBEYED = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but for tab and line feed; DEL; C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction of text, and its deprecated kin
    "\u2028\u2029"  # separators of lines and paragraphs, which some programs take for line ends
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # text that is annotated or tagged, and not shown
    "\ud800-\udfff\ufffe\uffff"  # no characters: undecodable bytes of file names, and such
    "]"
)

_LINE_ENDS = re.compile(r"[\t\n\r]")


def mark_controls(text: str) -> str:
    r"""A text with an escape such as `\x1b` for each character that would be obeyed, not shown.

    Tabs and line feeds stay. Escapes are ASCII, so that every terminal can show them.
    """
    return _OBEYED.sub(_mark, text.replace("\r\n", "\n"))


def mark_all_controls(text: str) -> str:
    """A name on one line, such as that of a file: tabs and line ends are escaped as well."""
    return mark_controls(_LINE_ENDS.sub(_mark, text))


def _mark(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
