"""Ctrl-C while the program is still being imported ends it with a sentence."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

STOPPED_AT_ONCE = """
import os, signal
from joinedup.__main__ import end_on_ctrl_c
end_on_ctrl_c()
os.kill(os.getpid(), signal.SIGINT)
import this
"""


def stopped_at_once(disposition: Callable[..., object] | int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", STOPPED_AT_ONCE],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, disposition),
    )


def test_ctrl_c_before_the_command_line_is_there_is_no_traceback() -> None:
    done = stopped_at_once(signal.default_int_handler)
    assert done.returncode == 130
    assert done.stderr.strip() == "joinedup: stopped."
    assert not done.stdout


def test_ctrl_c_that_is_ignored_stays_ignored() -> None:
    done = stopped_at_once(signal.SIG_IGN)
    assert done.returncode == 0
    assert not done.stderr
