"""Asks an address until it answers, with longer and longer waits, or the host is given up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from loaders.fetch.not_fetched import AGAIN, FetchFailedError

if TYPE_CHECKING:
    from loaders.fetch.allowed_hosts import AllowedHosts
    from loaders.fetch.clock import Clock
    from loaders.fetch.http_client import HttpAnswer, HttpClient
    from loaders.fetch.progress import Progress

ATTEMPTS = 5
"""How often an address is asked before it counts as failed."""

LONGEST_WAIT = 120
"""Seconds that are waited because a service asks for it; who asks for more is asked no more."""

_MOST_LOST = 3
"""Addresses of one host in a row that failed for its sake, after which it is not asked again."""

_BACK_OFF = wait_exponential_jitter(initial=1, max=60, jitter=1)


class PatientClient:
    """An HTTP client that tries again."""

    def __init__(
        self, client: HttpClient, hosts: AllowedHosts, clock: Clock, progress: Progress
    ) -> None:
        """Ask through this client, wait by this clock, and tell the progress of waits."""
        self._client, self._hosts, self._clock = client, hosts, clock
        self._progress = progress
        self._lost: Counter[str] = Counter()
        self._given_up: dict[str, FetchFailedError] = {}

    def forget(self, address: str) -> None:
        """Take an answer to a list out of the cache, since it was not sound."""
        self._client.forget(address)

    def get(self, address: str, *, largest: int, is_list: bool = False) -> HttpAnswer:
        """Ask an address, several times if need be.

        Raises:
            FetchFailedError: If nothing came of it, or its host was given up before.
        """
        host = self._hosts.check(address)
        if host in self._given_up:
            raise self._given_up[host]
        retrying = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            retry=retry_if_exception(_may_pass),
            wait=_seconds,
            sleep=self._clock.sleep,
            before_sleep=self._tell,
            reraise=True,
        )
        try:
            answer = retrying(self._client.get, address, largest=largest, is_list=is_list)
        except FetchFailedError as error:
            self._count_lost(host, error)
            raise
        self._lost.pop(host, None)
        return answer

    def _tell(self, state: RetryCallState) -> None:
        """Say that and why nothing happens for a while."""
        error = state.outcome.exception() if state.outcome else None
        seconds = state.next_action.sleep if state.next_action else 0
        if isinstance(error, FetchFailedError):
            task = f"{error.reason}; asking again in {seconds:.0f} seconds, attempt"
            self._progress(task, state.attempt_number + 1, ATTEMPTS)

    def _count_lost(self, host: str, error: FetchFailedError) -> None:
        """Give a host up that wants to be left alone, or fails one address after another."""
        if not error.of_host:
            self._lost.pop(host, None)
            return
        self._lost[host] += 1
        if error.retry_after is not None and error.retry_after > LONGEST_WAIT:
            minutes = f"{error.retry_after / 60:,.0f} minutes"
            error.remedy = f"{AGAIN} Wait at least {minutes}."
            reason = f"{host} asks to be left alone for {minutes}"
        elif self._lost[host] >= _MOST_LOST:
            reason = f"{host} failed {_MOST_LOST} times in a row: {error.reason}"
        else:
            return
        self._given_up[host] = FetchFailedError(f"it was not asked for: {reason}", error.remedy)


def _may_pass(error: BaseException) -> bool:
    return (
        isinstance(error, FetchFailedError)
        and error.passing
        and (error.retry_after or 0) <= LONGEST_WAIT
    )


def _seconds(state: RetryCallState) -> float:
    """How long to wait after a failure: as long as the service asks, and longer each time."""
    error = state.outcome.exception() if state.outcome else None
    wish = error.retry_after if isinstance(error, FetchFailedError) else None
    return max(float(_BACK_OFF(state)), wish or 0.0)
