"""Files that hold other files: one module a kind, found by listing this folder.

A module gives `SUFFIXES`, the endings of its files in lower case; `recognises(raw, suffix)`,
whether the bytes of a file show the kind; and `members(raw, name)`, the files in it in their order,
unpacked in memory one by one. A member that is not read has a sentence in place of its bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.listing import listed_modules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from loaders.text.packed_members import PackedMember


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of file that holds others.

    Attributes:
        name: Name of its module.
        suffixes: Endings of its files, in lower case.
        recognises: Whether bytes, with the ending of their file's name, show the kind.
        members: The files in it, from its bytes and its name for messages; raises InputError where
            it is broken, after the members before.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str], bool]
    members: Callable[[bytes, str], Iterator[PackedMember]]


@cache
def containers() -> tuple[Container, ...]:
    """The kind of every module of this folder, in order of name."""
    return tuple(
        Container(name, module.SUFFIXES, module.recognises, module.members)
        for name, module in listed_modules(__name__)
    )


def container_of(raw: bytes, suffix: str) -> Container | None:
    """The kind of container that a file is; None if it is none.

    Args:
        raw: Bytes of the file.
        suffix: Ending of its name in lower case; empty if it has none.
    """
    return next((each for each in containers() if each.recognises(raw, suffix)), None)


def container_suffixes() -> frozenset[str]:
    """Endings of the files of every kind."""
    return frozenset(suffix for each in containers() for suffix in each.suffixes)
