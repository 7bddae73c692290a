"""Documents as Parliament's Committees API serves them: JSON that holds a file in base64."""

from __future__ import annotations

import binascii
from base64 import b64decode
from typing import TYPE_CHECKING

import msgspec

from graph.errors import InputError
from loaders.text.json_values import decode_json
from loaders.text.packed_members import PackedMember, outside_problem
from loaders.text.zip_bytes import LARGEST_MEMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES: tuple[str, ...] = ()
"""None of its own: files of the format JSON have its ending."""

_KEYS = (b'"fileName"', b'"data"')


class _ServedDocument(msgspec.Struct, frozen=True):
    name: msgspec.Raw = msgspec.field(name="fileName")
    data: str
    size: msgspec.Raw = msgspec.field(name="fileSize", default=msgspec.Raw(b"null"))


def recognises(raw: bytes, suffix: str) -> bool:  # noqa: ARG001 - every kind is asked so
    """Whether bytes are an object with the name of a file and its content."""
    head = raw[:100].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and all(key in raw for key in _KEYS) and _read(raw) is not None


def members(raw: bytes, name: str) -> Iterator[PackedMember]:
    """The file.

    Raises:
        InputError: If its content is no base64.
    """
    served = _read(raw)
    assert served is not None  # noqa: S101 - it was recognised
    file_name = _text(served.name).replace("\\", "/").rpartition("/")[2].strip() or "document"
    if len(served.data) > LARGEST_MEMBER // 3 * 4:
        yield PackedMember(
            file_name,
            problem=f"It is larger than the {LARGEST_MEMBER >> 20} MiB that are read of one file "
            "in another. Decode it and name it.",
        )
        return
    try:
        content = b64decode("".join(served.data.split()), validate=True)
    except (binascii.Error, ValueError):
        raise InputError(f"{name} holds a file that is no whole base64. Fetch it again.") from None
    note = ""
    if (size := _number(served.size)) and size != len(content):
        note = (
            f"By its own word it has {size:,} bytes, and it has {len(content):,}. If something is "
            "missing in it, fetch it again."
        )
    yield PackedMember(file_name, content, outside_problem(file_name), note=note)


def _read(raw: bytes) -> _ServedDocument | None:
    try:
        served: _ServedDocument = decode_json(raw.removeprefix(b"\xef\xbb\xbf"), _ServedDocument)
    except ValueError:
        return None
    return served


def _text(value: msgspec.Raw) -> str:
    try:
        return str(decode_json(bytes(value), str))
    except ValueError:
        return ""


def _number(value: msgspec.Raw) -> int:
    try:
        return int(decode_json(bytes(value), int))
    except ValueError:
        return 0
