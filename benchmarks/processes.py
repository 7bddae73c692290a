"""Measures a command in a fresh process, so that its peak memory is its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from tempfile import TemporaryFile
from time import perf_counter

_KIBIBYTES = 1024 if sys.platform != "darwin" else 1


@dataclass(frozen=True, slots=True)
class Run:
    """A command that ended well.

    Attributes:
        output: What it wrote to standard output.
        seconds: Wall time, the start of the interpreter included.
        peak: Most memory it held at a time, in bytes.
    """

    output: str
    seconds: float
    peak: int


def run(module: str, *words: object) -> Run:
    """Run `python -m MODULE WORDS…` and measure it.

    Raises:
        RuntimeError: If it does not end well; holds what it wrote to standard error.
    """
    command = [sys.executable, "-m", module, *map(str, words)]
    with TemporaryFile() as output, TemporaryFile() as errors:
        began = perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors)  # noqa: S603 - our own
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise RuntimeError(f"{' '.join(command)}\n{errors.read().decode()}")
        return Run(output.read().decode(), seconds, usage.ru_maxrss * _KIBIBYTES)
