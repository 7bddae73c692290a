"""Anaphors: "the Department", "the Board", where one antecedent alone is possible.

An anaphor is resolved only if the document names exactly one thing of its kind before it, and no
earlier one had to be left open: whoever writes "The Department" before naming any department means
one that stands outside the text, and goes on meaning it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.mentions import Mention
from loaders.names.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.mentions import Place, Thing
    from loaders.names.disambiguation import Surroundings
    from loaders.names.texts import Text

ANAPHOR = "anaphor"
_CONFIDENCE = 0.85
_HEADS = vocabulary("anaphors")
_EXPRESSION = re.compile(
    rf"he ({'|'.join(f'{head}|{head.capitalize()}' for head in _HEADS)})\b"
    r"(?!['’]?s [A-Z]|[ -](?:for |of )?[A-Z])"
)


class Antecedents:
    """The things of each kind that a document has named so far, and what was left open."""

    def __init__(self, heads: dict[Thing, tuple[str, ...]], around: Surroundings) -> None:
        """Begin a document; `heads` gives the head words that may point back to each thing."""
        self._heads = heads
        self._fixed = around.fixed
        self._seen: dict[str, dict[Thing, Place]] = {}
        self._lost: set[str] = set()
        self._noted: set[Thing] = set()

    def point_back(self, texts: Sequence[Text]) -> None:
        """Resolve the anaphors of all texts, in the order of the document."""
        found = [list(_expressions(text.text)) for text in texts]
        if any(found):
            for text, expressions in zip(texts, found, strict=True):
                self._read(text, expressions)

    def _read(self, text: Text, expressions: list[tuple[int, int, str]]) -> None:
        named, at = sorted(text.mentions, key=lambda m: m.start), 0
        for start, end, head in expressions:
            while at < len(named) and named[at].start < start:
                self._note(text.number, named[at])
                at += 1
            if any(m.start < end and start < m.end for m in named[max(0, at - 3) : at + 2]):
                continue
            resolved = self._resolve(head)
            if resolved:
                thing, basis = resolved
                text.mentions.append(
                    Mention(start, end, thing, ANAPHOR, _CONFIDENCE, f"the {head}", basis=basis)
                )
            elif text.text[end - len(head)].isupper():
                text.unresolved.append((start, end))
        for mention in named[at:]:
            self._note(text.number, mention)

    def _note(self, number: int, mention: Mention) -> None:
        if mention.thing in self._noted:
            return
        self._noted.add(mention.thing)
        place = (number, mention.start, mention.end)
        for head in self._heads.get(mention.thing, ()):
            self._seen.setdefault(head, {})[mention.thing] = place

    def _resolve(self, head: str) -> tuple[Thing, Place] | None:
        """The one antecedent for a head word, if there is one; else nothing, for good."""
        if head in self._fixed:
            return self._fixed[head]
        seen = self._seen.get(head, {})
        if head in self._lost or len(seen) != 1:
            self._lost.add(head)
            return None
        return next(iter(seen.items()))


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
