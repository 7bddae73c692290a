"""A tracker's summary of a reply, with a stance or a date that the reply does not have."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from graph.records.quality_flags import FlagEvidence
from graph.records.sentence_splitter import split_sentences
from loaders.flags.evidence.text_ends import enough_is_shown, reply_stops_short
from loaders.responses.commitments.dates import times
from loaders.responses.stance import lexicon
from loaders.responses.stance.clause_subjects import SentencePosition, find_subject
from loaders.responses.stance.positions import MOST_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.replies import Due, ReadReply
    from loaders.responses.commitments.dates import Found
    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False

_FOR = {"accepted", "accepted-in-principle", "accepted-in-part", "already-done"}
"""Positions that take the recommendation's side, wholly or not."""

_ALONE = SentencePosition(opens=True, own_before=False, cut=False)

_BARE_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?(?:[-–/]|to)\s?\d{2,4})?")
_NAME_BEFORE = re.compile(
    r"(?<![\w’-])(?!(?:In|By|Since|From|Until|Till|For|During|After|Before|Between|Around|To|The)\b)"
    r"[A-Z][\w’-]{0,40},?\s+$"
)
_NEAR = 80
"""Characters before a year among which such a name stands."""
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]{2}")
"""Years by themselves, and names right before or after, of which they are then part."""

_MONTH = timedelta(days=31)

_MOST_DATES = 50
"""Dates of a summary that are looked for in the reply."""


class _Claim(NamedTuple):
    """A side that a summary says the government takes, and where."""

    side: str
    start: int
    end: int


def check(case: Case) -> Iterator[FlagEvidence]:
    """The words of the summary that the reply does not bear out."""
    entry = case.record.tracker_entry
    if case.read_reply is None or case.record.reply is None or not entry or not entry.summary:
        return
    if not case.read_reply.shape.paragraphs:
        return
    summary, reply = entry.summary.text, case.record.reply.text.text
    claims = list(_claimed(summary))
    if claims and enough_is_shown(case) and not _taken(claims, case.read_reply):
        start, end = claims[0].start, claims[0].end
        explanation = f"The summary says “{summary[start:end]}”; the reply does not say so."
        yield FlagEvidence("summary", start, end, explanation)
    if reply_stops_short(case):
        return
    in_reply = _RepliedDates(reply)
    for time in islice(_dates(summary), _MOST_DATES):
        if not in_reply.hold(time.due):
            yield FlagEvidence(
                "summary",
                time.start,
                time.end,
                "The summary gives a date that the reply does not.",
            )


def _claimed(summary: str) -> Iterator[_Claim]:
    """The sides a summary says the government takes, on whatever its verbs govern.

    What a summary is about is the recommendation, so that its verbs, other than those of a reply,
    need not name it.
    """
    for start, end in split_sentences(summary).within(0, len(summary)):
        sentence = summary[start:end]
        for verb in islice(lexicon.VERB.finditer(sentence), MOST_VERBS):
            side = (
                find_subject(sentence, verb, _ALONE) if verb["accept"] or verb["refuse"] else None
            )
            if side and not lexicon.UNREAL.search(side.chain.lower()):
                denied = lexicon.REFUSED.search(side.chain.lower()) is not None
                against = denied != bool(verb["refuse"])
                yield _Claim(
                    "against" if against else "for", start + side.begin, start + verb.end()
                )


def _taken(claims: Sequence[_Claim], read: ReadReply) -> bool:
    """Whether a reply takes the side first claimed, or, where it accepts a part, any of them."""
    concepts = {item.concept for part in read.stances for item in part}
    sides = {"for"} if concepts & _FOR else set()
    if "rejected" in concepts:
        sides.add("against")
    considered = claims if "accepted-in-part" in concepts else claims[:1]
    return any(claim.side in sides for claim in considered)


def _dates(text: str) -> Iterator[Found]:
    """The dates in a text; a year that is part of a name, as that of an Act, is none."""
    for time in times(text, 0, len(text), None):
        near = max(0, time.start - _NEAR)
        named = _NAME_BEFORE.search(text, near, time.start) or _NAME_AFTER.match(text, time.end)
        if time.due.latest and not (named and _BARE_YEARS.fullmatch(time.due.as_written)):
            yield time


class _RepliedDates:
    """The dates in a reply, read when the first is looked for."""

    def __init__(self, reply: str) -> None:
        self._reply = reply

    def hold(self, due: Due) -> bool:
        """Whether the reply has a date, however written, and as exactly at least to the month."""
        if " ".join(due.as_written.lower().split()) in self._squeezed:
            return True
        return any(_means(replied, due) for replied in self._dues)

    @cached_property
    def _squeezed(self) -> str:
        return " ".join(self._reply.lower().split())

    @cached_property
    def _dues(self) -> list[Due]:
        """Each of the times once."""
        reply = self._reply
        return list(dict.fromkeys(time.due for time in times(reply, 0, len(reply), None)))


def _means(reply_due: Due, claimed: Due) -> bool:
    """Whether the time of a reply lies within the time claimed, or is its month."""
    first, last = claimed.earliest, claimed.latest
    if not (first and last and reply_due.earliest and reply_due.latest):
        return False
    within = first <= reply_due.earliest and reply_due.latest <= last
    month = reply_due.earliest <= first and last <= reply_due.latest <= reply_due.earliest + _MONTH
    return within or month
