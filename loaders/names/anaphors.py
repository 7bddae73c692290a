"""Anaphors: "the Department", "the Board", where one antecedent alone is possible.

An anaphor is resolved only if the document names exactly one thing of its kind before it, and no
earlier one had to be left open: whoever writes "The Department" before naming any department means
one that stands outside the text, and goes on meaning it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from graph.records.mentions import Mention
from loaders.names.texts import by_place
from loaders.names.vocabulary import vocabulary
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.mentions import DocumentSpan, Thing
    from loaders.names.disambiguation import Surroundings
    from loaders.names.texts import Text

ANAPHOR = "anaphor"
_CONFIDENCE = 0.85
_HEADS = vocabulary("anaphors")
_EXPRESSION = compile_pattern(
    rf"he ({'|'.join(f'{head}|{head.capitalize()}' for head in _HEADS)})\b"
    r"(?!['’]?s [A-Z]|[ -](?:for |of )?[A-Z])"
)


Pointers = tuple[tuple[str, ...], tuple[str, ...]]
"""Head words that may point back to a thing, and those it leaves unclear."""


class Antecedents:
    """The things of each kind that a document has named so far, and what was left open."""

    def __init__(self, pointers: dict[Thing, Pointers], around: Surroundings) -> None:
        """Begin a document; `pointers` says which head words concern each thing."""
        self._pointers = pointers
        self._rivals: dict[str, set[Thing]] = {}
        self._fixed = around.fixed
        self._seen: dict[str, dict[Thing, DocumentSpan]] = {}
        self._lost: set[str] = set()
        self._noted: set[Thing] = set()

    def point_back(self, texts: Sequence[Text]) -> None:
        """Resolve the anaphors of all texts, in the order of the document."""
        found = [list(_expressions(text.text)) for text in texts]
        if any(found):
            for text, expressions in zip(texts, found, strict=True):
                self._read(text, expressions)

    def _read(self, text: Text, expressions: list[tuple[int, int, str]]) -> None:
        news = self._news(text)
        starts = [mention.start for mention in text.mentions]
        before = len(text.mentions)
        at = 0
        for start, end, head in expressions:
            while at < len(news) and news[at].start < start:
                self._note(text.number, news[at])
                at += 1
            if _taken(text.mentions, bisect_left(starts, start), start, end):
                continue
            if resolved := self._resolve(head):
                thing, basis = resolved
                text.mentions.append(
                    Mention(start, end, thing, ANAPHOR, _CONFIDENCE, f"the {head}", basis=basis)
                )
            elif text.text[end - len(head)].isupper():
                text.unresolved.append((start, end))
        for mention in news[at:]:
            self._note(text.number, mention)
        if len(text.mentions) > before:
            text.mentions.sort(key=by_place)

    def _news(self, text: Text) -> list[Mention]:
        """The mentions of a text that name for the first time what may be pointed back to."""
        known, pointers, news = self._noted, self._pointers, []
        for mention in text.mentions:
            thing = mention.thing
            if thing not in known:
                known.add(thing)
                if thing in pointers:
                    news.append(mention)
        return news

    def _note(self, number: int, mention: Mention) -> None:
        place = (number, mention.start, mention.end)
        heads, rivalries = self._pointers[mention.thing]
        for head in rivalries:
            self._rivals.setdefault(head, set()).add(mention.thing)
        for head in heads:
            self._seen.setdefault(head, {})[mention.thing] = place

    def _resolve(self, head: str) -> tuple[Thing, DocumentSpan] | None:
        """The one antecedent for a head word, if there is one; else nothing, for good."""
        if head in self._fixed:
            return self._fixed[head]
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
    """Head words that are unclear wherever a thing of this kind is named too."""
    return tuple(head for head, rule in _HEADS.items() if kind in rule.get("rivals", ()))


def heads_of(name: str, kind: str) -> tuple[str, ...]:
    """Head words that may point back to a thing of this name and kind."""
    return tuple(
        head
        for head, rule in _HEADS.items()
        if kind in rule.get("kinds", ()) or any(_headed(name, word) for word in rule["names"])
    )


def _headed(name: str, word: str) -> bool:
    return name.startswith(f"{word} ") or name.endswith(f" {word}")


def _expressions(text: str) -> Iterator[tuple[int, int, str]]:
    """Expressions that point back, with their head word in lower case."""
    for match in _EXPRESSION.finditer(text):
        start = match.start() - 1
        if text[start : start + 1] in {"T", "t"} and (not start or not text[start - 1].isalpha()):
            yield start, match.end(), match[1].lower()
