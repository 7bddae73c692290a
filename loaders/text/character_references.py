"""Characters that HTML names by numbers that no page may use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.text.control_marks import LOST_CHARACTER, is_control

if TYPE_CHECKING:
    from loaders.text.control_marks import ControlMarks

_REFERENCE = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]++)|(?P<decimal>[0-9]++));?")
_MOST_FIGURES = 8
_FIRST_C1, _LAST_C1 = 0x80, 0x9F
_LAST_CODE = 0x10FFFF


def write_references(text: str, marks: ControlMarks) -> str:
    """Write characters that a page names by such numbers, as browsers show them.

    By the HTML standard 128 to 159 mean characters of Windows; half a character, NUL and what is
    beyond Unicode are shown as U+FFFD. Left to the parser, some of these vanish. Other control
    characters become marks, so that a page can name none that it could not hold as it is.

    Args:
        text: A page as HTML.
        marks: Counts what is replaced.
    """
    return _REFERENCE.sub(lambda match: _written(match, marks), text)


def _written(match: re.Match[str], marks: ControlMarks) -> str:
    figures = (match["hex"] or match["decimal"]).lstrip("0")
    too_long = len(figures) > _MOST_FIGURES
    code = _LAST_CODE + 1 if too_long else int(figures or "0", 16 if match["hex"] else 10)
    if code > _LAST_CODE or not code:
        return marks.replace(match, code, LOST_CHARACTER)
    if _FIRST_C1 <= code <= _LAST_C1:
        windows = bytes([code]).decode("cp1252", "ignore")
        return windows or marks.replace(match, code)
    return marks.replace(match, code) if is_control(code) else match[0]
