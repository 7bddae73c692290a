"""How messages follow each other on a pipe: what kind, how long, and then the bytes."""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import IO

_HEAD = struct.Struct(">BQ")


class Kind(IntEnum):
    """What a frame is."""

    MESSAGE = 0
    """From the caller; or the reply to it."""
    FAILURE = 1
    """A foreseen failure: the name of its class, a line break, its message."""
    DEFECT = 2
    """Any other exception: its traceback."""


def write_frame(pipe: IO[bytes], kind: Kind, content: bytes) -> None:
    """Write a frame and send it off."""
    pipe.write(_HEAD.pack(kind, len(content)))
    pipe.write(content)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[Kind, bytes]:
    """Read the next frame.

    Raises:
        EOFError: If the other side has gone.
    """
    kind, length = _HEAD.unpack(_read(pipe, _HEAD.size))
    return Kind(kind), _read(pipe, length)


def _read(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content
