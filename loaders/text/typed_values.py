"""Turns values of JSON lines, TOML files and the like into structs, and faults into plain words.

The types of a struct say what a file may hold. What msgspec finds wrong is told here once, by the
name of the key, with the value that stands there and with what to write in its place.
"""

from __future__ import annotations

import re
import tomllib
from enum import Enum
from reprlib import Repr
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import msgspec

from loaders.text.file_bytes import read_file_bytes
from loaders.text.file_names import file_name, printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

T = TypeVar("T")

Step = str | int
"""A key of a table, or a position in a list."""

_FAULT = re.compile(r"(?P<fault>.*?)(?: - at `\$(?P<path>[^`]*)`)?", re.DOTALL)
_NAMED_FIELD = re.compile(r"Object (missing required|contains unknown) field `(.*)`", re.DOTALL)
_WRONG_TYPE = re.compile(r"Expected `([^`]*?)( \| null)?`, got `.*`")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(?:(\d+)|(\.\.\.))\]")

_REPR = Repr()
_REPR.maxstring = _REPR.maxother = _REPR.maxlong = 200
_REPR.maxlevel = 3

_HOW_TO_WRITE = {
    "array": "a list in square brackets",
    "bool": "true or false",
    "date": "a day such as 2024-03-01",
    "int": "a whole number",
    "object": "keys with their values",
    "str": "a text in quotation marks",
}


class WrongValueError(ValueError):
    """What is wrong with a value, and what to do; knows the keys and positions that lead to it."""

    def __init__(self, problem: str, steps: list[Step]) -> None:
        """Say what is wrong with the value at the end of `steps`."""
        super().__init__(problem)
        self.steps = steps


def to_struct(values: object, struct: type[T], subject: str = "the row") -> T:
    """Hold values against the types of a struct.

    Args:
        values: What a parser made of a file or a line.
        struct: The type they must fit.
        subject: What the values are, for messages.

    Raises:
        ValueError: If they do not fit; the message names the key and says what to do.
    """
    try:
        return msgspec.convert(values, struct)
    except msgspec.ValidationError as error:
        problem = str(error)
        steps = _steps(problem) or _unknown_key(problem)
        raise WrongValueError(_explain(problem, values, struct, subject), steps) from error


_LONG_KEY = re.compile(r"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){50}")


def read_toml(path: Path, struct: type[T]) -> T:
    """Read a TOML file into a struct.

    Raises:
        InputError: If the file cannot be opened.
        ValueError: If it is no TOML in UTF-8 or does not fit; the message names the file, the
            line where one is known, and the key.
    """
    text = ""
    try:
        text = read_file_bytes(path).raw.decode("utf-8-sig")
        return to_struct(_parsed(text), struct, "the file")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = f"line {line} is not UTF-8 text; save the file as UTF-8"
    except RecursionError:
        problem = "it is nested too deeply; write a flat table for each entry"
    except tomllib.TOMLDecodeError as error:
        problem = f"it is no TOML: {error}"
    except WrongValueError as error:
        line_found = _line_of(error.steps, text)
        problem = f"line {line_found}: {error}" if line_found else str(error)
    except ValueError:  # the one thing in which the parser lets Python speak
        problem = "a number in it has too many figures; write it in quotation marks, if it is meant"
    raise ValueError(f"{file_name(path)}: {problem}")


def _parsed(text: str) -> dict[str, object]:
    if _LONG_KEY.search(text):  # each part of a key costs the parser the time of all before it
        raise RecursionError
    return tomllib.loads(text)


def _line_of(steps: list[Step], text: str) -> int | None:
    """Line of a TOML file on which the table or list begins that steps lead into, from 1."""
    if not steps or not isinstance(steps[0], str):
        return None
    number = steps[1] if len(steps) > 1 and isinstance(steps[1], int) else 0
    key = rf"[\"']?{re.escape(steps[0])}[\"']?"
    patterns = (rf"^[ \t]*\[\[?[ \t]*{key}[ \t]*\]", rf"^[ \t]*{key}[ \t]*=")
    patterns = (rf"^[ \t]*\[\[?[ \t]*{key}[ \t]*\]", rf"^[ \t]*{key}[ \t]*=")
    heads = [m.start() for each in patterns for m in re.finditer(each, text, re.MULTILINE)]
    if not heads:
        return None
    start = heads[number] if number < len(heads) else heads[-1]
    return text.count("\n", 0, start) + 1


