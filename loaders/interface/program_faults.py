"""What is said of an exception that nobody foresaw: it is the program's fault, not the file's."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb

_PROJECT = Path(__file__).parents[2]


def describe_fault(error: Exception, subject: str) -> str:
    """A sentence with which a fault of the program can be reported.

    Args:
        error: The exception; its message is left out, as it may hold text of the file.
        subject: What could not be read because of it, such as `This file`.
    """
    if isinstance(error, MemoryError):
        return f"{subject} needs more memory than there is. Split it into smaller files."
    if isinstance(error, RecursionError):
        return f"{subject} is nested too deeply to be read{_where(error)}."
    return (
        f"{subject} could not be read because of a fault in joinedup, not in the file: please "
        f"report “{type(error).__name__}{_where(error)}” to its authors."
    )


def _where(error: Exception) -> str:
    """The last line of our own that the exception passed, as ` in loaders/text/x.py line 12`."""
    for frame in reversed(extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_PROJECT) and "site-packages" not in path.parts:
            return f" in {path.relative_to(_PROJECT).as_posix()} line {frame.lineno}"
    return ""
