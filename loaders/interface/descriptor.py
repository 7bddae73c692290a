"""A source's descriptor: `source.toml`, read into a checked struct."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import msgspec

from loaders.formats import known_suffixes
from loaders.text.typed_values import to_struct

if TYPE_CHECKING:
    from pathlib import Path


class Descriptor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of a source before a line of it is read.

    Attributes:
        name: Name of the source's folder.
        title: Title, for people.
        publisher: Who publishes the source.
        licence: IRI of the licence its facts come under.
        version: Version of the loader; raised whenever it reads the same bytes differently.
        address: Web address of the source.
        retrieved: ISO date on which bundled data were gathered.
        suffixes: Endings of the files this loader may be offered; where `source.toml` says
            ``suffixes = "any"``, those of every format there is, and files without one.
        bundled: Files in the source's folder that belong to the project's own data; names or globs.
        expected: Least number of records the bundled files must yield.
        register: True if its records are the names by which texts are read; loaded first.
        marks: What stands near the beginning of a register, by the ending of its file, where other
            files have that ending too.
    """

    name: str
    title: str
    publisher: str
    licence: str
    version: str
    suffixes: tuple[str, ...]
    address: str | None = None
    retrieved: str | None = None
    bundled: tuple[str, ...] = ()
    expected: int = 0
    register: bool = False
    marks: dict[str, str] = {}


def read_descriptor(path: Path) -> Descriptor:
    """Read the `source.toml` at `path`.

    Raises:
        ValueError: If a key is missing, unknown or of the wrong type; the message names the file
            and the key. It is a fault of ours, never of a user's input.
    """
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    if values.get("suffixes") == "any":
        values["suffixes"] = sorted(known_suffixes() | {""})
    try:
        return to_struct({**values, "name": path.parent.name}, Descriptor, "the file")
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
