"""Enriches records in a worker process, for `loaders.pipeline.workers` alone.

The first message is what the enricher is made of, every further one a piece of work: the name of a
method of `Enricher`, and what to give it. Messages are pickled, and written by the same build.
"""

from __future__ import annotations

import pickle

from loaders.pipeline.enrich import Enricher
from loaders.pipeline.registers import make_recogniser

_enricher: Enricher | None = None


def handle(message: bytes) -> bytes:
    """Do one piece of work; get ready for it, with the first message."""
    global _enricher  # noqa: PLW0603 - what a process keeps between messages has no other place
    content = pickle.loads(message)  # noqa: S301 - the build that started this process wrote it
    if _enricher is None:
        base, known, corrections = content
        _enricher = Enricher(base, make_recogniser(known, corrections), corrections)
        return b""
    method, piece = content
    return pickle.dumps(getattr(_enricher, method)(piece))
