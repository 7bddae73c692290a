"""joinedup with all that it needs in one file: `python -m distribution.single_file joinedup.pyz`.

Whoever may install nothing starts it with `python joinedup.pyz`. It holds compiled packages, so it
serves the version of Python and the kind of computer that it was made with, and says so elsewhere.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from distribution import launcher
from distribution.package_files import needed_packages, package_files
from joinedup.atomic_write import draft_file

if TYPE_CHECKING:
    from collections.abc import Iterator

EXTRAS = ("fetch", "tables")
"""What is in it beside what joinedup needs: fetching, and data frames."""

_ROOT = Path(__file__).parent.parent
_SHEBANG = b"#!/usr/bin/env python3\n"
_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The same packages give the same bytes on any day."""


def write_single_file(output: Path, compression: int = 6) -> None:
    """Write the file.

    Args:
        output: Where; what is there is replaced.
        compression: From 1, which is quick, to 9, which is small.

    Raises:
        PackageNotFoundError: If a package is not installed that it is to hold.
        CalledProcessError: If the wheel of the project cannot be built.
    """
    digest = sha256()
    with draft_file(output) as draft, draft.open("wb") as file:
        file.write(_SHEBANG)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=compression) as archive:
            for name, content in _contents():
                digest.update(f"{name}\0{len(content)}\0".encode() + content)
                _add(archive, f"{launcher.PACKAGES}/{name}", content)
            made_for = f"{launcher.this_python()}\n{digest.hexdigest()[:16]}\n"
            _add(archive, launcher.MADE_FOR, made_for.encode())
            _add(archive, "__main__.py", Path(launcher.__file__).read_bytes())


def _contents() -> Iterator[tuple[str, bytes]]:
    """The files of the project's own wheel, then those of every package that it needs."""
    with tempfile.TemporaryDirectory() as folder:
        build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
        subprocess.run(build, cwd=_ROOT, check=True, capture_output=True)  # noqa: S603 - our own
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for name in sorted(archive.namelist()):
                yield name, archive.read(name)
    for package in needed_packages("joinedup", EXTRAS):
        for name, path in sorted(package_files(package)):
            yield name, path.read_bytes()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _NO_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


if __name__ == "__main__":
    write_single_file(Path(sys.argv[1]))
