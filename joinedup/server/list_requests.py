"""What the address of a list asks for: words, filters and the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from graph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.requests import Request

SIZE = 50
"""Rows of a page of a list."""

_OWN = ("q", "page")
_LARGEST_PAGE = 100_000


def list_query(request: Request, size: int = SIZE) -> dict[str, Any]:
    """Words, filters, and which rows.

    Raises:
        UsageError: If the page is no whole number from 1.
    """
    page_words = request.query_params.get("page", "1")
    if (
        not page_words.isascii()
        or not page_words.isdecimal()
        or not 1 <= int(page_words[:9]) <= _LARGEST_PAGE
    ):
        raise UsageError(f"{page_words!r} is no page: pages are whole numbers from 1.")
    filters: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if name not in _OWN and value:
            filters.setdefault(name, []).append(value)
    number = int(page_words)
    return {
        "words": request.query_params.get("q", ""),
        "filters": filters,
        "page": number,
        "size": size,
        "offset": (number - 1) * size,
    }


def known_filters(filters: dict[str, list[str]], facets: Collection[str]) -> dict[str, list[str]]:
    """The filters of a list.

    Raises:
        UsageError: If one of them is no property by which the list can be narrowed.
    """
    if unknown := sorted(filters.keys() - set(facets)):
        raise UsageError(
            f"The list cannot be narrowed by {unknown[0]!r}; it can by: {', '.join(facets)}."
        )
    return filters


class ListAddresses:
    """Addresses of the same list with other filters or another page; templates use them."""

    def __init__(self, request: Request, query: dict[str, Any]) -> None:
        """Start from what a request asks."""
        self._path = request.url.path
        self._words = query["words"]
        self._filters: dict[str, list[str]] = query["filters"]

    def with_value(self, name: str, value: str) -> str:
        """The list narrowed by one more value."""
        values = [*self._filters.get(name, ()), value]
        return self._address({**self._filters, name: list(dict.fromkeys(values))})

    def without(self, name: str, value: str) -> str:
        """The list without one of its filters."""
        values = [each for each in self._filters.get(name, ()) if each != value]
        return self._address({**self._filters, name: values})

    def has(self, name: str, value: str) -> bool:
        """Whether the list is narrowed by a value."""
        return value in self._filters.get(name, ())

    def of_page(self, number: int) -> str:
        """Another page of the same list."""
        return self._address(self._filters, number)

    @property
    def query(self) -> str:
        """What stands behind the path, with its question mark; empty if nothing does."""
        return self._address(self._filters).removeprefix(self._path)

    def _address(self, filters: dict[str, list[str]], number: int = 1) -> str:
        pairs = [("q", self._words)] if self._words else []
        pairs += [(name, value) for name, values in filters.items() for value in values]
        pairs += [("page", str(number))] if number > 1 else []
        return f"{self._path}?{urlencode(pairs)}" if pairs else self._path
