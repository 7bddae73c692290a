"""Who is asked by "it" or "they": the subject of the sentence before, if nothing else can be meant.

"The Home Office runs the scheme. It should publish the figures." A pronoun is read only if the
sentence before begins with the name of one body ("they": of two, joined by "and"), names no other
body and no initiative, and the deed is one of bodies. Where that sentence speaks of a paper or a
plan, the deed must be one that no paper does: a plan may "set out" or "say".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from graph.records.mentions import Mention
from loaders.names.mention_rules import ANAPHOR
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.mentions import Span
    from loaders.names.annotated_text import AnnotatedText

PRONOUNS = frozenset({"it", "they"})
"""Patterns of the mentions that pronouns make."""

_CONFIDENCE = 0.7

_OF_BODIES_ALONE = (
    r"publish|write|consult|commission|appoint|recruit|tell|ask|meet|do\s+so|work|report|respond|reply|convene|hire"
    r"|invite|lobby|apologise|seek|investigate"
)
_OF_BODIES = (
    rf"{_OF_BODIES_ALONE}|explain|review|develop|establish|collect|commit|issue|say|assess|carry|conduct"
    r"|undertake|introduce|make|take|begin|start|stop|monitor|evaluate|update|provide|produce|set|share|give"
    r"|agree|act|improve|reduce|increase|strengthen|ensure|consider|identify|decide|draw|prepare|test|use|open|close|end|lead|pay"
)
_PLACE = r"(?:(?:By|Before|In|Within|From|To do this)\s[^.;:?!,]{1,40},?\s)?"
_OUGHT = r"(?:should|must|ought\s+to|needs?\s+to|will\s+need\s+to)"
_MANNER = r"(?:(?:also|now|then|therefore|urgently|first|not|instead|\w+ly)\s){0,3}"
_ASKS = compile_pattern(
    rf"(?:{_PLACE}(?P<subject>[Ii]t|[Tt]hey)\s{_MANNER}(?P<ought>{_OUGHT})\s{_MANNER}(?P<deed>{_OF_BODIES})\b"
    r"|(?P<request>[Ww]e\s(?:therefore\s|also\s)?recommend(?:\sthat)?)\s(?P<asked>it|they)\s"
    rf"{_MANNER}(?P<act>{_OF_BODIES})(?:e?s)?\b)"
)
_ASKS_AFTER_CLAUSE = compile_pattern(
    rf",\s(?P<subject>it)\s{_MANNER}(?P<ought>{_OUGHT})\s{_MANNER}(?P<deed>{_OF_BODIES})\b"
)
_ALONE = compile_pattern(rf"(?:{_OF_BODIES_ALONE})")
_PAPER = re.compile(
    r"\b(?:strateg(?:y|ies)|plans?|reports?|guidance|papers?|letters?|frameworks?|codes?|polic(?:y|ies)|documents?"
    r"|statements?|guidelines|roadmaps?|response|programmes?|systems?|services?|boards?|units?|teams?|panels?)\b",
    re.IGNORECASE,
)
"""What "it" may mean beside the body, where the sentence before names it."""

_JOINED = re.compile(r"\s(?:and|&)\s(?:the\s)?")
_ARTICLE = re.compile(r"(?:The\s)?")
_SUBORDINATE = re.compile(
    r"(?:If|While|Whilst|Although|Though|As|Since|Because|Where|When|Unless|Until)\s(?:the\s)?"
)
_REPORTS = re.compile(
    r"\b(?:told|said|says?|argue[sd]?|heard|claim(?:s|ed)|thinks?|believes?)\b.{0,80}?\bthat\b"
)
"""After these words another may be the subject."""


class PronounAddressee(NamedTuple):
    """A body that a pronoun asks to act.

    Attributes:
        mention: The pronoun, as a mention of the body.
        cue: Where the words stand that ask.
    """

    mention: Mention
    cue: Span


def pronoun_addressees(text: AnnotatedText) -> Iterator[PronounAddressee]:
    """Find the bodies that the committee's text asks by a pronoun."""
    starts = [mention.start for mention in text.mentions]
    before: Span | None = None
    for start, end in text.sentences.within(0, len(text.text)):
        if match := _ASKS.match(text.text, start, end):
            if before:
                yield from _asked_bodies(text, starts, before, _request(match))
        elif match := _ASKS_AFTER_CLAUSE.search(text.text, start, end):
            pronoun, cue = match.span("subject"), match.span("ought")
            request = _Request(pronoun, cue, match["deed"], _SUBORDINATE)
            yield from _asked_bodies(text, starts, (start, match.start()), request)
        before = (start, end)


class _Request(NamedTuple):
    """What a pronoun is asked to do.

    Attributes:
        pronoun: Where the pronoun stands.
        cue: Where the words stand that ask.
        deed: The verb of what is to be done.
        opening: What stands before the bodies, in the clause that they begin.
    """

    pronoun: Span
    cue: Span
    deed: str
    opening: re.Pattern[str] = _ARTICLE


def _request(match: re.Match[str]) -> _Request:
    if match["subject"]:
        return _Request(match.span("subject"), match.span("ought"), match["deed"])
    return _Request(match.span("asked"), match.span("request"), match["act"])


def _asked_bodies(
    text: AnnotatedText, starts: list[int], clause: Span, request: _Request
) -> Iterator[PronounAddressee]:
    """The bodies with which a clause begins, each as asked by the pronoun after it."""
    word = text.text[slice(*request.pronoun)].lower()
    for body in _subjects(text, starts, clause, request, plural=word == "they"):
        basis = (text.number, body.start, body.end)
        mention = Mention(*request.pronoun, body.entity, ANAPHOR, _CONFIDENCE, word, basis=basis)
        yield PronounAddressee(mention, request.cue)


def _subjects(
    text: AnnotatedText, starts: list[int], clause: Span, request: _Request, *, plural: bool
) -> tuple[Mention, ...]:
    """The bodies with which a clause begins, if a pronoun after it can mean nothing else."""
    first, last = (bisect_left(starts, offset) for offset in clause)
    named = [mention for mention in text.mentions[first:last] if not mention.nested]
    bodies = tuple({mention.entity: mention for mention in reversed(named)}.values())[::-1]
    if len(bodies) != 1 + plural or any(body.entity[0] != "organisation" for body in bodies):
        return ()
    opening = request.opening.match(text.text, clause[0])
    if opening is None or bodies[0].start not in {opening.end(), opening.start()}:
        return ()
    if plural and not _JOINED.fullmatch(text.text, bodies[0].end, bodies[1].start):
        return ()
    owned = text.text.startswith(("’", "'"), bodies[-1].end)
    if owned or _REPORTS.search(text.text, bodies[-1].end, clause[1]):
        return ()
    may_be_paper = _PAPER.search(text.text, bodies[-1].end, clause[1])
    return () if may_be_paper and not _ALONE.fullmatch(request.deed) else bodies
