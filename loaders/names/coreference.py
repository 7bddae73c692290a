"""Anaphors: "the Department", "the Board", where one antecedent alone is possible.

An anaphor is resolved only if the document names exactly one entity of its kind before it, and no
earlier one had to be left open: whoever writes "The Department" before naming any department means
one that stands outside the text, and goes on meaning it.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import zip_longest
from typing import TYPE_CHECKING

from graph.records.mentions import Mention
from loaders.names.annotated_text import by_position
from loaders.names.mention_rules import ANAPHOR
from loaders.names.word_lists import WordTable, word_list
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.mentions import DocumentSpan, EntityKey
    from loaders.names.annotated_text import AnnotatedText
    from loaders.names.document_context import DocumentContext

_CONFIDENCE = 0.85


class _HeadWord(WordTable, frozen=True):
    names: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


_HEADS = word_list("anaphors", dict[str, _HeadWord])
_EXPRESSION = compile_pattern(
    rf"he ({'|'.join(f'{head}|{head.capitalize()}' for head in _HEADS)})\b"
    r"(?!['’]?s [A-Z]|[ -](?:for |of )?[A-Z])"
)


Pointers = tuple[tuple[str, ...], tuple[str, ...]]
"""Head words that may point back to an entity, and those it leaves unclear."""


class Antecedents:
    """The entities of each kind that a document has named so far, and what was left open."""

    def __init__(self, pointers: dict[EntityKey, Pointers], context: DocumentContext) -> None:
        """Begin a document; `pointers` says which head words concern each entity."""
        self._pointers = pointers
        self._rivals: dict[str, set[EntityKey]] = {}
        self._defined_heads = context.defined_heads
        self._seen: dict[str, dict[EntityKey, DocumentSpan]] = {}
        self._lost: set[str] = set()
        self._noted: set[EntityKey] = set()
        self._beside: list[EntityKey] = []
        self._here: dict[str, set[EntityKey]] = {}

    def resolve_coreferences(
        self, texts: Sequence[AnnotatedText], bodies: Sequence[Sequence[str]] = ()
    ) -> None:
        """Resolve the anaphors of all texts, in the order of the document.

        Args:
            texts: The texts.
            bodies: Organisations of which each text is said to speak, beside it. Where one of them
                alone is possible, and the text itself has named no other, it is meant.
        """
        expressions_by_text = [list(_expressions(text.text)) for text in texts]
        if any(expressions_by_text):
            for text, expressions, keys in zip_longest(texts, expressions_by_text, bodies):
                self._beside = [("organisation", key) for key in keys or ()]
                self._here = {}
                self._read(text, expressions)

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
            if resolved := self._resolve(head):
                entity, basis = resolved
                text.mentions.append(
                    Mention(start, end, entity, ANAPHOR, _CONFIDENCE, f"the {head}", basis=basis)
                )
            elif text.text[end - len(head)].isupper():
                text.unresolved.append((start, end))
        for mention in news[next_new:]:
            self._note(text.number, mention)
        if len(text.mentions) > before:
            text.mentions.sort(key=by_position)

    def _news(self, text: AnnotatedText) -> list[Mention]:
        """The mentions of a text that name for the first time what may be pointed back to."""
        noted, pointers, news = self._noted, self._pointers, []
        for mention in text.mentions:
            entity = mention.entity
            if entity not in noted:
                noted.add(entity)
                if entity in pointers:
                    news.append(mention)
        return news

    def _note(self, number: int, mention: Mention) -> None:
        span = (number, mention.start, mention.end)
        heads, rivalries = self._pointers[mention.entity]
        for head in rivalries:
            self._rivals.setdefault(head, set()).add(mention.entity)
        for head in heads:
            self._seen.setdefault(head, {})[mention.entity] = span

    def _note_here(self, entity: EntityKey) -> None:
        """Note that the text being read names an entity itself."""
        for head in self._pointers.get(entity, ((), ()))[0]:
            self._here.setdefault(head, set()).add(entity)

    def _resolve(self, head: str) -> tuple[EntityKey, DocumentSpan | None] | None:
        """The one antecedent for a head word, if there is one; else nothing, for good."""
        if head in self._defined_heads:
            return self._defined_heads[head]
        beside = [key for key in self._beside if head in self._pointers.get(key, ((), ()))[0]]
        if len(beside) == 1:
            alone = self._here.get(head, set()) <= set(beside)
            return (beside[0], self._seen.get(head, {}).get(beside[0])) if alone else None
        seen = self._seen.get(head, {})
        if head in self._lost or len(seen) != 1 or self._rivals.get(head, set()) - seen.keys():
            self._lost.add(head)
            return None
        return next(iter(seen.items()))


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
