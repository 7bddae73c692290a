"""Papers about a response that are none: news of it, and letters that come after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.references.departments import departments_on
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

TELLS = compile_pattern(
    r"\b(?:publish(?:es|ed|ing)?|welcom(?:es|ed|ing)|announc(?:es|ed|ing)|criticis(?:es|ed|ing)"
    r"|receiv(?:es|ed|ing)|disappoint(?:s|ed|ing)|awaited|trackers?|writing|sa(?:id|ys)|(?:has|have)\s+(?:responded|replied))\b(?!\s+\d)"
)
"""Verbs by which a sentence tells of a response; the title of one has none of them."""

_OF_OTHERS = re.compile(
    r"(?:(?:House\s+of\s+)?(?:Commons|Lords)\s+Library|Research\s+Briefing|Library\s+(?:Briefing|Note)|POSTnote"
    r"|Press\s+(?:notice|release)|News\s+(?:story|article)|Written\s+statement|Hansard)\b"
    r"|Written\s+evidence\s+(?:submitted\s+)?(?:by|from)\b",
    re.IGNORECASE,
)
"""The first words of papers in which others tell of a response, or in which none is given."""

_TO_GOVERNMENT = compile_pattern(
    r"Dear\s+(?:Secretary\s+of\s+State|(?:Prime\s+)?Minister|Permanent\s+(?:Under[- ])?Secretary"
    r"|Chancellor|(?:Home|Foreign|Health|Defence|Justice|Education|Transport|Business|Culture)\s+Secretary)\b",
    re.IGNORECASE,
)
"""The salutation of a letter that a committee writes."""

_SALUTATION = re.compile(r"Dear\s+\w")
_OPENING_LINES = 20
_EARLIER = compile_pattern(
    r"\b(?:further\s+to|follow(?:ing|s)|since|after|in\s+addition\s+to|updat(?:e|ed|es|ing)\b[^.]{0,60}"
    r"|implement(?:ation|ing)\b[^.]{0,60}|progress\b[^.]{0,60})\s+"
    r"(?:on\s+|to\s+|of\s+)?(?:(?:the|our|its|your|my)\s+)?[^.]{0,60}?\bresponse\b",
    re.IGNORECASE,
)
"""Words that speak of a response as given before."""


_IN_RESPONSE = compile_pattern(
    r"\b(?:[Ii]n\s+response\s+to|(?:respond|responding|reply|replying)\s+to|answer(?:s|ing)?)\b[^.]{0,120}?"
    r"\b(?:Committee|Report)\b"
)
_PROGRESS = compile_pattern(
    r"^(?:[^.:]{3,100}\bCommittee\s?[:–—-]\s*)?"
    r"(?:Progress|(?:Annual\s+|Further\s+)?Update|Implementation)\b.{0,100}?\brecommendations?\b.{0,120}?"
    r"\b(?:Committee|Report)\b",
    re.IGNORECASE,
)
"""The title of a department's own report on what became of a committee's recommendations."""


_PAPER = re.compile(r"\b(?:HC|HL\s+Paper)\s?\d{1,4}\b")
_RESPONSE_ALONE = re.compile(r"(?:The\s+)?Government(?:[’']s)?\s+[Rr]esponse$")


def is_of_others(lines: Sequence[str]) -> bool:
    """Whether a paper is none of those who answer: a briefing, news, or a committee's own letter.

    Args:
        lines: Its first lines.
    """
    opening = lines[:_OPENING_LINES]
    return any(_OF_OTHERS.match(line) or _TO_GOVERNMENT.match(line) for line in opening)


def may_answer_item_by_item(lines: Sequence[str]) -> bool:
    """Whether a paper may answer a report though its title calls it no response.

    So do letters of departments that open by saying what they answer, reports on progress, and
    papers that name the report and then say "Government response" by itself. Whether they do is
    seen by their items.

    Args:
        lines: Its first lines.
    """
    opening = lines[:_OPENING_LINES]
    begins = next((index for index, line in enumerate(opening) if _SALUTATION.match(line)), None)
    answers = begins is not None and _IN_RESPONSE.search(" ".join(opening[begins:]))
    if answers:
        return any(map(departments_on, opening))
    titles = (" ".join(opening[place : place + 3]) for place in range(len(opening)))
    if any(map(_PROGRESS.match, titles)):
        return True
    alone = next((place for place, line in enumerate(opening) if _RESPONSE_ALONE.match(line)), 0)
    above = " ".join(opening[:alone])
    return "Committee" in above and _PAPER.search(above) is not None


def is_later_letter(lines: Sequence[str]) -> bool:
    """Whether a document is a letter that goes back to a response that was given before.

    Args:
        lines: Its first lines.
    """
    opening = lines[:_OPENING_LINES]
    begins = next((index for index, line in enumerate(opening) if _SALUTATION.match(line)), None)
    return begins is not None and _EARLIER.search(" ".join(opening[begins:])) is not None
