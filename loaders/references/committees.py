"""Names of select committees in running text, on covers and in headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.references.ordinals import ORDINAL
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = r"(?:,|,? +and|(?: +(?:for|of|on))?(?: +the)?)"
_WORD = rf"(?:{_LINK} +[A-Z][\w’'-]{{0,40}})"
_NAME = compile_pattern(
    rf"\b(?:(?P<ends>[A-Z][\w’'-]{{0,40}}{_WORD}{{0,12}}? +Committee)\b"
    rf"(?! +(?:of|on)(?: +the)? +[A-Z])"
    r"|(?P<begins>(?:Joint +)?Committee +(?:of|on|for)(?: +the)? +[A-Z][\w’'-]{0,40}"
    rf"{_WORD}{{0,6}}))"
)
"""``Home Affairs Committee``, ``Committee of Public Accounts``, ``Joint Committee on Trade``."""

_IN_CAPITALS = re.compile(r"\b[A-Z][A-Z’',-]{1,40}(?: +[A-Z][A-Z’',-]{1,40}){0,12} +COMMITTEE\b")
_SMALL_WORDS = frozenset({"and", "for", "of", "on", "the"})

_BEFORE_NAMES = compile_pattern(
    r"^.*\b(?:The|Reports?|Responses?|Appendix|Contents|Session|Select|Special|Published|Chair|"
    r"Dear|From|To|Commons|Lords|Houses?|Parliament|Membership)\b[, ]++(?:of +the +)?"
)
"""What stands before a name, up to the last word that no name of a committee holds."""

_AFTER_NAME = compile_pattern(
    r"[’']s?(?: |$)|,?(?: [Tt]he)? (?:(?:Membership|Contents|Reports?|Responses?|Session|Chair"
    rf"|Published|House of|London|Dear)\b|(?i:{ORDINAL}))"
)
"""Where a name that begins with the word ends, though capitals go on."""

_OF_LORDS = re.compile(r" *\((?:House +of +)?Lords\)")
_LORDS = "House of Lords"
_COMMON_WORDS = frozenset(
    ["committee", "of", "the", "and", "on", "for", "select", "house", "commons"]
)
_NEAR = 20
"""Characters before a name within which its House is named."""


def committees_in(words: str) -> Iterator[str]:
    """Each committee that a text names by more than the word itself, in order.

    A committee of the Lords has its House before its name where the text has it there, as both
    Houses have had committees of one name.

    >>> list(committees_in("Eighth Special Report The Home Affairs Committee published a report."))
    ['Home Affairs Committee']
    >>> list(committees_in("House of Lords Science and Technology Committee: 3rd Report"))
    ['House of Lords Science and Technology Committee']
    """
    words = _IN_CAPITALS.sub(_capitalised, words)
    for match in _NAME.finditer(words):
        if match["begins"]:
            begins, name = match.start("begins"), _AFTER_NAME.split(match["begins"], maxsplit=1)[0]
        else:
            name = _BEFORE_NAMES.sub("", match["ends"])
            begins = match.end() - len(name)
        if name == "Committee":
            continue
        before = words[max(begins - _NEAR, 0) : begins].removesuffix("Select ").rstrip()
        of_lords = before.endswith("Lords") or _OF_LORDS.match(words, match.end())
        yield f"{_LORDS} {name}" if of_lords else name


def committee_key(name: str | None) -> str:
    """What two forms of a committee's name have in common.

    >>> committee_key("Committee of Public Accounts") == committee_key("Public Accounts Committee")
    True
    """
    words = set(re.findall(r"[^\W_]+", (name or "").casefold()))
    return " ".join(sorted(words - _COMMON_WORDS))


def _capitalised(match: re.Match[str]) -> str:
    """A name that is printed in capitals, as it stands in a sentence."""
    words = match[0].lower().split(" ")
    return " ".join(word if word in _SMALL_WORDS else word.capitalize() for word in words)
