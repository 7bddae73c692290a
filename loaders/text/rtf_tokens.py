"""The signs of which an RTF file consists: groups, control words, bytes and plain characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_TOKENS = 5_000_000
"""Signs that a file may have; a document of 200 pages has some 200,000."""

_TOKEN = re.compile(
    r"\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<word>[a-zA-Z]{1,32})(?P<value>-?\d{1,9})?[ ]?"
    r"|\\(?P<sign>[\s\S])"
    r"|(?P<brace>[{}])"
    r"|[\r\n\x00]++"
    r"|(?P<plain>[^\\{}\r\n\x00]++)"
)


class RtfToken(NamedTuple):
    """One sign.

    Attributes:
        kind: ``byte``, ``word``, ``sign``, ``brace`` or ``plain``.
        text: A control word without its number, or the characters.
        value: The number of a control word; None if it has none.
    """

    kind: str
    text: str
    value: int | None = None


def rtf_tokens(text: str, name: str) -> Iterator[RtfToken]:
    """The signs of a file in their order; what is stored as it stands, such as pictures, is not.

    Args:
        text: The file, each byte as the character of that number.
        name: The file as messages name it.

    Raises:
        InputError: If it has too many signs.
    """
    place = count = 0
    while match := _TOKEN.match(text, place):
        place = match.end()
        count += 1
        if count > MOST_TOKENS:
            raise InputError(f"{name} is larger than an RTF file may be. Save it as .docx.")
        kind = match.lastgroup
        if kind is None:
            continue
        if match["word"]:
            value = int(match["value"]) if match["value"] else None
            if match["word"] == "bin":
                place += max(value or 0, 0)
            yield RtfToken("word", match["word"], value)
        else:
            yield RtfToken(kind, match[kind])
