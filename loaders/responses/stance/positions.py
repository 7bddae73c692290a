"""Positions from words: what a reply accepts or refuses, each with the sentence that says so."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from graph.records.replies import Object, Stance
from graph.records.sentence_splitter import split_sentences
from loaders.responses.stance import lexicon
from loaders.responses.stance.clause_objects import find_objects
from loaders.responses.stance.clause_subjects import (
    SentencePosition,
    find_subject,
    opens_with_own_name,
)
from loaders.responses.stance.mixed_proposals import granted_and_refused
from loaders.responses.stance.recommendation_parts import REST_REFUSED
from loaders.responses.stance.sentence_words import mask_quotations, rejoin_words
from loaders.responses.stance.verdicts import holds_now, position_of
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from graph.records.replies import ReplyPart, ReplyShape

    SentenceReader = Callable[[str, Sequence[re.Match[str]], SentencePosition], Iterator[Stance]]

_OWN = compile_pattern(rf"\b{lexicon.OWN}")
_ELLIPSIS = re.compile(
    r"\b(?:but|though|although)\s+not\s+(?:necessarily\s+)?(?:with\s+|to\s+)?(?P<what>that\b|(?:the|its|all|every)\b[^.;,]*)"
)
_REQUESTS = re.compile(r"\brecommendation\s+(?:to|that|for|on)\b")
_STANDING = (
    (
        "deferred",
        lexicon.DEFERRAL,
        re.compile(r"[Rr]espon|[Rr]epl|[Dd]efer|answer|position|[Dd]ecision"),
    ),
    ("already-done", lexicon.DONE, re.compile(r"[Rr]ecommendation|[Ii]mplemented")),
)
"""Positions that no verb of acceptance states, and words without which they cannot be stated."""

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
    stances = tuple(_without_the_rest(text, part, _stances(text, part, speaker, _in_sentence)))
    if not any(stance.object is Object.RECOMMENDATION for stance in stances):
        stances += tuple(_stances(text, part, speaker, granted_and_refused))
    return _accepted_once(_counted_once(_judged_by_letters(part, stances)))


def _judged_by_letters(part: ReplyPart, stances: tuple[Stance, ...]) -> tuple[Stance, ...]:
    """The stances; where letters judge parts unlike, the recommendation is accepted in part."""
    lettered = all((paragraph.number or "").isalpha() for paragraph in part.paragraphs)
    sides = {stance.concept for stance in stances if stance.object is Object.RECOMMENDATION}
    if not lettered or not {"accepted", "rejected"} <= sides:
        return stances
    return tuple(
        replace(stance, concept="accepted-in-part")
        if stance.object is Object.RECOMMENDATION and stance.concept in {"accepted", "rejected"}
        else stance
        for stance in stances
    )


def _without_the_rest(text: str, part: ReplyPart, stances: Iterable[Stance]) -> Iterator[Stance]:
    """The stances, an acceptance being one in part where the reply refuses the rest."""
    in_part = any(
        REST_REFUSED.search(text, paragraph.body, paragraph.end) for paragraph in part.paragraphs
    )
    for stance in stances:
        is_whole = stance.concept == "accepted" and stance.object is Object.RECOMMENDATION
        yield replace(stance, concept="accepted-in-part") if in_part and is_whole else stance


def _stances(
    text: str, part: ReplyPart, speaker: str, read_sentence: SentenceReader
) -> Iterator[Stance]:
    """Every stance in a part, repetitions included."""
    whole = len(text.rstrip())
    for paragraph in part.paragraphs:
        own_before = False
        unread: list[str] = []
        opens = True
        for start, end in split_sentences(text).within(paragraph.body, paragraph.end):
            masked, places = rejoin_words(mask_quotations(text[start:end]))
            verbs = tuple(islice(lexicon.VERB.finditer(masked), MOST_VERBS))
            if verbs:
                own_before = own_before or any(map(_OWN.search, unread))
                unread.clear()
            cut = end >= whole and not _STOPPED.search(masked)
            is_label = lexicon.LABEL_ALONE.match(masked) is not None
            scope = SentencePosition(opens or is_label, own_before, cut, speaker)
            for stance in read_sentence(masked, verbs, scope):
                yield _placed(stance, start, end, places)
            own_before = own_before or (
                opens and bool(verbs) and opens_with_own_name(masked, verbs[0], speaker)
            )
            unread.append(masked)
            opens = False


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
    sentence: str, verbs: Sequence[re.Match[str]], scope: SentencePosition
) -> Iterator[Stance]:
    """Stances of one sentence, with offsets into the sentence."""
    stances = tuple(_by_verb(sentence, verbs, scope))
    if stances and "recommendation" not in sentence.lower():
        stances = tuple(granted_and_refused(sentence, verbs, scope)) or stances
    return _refused_in_part(sentence, stances)


def _by_verb(
    sentence: str, verbs: Iterable[re.Match[str]], scope: SentencePosition
) -> Iterator[Stance]:
    """What stands without a verb of acceptance, then what each verb states."""
    for concept, pattern, hint in _STANDING:
        if hint.search(sentence) and (match := pattern.search(sentence)):
            yield _stance(concept, Object.RECOMMENDATION, match.start(), match.end(), scope)
    either = [match.span() for match in lexicon.EITHER.finditer(sentence)]
    for verb in verbs:
        if any(start <= verb.start() < end for start, end in either):
            continue
        side = find_subject(sentence, verb, scope)
        if side is None or not holds_now(sentence, verb, side):
            continue
        for governs in find_objects(sentence, verb, side, scope):
            named = position_of(verb, side, governs)
            if named == "rejected" and governs.partly:
                named = "accepted-in-part"  # who refuses a part of it says nothing of the rest
            if named:
                yield _stance(named, governs.object, side.begin, governs.end, scope)
                yield from _ellipsis(sentence, governs.end, scope)


def _refused_in_part(sentence: str, stances: tuple[Stance, ...]) -> Iterator[Stance]:
    """The stances of a sentence: beside an acceptance in part, a refusal is of the other part.

    So is it beside an acceptance, if each says of which request it speaks: "accept the
    recommendation to … but reject the recommendation to …".
    """
    about = {stance.object for stance in stances if stance.concept == "accepted-in-part"}
    if len(_REQUESTS.findall(sentence)) > 1:
        about.add(Object.RECOMMENDATION)
    sides = {stance.concept for stance in stances if stance.object in about}
    is_mixed = "rejected" in sides and len(sides) > 1
    for stance in stances:
        is_part = is_mixed and stance.object in about and stance.concept in {"accepted", "rejected"}
        yield replace(stance, concept="accepted-in-part") if is_part else stance


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


def _counted_once(stances: Iterable[Stance]) -> tuple[Stance, ...]:
    """Join stances that say the same of the same, keeping where they are said again."""
    distinct: dict[tuple[str, Object], tuple[Stance, dict[tuple[int, int], None]]] = {}
    for stance in stances:
        span = (stance.start, stance.end)
        first, repeats = distinct.setdefault((stance.concept, stance.object), (stance, {}))
        if span != (first.start, first.end):
            repeats[span] = None
    joined = (replace(first, repeats=tuple(repeats)) for first, repeats in distinct.values())
    return tuple(sorted(joined, key=lambda item: (item.start, item.cue_start)))


def _accepted_once(stances: tuple[Stance, ...]) -> tuple[Stance, ...]:
    """Leave out that it is done already where the recommendation is accepted: one verdict."""
    accepted = any(
        item.concept.startswith("accepted") and item.object is Object.RECOMMENDATION
        for item in stances
    )
    return tuple(item for item in stances if not (accepted and item.concept == "already-done"))
