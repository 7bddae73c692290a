"""Dossiers as documents: one module a format, found by listing this folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.listing import listed_modules

if TYPE_CHECKING:
    from collections.abc import Callable

    from queries.dossiers.dossier import Dossier


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A format of documents.

    Attributes:
        name: Its name, such as ``docx``.
        suffixes: Endings of its files, with the dot.
        render: Writes a dossier; gives the bytes of the file.
    """

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[Dossier], bytes]


@cache
def document_formats() -> dict[str, DocumentFormat]:
    """Every format by its name.

    Raises:
        TypeError: If a module lacks what a format consists of.
    """
    return {name: _format(name, module) for name, module in listed_modules(__name__)}


def _format(name: str, module: object) -> DocumentFormat:
    suffixes, render = getattr(module, "SUFFIXES", None), getattr(module, "render", None)
    if not isinstance(suffixes, tuple) or not callable(render):
        raise TypeError(f"{name}.py needs SUFFIXES and render(dossier)")
    return DocumentFormat(name, suffixes, render)
