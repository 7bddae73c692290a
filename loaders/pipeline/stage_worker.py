"""Does the work of the stages in a worker process, for `loaders.pipeline.workers` alone.

The first message is what `Stages` is made of, every further one a piece of work: the name of a
method of `Stages`, and what to give it. The same build writes them.
"""

from __future__ import annotations

from graph.records.serialized_records import deserialize, serialize
from loaders.pipeline.registers import make_recogniser
from loaders.pipeline.stages import Stages

_stages: Stages | None = None


def handle(message: bytes) -> bytes:
    """Do one piece of work; get ready for it, with the first message."""
    global _stages  # noqa: PLW0603 - what a process keeps between messages has no other place
    content = deserialize(message)
    if _stages is None:
        base, registers, corrections = content
        _stages = Stages(base, make_recogniser(registers, corrections), corrections)
        return b""
    method, piece = content
    return serialize(getattr(_stages, method)(piece))