def check_word(name: str, word: str | None, allowed: Iterable[str]) -> None:
    """Refuse a word that a vocabulary does not hold; None is no word.

    Raises:
        ValueError: If the word is unknown; the message lists those that may stand there.
    """
    if word is not None and word not in (words := list(allowed)):
        raise ValueError(f"{name} {word!r} is unknown; use one of {', '.join(words)}")


def check_name(key: str, name: str) -> None:
    """Refuse a name that could never stand in a text.

    Raises:
        ValueError: If it has neither a letter nor a figure, or a character that does not print.
    """
    if printable(name) != name:
        raise ValueError(f"{key} {_written(name)} holds a character that does not print; remove it")
    if not any(character.isalnum() for character in name):
        raise ValueError(f"{key} {_written(name)} has neither a letter nor a figure; write a name")


def _explain(text: str, values: object, struct: object, subject: str) -> str:
    """The fault that msgspec's message tells of, with the value and what to do about it."""
    match = _FAULT.fullmatch(text)
    fault = match["fault"] if match else text
    steps = _steps(text)
    label = " ".join(step if isinstance(step, str) else str(step + 1) for step in steps)
    try:
        value, hint = _value_at(steps, values, struct)
        if field := _NAMED_FIELD.fullmatch(fault):
            return _key_fault(field, label or subject, value, hint)
    except (KeyError, IndexError, TypeError):  # the values of an open table have no full path
        return text
    if wrong := _WRONG_TYPE.fullmatch(fault):
        how = _HOW_TO_WRITE.get(wrong[1], wrong[1]) + (", or leave it out" if wrong[2] else "")
        return f"{label or subject} is {_written(value)}; write it as {how}"
    if fault.startswith("Invalid enum value"):
        return f"{label} {_written(value)} is unknown; use one of {', '.join(_choices(hint))}"
    if fault.startswith("Invalid RFC3339 encoded date"):
        return f"{label} {_written(value)} is not a day; write it as 2024-03-01"
    return f"{label}: {fault}" if label else fault


def _steps(text: str) -> list[Step]:
    """The keys and positions that lead to the value of which msgspec's message tells."""
    match = _FAULT.fullmatch(text)
    path = (match["path"] or "") if match else ""
    return [key or open_key or int(index) for key, index, open_key in _STEP.findall(path)]


def _unknown_key(text: str) -> list[Step]:
    """The key of which msgspec says that the whole has it and should not."""
    field = _NAMED_FIELD.fullmatch(text)
    return [field[2]] if field and "unknown" in field[1] else []


def _written(value: object) -> str:
    """A value as messages print it, however large it is."""
    return _REPR.repr(value)


def _key_fault(field: re.Match[str], owner: str, value: Any, struct: Any) -> str:  # noqa: ANN401 - what a parser made
    if field[1] == "missing required":
        return f"{owner} has no {field[2]}; fill it in"
    fields = _field_types(struct)
    unknown = ", ".join(printable(name)[:60] for name in sorted(value.keys() - fields.keys())[:10])
    return f"{owner} has unknown keys: {unknown}; known are {', '.join(fields)}"


def _value_at(steps: list[Step], value: Any, hint: Any) -> tuple[Any, Any]:  # noqa: ANN401 - what a parser made
    for step in steps:
        value = value[step]
        hint = _field_types(hint)[step] if isinstance(step, str) else get_args(hint)[0]
    return value, hint


def _field_types(struct: Any) -> dict[str, Any]:  # noqa: ANN401 - a type of msgspec
    """Types of a struct's fields by the keys that files use for them."""
    return {field.encode_name: field.type for field in msgspec.structs.fields(struct)}


def _choices(hint: object) -> list[str]:
    """The words of an enumeration or of literals, within unions as well."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        return [str(member.value) for member in hint]
    return [hint] if isinstance(hint, str) else [w for arg in get_args(hint) for w in _choices(arg)]
