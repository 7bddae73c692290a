"""Looks through a file before a parser does: how large it is, how deep, and what it declares.

Each pass takes time in proportion to the file and memory for none of it. Parsers of deep brackets
use their stack up, which ends the process, or take time that grows with the square of the depth.
"""

from __future__ import annotations

import mmap
import re
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from graph.serialisation.import_limits import ImportLimits

    FileCheck = Callable[[Path, ImportLimits], None]

_TURTLE = re.compile(
    rb'"""(?:[^"\\]|\\.|"(?!""))*+(?:"""|\\?\Z)'
    rb"|'''(?:[^'\\]|\\.|'(?!''))*+(?:'''|\\?\Z)"
    rb'|"(?:[^"\\\n\r]|\\.)*+"?'
    rb"|'(?:[^'\\\n\r]|\\.)*+'?"
    rb"|<(?!<)[^<>\s]*+>?"
    rb"|\#[^\n\r]*+"
    rb"|(?P<opens><<|[\[({])|(?P<closes>>>|[\])}])",
    re.DOTALL,
)
"""Strings, IRIs and comments of Turtle and its kin, which hide brackets, and brackets."""

_JSON = re.compile(
    rb'"(?:[^"\\]|\\.)*+"?|(?P<opens>[\[{])|(?P<closes>[\]}])',
    re.DOTALL,
)


def check_size(path: Path, limits: ImportLimits) -> None:
    """Refuse a file that is too large.

    Raises:
        ValueError: If it is.
    """
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise ValueError(f"it has {size:,} bytes, and at most {limits.file_bytes:,} are read")


def check_turtle(path: Path, limits: ImportLimits) -> None:
    """Refuse a file of Turtle, TriG, N-Triples or N-Quads that is too large or too deep.

    Raises:
        ValueError: If it is.
    """
    _check_depth(path, limits, _TURTLE)


def check_json(path: Path, limits: ImportLimits) -> None:
    """Refuse a file of JSON that is too large or too deep.

    Raises:
        ValueError: If it is.
    """
    _check_depth(path, limits, _JSON)


def check_xml(path: Path, limits: ImportLimits) -> None:
    """Refuse a file of XML that is too large or too deep, or declares more than short names.

    Raises:
        ValueError: If it is, does, or is no well-formed XML.
    """
    check_size(path, limits)
    scan = _XmlScan(limits)
    parser = expat.ParserCreate()
    parser.StartElementHandler = scan.open_element
    parser.EndElementHandler = scan.close_element
    parser.EntityDeclHandler = scan.declare
    try:
        with path.open("rb") as file:
            parser.ParseFile(file)
    except expat.ExpatError as error:
        raise ValueError(f"it is no well-formed XML: {error}") from error


def _check_depth(path: Path, limits: ImportLimits, tokens: re.Pattern[bytes]) -> None:
    check_size(path, limits)
    if not path.stat().st_size:
        return
    with path.open("rb") as file:
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        _count_depth(tokens.finditer(content), limits)  # goes with the last token that points to it


def _count_depth(tokens: Iterable[re.Match[bytes]], limits: ImportLimits) -> None:
    depth = 0
    for token in tokens:
        if token["opens"]:
            depth += 1
            if depth > limits.depth:
                _too_deep("brackets", limits)
        elif token["closes"] and depth:
            depth -= 1


def _too_deep(what: str, limits: ImportLimits) -> NoReturn:
    raise ValueError(f"{what} are nested more than {limits.depth} deep, which is the limit")


class _XmlScan:
    """Counts elements and entities as a parser meets them."""

    def __init__(self, limits: ImportLimits) -> None:
        self._limits = limits
        self._depth = 0
        self._entities = 0

    def open_element(self, _name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._limits.depth:
            _too_deep("elements", self._limits)

    def close_element(self, _name: str) -> None:
        self._depth -= 1

    def declare(self, name: str, is_parameter: bool, value: str | None, *_origin: object) -> None:  # noqa: FBT001 - expat's signature
        """Take in the declaration of an entity."""
        self._entities += 1
        if self._entities > self._limits.entities:
            raise ValueError(f"it declares more than {self._limits.entities} entities, the limit")
        if value is None or is_parameter:
            raise ValueError(f"its entity {name!r} stands for another file, and none is read")
        if "&" in value or "%" in value:
            raise ValueError(f"its entity {name!r} is made of others, which is not read")
        if len(value) > self._limits.entity_length:
            raise ValueError(
                f"its entity {name!r} has more than {self._limits.entity_length:,} characters, "
                "the limit"
            )
