"""Content negotiation: which of several media types a client likes best (RFC 9110, 12.5.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from collections.abc import Sequence

_RANGE = re.compile(r"\s*([\w.+*-]+)/([\w.+*-]+)\s*((?:;[^,]*)?)")
_QUALITY = re.compile(r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|\Z)", re.IGNORECASE)
_MOST_RANGES = 100
"""Ranges of an `Accept` header that are read; browsers send ten."""

HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Representation:
    """A form in which something can be sent.

    Attributes:
        media_type: Its media type.
        others: Other names that clients have for it.
    """

    media_type: str
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of it, the media type first."""
        return (self.media_type, *self.others)


def qualities(accept: str) -> dict[str, float]:
    """The ranges of an `Accept` header, each with how much it is liked, 0 to 1."""
    ranges: dict[str, float] = {}
    for part in accept.lower().split(",")[:_MOST_RANGES]:
        if match := _RANGE.fullmatch(part):
            quality = _QUALITY.search(match[3])
            name = f"{match[1]}/{match[2]}"
            ranges[name] = max(ranges.get(name, 0.0), float(quality[1]) if quality else 1.0)
    return ranges


def quality_of(media_type: str, ranges: dict[str, float]) -> float:
    """How much a media type is liked: the narrowest range that holds it decides."""
    kind = media_type.partition("/")[0]
    for name in (media_type, f"{kind}/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0 if ranges else 1.0


def choose(accept: str, offers: Sequence[Representation]) -> tuple[Representation, str] | None:
    """The offer that a client likes best, and the name by which it likes it.

    Of those that it likes alike the first one is taken. A browser, which likes pages best, would
    by its `Accept` be given XML; it gets the first one instead.

    Args:
        accept: The header `Accept`; empty if there is none.
        offers: What there is, the usual one first.
    """
    ranges = qualities(accept)
    best = max(
        (
            (quality_of(name, ranges), offer, name)
            for offer in offers
            for name in offer.names
            if name == offer.media_type or name in ranges
        ),
        key=lambda choice: choice[0],
    )
    if best[0] <= 0:
        return None
    if ranges.get(HTML, 0) >= best[0] and HTML not in best[1].names:
        return offers[0], offers[0].media_type
    return best[1], best[2]


def prefers_html(accept: str) -> bool:
    """Whether a client likes a page best: it names HTML, and nothing that it likes better."""
    ranges = qualities(accept)
    return ranges.get(HTML, 0) > 0 and ranges[HTML] >= max(ranges.values())


def not_acceptable(offers: Sequence[Representation]) -> HTTPException:
    """The refusal of a request whose `Accept` fits nothing; it says what there is."""
    listed = ", ".join(offer.media_type for offer in offers)
    return HTTPException(
        406,
        f"The header Accept names nothing that there is. There is {listed}.",
    )


def content_type(name: str) -> str:
    """A media type as the header says it: text says that it is UTF-8."""
    return f"{name}; charset=utf-8" if name.startswith("text/") else name
