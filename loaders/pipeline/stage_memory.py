"""What the stages of a build leave with a version, so that an addition need not run them all again.

    records.stages       what was stated of each record and of each report's answers
    statements.stages    digests of the statements of each, eight bytes a statement
    words.stages         words of texts in the form in which they are compared

A statement of the default graph may be made because of several records. The digests tell whether
one that a record no longer makes is still made because of another.
"""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from graph.store.store_layout import OF_ONE_VERSION
from graph.store.store_manifest import is_as_written
from loaders.identity.word_memory import WordMemory
from loaders.pipeline.preamble import VERSION
from loaders.pipeline.registers import registers_digest
from loaders.pipeline.report import BuildCounts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.records.source_record import SourceRecord
    from loaders.corrections.hand_corrections import Corrections

MEMORY = f"records{OF_ONE_VERSION}"
STATEMENTS = f"statements{OF_ONE_VERSION}"
WORDS = f"words{OF_ONE_VERSION}"

DIGEST = 8
"""Bytes of a digest of a statement."""

Scope = tuple[str, ...]


class RecordMemory(msgspec.Struct, frozen=True, array_like=True):
    """What was made of the records that have the same characters in the same source.

    Attributes:
        settled: Each of them, with the keys under which all sources know what it is about: a
            digest, and itself, packed.
        labels: What findings may be called because of them: IRI, how little the name tells, name.
        scopes: The reports and committees among whose answers theirs are.
        count: Statements of the default graph made because of them.
    """

    settled: tuple[tuple[bytes, bytes], ...]
    labels: tuple[tuple[str, int, str], ...]
    scopes: tuple[Scope, ...]
    count: int

    @property
    def fingerprint(self) -> tuple[bytes, ...]:
        """By which it is seen whether they are the same as others."""
        return tuple(sorted(digest for digest, _ in self.settled))


class ScopeMemory(msgspec.Struct, frozen=True, array_like=True):
    """What was stated of the answers in one report, or of one committee.

    Attributes:
        statements: The statements, N-Quads, compressed.
        answers: Distinct answers.
        count: The number of statements.
    """

    statements: bytes
    answers: int
    count: int


class StageMemory(msgspec.Struct, frozen=True):
    """What the stages made of all records.

    The digests of their statements stand in the order of `records`, then of `scopes`.

    Attributes:
        setting: Digest of all that is the same for every record, such as names and corrections.
        mentions: Names recognised, by rule; see `BuildCounts`.
        extraction_noise: Extraction noise in texts, by flag.
        records: What was made of each record, by its source and digest.
        scopes: What was stated of the answers of each report or committee.
        shared: What is stated once for many records, by what it is; N-Quads, compressed.
    """

    setting: bytes
    mentions: dict[str, int]
    extraction_noise: dict[str, int]
    records: dict[str, RecordMemory]
    scopes: tuple[tuple[Scope, ScopeMemory], ...]
    shared: dict[str, bytes]


def memory_counts(memory: StageMemory) -> BuildCounts:
    """The counts of what is remembered, distinct answers left out."""
    return BuildCounts(Counter(memory.mentions), Counter(memory.extraction_noise))


def record_name(record: SourceRecord) -> str:
    """The name under which a record is remembered: its source and the digest of its characters."""
    return f"{record.origin.source} {record.origin.sha256}"


def settled_digest(record: SourceRecord) -> bytes:
    """A digest of all that a record says, its keys as they were decided."""
    return blake2b(msgspec.msgpack.encode(record), digest_size=16).digest()


def setting_digest(base: str, registers: Iterable[SourceRecord], corrections: Corrections) -> bytes:
    """A digest of all by which every record is stated: names, corrections, addresses, program."""
    parts = (VERSION, base, registers_digest(registers), repr(corrections))
    return blake2b("\n".join(parts).encode("utf-8", "backslashreplace"), digest_size=16).digest()


@dataclass(slots=True)
class RecordDraft:
    """What is to be remembered of records with the same characters; see `RecordMemory`."""

    settled: list[tuple[bytes, bytes]] = field(default_factory=list)
    labels: tuple[tuple[str, int, str], ...] = ()
    scopes: tuple[Scope, ...] = ()
    statements: bytearray = field(default_factory=bytearray)

    def finish(self) -> RecordMemory:
        """What is remembered."""
        count = len(self.statements) // DIGEST
        return RecordMemory(tuple(self.settled), self.labels, self.scopes, count)


def digests(statements: Iterable[bytes]) -> bytes:
    """Digests of statements, one after the other."""
    return b"".join([blake2b(line, digest_size=DIGEST).digest() for line in statements])


def pack_lines(nquads: bytes) -> bytes:
    """Compress N-Quads."""
    return zlib.compress(nquads, level=1)


def unpack_lines(packed: bytes) -> set[bytes]:
    """The statements in compressed N-Quads."""
    return set(zlib.decompress(packed).splitlines())


def read_memory(version: Path) -> tuple[StageMemory, bytes, WordMemory] | None:
    """What a version remembers, the digests, and the words of texts; None if nothing of use."""
    if not is_as_written(version, (MEMORY, STATEMENTS, WORDS)):
        return None
    try:
        packed = (version / MEMORY).read_bytes()
        statements = (version / STATEMENTS).read_bytes()
        words = WordMemory.unpack((version / WORDS).read_bytes())
        memory = msgspec.msgpack.decode(packed, type=StageMemory)
    except (OSError, msgspec.DecodeError):
        return None
    return memory, statements, words


def write_memory(version: Path, memory: StageMemory, statements: bytes, words: WordMemory) -> None:
    """Keep a memory with a version that is not finished.

    Raises:
        OSError: If the disk is full.
    """
    (version / MEMORY).write_bytes(msgspec.msgpack.encode(memory))
    (version / STATEMENTS).write_bytes(statements)
    (version / WORDS).write_bytes(words.pack())
