"""Names of one word in quotation marks: "the system known as “Harbour”", "“Compass”, a new tool".

One word in quotation marks may be a name, a term or a word held at arm's length. It is a name
where the words beside it say what kind of thing bears it, or where something is done to it that is
done to systems and programmes alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.names.discovery_words import WORDS, folded_word
from loaders.names.phrases import Phrase
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTED = "quoted name"

_THINGS = "|".join(sorted(WORDS.quoted_things, key=len, reverse=True))
_DEEDS = "|".join(sorted(WORDS.quoted_deeds, key=len, reverse=True))
_CALLED = (
    r"(?:is |was |are |now |also |formerly |previously |then ){0,3}"
    r"(?:called|named|known as|dubbed|titled|branded)"
)
_QUOTED = re.compile(
    r"(?P<open>[“‘\"'])(?P<name>[A-Z][A-Za-z0-9+-]{2,24})(?P<stop>,)?(?P<close>[”’\"'])(?!\w)"
)
_BEFORE = compile_pattern(
    rf"(?:\b(?:{_THINGS})s?(?:,? (?:which )?{_CALLED}| ?\(|,|:| of)? ?\(?"
    rf"|\b{_CALLED} ?|\b(?:{_DEEDS}) (?:its |the |their |a |an )?)$",
    re.IGNORECASE,
)
_AFTER = compile_pattern(
    r"\)?(?:,? (?:as |is |was )?(?:a|an|the|its|their|our)(?: [\w-]{1,20}){0,3}| [\w-]{1,20}|)"
    rf" (?:{_THINGS})\b",
    re.IGNORECASE,
)
_LOOK = 60
_PAIRS = frozenset({"“”", "‘’", '""', "''"})


def quoted_names(text: str) -> Iterator[Phrase]:
    """Find the single words in quotation marks that are names of something.

    Args:
        text: A text with its own quotation marks.

    Yields:
        Each name without its marks.
    """
    for match in _QUOTED.finditer(text):
        if match["open"] + match["close"] not in _PAIRS or not _may_be_name(match["name"]):
            continue
        before = text[max(0, match.start() - _LOOK) : match.start()]
        if _BEFORE.search(before) or _AFTER.match(text, match.end(), match.end() + _LOOK):
            yield Phrase(*match.span("name"), "initiative", 0.6, QUOTED)


def _may_be_name(word: str) -> bool:
    low = folded_word(word)
    return not {low, low.removesuffix("s")} & (WORDS.general | WORDS.function_words | WORDS.openers)
