"""Relations read from text: who leads what, what is part of what, each with its sentence.

They stand beside the register's relations, never over them; where a register says otherwise, the
relation is marked as not agreeing.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from graph.records.mentions import StatedRelation
from loaders.names.span_index import SpanIndex
from loaders.names.word_lists import WordTable, word_list
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.mentions import EntityKey, Mention, Span
    from graph.records.sentence_spans import SentenceSpans
    from loaders.names.annotated_text import AnnotatedText
    from loaders.names.entity_profiles import EntityProfile

_BEFORE = 60
_LONGEST_GAP = 80
_LONGEST_LIST = 2000
"""Characters of a parenthesis that lists what a name includes."""
_MOST_PARTS = 50
"""Names that such a list may hold."""
_PARENTHESIS = re.compile(r"[()]")
_AGENT = (" by ", " by the ", " to ", " with ")
_SHARED = re.compile(r"^ ?/ ?$|^ ?[-–] ?$")


class _Rule(WordTable, frozen=True):
    """One rule of the word list; see there."""

    name: str
    kinds: tuple[str, str]
    subject: Literal["first", "second"]
    between: str
    before: str | None = None
    names_end_in: tuple[str, ...] = ()

    @cached_property
    def gap(self) -> re.Pattern[str]:
        return compile_pattern(self.between)

    @cached_property
    def lead_in(self) -> re.Pattern[str] | None:
        return compile_pattern(self.before) if self.before else None


class _Inclusion(WordTable, frozen=True):
    opening: str


class _RelationWords(WordTable, frozen=True):
    relation: tuple[_Rule, ...]
    includes: _Inclusion


_WORDS = word_list("relations", _RelationWords)


@cache
def _rules_for(first: str, second: str) -> tuple[_Rule, ...]:
    """The rules for a name of one kind followed by one of another."""
    return tuple(
        rule
        for rule in _WORDS.relation
        if rule.kinds[0] in {"*", first} and rule.kinds[1] in {"*", second}
    )


_OPENING = compile_pattern(_WORDS.includes.opening)


def read_relations(
    text: AnnotatedText, profiles: dict[EntityKey, EntityProfile]
) -> list[StatedRelation]:
    """The relations that a text states between the entities it names."""
    if not text.mentions:
        return []
    sentences = text.sentences
    outer = sorted((m for m in text.mentions if not m.nested), key=lambda m: m.start)
    relations = [*_pairs(text.text, outer), *_includes(text.text, outer, sentences)]
    relations += _shared(text.text, text.mentions)
    return [
        StatedRelation(
            subject,
            name,
            object_,
            *sentences.around(*_hull(cue, span)),
            cue,
            _agrees(profiles, subject, name, object_),
        )
        for subject, name, object_, cue, span in relations
        if subject != object_
    ]


_RelationSpans = tuple["EntityKey", str, "EntityKey", "Span", "Span"]


def _pairs(text: str, outer: list[Mention]) -> Iterator[_RelationSpans]:
    """Relations that the words between two neighbouring names state."""
    for first, second in pairwise(outer):
        if not first.end <= second.start <= first.end + _LONGEST_GAP:
            continue
        gap = text[first.end : second.start]
        for rule in _rules_for(_kind(first), _kind(second)):
            if rule.names_end_in and not text[first.start : first.end].endswith(rule.names_end_in):
                continue
            match = rule.gap.search(gap)
            lead_in = rule.lead_in and rule.lead_in.search(
                text, max(0, first.start - _BEFORE), first.start
            )
            if match and (rule.lead_in is None or lead_in):
                cue = (lead_in.start() if lead_in else first.end, second.start)
                subject, object_ = (second, first) if rule.subject == "second" else (first, second)
                yield (
                    subject.entity,
                    rule.name,
                    object_.entity,
                    _words(text, cue, (first, second)),
                    (first.start, second.end),
                )
                break


def _includes(
    text: str, outer: list[Mention], sentences: SentenceSpans
) -> Iterator[_RelationSpans]:
    """What a name is said to include: the names in the parenthesis or list behind it."""
    for position, whole in enumerate(outer):
        if whole.entity[0] == "organisation":
            continue
        opening = _OPENING.match(text[whole.end : whole.end + _LONGEST_GAP])
        if not opening:
            continue
        end = _list_end(
            text, whole.end, sentences.around(whole.start, whole.end)[1], closed="(" in opening[0]
        )
        cue = (whole.end, whole.end + opening.end())
        for part in outer[position + 1 : position + 1 + _MOST_PARTS]:
            if part.end > end:
                break
            if part.entity[0] != "organisation" and not text.endswith(_AGENT, 0, part.start):
                yield (
                    whole.entity,
                    "includes",
                    part.entity,
                    _words(text, cue, (whole, part)),
                    (whole.start, part.end),
                )


def _list_end(text: str, start: int, sentence_end: int, *, closed: bool) -> int:
    """Where the list ends that opens behind `start`."""
    if not closed:
        return sentence_end
    depth = 0
    for match in _PARENTHESIS.finditer(text, start, start + _LONGEST_LIST):
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return match.start()
    return sentence_end


def _shared(text: str, mentions: list[Mention]) -> Iterator[_RelationSpans]:
    """The partners in a name such as "Home Office / Ministry of Justice data share"."""
    bodies = sorted(
        (m for m in mentions if m.nested and m.entity[0] == "organisation"), key=lambda m: m.start
    )
    if not bodies:
        return
    wholes = SpanIndex(((m.start, m.end), m) for m in mentions if m.entity[0] != "organisation")
    for first, second in pairwise(bodies):
        if not _SHARED.match(text[first.end : second.start]):
            continue
        for span, whole in wholes.overlapping((first.start, second.end)):
            if span[0] <= first.start and second.end <= span[1]:
                for body in (first, second):
                    yield whole.entity, "partner", body.entity, (first.end, second.start), span


def _words(text: str, cue: Span, pair: tuple[Mention, Mention]) -> Span:
    """The words that state the relation; the two names if nothing stands between them."""
    words = text[slice(*cue)]
    if words.strip():
        return cue[0] + len(words) - len(words.lstrip()), cue[0] + len(words.rstrip())
    return pair[0].start, pair[1].end


def _hull(cue: Span, span: Span) -> Span:
    return min(cue[0], span[0]), max(cue[1], span[1])


def _kind(mention: Mention) -> str:
    """The kind of what is named; a candidate is taken for an initiative."""
    return "organisation" if mention.entity[0] == "organisation" else "initiative"


def _agrees(
    profiles: dict[EntityKey, EntityProfile], subject: EntityKey, name: str, object_: EntityKey
) -> bool | None:
    """Whether a register says the same; None where it says nothing of that relation."""
    if name == "includes":
        subject, name, object_ = object_, "part-of", subject
    profile = profiles.get(subject)
    registered = profile.relations.get(name) if profile else None
    return object_ in registered if registered else None
