"""What a person installs who wants more than joinedup needs: its extras, and how they are got."""

from __future__ import annotations

import re

_EXTRA = re.compile(r" *extra *== *['\"](?P<extra>[\w-]+)['\"] *")


def install_command(extra: str) -> str:
    """The command line that installs the packages of an extra, wherever joinedup came from.

    joinedup is in no index, so that the usual line with its name would fail; the packages that it
    asks for are.

    Args:
        extra: Name of the extra, such as ``fetch``.
    """
    from importlib.metadata import (  # noqa: PLC0415 - slow to import, and seldom needed
        PackageNotFoundError,
        requires,
    )

    try:
        lines = [line.partition(";") for line in requires("joinedup") or ()]
    except PackageNotFoundError:  # it runs from a folder that was never installed
        lines = []
    packages = [
        f'"{package.strip()}"'
        for package, _, marker in lines
        if (match := _EXTRA.fullmatch(marker)) and match["extra"] == extra
    ]
    return " ".join(["pip install", *(packages or [f"'.[{extra}]'"])])
