"""Anaphors: "the Department", "the Board", where one antecedent alone is possible.

An anaphor is resolved only if the document names exactly one entity of its kind before it, and no
earlier one had to be left open: whoever writes "The Department" before naming any department means
one that stands outside the text, and goes on meaning it. Which one that is may be known from
elsewhere: it answers the report, is the one into which the committee inquires, or is the only one
that stands behind the bodies and initiatives which the document names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from graph.records.mentions import Mention
from loaders.names.annotated_text import by_position
from loaders.names.known_bodies import NOTHING_BESIDE, BodiesBeside, KnownBodies
from loaders.names.mention_rules import (
    ANAPHOR,
    COMMITTEE_REMIT,
    MINISTER_OFFICE,
    REPORT_RESPONDENT,
    RESPONSIBLE_DEPARTMENT,
)
from loaders.names.word_lists import WordTable, word_list
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.records.mentions import DocumentSpan, EntityKey
    from loaders.names.annotated_text import AnnotatedText
    from loaders.names.document_context import DocumentContext

_CONFIDENCE = 0.85


class _HeadWord(WordTable, frozen=True):
    names: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    open_in_small_letters: bool = False


_KNOWN_BEFOREHAND = frozenset({REPORT_RESPONDENT, COMMITTEE_REMIT})
"""Rules that rest on no word of the document, and so speak against a name in it."""

_HEADS = word_list("anaphors", dict[str, _HeadWord])
_FORMS = [form for head in _HEADS for form in (head, head.capitalize(), head.title())]
_EXPRESSION = compile_pattern(
    rf"he ({'|'.join(_FORMS).replace(' Of ', ' of ')})\b"
    r"(?!['’]?s [A-Z]|[ -](?:for |of )?[A-Z])"
)
_WHOLE = re.compile(
    r"\s*+(?:$|[.,;:?!)]|(?:is|are|was|has|had|will|would|should|must|can|could|may|does|did|began|ended"
    r"|by|and|or|but|because|when|while|until|unless|as|since|so|if)\b)"
)
"""What may follow an expression that says no more of what it means."""


Pointers = tuple[tuple[str, ...], tuple[str, ...]]
"""Head words that may point back to an entity, and those it leaves unclear."""


class Antecedents:
    """The entities of each kind that a document has named so far, and what was left open."""

    def __init__(
        self,
        pointers: dict[EntityKey, Pointers],
        responsible: Mapping[EntityKey, frozenset[str]],
        context: DocumentContext,
    ) -> None:
        """Begin a document.

        Args:
            pointers: Which head words concern each entity.
            responsible: Keys of the departments that lead an initiative, or whose part a body is.
            context: What the document tells about its names.
        """
        self._pointers = pointers
        self._responsible = responsible
        self._rivals: dict[str, set[EntityKey]] = {}
        self._defined_heads = context.defined_heads
        self._seen: dict[str, dict[EntityKey, DocumentSpan]] = {}
        self._lost: set[str] = set()
        self._noted: set[tuple[EntityKey, bool]] = set()
        self._beside: list[EntityKey] = []
        self._hints: Sequence[KnownBodies] = ()
        self._is_about: str | None = None
        self._here: dict[str, set[EntityKey]] = {}

    def resolve_coreferences(
        self,
        texts: Sequence[AnnotatedText],
        beside: Sequence[BodiesBeside] = (),
    ) -> None:
        """Resolve the anaphors of all texts, in the order of the document.

        Args:
            texts: The texts.
            beside: What is known beside each text of the bodies that it means.
        """
        expressions_by_text = [list(_expressions(text.text)) for text in texts]
        if any(expressions_by_text):
            behind = self._behind_names(texts)
            missing = [NOTHING_BESIDE] * (len(texts) - len(beside))
            together = zip(texts, expressions_by_text, (*beside, *missing), strict=True)
            for text, expressions, bodies in together:
                self._beside = [("organisation", key) for key in bodies.printed]
                self._is_about = "committee" if bodies.committee else None
                self._hints = (*bodies.hints, behind) if behind else bodies.hints
                self._here = {}
                self._read(text, expressions)

    def _behind_names(self, texts: Sequence[AnnotatedText]) -> KnownBodies | None:
        """The departments behind what a document names, those named themselves counted."""
        entities = {
            mention.entity for text in texts for mention in text.mentions if not mention.nested
        }
        behind = [self._responsible[entity] for entity in entities if entity in self._responsible]
        if not behind:
            return None
        named = {key for kind, key in entities if kind == "organisation"}
        departments = frozenset().union(*behind)
        rivals = {key for key in named if self._may_mean("department", ("organisation", key))}
        keys = tuple(sorted(departments | rivals))
        return KnownBodies(RESPONSIBLE_DEPARTMENT, 0.7, keys, by_name=True)

    def _read(self, text: AnnotatedText, expressions: list[tuple[int, int, str]]) -> None:
        news = self._news(text)
        starts = [mention.start for mention in text.mentions]
        before = len(text.mentions)
        next_new = next_here = 0
        for start, end, head in expressions:
            while self._beside and next_here < before and starts[next_here] < start:
                self._note_here(text.mentions[next_here].entity)
                next_here += 1
            while next_new < len(news) and news[next_new].start < start:
                self._note(text.number, news[next_new])
                next_new += 1
            if _taken(text.mentions, bisect_left(starts, start), start, end):
                continue
            emphatic = text.text[end - len(head)].isupper()
            if mention := self._mention(start, end, head, emphatic=emphatic):
                text.mentions.append(mention)
            elif head != self._is_about and (emphatic or _stands_for_a_name(text.text, end, head)):
                text.unresolved.append((start, end))
        for mention in news[next_new:]:
            self._note(text.number, mention)
        if len(text.mentions) > before:
            text.mentions.sort(key=by_position)

    def _news(self, text: AnnotatedText) -> list[Mention]:
        """The mentions of a text that name for the first time what may be pointed back to."""
        noted, pointers, news = self._noted, self._pointers, []
        for mention in text.mentions:
            naming = (mention.entity, mention.rule == MINISTER_OFFICE)
            if naming not in noted:
                noted.add(naming)
                if mention.entity in pointers:
                    news.append(mention)
        return news

    def _note(self, number: int, mention: Mention) -> None:
        span = (number, mention.start, mention.end)
        heads, rivalries = self._pointers[mention.entity]
        if mention.rule == MINISTER_OFFICE:  # the minister is named, and not the department
            heads, rivalries = (), (*heads, *rivalries)
        for head in rivalries:
            self._rivals.setdefault(head, set()).add(mention.entity)
        for head in heads:
            self._seen.setdefault(head, {})[mention.entity] = span

    def _note_here(self, entity: EntityKey) -> None:
        """Note that the text being read names an entity itself."""
        for head in self._pointers.get(entity, ((), ()))[0]:
            self._here.setdefault(head, set()).add(entity)

    def _mention(self, start: int, end: int, head: str, *, emphatic: bool) -> Mention | None:
        """What an expression names; only one with a capital means what stands outside the text."""
        if (resolved := self._resolve(head)) and not self._is_contradicted(head, *resolved):
            entity, basis = resolved
            return Mention(start, end, entity, ANAPHOR, _CONFIDENCE, f"the {head}", basis=basis)
        if emphatic and (outside := self._resolve_outside(head)):
            entity, hint = outside
            return Mention(start, end, entity, hint.rule, hint.confidence, f"the {head}")
        return None

    def _is_contradicted(self, head: str, entity: EntityKey, basis: DocumentSpan | None) -> bool:
        """Whether a name before an expression is another than the one that it may mean here.

        A committee that inquires into one department may name a second in passing.
        """
        if entity in self._beside or self._defined_heads.get(head) == (entity, basis):
            return False
        for hint in self._hints:
            if hint.rule in _KNOWN_BEFOREHAND:
                bodies = {("organisation", key) for key in hint.keys}
                meant = {body for body in bodies if self._may_mean(head, body)}
                if meant:
                    return entity not in meant
        return False

    def _resolve(self, head: str) -> tuple[EntityKey, DocumentSpan | None] | None:
        """The one antecedent for a head word, if there is one; else nothing, for good."""
        if head in self._defined_heads:
            return self._defined_heads[head]
        possible = [key for key in self._beside if self._may_mean(head, key)]
        by_name = [key for key in possible if head in self._pointers[key][0]]
        beside = by_name or possible
        if len(beside) == 1:
            alone = self._here.get(head, set()) <= set(beside)
            return (beside[0], self._seen.get(head, {}).get(beside[0])) if alone else None
        seen = self._seen.get(head, {})
        if head in self._lost or len(seen) != 1 or self._rivals.get(head, set()) - seen.keys():
            self._lost.add(head)
            return None
        return next(iter(seen.items()))

    def _resolve_outside(self, head: str) -> tuple[EntityKey, KnownBodies] | None:
        """The one thing that a head word means by what is known beside the document."""
        named = self._seen.get(head, {}).keys() | self._rivals.get(head, set())
        for hint in self._hints:
            bodies = {
                entity for key in hint.keys if self._may_mean(head, entity := ("organisation", key))
            }
            if bodies:
                body = bodies.pop()
                alone = not bodies and named <= {body}
                by_name = head in self._pointers[body][0]
                return (body, hint) if alone and (by_name or not hint.by_name) else None
        return None

    def _may_mean(self, head: str, entity: EntityKey) -> bool:
        """Whether a head word may mean a body: its name holds the word, or it is of that kind."""
        return any(head in words for words in self._pointers.get(entity, ()))


def _stands_for_a_name(text: str, end: int, head: str) -> bool:
    """Whether "the programme" and the like stand whole, not as in "the programme of reform"."""
    return _HEADS[head].open_in_small_letters and _WHOLE.match(text, end) is not None


def _taken(mentions: list[Mention], behind: int, start: int, end: int) -> bool:
    """Whether a mention stands at a span; `behind` is the first that starts no earlier."""
    for mention in mentions[max(0, behind - 3) : behind + 1]:
        if mention.start < end and start < mention.end:
            return True
    return False


def rivalries_of(kind: str) -> tuple[str, ...]:
    """Head words that are unclear wherever an entity of this kind is named too."""
    return tuple(head for head, rule in _HEADS.items() if kind in rule.rivals)


def heads_of(name: str, kind: str) -> tuple[str, ...]:
    """Head words that may point back to an entity of this name and kind."""
    return tuple(
        head
        for head, rule in _HEADS.items()
        if kind in rule.kinds or any(_headed(name, word) for word in rule.names)
    )


def _headed(name: str, word: str) -> bool:
    return name.startswith(f"{word} ") or name.endswith(f" {word}")


def _expressions(text: str) -> Iterator[tuple[int, int, str]]:
    """Expressions that point back, with their head word in lower case."""
    for match in _EXPRESSION.finditer(text):
        start = match.start() - 1
        if text[start : start + 1] in {"T", "t"} and (not start or not text[start - 1].isalpha()):
            yield start, match.end(), match[1].lower()
