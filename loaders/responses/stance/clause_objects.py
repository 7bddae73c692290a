"""What a verb of acceptance or refusal governs: a recommendation, part of it, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.records.replies import Object
from loaders.responses.stance import lexicon
from loaders.responses.stance.recommendation_parts import (
    ALL_OF,
    ANY_OF,
    NAMED_PARTS,
    NONE_OF,
    SOME_OF,
    governed_part,
)
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.stance.clause_subjects import ClauseSubject, SentencePosition

_DEGREE = re.compile(
    r"\s*+(?:,\s*+|\(\s*)?(?:(?:only|but)\s+)?(?:in\s+part|in\s+principle|in\s+full|partially|partly|fully|strongly|"
    r"wholeheartedly|entirely|completely|broadly|largely|wholly)\b\)?",
    re.IGNORECASE,
)
_STOPS = re.compile(
    r"\s*(?:$|[.;:,)\]–—]|-\s|(?:and|but|however|because|as|since|for\s+(?:the|these)\s+reasons|although|though|"
    r"Target|Recommendation|at\s+this\s+(?:time|stage))\b|\d{1,3}\s*$)"
)
_POINTS_AT = re.compile(
    r"\s+(?:(?:with|to|on)\s+)?(?:this|these|it|them|both|all(?!\s+but))(?:\s+of\s+(?:this|these|them))?"
    r"(?=\s*(?:$|[.;:,–—]|(?:and|but|because|as|(?:only\s+)?in\s+(?:full|part|principle)|partially|partly|at\s+this|for\s+the)\b))"
)
_PHRASE = re.compile(
    r"\s*+(?:(?:with|to|on)\s++)?(?P<phrase>.*?)"
    r"(?=[.;:,–—]|\bbut\b|\bthat\b|\bwhich\b|\bbecause\b|\bto\s+[a-z]+\b|$)"
)
_RECOMMENDATION = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_CONCLUSION = re.compile(r"\b(?:conclusion|finding)s?\b", re.IGNORECASE)
_FOREIGN = re.compile(
    r"\b(?!(?:[Cc]ommittee|PAC|CPA|report)\b)(?:[A-Z][\w-]{0,40}|review|inquiry|panel|commission|auditor|coroner)(?:[’']s|s[’'])\s+"
    r"(?:\w+\s+){0,3}recommendations?"
    r"|recommendations?(?:\s+\d+)?\s+(?:of|in|from|by|made\s+(?:by|in)|set\s+out\s+in)\s+"
    r"(?:the\s+|its\s+|an?\s+)?(?!Committee|PAC\b|Report)"
    r"(?:[A-Z]|(?:\w+\s+){0,3}(?:review|inquiry|panel|commission|auditor|coroner|taskforce)\b)"
)
"""Recommendations of somebody else than the committee."""

_ABOUT = re.compile(
    r"\b(?:importance|need|intent(?:ion)?s?|spirit|aims?|thrust|sentiments?|rationale|ambitions?|"
    r"objectives?|premise|logic|reasoning)\b[^.;,]{0,20}\b(?:of|behind|for|in|underlying)\b"
)
_PRINCIPLE_OF = re.compile(r"\bprinciples?\s+(?:of|behind|underlying|in)\b")
_SELF_SHOULD = re.compile(
    r"\s+(?:with\s+the\s+[Cc]ommittee\s+)?that\s+(?:it|we|they|(?:[Tt]he\s+)?(?:[Gg]overnment|[Dd]epartment|[A-Z]{2}\w*))\s+"
    r"(?:should|must|needs?\s+to|ought\s+to)\b"
)
_WITH_COMMITTEE = re.compile(
    r"(?:the\s+)?(?:[Cc]ommittee|PAC)(?:\s+(?:here|on\s+this(?:\s+(?:point|matter|recommendation))?))?\s*$"
)
_CANON = "with the committee’s recommendation"
_WORK_ON_IT = re.compile(
    r"\s+to\s+(?:\w+ly\s+)?(?:answer|ask|come|comment|consider|consult|debate|discuss|examine|explore|give|look|note"
    r"|provide|publish|reflect|reply|report|respond|return|review|say|set|speak|study|work|write)\b"
)
"""``to consider this recommendation``: an act, which says nothing of whether it is accepted."""

_EXCEPTED = compile_pattern(rf"[\s,;:(–—-]{{0,5}}{lexicon.EXCEPT.pattern}")
_VIEWS = re.compile(
    r"\b(?:need|importance|case|principle|point|concern|view|argument|challenge|assessment|analysis|"
    r"premise|observation|characterisation|suggestion|intention|rationale)s?\b"
)


@dataclass(frozen=True, slots=True)
class ClauseObject:
    """A verb's right side: what it governs, and where the governed words end in the sentence.

    Attributes:
        object: What is governed.
        end: Offset in the sentence at which the governed words end.
        partly: True if a part of it is governed.
        principle: True if its principle is.
        wholly: True if the words say that all of it is: "in full".
        none: True if the words deny it: "neither".
    """

    object: Object
    end: int
    partly: bool = False
    principle: bool = False
    wholly: bool = False
    none: bool = False


def find_objects(
    sentence: str, verb: re.Match[str], side: ClauseSubject, scope: SentencePosition
) -> Iterator[ClauseObject]:
    """Read what stands after a verb; nothing if it does not govern anything of a finding."""
    offset, wholly = verb.end(), False
    part = governed_part(sentence[: verb.start()])
    partly = part == "some"
    principle = bool(lexicon.IN_PRINCIPLE.match(sentence[: side.begin]))
    while degree := _DEGREE.match(sentence, offset):
        partly |= lexicon.PARTLY.search(degree[0].lower()) is not None
        principle |= lexicon.IN_PRINCIPLE.search(degree[0]) is not None
        wholly |= lexicon.IN_FULL.search(degree[0].lower()) is not None
        offset = degree.end()
    for governs in _objects(sentence, offset, verb, side, scope):
        yield replace(
            governs,
            partly=governs.partly or partly or _EXCEPTED.match(sentence, governs.end) is not None,
            principle=governs.principle or principle,
            wholly=governs.wholly or wholly,
            none=governs.none or part == "none",
        )


def _objects(
    sentence: str, offset: int, verb: re.Match[str], side: ClauseSubject, scope: SentencePosition
) -> Iterator[ClauseObject]:
    """What is governed, found by the first rule that applies."""
    rest = sentence[offset:]
    if side.passive:
        yield ClauseObject(Object(side.passive), offset)
    elif NAMED_PARTS.match(rest):
        yield ClauseObject(Object.RECOMMENDATION, offset, partly=True)
    elif points := _POINTS_AT.match(rest):
        degree = _DEGREE.match(rest, points.end())
        words = degree[0].lower() if degree else ""
        excepted = _EXCEPTED.match(rest, degree.end() if degree else points.end())
        partly = excepted or lexicon.PARTLY.search(words)
        principle = lexicon.IN_PRINCIPLE.search(words)
        wholly = lexicon.IN_FULL.search(words) is not None
        yield ClauseObject(Object.RECOMMENDATION, offset, bool(partly), bool(principle), wholly)
    elif _stands_alone(rest, verb, side) or _SELF_SHOULD.match(rest):
        yield ClauseObject(Object.RECOMMENDATION, offset)
    elif _WORK_ON_IT.match(rest):
        yield ClauseObject(Object.ACTION, offset)
    elif re.match(r"\s+that\b|\s+with\s+\w+\s+\w+\s+that\b|\s+there\b", rest):
        yield ClauseObject(Object.VIEW, offset)
    else:
        yield from _phrase(sentence, offset, verb, scope)


def _stands_alone(rest: str, verb: re.Match[str], side: ClauseSubject) -> bool:
    """Whether the verb needs no object: "agrees.", or a label such as "ACCEPT"."""
    if side.implied:
        return False
    if side.bare and (verb[0].isupper() or re.match(r"\s+[A-Z]", rest)):
        return True
    return _STOPS.match(rest) is not None and (side.bare or not verb["note"])


def _phrase(
    sentence: str, offset: int, verb: re.Match[str], scope: SentencePosition
) -> Iterator[ClauseObject]:
    """What a noun phrase after the verb is about."""
    match = _PHRASE.match(sentence, offset)
    phrase = match["phrase"] if match else ""
    end = match.end() if match else offset
    tail = sentence[offset : end + 50]
    if _RECOMMENDATION.search(phrase):
        if not _FOREIGN.search(sentence[offset : end + 30]):
            yield from _recommended(phrase, tail, end)
    elif _CONCLUSION.search(phrase):
        yield ClauseObject(Object.CONCLUSION, end)
    elif _WITH_COMMITTEE.match(phrase) and not sentence[end:].startswith("that"):
        yield ClauseObject(Object.RECOMMENDATION, end)
    elif scope.cut and _breaks_off(sentence[offset:]):
        yield ClauseObject(Object.RECOMMENDATION, len(sentence))
    elif re.match(r"\s+to\b", sentence[offset:]):
        yield ClauseObject(Object.ACTION, end)
    elif verb[0].lower().startswith(("agree", "disagree")) or _VIEWS.search(phrase):
        yield ClauseObject(Object.VIEW, end)


def _recommended(phrase: str, tail: str, end: int) -> Iterator[ClauseObject]:
    """The recommendation itself, a part of it, its principle, or only what lies behind it."""
    if _PRINCIPLE_OF.search(phrase):
        yield ClauseObject(Object.RECOMMENDATION, end, principle=True)
    elif _ABOUT.search(phrase):
        yield ClauseObject(Object.VIEW, end)
    else:
        all_of = ALL_OF.search(phrase) is not None
        some_of = SOME_OF.search(phrase) and not (all_of or ANY_OF.search(phrase))
        partly = (
            bool(some_of)
            or re.search(r"\bin\s+part\b", tail) is not None
            or lexicon.EXCEPT.search(tail) is not None
        )
        principle = lexicon.IN_PRINCIPLE.search(tail) is not None
        wholly = all_of or lexicon.IN_FULL.search(tail) is not None
        none = NONE_OF.match(phrase) is not None
        partly = partly and not none
        yield ClauseObject(Object.RECOMMENDATION, end, partly, principle, wholly, none)
    if re.search(r"\bconclusions?\b", phrase):
        yield ClauseObject(Object.CONCLUSION, end)


def _breaks_off(rest: str) -> bool:
    """Whether a text stops within the usual words "with the Committee’s recommendation"."""
    words = " ".join(rest.lower().replace("'", "’").split())
    return _CANON.startswith(words) or "with the recommendation".startswith(words)
