"""Puts work out to every core, or does it here when there is little of it.

Recognising names and writing statements is most of a build and the same for every record, so it
runs side by side; reading and storing stay in this process. Results come back in the order of the
work, so a build gives the same graph either way.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from loky import get_reusable_executor

from loaders.pipeline.enrich import Enriched, Enricher
from loaders.pipeline.registers import make_recogniser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future

    from graph.records.source_record import SourceRecord
    from loaders.corrections.hand_corrections import Corrections

Work = TypeVar("Work")

WORTHWHILE = 4_000_000
"""Bytes of input from which on starting other processes takes less time than it saves."""

_AHEAD = 2
"""Pieces of work that wait for each worker; more would fill memory when storing is slower."""

_IDLE_SECONDS = 10
_mine: Enricher | None = None
"""A worker's own enricher, made once when the worker starts."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Does work on enrichers; see `workers`.

    Attributes:
        pool: The processes; None where all is done in this one.
        cores: How many there are.
    """

    pool: Executor | None
    cores: int

    def each(
        self, method: Callable[[Enricher, Work], Enriched], pieces: Iterable[Work]
    ) -> Iterator[Enriched]:
        """Do every piece of work, and give the results in order.

        Args:
            method: What to do: a method of `Enricher`.
            pieces: The work.
        """
        if self.pool is None:
            yield from (_do(method, piece) for piece in pieces)
            return
        waiting: deque[Future[Enriched]] = deque()
        for piece in pieces:
            waiting.append(self.pool.submit(_do, method, piece))
            if len(waiting) > _AHEAD * self.cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@contextmanager
def workers(
    base: str, known: list[SourceRecord], corrections: Corrections, size: int
) -> Iterator[Workers]:
    """Make workers ready.

    Args:
        base: Where the graph's own things live.
        known: Records of the registers, whose names are recognised.
        corrections: Corrections by hand.
        size: Bytes of the input, from which it is judged whether other processes pay.
    """
    cores = os.cpu_count() or 1
    if size < WORTHWHILE or cores == 1:
        _start(base, known, corrections)
        yield Workers(None, 1)
        return
    pool = get_reusable_executor(
        cores,
        timeout=_IDLE_SECONDS,
        reuse=False,
        initializer=_start,
        initargs=(base, known, corrections),
    )
    yield Workers(pool, cores)
    pool.shutdown()


def _start(base: str, known: list[SourceRecord], corrections: Corrections) -> None:
    global _mine  # noqa: PLW0603 - what a worker keeps between pieces has no other place
    _mine = Enricher(base, make_recogniser(known, corrections), corrections)


def _do(method: Callable[[Enricher, Work], Enriched], piece: Work) -> Enriched:
    if _mine is None:
        raise RuntimeError("a worker was given work before it was started")
    return method(_mine, piece)
