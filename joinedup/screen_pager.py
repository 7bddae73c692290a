"""Long texts on a terminal: shown page by page by the user's own pager.

That is what PAGER names, or `less`. Where PAGER is empty or names no program, the text is printed.
In a pipe or a file there are no pages.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_USUAL = "less"
_QUIET_LESS = "FRX"
"""What `less` is told where the user says nothing: end where all fits, and leave the text there."""


def show_in_pages(stream: TextIO, text: str) -> bool:
    """Show a text in the pager; False if it is short, or there is no terminal or no pager."""
    if not (stream.isatty() and sys.stdin is not None and sys.stdin.isatty()):
        return False
    if text.count("\n") < shutil.get_terminal_size().lines - 1:
        return False
    words = shlex.split(os.environ.get("PAGER", _USUAL), posix=os.name != "nt")
    program = shutil.which(words[0]) if words else None
    if program is None:
        return False
    stream.flush()
    environment = {"LESS": _QUIET_LESS, **os.environ}
    content = f"{text}\n".encode(stream.encoding or "utf-8", stream.errors or "replace")
    with _stops_are_for_the_pager():
        subprocess.run(  # noqa: S603 - the program that the user names for this
            [program, *words[1:]], input=content, env=environment, check=False
        )
    return True


@contextmanager
def _stops_are_for_the_pager() -> Iterator[None]:
    """While a pager runs, Ctrl-C ends what the pager does, and not the program behind it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
