"""What is added to a package is found by listing it, and registered nowhere else."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_Definition = TypeVar("_Definition", bound=_Named)


def listed_modules(package: str) -> Iterator[tuple[str, ModuleType]]:
    """Every module of a package with its name, in order of names; folders are left out.

    Args:
        package: Full name of the package, such as ``loaders.formats``.
    """
    for module in iter_modules(import_module(package).__path__):
        if not module.ispkg:
            yield module.name, import_module(f"{package}.{module.name}")


def listed_folders(package: str, part: str) -> Iterator[tuple[str, ModuleType]]:
    """One module of every folder of a package that holds it, with the folder's name, in order.

    Args:
        package: Full name of the package, such as ``loaders.sources``.
        part: Name of the module, such as ``loader``; a folder without it is left out.
    """
    home = Path(import_module(package).__path__[0])
    for path in sorted(home.glob(f"*/{part}.py")):
        yield path.parent.name, import_module(f"{package}.{path.parent.name}.{part}")


def listed_definitions(
    package: str, attribute: str, kind: type[_Definition]
) -> dict[str, _Definition]:
    """What every module of a package says of itself, by the name it gives itself.

    Args:
        package: Full name of the package, such as ``queries.exports``.
        attribute: Name under which a module holds its definition, such as ``EXPORT``.
        kind: Class of the definitions.

    Raises:
        TypeError: If a module has no such definition, or its name is taken.
    """
    definitions: dict[str, _Definition] = {}
    for name, module in listed_modules(package):
        definition = getattr(module, attribute, None)
        if not isinstance(definition, kind) or definition.name in definitions:
            raise TypeError(f"{name}.py needs {attribute}: {kind.__name__} with a name of its own")
        definitions[definition.name] = definition
    return definitions
