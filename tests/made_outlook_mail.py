"""Mails of Outlook, made up: compound files with the streams that Outlook writes."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI = 512, 64
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_CUTOFF = 4096
_TEXT, _BINARY, _LONG = 0x001F, 0x0102, 0x0003


@dataclass
class Folder:
    """A storage of a compound file: streams and further storages by their names."""

    streams: dict[str, bytes] = field(default_factory=dict)
    folders: dict[str, Folder] = field(default_factory=dict)


def outlook_mail(
    *, text: str = "", page: bytes = b"", files: dict[str, bytes | Folder] | None = None
) -> bytes:
    """A mail with a text, a page in UTF-8, and files by their names; a folder is another mail."""
    root = _properties(32, {0x0037: "On reeds", 0x001A: "IPM.Note"}, text, page)
    for number, (name, content) in enumerate((files or {}).items()):
        values: dict[int, str | bytes | int] = {0x3707: name, 0x3705: 1}
        if isinstance(content, bytes):
            values[0x3701] = content
        if name.endswith(".png"):
            values[0x370E] = "image/png"
        attached = _folder(8, values)
        if isinstance(content, Folder):
            attached.folders["__substg1.0_3701000D"] = content
        root.folders[f"__attach_version1.0_#{number:08X}"] = attached
    return compound_file(root)


def _properties(head: int, values: dict[int, str | bytes | int], text: str, page: bytes) -> Folder:
    if text:
        values = {**values, 0x1000: text}
    if page:
        values = {**values, 0x1013: page, 0x3FDE: 65001}
    return _folder(head, values)


def _folder(head: int, values: dict[int, str | bytes | int]) -> Folder:
    """A storage with properties: those of variable length in streams of their own."""
    folder, rows = Folder(), b"\0" * head
    for number, value in values.items():
        if isinstance(value, int):
            rows += struct.pack("<HHIII", _LONG, number, 6, value, 0)
            continue
        kind = _TEXT if isinstance(value, str) else _BINARY
        content = value.encode("utf-16-le") if isinstance(value, str) else value
        rows += struct.pack("<HHIII", kind, number, 6, len(content), 0)
        folder.streams[f"__substg1.0_{number:04X}{kind:04X}"] = content
    folder.streams["__properties_version1.0"] = rows
    return folder


def compound_file(root: Folder) -> bytes:
    """A compound file of version 3, its small streams in one stream, as the format asks for."""
    entries = _entries(root)
    mini = bytearray()
    mini_fat: list[int] = []
    sectors: list[bytes] = []
    fat: list[int] = []
    starts: list[tuple[int, int]] = []
    for content in (entry[2] for entry in entries):
        if content is None:
            starts.append((_END, 0))
        elif len(content) < _CUTOFF:
            count = -(-len(content) // _MINI)
            first = len(mini_fat) if count else _END
            mini_fat += [*range(len(mini_fat) + 1, len(mini_fat) + count), *[_END] * bool(count)]
            mini += content.ljust(count * _MINI, b"\0")
            starts.append((first, len(content)))
        else:
            starts.append((_place(sectors, fat, content), len(content)))
    starts[0] = (_place(sectors, fat, bytes(mini)), len(mini)) if mini else (_END, 0)
    table = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    table = table.ljust(-(-len(table) // _SECTOR) * _SECTOR, b"\xff")
    mini_start = _place(sectors, fat, table) if table else _END
    directory = b"".join(
        _entry(name, kind, links, start)
        for (name, kind, _, links), start in zip(entries, starts, strict=True)
    )
    directory_start = _place(sectors, fat, directory)
    count = 1
    while count * (_SECTOR // 4) < len(fat) + count:
        count += 1
    fat_start = len(sectors)
    fat += [_FAT] * count
    words = fat + [_FREE] * (count * (_SECTOR // 4) - len(fat))
    packed = struct.pack(f"<{len(words)}I", *words)
    places = [*range(fat_start, fat_start + count), *[_FREE] * (109 - count)]
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII109I", bytes.fromhex("D0CF11E0A1B11AE1"), 0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory_start, 0, _CUTOFF, mini_start, len(table) // _SECTOR, _END, 0, *places,
    )  # fmt: skip
    return head + b"".join(sectors) + packed


def _place(sectors: list[bytes], fat: list[int], content: bytes) -> int:
    """Put a content into sectors of its own; gives the first."""
    start, count = len(sectors), -(-len(content) // _SECTOR)
    padded = content.ljust(count * _SECTOR, b"\0")
    sectors += [padded[at : at + _SECTOR] for at in range(0, len(padded), _SECTOR)]
    fat += [*range(start + 1, start + count), _END]
    return start


Entry = tuple[str, int, bytes | None, tuple[int, int]]


def _entries(root: Folder) -> list[Entry]:
    """The entries of the directory: name, kind, content, and the next beside and below it."""
    listed: list[tuple[str, int, bytes | None]] = [("Root Entry", 5, None)]
    links: dict[int, tuple[int, int]] = {}

    def add(folder: Folder, owner: int) -> None:
        numbers = []
        for name, content in folder.streams.items():
            numbers.append(len(listed))
            listed.append((name, 2, content))
        below = {}
        for name, inner in folder.folders.items():
            below[len(listed)] = inner
            numbers.append(len(listed))
            listed.append((name, 1, None))
        links[owner] = (links.get(owner, (_NONE, _NONE))[0], numbers[0] if numbers else _NONE)
        for number, following in zip(numbers, [*numbers[1:], _NONE], strict=True):
            links[number] = (following, links.get(number, (_NONE, _NONE))[1])
        for number, inner in below.items():
            add(inner, number)

    add(root, 0)
    return [(*entry, links[number]) for number, entry in enumerate(listed)]


def _entry(name: str, kind: int, links: tuple[int, int], start: tuple[int, int]) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    beside, below = links
    return struct.pack(
        "<64sHBBIII36xII4x", written, len(written), kind, 1, _NONE, beside, below, *start
    )
