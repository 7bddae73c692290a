"""From the bytes of a file to its text: one module a format, found by listing this folder.

A module gives `SUFFIXES`, the endings of its files in lower case; `recognises(raw)`, whether the
bytes show the format whatever the file is called; `decode(raw, name, encoding)`, the characters of
the file, to which the digest of a record refers; and `extract(text)`, what a reader sees of them,
with the spans of what is navigation. A file that no module recognises, by its bytes or by its
suffix, is plain text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.listing import listed_modules

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from loaders.text.shown_text import ShownText

_FALLBACK = "plain_text"


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of files.

    Attributes:
        name: Name of its module.
        suffixes: Endings of its files, in lower case.
        recognises: Whether bytes show the format.
        decode: The characters of a file, from its bytes, its name for messages, and its character
            encoding, which is found out where it is None; raises InputError if it cannot be read.
        extract: What a reader sees of these characters.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    decode: Callable[[bytes, str, str | None], str]
    extract: Callable[[str], ShownText]


@cache
def file_formats() -> tuple[FileFormat, ...]:
    """The format of every module of this folder, in order of name.

    Raises:
        TypeError: If a module lacks what a format consists of.
    """
    return tuple(_format(*listed) for listed in listed_modules(__name__))


def _format(name: str, module: ModuleType) -> FileFormat:
    suffixes = getattr(module, "SUFFIXES", None)
    functions = [getattr(module, part, None) for part in ("recognises", "decode", "extract")]
    if not isinstance(suffixes, tuple) or not all(map(callable, functions)):
        raise TypeError(
            f"loaders/formats/{name}.py needs SUFFIXES, recognises(raw), "
            "decode(raw, name, encoding) and extract(text)"
        )
    return FileFormat(name, suffixes, *functions)  # type: ignore[arg-type] # each is callable


def format_of(raw: bytes, suffix: str) -> FileFormat:
    """The format of a file: as its bytes show, else as its suffix says, else plain text.

    Args:
        raw: Bytes of the file, or at least its first two thousand.
        suffix: Ending of its name in lower case; empty if it has none.
    """
    formats = file_formats()
    by_bytes = (each for each in formats if each.recognises(raw))
    by_suffix = (each for each in formats if suffix in each.suffixes)
    fallback = next(each for each in formats if each.name == _FALLBACK)
    return next(by_bytes, None) or next(by_suffix, fallback)


def known_suffixes() -> frozenset[str]:
    """Endings of the files of every format."""
    return frozenset(suffix for each in file_formats() for suffix in each.suffixes)
