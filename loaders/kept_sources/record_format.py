"""Records as bytes that stay in a store: plain values whose types are checked when they are read.

No class is named in the bytes but by the kind of a record, so that they can make nothing else,
whoever wrote them.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from graph.errors import DamagedStoreError
from graph.records.authorities import Initiative, Organisation
from graph.records.findings import Origin
from graph.records.source_record import (
    AuthorityRecord,
    FindingRecord,
    PublicationRecord,
    ResponseDocumentRecord,
    SourceRecord,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: dict[str, type] = {
    "finding": FindingRecord,
    "document": ResponseDocumentRecord,
    "publication": PublicationRecord,
    "organisation": Organisation,
    "initiative": Initiative,
}
_NAMES = {content_type: name for name, content_type in _KINDS.items()}

_LARGEST = 1024 * 1024 * 1024
"""Bytes that the records of one file may unpack to."""


class _KeptRecord(msgspec.Struct, frozen=True, array_like=True):
    kind: str
    origin: Origin
    content: msgspec.Raw


def pack_records(records: Iterable[SourceRecord]) -> bytes:
    """Pack the records of one file.

    A lone surrogate, which is no character, is kept as U+FFFD, as which it would be stated.
    """
    kept = [_KeptRecord(*_kind_and_content(record)) for record in records]
    return zlib.compress(msgspec.msgpack.encode(kept), level=1)


def unpack_records(packed: bytes) -> list[SourceRecord]:
    """The records that `pack_records` packed.

    Raises:
        DamagedStoreError: If the bytes are no such records.
    """
    try:
        unpacked = zlib.decompressobj().decompress(packed, _LARGEST)
        kept = _decoder(list[_KeptRecord]).decode(unpacked)
        return [_record(each) for each in kept]
    except (zlib.error, msgspec.DecodeError, KeyError, ValueError) as error:
        raise DamagedStoreError(
            f"The records that the store keeps cannot be read ({error}). "
            "Build the graph again from its files."
        ) from error


def _kind_and_content(record: SourceRecord) -> tuple[str, Origin, msgspec.Raw]:
    content = record.content
    value = content.authority if isinstance(content, AuthorityRecord) else content
    try:
        encoded = msgspec.msgpack.encode(value)
    except UnicodeEncodeError:
        encoded = msgspec.msgpack.encode(_without_surrogates(msgspec.to_builtins(value)))
    return _NAMES[type(value)], record.origin, msgspec.Raw(encoded)


def _without_surrogates(value: object) -> object:
    """Plain values with U+FFFD for each lone surrogate in a text."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {name: _without_surrogates(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(each) for each in value]
    return value


def _record(kept: _KeptRecord) -> SourceRecord:
    content = _decoder(_KINDS[kept.kind]).decode(kept.content)
    if isinstance(content, Organisation | Initiative):
        return SourceRecord(kept.origin, AuthorityRecord(content))
    return SourceRecord(kept.origin, content)


@cache
def _decoder(content_type: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 - any type
    return msgspec.msgpack.Decoder(content_type)
