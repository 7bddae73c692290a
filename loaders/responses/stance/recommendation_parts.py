"""Parts of a recommendation in what a reply says: some of them, all of them, or none."""

from __future__ import annotations

import re

from loaders.text.patterns import compile_pattern

_PART = (
    r"(?:parts?|limbs?|elements?|aspects?|half|halves|points?|strands?|components?|bullets?"
    r"|(?:sub-?)?paragraphs?)"
)
_LABEL = r"(?:\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\)?|one|two|three|four|five|six)"
_LABELS = rf"{_LABEL}(?:(?:,|\s+(?:and|or|to))\s*{_LABEL}){{0,9}}(?![\w)])"
_LETTERS = r"\([a-h]\)(?:(?:,|\s+and)\s*\([a-h]\)){0,7}"
_ORDINAL = r"(?:first|second|third|fourth|last|latter|former)"

SOME_OF = compile_pattern(
    rf"\b(?:part|parts|elements?|aspects?|some|most|{_ORDINAL})\b"
    rf"(?:\s+(?:(?:\w+\s+){{0,3}}?{_PART}))?\s+(?:\w+\s+)?of\b"
    rf"|\b{_PART}\s+{_LABELS}\s[^.;]{{0,60}}?\bof\b",
    re.IGNORECASE,
)
"""``the first and third parts of``, ``limb (a) of``: a part is governed."""

ALL_OF = compile_pattern(
    rf"\b(?:all|both|every|each|(?:the\s+)?(?:whole|entirety))\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?{_PART}\b",
    re.IGNORECASE,
)
"""``both parts of``: the whole is governed."""

ANY_OF = compile_pattern(rf"\b(?:any|either)\s+(?:of\s+the\s+)?(?:\w+\s+)?{_PART}\b", re.IGNORECASE)
"""``not any part of``: nothing is left."""

NONE_OF = re.compile(
    r"(?:neither|none\s+of|no\s+(?:parts?|elements?|aspects?|limbs?)\s+of)\b", re.IGNORECASE
)

_ORDINAL_PART = (
    rf"the\s+{_ORDINAL}\s+(?:parts?|limbs?|elements?|half|strands?|components?)"
    r"|th(?:is|at|ese)\s+(?:parts?|limbs?|elements?)"
)

NAMED_PARTS = compile_pattern(
    rf"\s+(?:with\s+)?(?:only\s+)?(?:(?:parts?|limbs?)\s+{_LABELS}|{_LETTERS}|{_ORDINAL_PART})"
    r"(?=\s*(?:$|[.,;:]|\b(?:and|but|though|although|of\s+(?:this|the|that|your)\s+(?:[Cc]ommittee[’']s\s+)?recommendation)\b))"
)
"""``accept parts (a) and (b)`` or ``accept (a)``: of the recommendation; nothing else has such."""

_REFUSE = (
    r"(?:rejects?|disagrees?\s+with|(?:do|does|can)\s?not\s+(?:accept|agree\s+(?:with|to))"
    r"|(?:is|are)\s+unable\s+to\s+(?:accept|agree\s+(?:with|to)))"
)
_ONLY_FOR = (
    r"(?:on|about|regarding|concerning|in\s+(?:respect|relation|the\s+case)\b|as\s+(?:regards|to)\b"
    r"|for(?!\s+(?:the\s+|these\s+)?(?:\w+\s+)?(?:reasons?|now|moment|time\s+being)\b))(?!\s+(?:the\s+)?(?:grounds?|basis)\b)"
)

REST_REFUSED = compile_pattern(
    r"\b(?:the\s+)?(?:rest|remainder|remaining\s+(?:parts?|elements?))\b(?:\s+of\s+(?:it|this|the\s+recommendation))?"
    r"\s+(?:is|are)\s+(?:not\s+(?:accepted|agreed)|rejected|refused)\b"
    rf"|\b{_REFUSE}\s+the\s+(?:rest|remainder)\b"
    rf"|\b{_REFUSE}\s+(?:that|those|the\s+ones?|it|them)\s+{_ONLY_FOR}"
    rf"|\b(?:rejects?|disagrees?\s+with)\s+(?:that|the\s+one)\s+to\s"
    rf"|\b{_REFUSE}\s+the\s+(?:{_ORDINAL}|other)(?=\s*(?:$|[.,;]|\s(?:ones?|part|recommendation)\b))"
    r"|\b(?:accepts?|agrees?)\b[^.;:]{0,150}?\bbut\s+not\s+"
    rf"(?:(?:with\s+)?(?:that|those|the\s+ones?)\s+)?{_ONLY_FOR}",
    re.IGNORECASE,
)
"""``the remainder is rejected``, ``rejects that on staff``: what was accepted is not all."""

_SUBJECT = compile_pattern(
    rf"\W{{0,9}}(?:the\s+)?(?:(?P<none>neither|none|no)\s+(?:of\s+the\s+)?)?"
    rf"(?:{_ORDINAL}\s+(?:parts?|limbs?|half)|(?:parts?|limbs?)\s+{_LABELS}|(?:parts?|limbs?|half)\b)"
    r"(?:\s+of\s+(?:the|this)\s+recommendation)?\s+(?:is|are|was|were|has|have)\b[^,;:–—]{0,40}$",
    re.IGNORECASE,
)


_ON_PART = compile_pattern(
    rf"\b(?:on|as\s+(?:to|for)|regarding)\s+the\s+(?:{_ORDINAL}|other|rest|remainder)\b[^.;:]{{0,40}}$",
    re.IGNORECASE,
)
"""``on the second, we disagree``: the words before a verb say of which part it speaks."""


def governed_part(clause: str) -> str:
    """What of the recommendation is the subject of a verb, by the words of the sentence before it.

    Args:
        clause: The sentence up to the verb, such as ``Part (a) of the recommendation is``.

    Returns:
        ``some`` or ``none``; empty if no part is the subject.
    """
    match = _SUBJECT.match(clause)
    if match is None:
        return "some" if _ON_PART.search(clause) else ""
    return "none" if match["none"] else "some"
