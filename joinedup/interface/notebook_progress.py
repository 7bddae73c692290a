"""Progress in a notebook: one line that changes, and goes when the work is done."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_QUIET = 1.0
"""Seconds before anything is shown: what is quick needs no line."""

_PAUSE = 0.25
"""Seconds between two changes of the line."""


@contextmanager
def notebook_progress(task: str) -> Iterator[Callable[[int, int], None]]:
    """Gives a function that is told how many of how many are done.

    In a notebook it shows them; a script gets no output that it did not ask for.

    Args:
        task: What is being done, such as ``Reading``.
    """
    if not _in_notebook():
        yield lambda _done, _total: None
        return
    from IPython.display import display  # noqa: PLC0415 - slow to import

    began = shown_at = monotonic()
    line = None

    def report(done: int, total: int) -> None:
        nonlocal line, shown_at
        now = monotonic()
        if now - began < _QUIET or (line and now - shown_at < _PAUSE):
            return
        shown_at = now
        text = f'<progress max="{total}" value="{done}"></progress> {task}: {done} of {total}'
        shown = {"text/html": text, "text/plain": f"{task}: {done} of {total}"}
        if line is None:
            line = display(shown, raw=True, display_id=True)  # type: ignore[no-untyped-call] # IPython's
        else:
            line.update(shown, raw=True)

    try:
        yield report
    finally:
        if line is not None:
            line.update({"text/html": "", "text/plain": ""}, raw=True)


def _in_notebook() -> bool:
    """Whether a kernel runs this, which shows what it is given as HTML."""
    if "ipykernel" not in sys.modules:
        return False
    from IPython import get_ipython  # noqa: PLC0415 - slow to import

    return getattr(get_ipython(), "kernel", None) is not None
