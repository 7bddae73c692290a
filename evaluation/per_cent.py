"""Shares for people."""

from __future__ import annotations


def per_cent(share: float | None) -> float | None:
    """A share of 1 as per cent, to one place; None of nothing."""
    return None if share is None else round(100 * share, 1)
