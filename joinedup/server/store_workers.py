"""The worker processes of a server: always on the current version of the store."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.store.store_layout import current_version
from graph.store.version_pointer import read_pointer
from joinedup.server.version_workers import VersionWorkers
from joinedup.terminal import print_message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from joinedup.server.settings import ServerSettings

_SECONDS_BETWEEN_LOOKS = 1


class StoreWorkers:
    """Reads the pointer of the store before each request, and moves to a new version.

    New processes open a new version while those on the old one answer; once they are all ready,
    further requests go to them, and the old ones end with their last request.
    """

    def __init__(self, settings: ServerSettings) -> None:
        """Start the processes, from within an event loop.

        Raises:
            NoStoreError: If there is no store.
            DamagedStoreError: If it cannot be told which version is current.
        """
        self._settings = settings
        self._current = VersionWorkers(settings, current_version(settings.store_path).name)
        self._next: VersionWorkers | None = None
        self._watch = asyncio.get_running_loop().create_task(self._keep_looking())
        self._takeovers: set[asyncio.Task[None]] = set()

    @property
    def is_ready(self) -> bool:
        """Whether every process has opened the store."""
        return self._current.is_ready

    async def wait_until_ready(self) -> None:
        """Wait until every process has opened the store."""
        await self._current.wait_until_ready()

    @contextmanager
    def pinned(self) -> Iterator[VersionWorkers]:
        """The workers on the current version, which stay for as long as the block runs."""
        self._look()
        workers = self._current
        workers.enter()
        try:
            yield workers
        finally:
            workers.leave()

    def close(self) -> None:
        """End all processes."""
        self._watch.cancel()
        for workers in (self._current, self._next):
            if workers:
                workers.close()

    def _look(self) -> None:
        """Start workers on another version, if another one is current."""
        pointer = read_pointer(self._settings.store_path)
        expected = self._next or self._current
        if pointer is None or pointer.current == expected.version:
            return
        if self._next:
            self._next.close()
        if pointer.current == self._current.version:
            self._next = None
            return
        self._next = VersionWorkers(self._settings, pointer.current)
        task = asyncio.get_running_loop().create_task(self._take_over(self._next))
        self._takeovers.add(task)
        task.add_done_callback(self._takeovers.discard)

    async def _take_over(self, workers: VersionWorkers) -> None:
        await workers.wait_until_ready()
        if workers is not self._next:
            return
        replaced, self._current, self._next = self._current, workers, None
        replaced.retire()
        print_message(f"The graph was replaced: version {workers.version} is read from now on.")

    async def _keep_looking(self) -> None:
        """Look now and then too, so that the first request finds the new version open."""
        while True:
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
            self._look()
