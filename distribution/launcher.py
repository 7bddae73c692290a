"""What Python runs when it is given the single file, or the folder that it was unpacked into.

Compiled packages cannot be loaded from an archive. So the first start unpacks them into a folder of
the user's, and later starts find them there. This file stands alone: it is copied into the archive
as `__main__.py`, imports nothing but the standard library, and runs on any Python 3.6 or later as
far as saying which Python is needed.
"""

import os
import shutil
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

PACKAGES = "packages"
"""The folder of the archive that holds the packages."""

MADE_FOR = "made-for.txt"
"""The file that says for which Python and kind of computer the archive was made, and its digest."""

UNPACKED = "JOINEDUP_UNPACKED"
"""The variable that names the folder to unpack into."""


def this_python() -> str:
    """Give the version of Python and the kind of computer, such as `3.12 linux-x86_64`."""
    return f"{sys.version_info[0]}.{sys.version_info[1]} {sysconfig.get_platform()}"


def main() -> None:
    """Run the command line with the packages of this archive or folder."""
    here = Path(__file__).resolve().parent
    try:
        packages = _packages_beside(here)
    except OSError as error:
        sys.exit(
            f"joinedup: It could not be unpacked: {error}. Set {UNPACKED} to a folder that you may "
            "write into."
        )
    sys.path[:] = [str(packages), *(entry for entry in sys.path if Path(entry).resolve() != here)]
    from joinedup.cli import main as run  # noqa: PLC0415 - it is there from now on

    run()


def _packages_beside(here: Path) -> Path:
    """Give the folder with the packages, unpacked from the archive where it is one."""
    if here.is_dir():
        _require_python((here / MADE_FOR).read_text(encoding="utf-8").splitlines()[0])
        return here / PACKAGES
    with zipfile.ZipFile(str(here)) as archive:
        made_for, digest = archive.read(MADE_FOR).decode("utf-8").splitlines()
        _require_python(made_for)
        return _unpack(archive, _cache_folder() / digest) / PACKAGES


def _require_python(made_for: str) -> None:
    if made_for != this_python():
        sys.exit(
            f"joinedup: This file was made for Python {made_for}; this is Python {this_python()}. "
            "Start it with the other Python, or make it with this one: make single-file"
        )


def _cache_folder() -> Path:
    named = os.environ.get(UNPACKED)
    if named:
        return Path(named).resolve()
    usual = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return Path(usual or Path.home() / ".cache") / "joinedup"


def _unpack(archive: zipfile.ZipFile, folder: Path) -> Path:
    """Give a folder with what an archive holds: filled at the first start, and then whole."""
    if folder.is_dir():
        return folder
    sys.stderr.write(f"Unpacking joinedup into {folder}, this once.\n")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = tempfile.mkdtemp(prefix="unpacking-", dir=str(folder.parent))
    try:
        archive.extractall(draft)
        Path(draft).rename(folder)
    except OSError:
        if not folder.is_dir():  # and no other start was quicker
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


if __name__ == "__main__":
    main()
