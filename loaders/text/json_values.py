"""JSON as services serve it: fields that are null, missing or of another type than documented.

A field that cannot be read is left out and told of; what stands beside it is read all the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from loaders.text.control_marks import ControlMarks

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 20_000
"""Characters of one value; what is longer is no name, title or date."""

_DAY = len("2024-03-31")


@dataclass(frozen=True, slots=True)
class JsonObject:
    """An object of JSON, and what could not be read in it.

    Attributes:
        values: Its values by their keys.
        problems: What was not read, a sentence each; one list for an object and all in it.
        place: The keys that lead to it, as ``committee.``; empty at the top.
        marks: Puts marks for control characters.
    """

    values: dict[str, Any]
    problems: list[str] = field(default_factory=list)
    place: str = ""
    marks: ControlMarks = field(default_factory=ControlMarks)

    def text(self, *names: str) -> str:
        """The first of these values that is there, on one line; numbers as their figures."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, bool) or not isinstance(value, str | int | None):
                self._leave_out(name, value, "a text")
            elif value is not None and (words := self._words(name, value)):
                return words
        return ""

    def name(self, *names: str) -> str:
        """The first of these values that is there and can be a name: it holds a letter."""
        words = self.text(*names)
        if words and not any(map(str.isalpha, words)):
            self._leave_out(" or ".join(names), words, "a name")
            return ""
        return words

    def _words(self, name: str, value: str | int) -> str:
        try:
            words = str(value)
        except ValueError:  # more figures than Python writes
            words = ""
        if len(words) > _LONGEST or not (words or value == ""):
            self.problems.append(f"{self.place}{name} is longer than any name, so it was left out.")
            return ""
        return " ".join(self.marks.put_in(words).split())

    def day(self, name: str) -> date | None:
        """The day of a value that is a date, or a date with a time of day."""
        words = self.text(name)
        try:
            return date.fromisoformat(words[:_DAY]) if words else None
        except ValueError:
            self._leave_out(name, words, "a day such as 2024-03-31")
            return None

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A value that is true or false."""
        value = self.values.get(name)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self._leave_out(name, value, "true or false")
        return default

    def objects(self, name: str) -> Iterator[JsonObject]:
        """The objects in a list, or the one object that stands in its place."""
        for place, value in enumerate(self.listed(name), start=1):
            if isinstance(value, dict):
                yield self._inside(value, f"{name} {place}")
            elif value is not None:
                self._leave_out(f"{name} {place}", value, "an object")

    def inner(self, name: str) -> JsonObject:
        """An object, or the only one in a list; an empty one where there is none."""
        value = self.values.get(name)
        if isinstance(value, list) and len(value) <= 1:
            value = value[0] if value else None
        if isinstance(value, dict):
            return self._inside(value, name)
        if value is not None:
            self._leave_out(name, value, "an object")
        return self._inside({}, name)

    def listed(self, name: str) -> list[Any]:
        """The values in a list, or the one value that stands in its place."""
        value = self.values.get(name)
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    def _inside(self, values: dict[str, Any], name: str) -> JsonObject:
        return JsonObject(values, self.problems, f"{self.place}{name}.", self.marks)

    def _leave_out(self, name: str, value: object, expected: str) -> None:
        self.problems.append(
            f"{self.place}{name} is {_described(value)} and not {expected}, so it was left out."
        )


def _described(value: object) -> str:
    """A value as messages name it."""
    if isinstance(value, str):
        return repr(value[:60])
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return "true or false" if isinstance(value, bool) else "a number"


def describe_json(text: str) -> str:
    """What JSON a file holds that nothing reads, and what is read, in sentences; empty if none."""
    body = text.removeprefix("\ufeff").strip()
    if body[:1] not in {"{", "["}:
        return ""
    read_of_json = (
        "Of JSON, publications of Parliament’s Committees API, pages of GOV.UK’s content API, "
        "bodies of its organisations API and reports on the site of the National Audit Office are "
        "read."
    )
    try:
        keys = sorted(decode_json(body, dict[str, msgspec.Raw]))
    except ValueError:
        return f"It is not whole JSON, or a list of other things. {read_of_json}"
    listed = ", ".join(key[:40] for key in keys[:8])
    return f"It is JSON with the keys {listed or 'of nothing'}. {read_of_json}"


def decode_json(raw: bytes | str, target: Any = Any) -> Any:  # noqa: ANN401 - the caller says what
    """Decode JSON.

    Args:
        raw: The JSON.
        target: The type that it is to have, as msgspec takes it.

    Raises:
        ValueError: If it is none, or of another type; says what is wrong.
    """
    try:
        return msgspec.json.decode(raw, type=target)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from None
    except UnicodeError:
        raise ValueError("it holds half of a character") from None
