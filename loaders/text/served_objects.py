"""The objects in a file of a service: one, the answer to a list, a list, or one on each line."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

import msgspec

from loaders.text.json_values import JsonObject, decode_json

if TYPE_CHECKING:
    from collections.abc import Iterator

_LISTS = ("items", "results")
"""Keys under which services give the objects of a list."""

_TOTALS = ("totalResults", "total")
"""Keys under which they give how many there are in all."""


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


def first_object(text: str) -> JsonObject | None:
    """The first object in a file, to see of which service it is; None if there is none."""
    for served in read_file(text).objects[:1]:
        try:
            return read_object(served, "")
        except ValueError:
            break
    return None


def read_object(served: ServedObject, noun: str) -> JsonObject:
    """The values of an object.

    Args:
        served: The object.
        noun: What it is to be, for messages.

    Raises:
        ValueError: If it is none; says what to do.
    """
    try:
        values = decode_json(served.raw)
    except ValueError as error:
        raise ValueError(f"this cannot be read as JSON ({error}); fetch it again") from None
    if not isinstance(values, dict):
        raise ValueError(f"this is no object; write one {noun} as one object")  # noqa: TRY004 - every fault of a record is told alike
    return JsonObject(values)


def _whole(body: str) -> ServedFile | None:
    """What a file holds that is one value of JSON; None if it is not."""
    first = body.lstrip()[:1]
    try:
        if first == "[":
            return ServedFile(tuple(_placed(body, decode_json(body, list[msgspec.Raw]))))
        if first != "{":
            return ServedFile(())
        keys = decode_json(body, dict[str, msgspec.Raw])
        name = next((each for each in _LISTS if each in keys), None)
        if name is None or "id" in keys:
            begin = len(body) - len(body.lstrip())
            return ServedFile((ServedObject(body.strip(), body.count("\n", 0, begin) + 1),))
        items = decode_json(bytes(keys[name]), list[msgspec.Raw])
    except ValueError:
        return None
    return ServedFile(tuple(_placed(body, items)), _missing(keys, len(items)))


def _missing(keys: dict[str, msgspec.Raw], count: int) -> int:
    """How many objects are on other pages, by the total that an answer gives."""
    total = next((keys[each] for each in _TOTALS if each in keys), msgspec.Raw(b"0"))
    try:
        return max(int(decode_json(bytes(total), int)) - count, 0)
    except ValueError:
        return 0


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
    for number, line in enumerate(StringIO(body, newline=""), start=1):
        if line.strip():
            yield ServedObject(line.strip(), number)
