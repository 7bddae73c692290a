"""Puts work out to every core, or does it here when there is little of it.

Recognising names and writing statements is most of a build and the same for every record, so it
runs side by side; reading and storing stay in this process. Results come back in the order of the
work, so a build gives the same graph either way.
"""

from __future__ import annotations

import os
import pickle
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from graph.processes.worker_pool import WorkerPool
from loaders.pipeline.enrich import Enriched, Enricher
from loaders.pipeline.registers import make_recogniser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from graph.records.source_record import SourceRecord
    from loaders.corrections.hand_corrections import Corrections

Work = TypeVar("Work")

WORTHWHILE = 4_000_000
"""Bytes of input from which on starting other processes takes less time than it saves."""

_HANDLER = "loaders.pipeline.enrich_worker"


class Workers(Protocol):
    """Do work on enrichers; see `workers`."""

    def each(
        self, method: Callable[[Enricher, Work], Enriched], pieces: Iterable[Work]
    ) -> Iterator[Enriched]:
        """Do every piece of work, and give the results in order.

        Args:
            method: What to do: a method of `Enricher`.
            pieces: The work.

        Raises:
            StoreError: If a worker process was killed.
        """
        ...


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
        yield _ThisProcess(Enricher(base, make_recogniser(known, corrections), corrections))
        return
    setting = pickle.dumps((base, known, corrections))
    with WorkerPool(_HANDLER, setting, cores) as pool:
        yield _OtherProcesses(pool)


class _ThisProcess:
    """Does the work here."""

    def __init__(self, enricher: Enricher) -> None:
        self._enricher = enricher

    def each(
        self, method: Callable[[Enricher, Work], Enriched], pieces: Iterable[Work]
    ) -> Iterator[Enriched]:
        return (method(self._enricher, piece) for piece in pieces)


class _OtherProcesses:
    """Puts the work out; `loaders.pipeline.enrich_worker` does it."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    def each(
        self, method: Callable[[Enricher, Work], Enriched], pieces: Iterable[Work]
    ) -> Iterator[Enriched]:
        messages = (pickle.dumps((method.__name__, piece)) for piece in pieces)
        for reply in self._pool.map(messages):
            yield pickle.loads(reply)  # noqa: S301 - a process of this very build wrote it
