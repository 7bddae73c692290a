"""Loads statements in portions, so that memory does not grow with the input.

One portion is stored, by Oxigraph's own threads, while the next is made.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from graph.store.embedded import Store
    from loaders.pipeline.report import BuildCounts

PORTION = 128 * 1024 * 1024
"""Bytes of N-Quads loaded at a time. Each portion makes files of its own in the store, which it
merges later; larger ones write less to disk in all, and need more memory."""


class StoreLoader:
    """Collects statements and loads them; a context manager, which loads the rest at its end."""

    def __init__(self, store: Store, counts: BuildCounts, size: int = PORTION) -> None:
        """Load into `store`, about `size` bytes at a time."""
        self._store = store
        self._counts = counts
        self._size = size
        self._pieces: list[bytes] = []
        self._size_waiting = 0
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._running: Future[None] | None = None

    def add(self, nquads: bytes) -> None:
        """Add quads, given as N-Quads in UTF-8.

        Raises:
            StoreError: If an earlier portion could not be stored.
        """
        self._pieces.append(nquads)
        self._size_waiting += len(nquads)
        if self._size_waiting >= self._size:
            self._hand_over()

    def _hand_over(self) -> None:
        """Give what is held to the storing thread, once it has finished with the portion before."""
        self._wait()
        portion, self._pieces, self._size_waiting = self._pieces, [], 0
        self._running = self._worker.submit(self._load, portion)

    def _load(self, portion: list[bytes]) -> None:
        with self._counts.stage("store"):
            quads = b"".join(portion)
            portion.clear()
            self._store.load(quads)

    def _wait(self) -> None:
        if self._running is not None:
            running, self._running = self._running, None
            running.result()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Load what is left, unless the block failed, and wait until all is stored.

        Raises:
            StoreError: If a portion could not be stored.
        """
        try:
            if kind is None:
                self._hand_over()
                self._wait()
        finally:
            self._worker.shutdown()
