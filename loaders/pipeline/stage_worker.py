"""Does the work of the stages in a worker process, for `loaders.pipeline.workers` alone.

The first message is what `Stages` is made of, every further one a piece of work: the name of a
method of `Stages`, and what to give it. Messages are pickled, and written by the same build.
"""

from __future__ import annotations

import pickle

from loaders.pipeline.registers import make_recogniser
from loaders.pipeline.stages import Stages

_stages: Stages | None = None


def handle(message: bytes) -> bytes:
    """Do one piece of work; get ready for it, with the first message."""
    global _stages  # noqa: PLW0603 - what a process keeps between messages has no other place
    content = pickle.loads(message)  # noqa: S301 - the build that started this process wrote it
    if _stages is None:
        base, registers, corrections = content
        _stages = Stages(base, make_recogniser(registers, corrections), corrections)
        return b""
    method, piece = content
    return pickle.dumps(getattr(_stages, method)(piece))
