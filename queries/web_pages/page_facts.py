"""What is known of a thing, as a list of facts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageFact:
    """Something that is known of a thing.

    Attributes:
        fact: What sort of fact it is.
        value: Its value, in words.
        link: IRI of the thing, or address of the page, that the value is; empty if it is neither.
    """

    fact: str
    value: str
    link: str
