"""What must not stay behind when the program is stopped while the engine cannot be interrupted.

Unfinished work is normally taken away by whoever began it. Where the main thread cannot act, since
it waits for the engine, whoever stops the program asks here for what there is to take away.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_removals: list[Callable[[], None]] = []


@contextmanager
def removed_if_stopped(remove: Callable[[], None]) -> Iterator[None]:
    """While the block runs, there is something to take away if the program is stopped.

    Args:
        remove: Takes it away. It runs in another thread while the block may still be at work,
            and does no harm if there is nothing (more) to take away.
    """
    _removals.append(remove)
    try:
        yield
    finally:
        _removals.remove(remove)


def remove_leftovers() -> None:
    """Take away what there is, what was begun last first; what fails does not keep the others."""
    for remove in reversed(_removals.copy()):
        try:
            remove()
        except OSError:
            continue
