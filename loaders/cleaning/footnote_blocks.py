"""Blocks of footnotes that fell into the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = "footnote-block"

_Q = r"(?:Qq ?|Q |Q(?![1-4]\b))\d{1,4}(?: ?[,–-] ?\d{1,4}){0,12}"
_CODE = r"[A-Z]{2,4}\d{4}"
_BEGINS_NOTE = rf"Qq?[ \d]|HC \d|C&A|CA&|{_CODE}|[Ii]bid|https?:|[A-Z][^.?!\d]{{2,90}}\({_CODE}\)"
"""What stands behind the number of the next note, which is none of the places in this one."""

_PLACE = (
    r",? ?(?:[Ff]igures?|[Pp]ara(?:graph)?s?|[Pp]ages?|pp?\.?|[Tt]ables?|[Aa]ppendix|[Bb]ox) ?"
    rf"[\d.]{{1,6}}(?:[ ,–-]{{1,2}}[\d.]{{1,6}}(?![\d.]* (?:{_BEGINS_NOTE}))){{0,12}}"
)
_NAO = rf"C(?:&A|A&)G[’']s Report(?:{_PLACE}){{0,4}}"
_HC = (
    r"HC \d{1,4}(?:[–-][IVXivx]{1,4})?(?: \(20\d\d[–-]\d\d\))?"
    r"(?:,? ?(?:Qq ?|Q ?)\d{1,4}(?: ?[,–-] ?\d{1,4}){0,12})?"
)
_URL = r"https?://\S{1,300}(?<=-) [\w-]\w{0,79}[-/][\w/.-]{0,200}|https?://\S{1,500}"
_WRITTEN = rf"[A-Z][^.?!\d]{{2,90}}\({_CODE}\)(?:, [A-Z][^.?!\d]{{2,90}}\({_CODE}\)){{0,8}}"
_DATED = (
    r"[A-Z][^.?!\d]{5,150}, (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) (?:19|20)\d\d"
)
_NOTE = rf"(?:{_Q}|{_HC}|{_NAO}|[Ii]bid\.?(?:{_PLACE})?|{_CODE}\b|{_URL})"
_SURE = compile_pattern(
    rf"(?<=\s)(\d{{1,3}}) (?:{_NOTE}(?: ?; ?{_NOTE}){{0,8}}|(?P<written>{_WRITTEN}))(?=[\s;.]|$)"
)
_NEXT = compile_pattern(
    rf" (\d{{1,3}}) (?:{_NOTE}(?: ?; ?{_NOTE}){{0,8}}|{_WRITTEN}|{_DATED})(?=[\s;.]|$)"
)


def footnote_blocks(text: str) -> Iterator[TextEdit]:
    """Runs of numbered footnotes: questions, evidence, reports, web addresses.

    A piece of evidence named by its author counts only beside another footnote.
    """
    end = 0
    while match := _SURE.search(text, end):
        first_end, number = match.end(), int(match[1])
        end = first_end
        while (following := _NEXT.match(text, end)) and int(following[1]) > number:
            end, number = following.end(), int(following[1])
        if end > first_end or not match["written"]:
            yield TextEdit(match.start(), end, BLOCK)
