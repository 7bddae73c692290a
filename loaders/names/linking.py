"""Linking: from matches to mentions. The longest name wins; what stands inside it may be kept."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.records.mentions import Ambiguity, Mention
from loaders.names.disambiguation import Choice
from loaders.names.mention_rules import (
    DEFINED_IN_DOCUMENT,
    DEFINITION_CONFIDENCE,
    REGISTER_ABBREVIATION,
)
from loaders.names.word_lists import matching_words
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from datetime import date

    from graph.records.mentions import EntityKey
    from loaders.names.annotated_text import AnnotatedText
    from loaders.names.disambiguation import Disambiguator
    from loaders.names.document_context import DocumentContext
    from loaders.names.matching import Matcher, PatternMatch

_OUT_OF_DATE = 0.9
_WORDS = matching_words().extension.words
_EXTENSION = compile_pattern(rf" (?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_EXTENDED_KINDS = frozenset({"programme", "project", "data-linkage", "dataset", "service"})


class Linker:
    """Links the matches of a text to entities, in the context of its document."""

    def __init__(self, matcher: Matcher, disambiguator: Disambiguator) -> None:
        """Link what `matcher` finds as `disambiguator` chooses."""
        self.matcher = matcher
        self._disambiguator = disambiguator
        self._profiles = disambiguator.profiles
        self._extendable = frozenset(
            entity
            for entity, profile in self._profiles.items()
            if entity[0] == "initiative" and profile.kind in _EXTENDED_KINDS
        )

    def note_named_entities(self, text: AnnotatedText, context: DocumentContext) -> None:
        """Note what a text names without doubt."""
        patterns, named = self.matcher.patterns, context.named_entities
        covered = 0
        for _, minus_end, number in text.exact_matches:
            if -minus_end > covered:
                if sole := patterns[number].sole:
                    named.add(sole.entity)
                covered = -minus_end

    def link(self, text: AnnotatedText, context: DocumentContext) -> None:
        """Turn the matches of a text into mentions."""
        patterns, mentions, extendable = self.matcher.patterns, text.mentions, self._extendable
        abbreviations, published = context.defined_abbreviations, context.published
        covered = 0
        outer_entities: tuple[EntityKey, ...] = ()
        for match in self._counting_matches(text, context):
            start, end = match[0], -match[1]
            if start < covered:
                if end <= covered:
                    self._keep_nested(text, context, outer_entities, match)
                continue
            entry = patterns[match[2]].sole
            if entry is None or (abbreviations and text.folded_text[start:end] in abbreviations):
                if chosen := self._link_ambiguous(text, context, match):
                    covered, outer_entities = end, chosen
                continue
            mentions.append(
                Mention(start, end, entry.entity, entry.rule, entry.confidence, entry.name)
            )
            covered, outer_entities = end, (entry.entity,)
            if published:
                self._mark_if_out_of_date(text, published)
            if entry.entity in extendable and (longer := _EXTENSION.match(text.folded_text, end)):
                covered = longer.end()
                mentions[-1] = mentions[-1]._replace(end=covered)
                mentions.append(
                    Mention(
                        start,
                        end,
                        entry.entity,
                        entry.rule,
                        entry.confidence,
                        entry.name,
                        nested=True,
                    )
                )

    def choose(self, text: AnnotatedText, context: DocumentContext, match: PatternMatch) -> Choice:
        """Choose what a match stands for: as the document defines it, or as its context shows."""
        start, end = match[0], -match[1]
        entries = self.matcher.patterns[match[2]].entries
        definition = context.defined_abbreviations.get(text.folded_text[start:end])
        if definition is None:
            return self._disambiguator.choose(entries, context, text.folded_text, (start, end))
        entity, basis = definition
        same = [entry for entry in entries if entry.entity == entity]
        alternatives = tuple(sorted(entry.entity for entry in entries if entry.entity != entity))
        if same:
            return Choice((same[0],), alternatives, same[0].confidence)
        entry_of_definition = replace(
            entries[0], entity=entity, name=text.text[start:end], rule=DEFINED_IN_DOCUMENT
        )
        return Choice((entry_of_definition,), alternatives, DEFINITION_CONFIDENCE, basis=basis)

    def _counting_matches(
        self, text: AnnotatedText, context: DocumentContext
    ) -> list[PatternMatch]:
        """The matches that count: exact ones, and others of entities that are named exactly too."""
        if not text.case_insensitive_matches:
            return text.exact_matches
        patterns = self.matcher.patterns
        kept = [
            match
            for match in text.case_insensitive_matches
            if any(entry.entity in context.named_entities for entry in patterns[match[2]].entries)
        ]
        return sorted(text.exact_matches + kept)

    def _link_ambiguous(
        self, text: AnnotatedText, context: DocumentContext, match: PatternMatch
    ) -> tuple[EntityKey, ...]:
        """Choose what a match stands for and record it; its entities, none if none was chosen."""
        choice = self.choose(text, context, match)
        start, end = match[0], -match[1]
        if not choice.chosen and choice.alternatives:
            surface = text.text[start:end]
            text.ambiguous.append(
                Ambiguity(start, end, choice.alternatives, surface, choice.reason)
            )
        for entry in sorted(choice.chosen, key=lambda entry: entry.entity):
            text.mentions.append(
                Mention(
                    start,
                    end,
                    entry.entity,
                    entry.rule,
                    choice.confidence,
                    entry.name,
                    alternatives=choice.alternatives,
                    basis=choice.basis,
                )
            )
        if context.published and len(choice.chosen) == 1 and not choice.alternatives:
            self._mark_if_out_of_date(text, context.published)
        return tuple(entry.entity for entry in choice.chosen)

    def _keep_nested(
        self,
        text: AnnotatedText,
        context: DocumentContext,
        outer_entities: tuple[EntityKey, ...],
        match: PatternMatch,
    ) -> None:
        """Keep a name that stands inside the name of an initiative."""
        start, end = match[0], -match[1]
        last = text.mentions[-1]
        inner = last.nested and last.start <= start and end <= last.end
        if inner or all(kind == "organisation" for kind, _ in outer_entities):
            return
        entry = self.matcher.patterns[match[2]].sole
        if entry is None or context.defined_abbreviations:
            chosen = self.choose(text, context, match).chosen
            entry = chosen[0] if len(chosen) == 1 else None
        if entry is None:
            return
        if entry.rule == REGISTER_ABBREVIATION or all(
            entry.entity[1] != key for _, key in outer_entities
        ):
            text.mentions.append(
                Mention(
                    start, end, entry.entity, entry.rule, entry.confidence, entry.name, nested=True
                )
            )

    def _mark_if_out_of_date(self, text: AnnotatedText, day: date) -> None:
        """Note on the last mention what was in being at the document's date in its place."""
        mention = text.mentions[-1]
        if not self._disambiguator.alive(mention.entity, day):
            predecessors_successors = self._disambiguator.predecessors_successors(
                mention.entity, day
            )
            text.mentions[-1] = mention._replace(
                alternatives=predecessors_successors,
                confidence=min(mention.confidence, _OUT_OF_DATE),
            )
