"""Enriches batches of records: in this process, or on every core when there are many.

Recognising names and writing statements is most of a build and the same for every record, so it
runs side by side; reading and storing stay in this process. Results come back in the order of the
batches, so a build gives the same graph either way.
"""

from __future__ import annotations

import os
from collections import deque
from typing import TYPE_CHECKING

from loky import get_reusable_executor

from loaders.enrich import Enriched, Enricher
from loaders.registers import make_recogniser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from graph.records import SourceRecord
    from loaders.names.corrections import Corrections

Batch = list["SourceRecord"]

WORTHWHILE = 4_000_000
"""Bytes of input from which on starting other processes takes less time than it saves."""

_AHEAD = 2
"""Batches that wait for each worker; more would fill memory when storing is slower."""

_IDLE_SECONDS = 10
_mine: Enricher | None = None
"""A worker's own enricher, made once when the worker starts."""


def enriched(
    batches: Iterable[Batch],
    base: str,
    known: list[SourceRecord],
    corrections: Corrections,
    size: int,
) -> Iterator[Enriched]:
    """Enrich batches of records, in their order.

    Args:
        batches: The records.
        base: Where the graph's own things live.
        known: Records of the registers, whose names are recognised.
        corrections: Corrections of those names by hand.
        size: Bytes of the input, from which it is judged whether other processes pay.
    """
    cores = os.cpu_count() or 1
    if size < WORTHWHILE or cores == 1:
        _start(base, known, corrections)
        yield from map(_enrich, batches)
        return
    pool = get_reusable_executor(
        cores,
        timeout=_IDLE_SECONDS,
        reuse=False,
        initializer=_start,
        initargs=(base, known, corrections),
    )
    waiting: deque[Future[Enriched]] = deque()
    for batch in batches:
        waiting.append(pool.submit(_enrich, batch))
        if len(waiting) > _AHEAD * cores:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
    pool.shutdown()


def _start(base: str, known: list[SourceRecord], corrections: Corrections) -> None:
    global _mine  # noqa: PLW0603 - what a worker keeps between batches has no other place
    _mine = Enricher(base, make_recogniser(known, corrections))


def _enrich(batch: Batch) -> Enriched:
    if _mine is None:
        raise RuntimeError("a worker was given records before it was started")
    return _mine.enrich(batch)
