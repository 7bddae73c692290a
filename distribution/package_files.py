"""The installed packages that joinedup needs, with their files."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.metadata import Distribution


def needed_packages(name: str, extras: Sequence[str] = ()) -> list[Distribution]:
    """The packages that a package needs on this computer, those that they need included.

    Args:
        name: The package; it is not among them itself.
        extras: Its extras that are wanted too.

    Raises:
        PackageNotFoundError: If one of them is not installed.
    """
    packages: dict[str, Distribution] = {}
    waiting = [(name, tuple(extras))]
    visited: set[tuple[str, tuple[str, ...]]] = set()
    while waiting:
        visited.add(current := waiting.pop())
        package = distribution(current[0])
        packages[canonicalize_name(current[0])] = package
        waiting += set(_requirements(package, current[1])) - visited
    del packages[canonicalize_name(name)]
    return [packages[key] for key in sorted(packages)]


def _requirements(
    package: Distribution, extras: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in package.requires or ():
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield canonicalize_name(requirement.name), tuple(sorted(requirement.extras))


def package_files(package: Distribution) -> Iterator[tuple[str, Path]]:
    """The files of a package: names below the folder of packages, and where each is.

    Scripts stand elsewhere and compiled bytecode is made again, so neither is among them.
    """
    for file in package.files or ():
        parts = PurePosixPath(file).parts
        if ".." in parts or "__pycache__" in parts:
            continue
        path = Path(str(file.locate()))
        if path.is_file():
            yield "/".join(parts), path
