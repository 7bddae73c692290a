"""Positions from words: what a reply accepts or refuses, each with the sentence that says so."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from graph.records.replies import Object, Stance
from graph.records.sentence_splitter import split_sentences
from loaders.responses.stance import lexicon
from loaders.responses.stance.clause_objects import ClauseObject, find_objects
from loaders.responses.stance.clause_subjects import (
    ClauseSubject,
    SentencePosition,
    find_subject,
    opens_with_own_name,
)
from loaders.responses.stance.recommendation_parts import REST_REFUSED
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.records.replies import ReplyPart, ReplyShape

_QUOTED = re.compile(r"“[^”]*+”?|\"[^\"]*+\"?")
_CLOSING = {"“": "”", '"': '"'}
_QUOTED_STRAIGHT = re.compile(r"\"[^\"]*+\"?")
_OWN = compile_pattern(rf"\b{lexicon.OWN}")
_ELLIPSIS = re.compile(
    r"\bbut\s+not\s+(?:necessarily\s+)?(?:with\s+|to\s+)?(?P<what>that\b|(?:the|its|all|every)\b[^.;,]*)"
)
_STANDING = (
    (
        "deferred",
        lexicon.DEFERRAL,
        re.compile(r"[Rr]espon|[Rr]epl|[Dd]efer|answer|position|[Dd]ecision"),
    ),
    ("already-done", lexicon.DONE, re.compile(r"[Rr]ecommendation|[Ii]mplemented")),
)
"""Positions that no verb of acceptance states, and words without which they cannot be stated."""

_STATED_BEFORE = re.compile(
    r"\s*[Tt]he\s+[Gg]overnment\s+(?:partially\s+|partly\s+)?(?:(?:dis)?agreed|accepted|rejected)\s+(?:with\s+)?"
    r"the\s+Committee[’']s\s+recommendation\s*(?:$|[.,;])"
)
"""The position of an earlier paper, as progress reports print it; it still stands."""

_THIS = re.compile(r"\bth(?:is|ese)\s+recommendation")
_NEXT = re.compile(r"[^.,;:]*?\bth(?:is|ese)\s+recommendation")
"""What the verb governs, and not a clause after it: "which we rejected, …"."""

MOST_VERBS = 20
"""Verbs read in one sentence; more of them make no sentence but damage."""

_STOPPED = re.compile(r"[.!?:;…][\"”’)\]]*\d*$")


def positions(
    text: str, shape: ReplyShape, speaker: str | None = None
) -> tuple[tuple[Stance, ...], ...]:
    """Read the stances of each part of a reply.

    Words the committee said before, and words in quotation marks, are never read.

    Args:
        text: The reply exactly as printed.
        shape: Its parts.
        speaker: Who replies, where that is known.

    Returns:
        For each part, its stances in order, those said again counted once. An acceptance that adds
        that the recommendation is implemented is an acceptance; its delivery is read elsewhere.
    """
    return tuple(_of_part(text, part, speaker or "") for part in shape.parts)


def _of_part(text: str, part: ReplyPart, speaker: str) -> tuple[Stance, ...]:
    stances = _without_the_rest(text, part, _stances(text, part, speaker))
    return _accepted_once(_counted_once(stances))


def _without_the_rest(text: str, part: ReplyPart, stances: Iterable[Stance]) -> Iterator[Stance]:
    """The stances, an acceptance being one in part where the reply refuses the rest."""
    in_part = any(
        REST_REFUSED.search(text, paragraph.body, paragraph.end) for paragraph in part.paragraphs
    )
    for stance in stances:
        is_whole = stance.concept == "accepted" and stance.object is Object.RECOMMENDATION
        yield replace(stance, concept="accepted-in-part") if in_part and is_whole else stance


def _stances(text: str, part: ReplyPart, speaker: str) -> Iterator[Stance]:
    """Every stance in a part, repetitions included."""
    whole = len(text.rstrip())
    for paragraph in part.paragraphs:
        own_before = False
        unread: list[str] = []
        opens = True
        for start, end in split_sentences(text).within(paragraph.body, paragraph.end):
            masked, places = _rejoined(_masked(text[start:end]))
            verbs = tuple(islice(lexicon.VERB.finditer(masked), MOST_VERBS))
            if verbs:
                own_before = own_before or any(map(_OWN.search, unread))
                unread.clear()
            cut = end >= whole and not _STOPPED.search(masked)
            is_label = lexicon.LABEL_ALONE.match(masked) is not None
            scope = SentencePosition(opens or is_label, own_before, cut, speaker)
            for stance in _refused_in_part(tuple(_in_sentence(masked, verbs, scope))):
                yield _placed(stance, start, end, places)
            own_before = own_before or (
                opens and bool(verbs) and opens_with_own_name(masked, verbs[0], speaker)
            )
            unread.append(masked)
            opens = False


_LINE_BREAKS = str.maketrans("\r\n\t\f\v\u2028\u2029\u0085", " " * 8)
"""Where a line is broken says nothing of what its sentence means."""


_IN_CAPITALS = re.compile(
    r"\b(?:THE|GOVERNMENT|DOES|DO|HAS|HAVE|IS|ARE|WILL|NOT|CANNOT|NO|NEITHER|IN|PART|PARTIALLY|PARTLY"
    r"|BROADLY|LARGELY|MOSTLY|GENERALLY|FULLY|WHOLLY|PRINCIPLE)\b"
)
"""Words of a verdict as headings and formulas print them, or writers who stress them."""


def _masked(sentence: str) -> str:
    """A sentence on one line, with what it quotes blotted out, its capitals made small."""
    sentence = _IN_CAPITALS.sub(lambda word: word[0].lower(), sentence.translate(_LINE_BREAKS))
    if "“" not in sentence and '"' not in sentence:
        return sentence
    return _QUOTED.sub(_blotted, sentence)


def _blotted(quote: re.Match[str]) -> str:
    """As many marks as a quotation has characters; one that is never closed is none."""
    words = quote[0]
    if len(words) > 1 and words[-1] == _CLOSING[words[0]]:
        return "_" * len(words)
    inner = _QUOTED_STRAIGHT if words[0] == "“" else _QUOTED
    return words[0] + inner.sub(_blotted, words[1:])


_BROKEN_WORD = re.compile(r"(?<=[a-z])-\s++(?=[a-z]{3})|\xad\s*+")


def _rejoined(masked: str) -> tuple[str, Sequence[int]]:
    """A sentence with its broken words made whole, and where each of its characters stood."""
    if not _BROKEN_WORD.search(masked):
        return masked, range(len(masked) + 1)
    gaps = [match.span() for match in _BROKEN_WORD.finditer(masked)]
    edges = [0, *(edge for gap in gaps for edge in gap), len(masked)]
    pieces = [range(first, stop) for first, stop in zip(edges[::2], edges[1::2], strict=True)]
    places = [*chain.from_iterable(pieces), len(masked)]
    return "".join(masked[piece.start : piece.stop] for piece in pieces), places


def _placed(stance: Stance, start: int, end: int, places: Sequence[int]) -> Stance:
    """A stance of a sentence, with offsets into the text."""
    return replace(
        stance,
        start=start,
        end=end,
        cue_start=start + places[stance.cue_start],
        cue_end=start + places[stance.cue_end],
    )


def _in_sentence(
    sentence: str, verbs: Iterable[re.Match[str]], scope: SentencePosition
) -> Iterator[Stance]:
    """Stances of one sentence, with offsets into the sentence."""
    for concept, pattern, hint in _STANDING:
        if hint.search(sentence) and (match := pattern.search(sentence)):
            yield _stance(concept, Object.RECOMMENDATION, match.start(), match.end(), scope)
    either = [match.span() for match in lexicon.EITHER.finditer(sentence)]
    for verb in verbs:
        if any(start <= verb.start() < end for start, end in either):
            continue
        side = find_subject(sentence, verb, scope)
        if side is None or not _tense_allows(sentence, verb, side):
            continue
        for governs in find_objects(sentence, verb, side, scope):
            named = _concept(verb, side, governs)
            if named == "rejected" and governs.partly:
                named = "accepted-in-part"  # who refuses a part of it says nothing of the rest
            if named:
                yield _stance(named, governs.object, side.begin, governs.end, scope)
                yield from _ellipsis(sentence, governs.end, scope)


def _refused_in_part(stances: tuple[Stance, ...]) -> Iterator[Stance]:
    """The stances of a sentence: beside an acceptance in part, a refusal is of the other part."""
    about = {stance.object for stance in stances if stance.concept == "accepted-in-part"}
    for stance in stances:
        is_rest = stance.concept == "rejected" and stance.object in about
        yield replace(stance, concept="accepted-in-part") if is_rest else stance


def _stance(concept: str, about: Object, start: int, end: int, scope: SentencePosition) -> Stance:
    """A stance whose offsets are still those of its sentence."""
    return Stance(concept, about, 0, 0, start, end, whole=not scope.cut)


def _ellipsis(sentence: str, offset: int, scope: SentencePosition) -> Iterator[Stance]:
    """What "but not …" refuses after an acceptance."""
    match = _ELLIPSIS.match(
        sentence, offset + len(sentence[offset:]) - len(sentence[offset:].lstrip(" ,"))
    )
    if match:
        what = match["what"]
        about = Object.VIEW
        if "recommendation" in what:
            about = Object.RECOMMENDATION
        elif "conclusion" in what or "finding" in what:
            about = Object.CONCLUSION
        yield _stance("rejected", about, match.start(), match.end(), scope)


def _tense_allows(sentence: str, verb: re.Match[str], side: ClauseSubject) -> bool:
    """Whether the verb states a position held now, not a supposed or an earlier one."""
    chain = side.chain.lower()
    if lexicon.UNREAL.search(chain):
        return False
    past = verb[0].lower().endswith("ed")
    if not past or side.bare:
        return True
    if re.search(r"\b(?:is|are|has|have|will\s+be|cannot\s+be)\b", chain):
        return not lexicon.EARLIER.search(sentence)
    if side.passive and lexicon.BARE_PASSIVE.fullmatch(chain):
        return True
    this = _THIS.search(sentence[: verb.start()] if side.passive else sentence)
    if this and this.start() >= verb.end():
        this = _NEXT.match(sentence, verb.end())
    return bool(this or _STATED_BEFORE.match(sentence)) and not lexicon.EARLIER.search(sentence)


def _concept(verb: re.Match[str], side: ClauseSubject, governs: ClauseObject) -> str | None:
    """Name the position that a verb, its denial and its degree make together."""
    chain = side.chain.lower()
    denied = lexicon.REFUSED.search(chain) is not None or governs.none
    on_recommendation = governs.object is Object.RECOMMENDATION
    if re.search(r"\bneither\b", chain):
        return None
    if verb["note"]:
        on_finding = on_recommendation or governs.object is Object.CONCLUSION
        return "noted" if on_finding and not denied else None
    if verb["support"]:
        return "rejected" if on_recommendation and denied else None
    if verb["act"]:
        return _acted(chain, denied=denied) if on_recommendation else None
    if verb["refuse"]:
        declines = verb[0].lower().startswith(("decline", "refuse"))
        refused = "accepted-in-part" if lexicon.IN_PART.search(chain) else "rejected"
        return None if denied or (declines and not on_recommendation) else refused
    return _accepted(chain, governs, denied=denied)


def _accepted(chain: str, governs: ClauseObject, *, denied: bool) -> str:
    """The concept for a verb of acceptance."""
    if denied:
        if lexicon.NOT_YET.search(chain):
            return "deferred"
        some = lexicon.WHOLLY.search(chain) or governs.wholly
        return "accepted-in-part" if some else "rejected"
    if governs.principle or lexicon.IN_PRINCIPLE.search(chain):
        return "accepted-in-principle"
    if governs.partly or lexicon.PARTLY.search(chain):
        return "accepted-in-part"
    return "accepted"


def _acted(chain: str, *, denied: bool) -> str | None:
    """The concept for "will implement" and the like; what is done already is read elsewhere."""
    if not re.search(r"\b(?:will|cannot|intends?|plans?|proposes?|decided)\b", chain):
        return None
    return "rejected" if denied else "accepted"


def _counted_once(stances: Iterable[Stance]) -> tuple[Stance, ...]:
    """Join stances that say the same of the same, keeping where they are said again."""
    distinct: dict[tuple[str, Object], Stance] = {}
    for stance in stances:
        key = (stance.concept, stance.object)
        first = distinct.get(key)
        if first is None:
            distinct[key] = stance
        elif (stance.start, stance.end) not in {(first.start, first.end), *first.repeats}:
            distinct[key] = replace(first, repeats=(*first.repeats, (stance.start, stance.end)))
    return tuple(sorted(distinct.values(), key=lambda item: (item.start, item.cue_start)))


def _accepted_once(stances: tuple[Stance, ...]) -> tuple[Stance, ...]:
    """Leave out that it is done already where the recommendation is accepted: one verdict."""
    accepted = any(
        item.concept.startswith("accepted") and item.object is Object.RECOMMENDATION
        for item in stances
    )
    return tuple(item for item in stances if not (accepted and item.concept == "already-done"))
