"""How a run says what it is doing."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int | None], None]
"""Told what is being fetched, how many of it are done, and of how many where that is known."""
