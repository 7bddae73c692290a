"""The command line in this process, with what it prints to both streams."""

from __future__ import annotations

import io
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest

from joinedup.cli import main

if TYPE_CHECKING:
    from collections.abc import Mapping


def run_captured(line: str, names: Mapping[str, object], width: int = 100) -> tuple[str, int]:
    """Run a command line.

    Args:
        line: Its words, as a shell takes them, after `joinedup`; names may stand in braces.
        names: What stands for the names in braces.
        width: Columns of the screen.

    Returns:
        What was printed to both streams, in order, and the exit code.
    """
    words = shlex.split(line.format(**names))
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        patch.setattr(sys, "argv", ["joinedup", *words])
        with redirect_stdout(printed), redirect_stderr(printed), pytest.raises(SystemExit) as end:
            main()
    printed.seek(0)
    return printed.read(), int(end.value.code or 0)
