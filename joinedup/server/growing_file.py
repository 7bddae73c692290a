"""Sends a file while it is being written."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from anyio import open_file

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path
    from typing import Any

_PART = 256 * 1024
_SECONDS_BETWEEN_LOOKS = 0.1


async def sent_parts(path: Path, writing: asyncio.Task[Any]) -> AsyncIterator[bytes]:
    """The parts of a file, as they come.

    Args:
        path: The file, which need not be there yet.
        writing: The task that ends when the file is whole.

    Raises:
        Exception: What the task raises; what was sent so far is then seen to be cut.
    """
    while not path.exists() and not writing.done():
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
    if not path.exists():
        await asyncio.shield(writing)
    async with await open_file(path, "rb") as file:
        while True:
            is_whole = writing.done()
            part = await file.read(_PART)
            if part:
                yield part
            elif is_whole:
                break
            else:
                await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
    await asyncio.shield(writing)
