"""Web addresses that a line break cut in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

_URL = re.compile(r"https?://\S{1,300}[-/_]( )(?=[\w.-]{1,80}[-/][\w/.-]*)")


def broken_urls(text: str) -> Iterator[TextEdit]:
    """A web address that a line break cut in two."""
    for match in _URL.finditer(text):
        yield TextEdit(*match.span(1), "url-broken")
