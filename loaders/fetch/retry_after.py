"""When a service wants to be asked again: the header Retry-After, in seconds or as a date."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_MOST_DIGITS = 9


def seconds_to_wait(header: str | None, now: datetime) -> float | None:
    """Seconds that a header asks to wait, from 0; None if there is no header that can be read.

    Args:
        header: The value of Retry-After.
        now: The time, in UTC.
    """
    words = (header or "").strip()
    if words.isascii() and words.isdigit() and len(words) <= _MOST_DIGITS:
        return float(words)
    try:
        moment = parsedate_to_datetime(words)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
