"""How fast a host is asked: at most two requests a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.fetch.clock import Clock

SECONDS_BETWEEN = 0.5
"""Seconds from one request of a host to the next; no service publishes a number of its own."""


class RequestPace:
    """Keeps requests of one host apart."""

    def __init__(self, clock: Clock) -> None:
        """Wait by this clock."""
        self._clock = clock
        self._last: dict[str, float] = {}

    def wait_for_turn(self, host: str) -> None:
        """Wait until the host may be asked again."""
        last = self._last.get(host)
        if last is not None:
            left = last + SECONDS_BETWEEN - self._clock.monotonic()
            if left > 0:
                self._clock.sleep(left)
        self._last[host] = self._clock.monotonic()
