"""Who governs a verb of acceptance or refusal.

A verb makes a position only if the respondent is its subject, the clause is asserted, and the
recommendation is its object. "Welcomes", "recognises" and "will consider" are not such verbs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.responses.stance import lexicon
from loaders.text.patterns import compile_pattern


@dataclass(frozen=True, slots=True)
class ClauseSubject:
    """A verb's left side.

    Attributes:
        chain: The auxiliaries and adverbs before the verb.
        passive: The noun that is the passive subject, in lower case; empty if active.
        bare: True if the verb stands alone, as a label does.
        implied: True if the subject stands with an earlier verb of the sentence.
        begin: Offset in the sentence at which the governing words begin.
    """

    chain: str
    passive: str = ""
    bare: bool = False
    implied: bool = False
    begin: int = 0


@dataclass(frozen=True, slots=True)
class SentencePosition:
    """What is known of the place of a sentence.

    Attributes:
        opens: True if the sentence is the first of its paragraph.
        own_before: True if the respondent was the subject of something earlier in the paragraph.
        cut: True if the reply breaks off in this sentence.
        speaker: Who replies; empty where that is not known.
    """

    opens: bool
    own_before: bool
    cut: bool
    speaker: str = ""


_AGENT = re.compile(
    r"\s+(?:\w+\s+){0,3}?by\s+(?!\d|the\s+(?:end|start)|early|mid|late|next|spring|summer|autumn|winter"
    r"|[A-Z][a-z]+\s+(?:19|20)\d\d)(?P<agent>[^.,;]{1,60})"
)
"""Who does what a passive tells, as against the time by which it is done."""

_REACH = 260
"""Characters before a verb among which its subject is sought."""

_CONCEDES = re.compile(r"\W*(?:while|whilst|although|though)\b", re.IGNORECASE)
"""A clause whose pronoun may stand before the name it stands for."""

_OWN = compile_pattern(rf"\b{lexicon.OWN}")


def find_subject(
    sentence: str, verb: re.Match[str], scope: SentencePosition
) -> ClauseSubject | None:
    """Read what stands before a verb; None if it does not belong to the respondent."""
    before = sentence[: verb.start()]
    near = max(0, len(before) - _REACH)
    refers_to_itself = scope.own_before or _OWN.search(
        sentence if _CONCEDES.match(before) else before
    )
    for pattern in (lexicon.ACTIVE, lexicon.PRONOUN) if refers_to_itself else (lexicon.ACTIVE,):
        match = pattern.search(before, near)
        if match:
            return _own_subject(before[: match.start("subject")], match)
    match = lexicon.PASSIVE.search(before, near)
    participle = verb[0].lower().split()[0].endswith("ed")
    if match and participle and not _attributed_elsewhere(sentence[verb.end() :]):
        return ClauseSubject(
            match["chain"], passive=match["noun"].lower(), begin=match.start("noun")
        )
    return _without_subject(before, verb, scope)


def _own_subject(before: str, match: re.Match[str]) -> ClauseSubject | None:
    """The respondent as subject, where what stands before it lets its clause be an assertion."""
    begin, chain = match.start("subject"), match["chain"]
    cleft = lexicon.RECOMMENDATION_THAT.search(before, max(0, len(before) - _REACH))
    if cleft is None:
        return ClauseSubject(chain, begin=begin) if _asserted(before) else None
    if cleft["denial"] and lexicon.REFUSED.search(chain.lower()):
        return None
    return ClauseSubject(f"{cleft['denial'] or ''}{chain}", begin=cleft.start())


def _without_subject(
    before: str, verb: re.Match[str], scope: SentencePosition
) -> ClauseSubject | None:
    """A verb used as a label, after a name that opens the paragraph, or sharing a subject."""
    match = lexicon.LABEL.match(before)
    if match and scope.opens:
        return ClauseSubject(match["chain"], bare=True, begin=match.start("chain"))
    match = lexicon.OPENER.match(before)
    if match and scope.opens and _is_singular(match, verb, scope.speaker):
        return ClauseSubject(match["chain"], begin=match.start("subject"))
    match = lexicon.COORDINATED.search(before, max(0, len(before) - _REACH))
    own = _OWN.search(before)
    if match and own and own.start() < match.start():
        return ClauseSubject(match["chain"], implied=True, begin=match.start("chain"))
    return None


def _is_singular(opener: re.Match[str], verb: re.Match[str], speaker: str) -> bool:
    """Whether a name that opens a paragraph may be the respondent's: one body, none of others."""
    subject, chain = opener["subject"], opener["chain"]
    if lexicon.OTHERS.search(subject) and subject.removeprefix("The ") not in speaker:
        return False
    if verb[0].lower().endswith("s") or re.search(r"\b(?:does|is)\b", chain):
        return True
    return re.search(r"\bcannot\b", chain) is not None and not subject.endswith("s")


def opens_with_own_name(sentence: str, verb: re.Match[str], speaker: str) -> bool:
    """Whether a sentence opens with a name whose position its first verb may state."""
    match = lexicon.OPENER.match(sentence[: verb.start()])
    return match is not None and _is_singular(match, verb, speaker)


def _asserted(before: str) -> bool:
    """Whether a clause that follows these words is the respondent's own assertion."""
    near = max(0, len(before) - _REACH)
    if lexicon.SUPPOSED.search(before, near):
        return False
    return not lexicon.REPORTED.search(before, near) or _OWN.search(before) is not None


def _attributed_elsewhere(after: str) -> bool:
    """Whether a passive names an agent other than the government."""
    agent = _AGENT.match(after)
    return agent is not None and _OWN.match(agent["agent"]) is None
