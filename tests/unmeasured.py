"""The environment of a process of which no coverage is measured.

Measuring writes a file of its own, which a process cannot that may write none, and imports modules
before the first of the program.
"""

from __future__ import annotations

import os


def unmeasured() -> dict[str, str]:
    """The environment without what starts the measuring."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
