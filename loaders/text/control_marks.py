"""Characters that print nothing and steer terminals, as marks that can be seen.

A control character may stand in a file as it is, as an entity of HTML or as an escape of JSON; so
texts are looked at after all of that has been decoded. Each becomes one visible character, so that
offsets stay what they were, and whoever reads the text notes that it was so. A graph thus holds
only characters that every RDF syntax can write: RDF/XML has no way to write most of these.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""All but tabs and line ends; and what is no character at all."""

_LINE_ENDS = str.maketrans("\x0b\x85", "\n\n")
"""Line ends that few programs write and terminals act on."""

_PICTURES = 0x2400
"""The block of Unicode whose characters are pictures of the control characters from 0 on."""

_DELETE, _PICTURE_OF_DELETE = 0x7F, 0x2421
_SPACE = 0x20

_LISTED = 6
"""Codes that a note lists."""

LOST_CHARACTER = "\ufffd"
"""What stands for what has no picture."""


def is_control(code: int) -> bool:
    """Whether the character with a code is one for which a mark stands."""
    return _CONTROL.match(chr(code)) is not None


def mark(code: int) -> str:
    """The visible character that stands for the control character with a code."""
    if code < _SPACE:
        return chr(_PICTURES + code)
    return chr(_PICTURE_OF_DELETE) if code == _DELETE else LOST_CHARACTER


@dataclass(slots=True)
class ControlMarks:
    """Puts marks for control characters, and counts what they stand for.

    Attributes:
        codes: How often each character was replaced, by its code.
        first_line: Line of the first one, from 1.
    """

    codes: Counter[int] = field(default_factory=Counter)
    first_line: int | None = None

    def put_in(self, text: str) -> str:
        """The text with marks, and with rare line ends as common ones; of the same length."""
        return _CONTROL.sub(self._replace, text.translate(_LINE_ENDS))

    def put_in_values(self, value: object) -> object:
        """Lists and tables, as a parser makes them, with marks in every text and key."""
        if isinstance(value, str):
            return self.put_in(value)
        if isinstance(value, list):
            return [self.put_in_values(each) for each in value]
        if isinstance(value, dict):
            return {self.put_in(str(key)): self.put_in_values(each) for key, each in value.items()}
        return value

    def replace(self, match: re.Match[str], code: int, replacement: str | None = None) -> str:
        """Count a character that stands in a text or is named there; gives its mark.

        Args:
            match: Where it stands.
            code: Its code.
            replacement: What stands for it, where that is not its mark.
        """
        if self.first_line is None:
            self.first_line = match.string.count("\n", 0, match.start()) + 1
        self.codes[code] += 1
        return mark(code) if replacement is None else replacement

    def note(self, *, of_file: bool = True) -> str | None:
        """What was replaced, in a sentence; None if nothing was.

        Args:
            of_file: True to say on which line of the file the first one stands.
        """
        if not self.codes:
            return None
        listed = ", ".join(f"U+{code:04X}" for code in sorted(self.codes)[:_LISTED])
        more = ", …" if len(self.codes) > _LISTED else ""
        number = self.codes.total()
        characters = "character does" if number == 1 else "characters do"
        first = f", the first on line {self.first_line}" if of_file else ""
        return (
            f"Control characters stand as visible marks: {number:,} {characters} not print "
            f"({listed}{more}){first}."
        )

    def _replace(self, match: re.Match[str]) -> str:
        return self.replace(match, ord(match[0]))
