"""A clock whose waiting takes no time."""

from __future__ import annotations

from datetime import UTC, datetime

BEGIN = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


class MadeClock:
    """Time goes on only while somebody waits.

    Attributes:
        waits: Seconds of each wait.
    """

    def __init__(self) -> None:
        self.waits: list[float] = []

    def now(self) -> datetime:
        return BEGIN

    def monotonic(self) -> float:
        return sum(self.waits)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
