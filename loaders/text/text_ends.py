"""Whether a text ends with its sentence, or short of it."""

from __future__ import annotations

import re

ENDED = re.compile(r"(?:[.?!:;…][\"”’')\]]*|[\"”)\]])(?:\d{1,3}(?:,\s?\d{1,3})*)?\s*$")
_STANCE_ONLY = re.compile(
    r"\W*(?:partially\s+|not\s+)?(?:agreed?|accept(?:ed)?|reject(?:ed)?|disagree|noted|deferred)"
    r"(?:\s+in\s+(?:part|principle))?\s*",
    re.IGNORECASE,
)

_TAIL = 60
"""Last characters of a text, among which the signs of an end are sought."""

_DATE_END = re.compile(
    r"(?:(?:19|20)\d\d|\d\d[-–/]\d\d|implemented"
    r"|\bdate[ :–-]{0,3}(?:ongoing|tbc|to be (?:confirmed|determined|decided)|n/a|not applicable"
    r"|none|completed?|within \w+ \w+ of (?:\w+ ){0,3}\w+))\s*$",
    re.IGNORECASE,
)
"""The end of a line that gives a date, or says that there is none yet."""
_PAGE_END = re.compile(r"[a-z.)]\s\d{1,3}\s*$")


def stops_short(text: str) -> bool:
    """Whether a text ends neither with a sentence, nor with a date line or a page number."""
    if not text.strip() or _STANCE_ONLY.fullmatch(text):
        return False
    tail = text.rstrip()[-_TAIL:]
    return not any(pattern.search(tail) for pattern in (ENDED, _DATE_END, _PAGE_END))
