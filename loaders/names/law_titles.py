"""Titles of Acts, Bills and statutory instruments, told by their form, and the parts of them cited.

"The Freedom of Information (Scotland) Act 2002" is not the Act of 2000 whose words stand in it, and
"the Data Protection Act 1998" is not that of 2018: where a title of a law stands, a registered name
is meant only if it is that title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from loaders.names.annotated_text import LawTitle
from loaders.names.discovery_words import WORDS, folded_word
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.records.mentions import EntityKey, Mention, Span
    from loaders.names.annotated_text import AnnotatedText
    from loaders.names.matching import Matcher, PatternMatch

LAW_TITLE = "title of a law"
"""The pattern of a candidate that is told by this form."""

_YEAR = re.compile(r"(?:18|19|20)\d\d")
_HEAD = re.compile(
    r"\b(?:(?:Act|Bill)\b(?: (?:18|19|20)\d\d\b)?|(?:Regulations|Order|Rules) (?:19|20)\d\d\b)"
)
_TOKEN = re.compile(r"\([^()]{1,60}\)|,|[^\s(),;:.?!“”\"]+|etc\.|\S")
_ACTS = frozenset({"Act", "Bill"})
_LINKS = frozenset(
    {"and", "of", "for", "to", "in", "on", "by", "from", "with", "or", "etc", "etc.", "&"}
)
_BEFORE_ARTICLE = frozenset({"of", "for", "to", "in", "on", "from"})
_CITED = frozenset({"section", "clause", "part", "schedule", "article", "chapter", "draft"})
_NO_TITLES = frozenset({"private member's", "public", "hybrid", "government", "money", "short"})
"""Words before "Bill" that make a kind of Bill and no title."""

_LOOK_BACK = 160
_NEAR = 80
_CONJOINED = (" and ", ", ")
_NUMBER = r"\d{1,3}[A-Z]{0,3}(?:\(\w{1,4}\)){0,3}"
_PROVISION = (
    r"(?:[Ss]ections?|[Cc]lauses?|[Pp]arts?|[Ss]chedules?|[Aa]rticles?|[Rr]egulations?|ss?\.) ?"
    rf"{_NUMBER}(?:(?:, | and | to | or |[-–]){_NUMBER}){{0,6}}"
)
_PROVISION_BEFORE = compile_pattern(
    rf"\b(?P<words>{_PROVISION}) (?:of|in|to|under) (?:the )?(?:draft )?$"
)
_PROVISION_BEHIND = compile_pattern(rf",? \(?(?P<words>{_PROVISION})\b")


def find_law_titles(text: str) -> list[LawTitle]:
    """The titles of laws in a text, in order; none of them inside another.

    >>> text = "Under the Welfare Reform (Northern Ireland) Act 2012 it may."
    >>> [text[title.start : title.end] for title in find_law_titles(text)]
    ['Welfare Reform (Northern Ireland) Act 2012']
    """
    titles: list[LawTitle] = []
    for head in _HEAD.finditer(text):
        start = _title_start(text, head.start())
        if start is None:
            continue
        while titles and titles[-1].start >= start:
            titles.pop()
        year = _YEAR.search(head[0])
        titles.append(LawTitle(start, head.end(), year[0] if year else ""))
    return titles


def _title_start(text: str, end: int) -> int | None:
    """Where the title begins whose last word stands at `end`; None if no words make one."""
    base = max(0, end - _LOOK_BACK)
    instrument = not text.startswith(tuple(_ACTS), end)
    start, has_conjunction, has_article = None, False, False
    for token in reversed(list(_TOKEN.finditer(text, base, end))):
        word = token[0]
        if word == "the":
            has_article = True  # it belongs to the title only behind "of" and the like
            continue
        if has_article and word not in _BEFORE_ARTICLE:
            break
        has_article = False
        if word in _LINKS or (word == "," and has_conjunction):
            has_conjunction = has_conjunction or word == "and"
        elif _opens_title(word, instrument=instrument):
            start = start if word[0] == "(" else token.start()
        elif not (instrument and _YEAR.fullmatch(word)):
            break
    return None if start is None or text[start:end].strip().lower() in _NO_TITLES else start


def _opens_title(word: str, *, instrument: bool) -> bool:
    """Whether a word may belong to a title, and is no other law's last word."""
    if word[0] == "(":
        return word[1:2].isupper()
    low = folded_word(word)
    if not word[0].isupper() or low.removesuffix("s") in _CITED or low in WORDS.function_words:
        return False
    return instrument or word not in _ACTS


def leave_out_other_laws(
    text: AnnotatedText, matcher: Matcher, name_of: Callable[[EntityKey], str | None]
) -> None:
    """Take the matches out of a text that stand in the title of a law which they are not.

    Args:
        text: The text; its titles of laws are noted on it.
        matcher: Knows what the matches name.
        name_of: Gives the registered name of an entity.
    """
    text.law_titles = titles = find_law_titles(text.folded_text)
    if not titles:
        return

    def is_other(match: PatternMatch) -> bool:
        title = _title_around((match[0], -match[1]), titles)
        names = [name_of(entry.entity) or "" for entry in matcher.patterns[match[2]].entries]
        return title is not None and not _is_title(text.folded_text, match, title, names)

    for matches in (text.exact_matches, text.case_insensitive_matches):
        matches[:] = [match for match in matches if not is_other(match)]


def _title_around(span: Span, titles: Sequence[LawTitle]) -> LawTitle | None:
    """The title that holds a span; None if none does."""
    place = bisect_right(titles, span[0], key=attrgetter("start")) - 1
    return titles[place] if place >= 0 and span[1] <= titles[place].end else None


def _is_title(text: str, match: PatternMatch, title: LawTitle, names: Sequence[str]) -> bool:
    """Whether what a match names is the law of a title."""
    start, end = match[0], -match[1]
    rest = text[end : title.end].strip()
    before = text[title.start : start]
    if rest not in {"", title.year} or not (before == "" or before.endswith(_CONJOINED)):
        return False
    if "(" in text[start:end] and not any("(" in name for name in names):
        return False
    years = {year for name in names for year in _YEAR.findall(name)}
    return not title.year or not years or title.year in years


def note_provisions(text: AnnotatedText) -> None:
    """Note on the mentions of laws which section, clause or other part of them is cited."""
    for place, mention in enumerate(text.mentions):
        if mention.entity[0] != "organisation" and not mention.nested:
            provision = _provision_beside(text.text, mention)
            if provision:
                text.mentions[place] = mention._replace(provision=provision)


def _provision_beside(text: str, mention: Mention) -> Span | None:
    """Where the section, clause or other part of a law is cited beside its name."""
    look = max(0, mention.start - _NEAR)
    if before := _PROVISION_BEFORE.search(text[look : mention.start]):
        return look + before.start("words"), look + before.end("words")
    behind = _PROVISION_BEHIND.match(text, mention.end)
    return behind.span("words") if behind else None
