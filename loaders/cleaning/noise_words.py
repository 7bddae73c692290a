"""Words that tell one kind of extraction noise from another, and noise from text."""

from __future__ import annotations

import re

# fmt: off
FUNCTION_WORDS = frozenset((
    "a", "an", "and", "as", "at", "because", "but", "by", "for", "from", "he", "how", "if", "in",
    "including", "into", "is", "it", "its", "namely", "nor", "not", "of", "on", "or", "our",
    "she", "so", "such", "than", "that", "the", "their", "then", "there", "these", "they", "this",
    "those", "to", "versus", "was", "we", "were", "what", "when", "where", "whether", "which",
    "while", "who", "why", "with",
))
# fmt: on
"""Words that do not begin the second half of a compound: a dash before one is a real dash."""

SENTENCE_WORDS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|will|would|should|could|can|may|might|must"
    r"|do|does|did|not|we|it|they|he|she|there|that|which|who|told|said|says|agrees?|agreed|noted"
    r"|asked|recommends?|recommended|found|heard|also|however|but|if|because|published|wrote)\b",
    re.IGNORECASE,
)
"""Words of a sentence that a printed heading does not have."""

COUNTED = re.compile(
    r"\s?(?:%|(?:per\s?cent|percent|hundred|thousand|million|billion|trillion|[mb]n|years?|months?"
    r"|weeks?|days?|hours?|minutes?|times|people|pages?|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b)"
)
"""What may follow a number that is one."""

# fmt: off
NUMBERED = frozenset((
    "annex", "appendix", "article", "band", "box", "chapter", "class", "clause", "commitment",
    "conclusion", "covid", "figure", "goal", "grade", "group", "level", "mission", "number",
    "objective", "page", "para", "paragraph", "part", "phase", "pillar", "principle", "question",
    "recommendation", "schedule", "section", "stage", "step", "strand", "table", "theme", "tier",
    "type", "version", "volume", "wave", "workstream", "year", "zone",
))
# fmt: on
"""Words that a number belongs to."""

# fmt: off
ABBREVIATED = frozenset((
    "app", "approx", "art", "arts", "c", "cf", "ch", "chs", "cl", "cls", "cm", "cmd", "col",
    "cols", "cp", "eg", "fig", "figs", "ie", "ltd", "mr", "mrs", "ms", "no", "nos", "op", "p",
    "para", "paras", "pp", "q", "qq", "rec", "recs", "ref", "reg", "regs", "sch", "sec", "secs",
    "ss", "st", "vol", "vols", "vs",
))
# fmt: on
"""Words that end in a full stop before a number that belongs to them."""

# fmt: off
BEFORE_AMOUNTS = (
    "about", "around", "nearly", "over", "than", "all", "of", "by", "to", "from", "the", "for",
    "in", "at", "and", "only", "every", "least", "under", "within", "paragraph", "recommendation",
    "number", "next", "past", "last", "first", "some", "on", "into", "between", "are", "were",
)
# fmt: on
"""Words after which a number belongs to the sentence."""

_LEADS_UP = {*FUNCTION_WORDS, *BEFORE_AMOUNTS, *NUMBERED} | {
    *("are", "called", "cite", "cited", "cites", "entitled", "had", "has", "have", "its", "named"),
    *("paper", "report", "see", "titled"),
}
_LAST_WORD = re.compile(r"([A-Za-z]{1,30})\s*$")
_LONGEST_WORD = 36


def leads_up(words: str) -> bool:
    """Whether the last of some words asks for more: a number, a title or a name may follow it."""
    word = _LAST_WORD.search(words[-_LONGEST_WORD:])
    return word is not None and not {word[1].lower(), word[1].lower().removesuffix("s")}.isdisjoint(
        _LEADS_UP
    )


PAST_VERBS = re.compile(
    r"\b(?:[a-z]{2,20}ed|began|bought|brought|built|came|cut|fell|gave|grew|had|held|kept|knew|led"
    r"|left|lost|made|met|paid|put|ran|rose|saw|sent|set|shut|sold|spent|stood|took|went|won)\b"
)
"""What happened: a sentence has it, and a heading now and then."""
