"""What tests need that pip does not install, and what becomes of a test where it is missing."""

from __future__ import annotations

import os
import shutil

import pytest


def missing(tool: str) -> None:
    """Leave a test out because a tool is not installed; on a build machine, fail it instead.

    A run on somebody's own machine may lack a browser or Java and still show all that it can. A
    build machine installs everything, so a gap there is a fault of the set-up.

    Args:
        tool: What is not installed, as the message names it.
    """
    message = f"{tool} is not installed; tests/install-tools installs it"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def require_program(name: str) -> None:
    """Leave a test out, or fail it, where a program is not on the path."""
    if shutil.which(name) is None:
        missing(name)
