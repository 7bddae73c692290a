"""Linking: from hits to mentions. The longest name wins; what stands inside it may be kept."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.records.mentions import Ambiguity, Mention
from loaders.names.definitions import CONFIDENCE, DEFINED
from loaders.names.disambiguation import Choice
from loaders.names.gazetteer import ABBREVIATION
from loaders.names.vocabulary import vocabulary
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from datetime import date

    from graph.records.mentions import Thing
    from loaders.names.disambiguation import Disambiguator, Surroundings
    from loaders.names.matching import Hit, Matcher
    from loaders.names.texts import Text

_OUT_OF_DATE = 0.9
_WORDS = vocabulary("matching")["extension"]["words"]
_EXTENSION = compile_pattern(rf" (?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_EXTENDED_KINDS = frozenset({"programme", "project", "data-linkage", "dataset", "service"})


class Linker:
    """Links the hits of a text to things, within what its document tells."""

    def __init__(self, matcher: Matcher, disambiguator: Disambiguator) -> None:
        """Link what `matcher` finds as `disambiguator` chooses."""
        self.matcher = matcher
        self._choose = disambiguator
        self._cards = disambiguator.cards
        self._extended = frozenset(
            thing
            for thing, card in self._cards.items()
            if thing[0] == "initiative" and card.kind in _EXTENDED_KINDS
        )

    def look(self, text: Text, around: Surroundings) -> None:
        """Note what a text names without doubt."""
        patterns, named = self.matcher.patterns, around.named
        covered = 0
        for _, minus_end, number in text.sure:
            if -minus_end > covered:
                if sole := patterns[number].sole:
                    named.add(sole.thing)
                covered = -minus_end

    def link(self, text: Text, around: Surroundings) -> None:
        """Turn the hits of a text into mentions."""
        patterns, mentions, extended = self.matcher.patterns, text.mentions, self._extended
        bound, dated = around.bound, around.published
        covered = 0
        above: tuple[Thing, ...] = ()
        for hit in self._believed(text, around):
            start, end = hit[0], -hit[1]
            if start < covered:
                if end <= covered:
                    self._nest(text, around, above, hit)
                continue
            entry = patterns[hit[2]].sole
            if entry is None or (bound and text.cased[start:end] in bound):
                if chosen := self._chosen(text, around, hit):
                    covered, above = end, chosen
                continue
            mentions.append(
                Mention(start, end, entry.thing, entry.rule, entry.confidence, entry.name)
            )
            covered, above = end, (entry.thing,)
            if dated:
                self._date(text, dated)
            if entry.thing in extended and (longer := _EXTENSION.match(text.cased, end)):
                covered = longer.end()
                mentions[-1] = mentions[-1]._replace(end=covered)
                mentions.append(
                    Mention(
                        start,
                        end,
                        entry.thing,
                        entry.rule,
                        entry.confidence,
                        entry.name,
                        nested=True,
                    )
                )

    def choose(self, text: Text, around: Surroundings, hit: Hit) -> Choice:
        """Choose what a hit stands for: as the document defines it, or as its context shows."""
        start, end = hit[0], -hit[1]
        entries = self.matcher.patterns[hit[2]].entries
        definition = around.bound.get(text.cased[start:end])
        if definition is None:
            return self._choose.choose(entries, around, text.cased, (start, end))
        thing, basis = definition
        same = [entry for entry in entries if entry.thing == thing]
        others = tuple(sorted(entry.thing for entry in entries if entry.thing != thing))
        if same:
            return Choice((same[0],), others, same[0].confidence)
        made = replace(entries[0], thing=thing, name=text.text[start:end], rule=DEFINED)
        return Choice((made,), others, CONFIDENCE, basis=basis)

    def _believed(self, text: Text, around: Surroundings) -> list[Hit]:
        """The hits that count: those in loose case only if the thing is named properly too."""
        if not text.loose:
            return text.sure
        patterns = self.matcher.patterns
        kept = [
            hit
            for hit in text.loose
            if any(entry.thing in around.named for entry in patterns[hit[2]].entries)
        ]
        return sorted(text.sure + kept)

    def _chosen(self, text: Text, around: Surroundings, hit: Hit) -> tuple[Thing, ...]:
        """Choose what a hit stands for and record it; its things, none if none was chosen."""
        choice = self.choose(text, around, hit)
        start, end = hit[0], -hit[1]
        if not choice.chosen and choice.others:
            surface = text.text[start:end]
            text.ambiguous.append(Ambiguity(start, end, choice.others, surface, choice.reason))
        for entry in sorted(choice.chosen, key=lambda entry: entry.thing):
            text.mentions.append(
                Mention(
                    start,
                    end,
                    entry.thing,
                    entry.rule,
                    choice.confidence,
                    entry.name,
                    others=choice.others,
                    basis=choice.basis,
                )
            )
        if around.published and len(choice.chosen) == 1 and not choice.others:
            self._date(text, around.published)
        return tuple(entry.thing for entry in choice.chosen)

    def _nest(self, text: Text, around: Surroundings, above: tuple[Thing, ...], hit: Hit) -> None:
        """Keep a name inside a longer one: a body or venture inside a venture's name."""
        start, end = hit[0], -hit[1]
        last = text.mentions[-1]
        inner = last.nested and last.start <= start and end <= last.end
        if inner or all(kind == "organisation" for kind, _ in above):
            return
        entry = self.matcher.patterns[hit[2]].sole
        if entry is None or around.bound:
            chosen = self.choose(text, around, hit).chosen
            entry = chosen[0] if len(chosen) == 1 else None
        if entry is None:
            return
        if entry.rule == ABBREVIATION or all(entry.thing[1] != key for _, key in above):
            text.mentions.append(
                Mention(
                    start, end, entry.thing, entry.rule, entry.confidence, entry.name, nested=True
                )
            )

    def _date(self, text: Text, day: date) -> None:
        """Note on the last mention what was in being at the document's date in its place."""
        mention = text.mentions[-1]
        if not self._choose.alive(mention.thing, day):
            heirs = self._choose.heirs(mention.thing, day)
            text.mentions[-1] = mention._replace(
                others=heirs, confidence=min(mention.confidence, _OUT_OF_DATE)
            )
