"""Addresses that services give, which may be no addresses at all."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit


def follow_link(page: str, link: str) -> SplitResult | None:
    """Where a link on a page leads; None if that is no address.

    Args:
        page: The address of the page.
        link: The link as it stands, whole or from the page.
    """
    try:
        parts = urlsplit(urljoin(page, link.strip()))
        parts.port  # noqa: B018 - it is read only when asked for, and may be no number
    except ValueError:
        return None
    return parts
