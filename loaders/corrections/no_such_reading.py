"""What is wrong with a correction that matches nothing."""

from __future__ import annotations

from graph.errors import UsageError


class NoSuchReadingError(UsageError):
    """What a correction overrules was not read, or what it says is already so."""
