"""What an executor runs for `loaders.pipeline.workers`, in a process or thread of its choice.

What the stages are made of is the same for every piece of work; a process makes it ready once, and
knows it again by its digest.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.records.serialized_records import deserialize, serialize
from loaders.pipeline.parts.parts_place import PartsPlace
from loaders.pipeline.parts.piece_storage import fetch_job, store_output
from loaders.pipeline.preamble import VERSION
from loaders.pipeline.registers import make_recogniser
from loaders.pipeline.stages import Stages

if TYPE_CHECKING:
    from loaders.pipeline.stages import StageOutput

_MOST_KEPT = 2
"""Settings that a process keeps ready; several builds may use one cluster."""

_stages_by_digest: dict[str, Stages] = {}
_turn = Lock()
"""Held while a piece of work is done: the stages are not made for several threads, and as most of
their work is Python's own, threads would not do it faster."""


def do_piece(
    program: str, digest: str, setting: bytes, message: bytes, parts_address: str | None = None
) -> bytes:
    """Do one piece of work.

    Args:
        program: Version of the program that asks.
        digest: SHA-256 of the setting.
        setting: What the stages are made of: base, registers, corrections; serialised.
        message: The name of a method of `Stages`, and what to give it; serialised.
        parts_address: Where to leave the statements, if they are not to be sent back.

    Returns:
        The `StageOutput`, serialised.

    Raises:
        UsageError: If this process runs another version of the program, or there is no such place.
        StoreError: If the place cannot be read or written.
    """
    if program != VERSION:
        raise UsageError(
            f"A worker of the executor runs joinedup {VERSION}, and this is {program}. They would "
            "not read alike: install the same version everywhere."
        )
    method, piece = deserialize(message)
    place = PartsPlace(parts_address) if parts_address else None
    if place and method == Stages.link_and_state.__name__:
        piece = fetch_job(place, piece)
    with _turn:
        output: StageOutput = getattr(_stages(digest, setting), method)(piece)
    return serialize(store_output(place, output) if place else output)


def _stages(digest: str, setting: bytes) -> Stages:
    """The stages of a setting, made ready unless they are."""
    stages = _stages_by_digest.get(digest)
    if stages is None:
        base, registers, corrections = deserialize(setting)
        stages = Stages(base, make_recogniser(registers, corrections), corrections)
        while len(_stages_by_digest) >= _MOST_KEPT:
            del _stages_by_digest[next(iter(_stages_by_digest))]
        _stages_by_digest[digest] = stages
    return stages
