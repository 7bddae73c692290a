"""The objects in a file of the Committees API: one, a list answer, a list, or one on each line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from loaders.registers.register_csv import lines
from loaders.text.json_values import decode_json

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEEDED = frozenset({"id", "description"})
_BESIDE = frozenset(
    {"publicationStartDate", "responseToPublicationId", "hcNumber", "hlPaper", "documents"}
)
"""Keys by which a publication is told from the other objects that the API serves."""

_HEAD = 2_000_000
"""Characters of a first line that may be one publication."""


class ListAnswer(msgspec.Struct, frozen=True):
    """What the API answers where a list is asked for.

    Attributes:
        items: The objects, as they stand.
        total: How many there are in all.
    """

    items: list[msgspec.Raw]
    total: msgspec.Raw = msgspec.field(name="totalResults", default=msgspec.Raw(b"0"))


@dataclass(frozen=True, slots=True)
class ServedObject:
    """An object as it stands in a file.

    Attributes:
        raw: Its exact characters.
        line: Line on which it begins, from 1.
    """

    raw: str
    line: int


@dataclass(frozen=True, slots=True)
class ServedFile:
    """What a file holds.

    Attributes:
        objects: The objects in order.
        missing: How many more there are on other pages of the list, by its own word.
    """

    objects: tuple[ServedObject, ...]
    missing: int = 0


def read_file(text: str) -> ServedFile:
    """The objects in a file; none if it is no JSON, or its first line is no object."""
    body = text.removeprefix("\ufeff")
    if (whole := _whole(body)) is not None:
        return whole
    return ServedFile(tuple(_on_lines(body)))


def is_publication(raw: str) -> bool:
    """Whether an object has the keys that publications alone have."""
    try:
        values = decode_json(raw, dict[str, msgspec.Raw])
    except ValueError:
        return False
    return values.keys() >= _NEEDED and not _BESIDE.isdisjoint(values)


def _whole(body: str) -> ServedFile | None:
    """What a file holds that is one value of JSON; None if it is not."""
    first = body.lstrip()[:1]
    try:
        if first == "[":
            return ServedFile(tuple(_placed(body, decode_json(body, list[msgspec.Raw]))))
        if first != "{":
            return ServedFile(())
        keys = decode_json(body, dict[str, msgspec.Raw])
        if "items" not in keys or "id" in keys:
            begin = len(body) - len(body.lstrip())
            return ServedFile((ServedObject(body.strip(), body.count("\n", 0, begin) + 1),))
        answer = decode_json(body, ListAnswer)
    except ValueError:
        return None
    return ServedFile(tuple(_placed(body, answer.items)), _missing(answer))


def _missing(answer: ListAnswer) -> int:
    try:
        total = decode_json(bytes(answer.total), int)
    except ValueError:
        return 0
    return max(int(total) - len(answer.items), 0)


def _placed(body: str, pieces: list[msgspec.Raw]) -> Iterator[ServedObject]:
    """The objects of a list, each with the line on which it begins."""
    place, line = 0, 1
    for piece in pieces:
        raw = bytes(piece).decode("utf-8")
        start = body.index(raw, place)
        line += body.count("\n", place, start)
        place = start
        yield ServedObject(raw, line)


def _on_lines(body: str) -> Iterator[ServedObject]:
    for number, line in lines(body):
        if line.strip():
            yield ServedObject(line.strip(), number)
