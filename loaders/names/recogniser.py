"""The recogniser: which registered things a document names, where, and by which rule."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import repeat
from typing import TYPE_CHECKING

from graph.identity import RegisteredBody
from graph.records.findings import Voice
from graph.records.mentions import RecognisedNames
from loaders.corrections.hand_corrections import Corrections, read_corrections
from loaders.names.addressees import mark_addressees
from loaders.names.annotated_text import AnnotatedText, by_position
from loaders.names.committee_remits import CommitteeRemits
from loaders.names.coreference import Antecedents, heads_of, rivalries_of
from loaders.names.definitions import (
    find_definitions,
    match_defined_abbreviations,
    merge_definitions,
)
from loaders.names.disambiguation import Disambiguator
from loaders.names.discovery import Discoverer
from loaders.names.document_context import DocumentContext
from loaders.names.entity_profiles import responsible_departments
from loaders.names.gap_matching import matches_across_gaps
from loaders.names.gazetteer import compile_registers
from loaders.names.law_titles import leave_out_other_laws, note_provisions
from loaders.names.linking import Linker
from loaders.names.matching import Matcher
from loaders.names.mention_roles import assign_roles
from loaders.names.minister_offices import MinisterOffices
from loaders.names.noise_mentions import mentions_in_noise
from loaders.names.original_offsets import to_original_offsets
from loaders.names.other_meanings import OtherMeanings, leave_out_other_meanings
from loaders.names.other_nations import leave_out_other_nations, places_in
from loaders.names.stated_relations import read_relations
from loaders.references.offices import departments_of_office
from loaders.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from graph.records.authorities import Initiative, Organisation
    from graph.records.cleaned_text import CleanedText
    from graph.records.mentions import Candidate, EntityKey
    from loaders.names.known_bodies import BodiesBeside


_ARTICLE = re.compile(r"^[Tt]he\s+")


class Recogniser:
    """Recognises registered names; built once, then used for any number of documents."""

    def __init__(
        self,
        organisations: Iterable[Organisation],
        initiatives: Iterable[Initiative],
        corrections: Corrections | None = None,
    ) -> None:
        """Compile the registers.

        Args:
            organisations: Register of bodies.
            initiatives: Register of programmes, laws, data sets and the like.
            corrections: Hand corrections; those bundled with the project if None.

        Attributes:
            remits: The departments into which committees inquire.
        """
        self.corrections = read_corrections() if corrections is None else corrections
        organisations = tuple(organisations)
        self.remits = CommitteeRemits(organisations)
        gazetteer = compile_registers(organisations, initiatives, self.corrections)
        self._profiles = gazetteer.profiles
        self._matcher = Matcher(gazetteer)
        self._other_meanings = OtherMeanings(gazetteer, self._matcher)
        self._discoverer = Discoverer(gazetteer, self.corrections.refused)
        self._linker = Linker(self._matcher, Disambiguator(gazetteer.profiles))
        self._pointers = {
            entity: pointers
            for entity, profile in gazetteer.profiles.items()
            if any(pointers := (heads_of(profile.name, profile.kind), rivalries_of(profile.kind)))
        }

        self._offices = MinisterOffices(self.lookup, gazetteer.profiles)
        self._responsible = responsible_departments(gazetteer.profiles)

    def name_of(self, entity: EntityKey) -> str | None:
        """The registered name of an entity; None if it is in no register."""
        profile = self._profiles.get(entity)
        return profile.name if profile else None

    def lookup(self, name: str) -> set[EntityKey]:
        """What the registers know by a name; empty for a name that is in none of them."""
        folded = fold(name)
        exact, case_insensitive = self._matcher.find_matches(folded)
        return {
            entry.entity
            for start, minus_end, number in exact + case_insensitive
            if (start, -minus_end) == (0, len(folded))
            for entry in self._matcher.patterns[number].entries
        }

    def registered_body(self, name: str) -> RegisteredBody | None:
        """The one body that the registers know by a name; None if they know none, or several.

        Of several, one may be the only one that is of no part of the country ("DfE"). A minister's
        office stands for the department that it leads.
        """
        bare = _ARTICLE.sub("", name)
        names = {
            key: self.name_of((kind, key)) or key
            for words in (bare, *departments_of_office(bare))
            for kind, key in self.lookup(words)
            if kind == "organisation"
        }
        if len(names) > 1:
            names = {key: title for key, title in names.items() if not places_in(title)}
        return RegisteredBody(*names.popitem()) if len(names) == 1 else None

    def recognise(
        self, cleaned_text: CleanedText, *, published: date | None = None, derive: bool = True
    ) -> RecognisedNames:
        """Recognise the names in a single text; see `recognise_document`."""
        return self.recognise_document([cleaned_text], published=published, derive=derive)[0]

    def recognise_document(
        self,
        cleaned_texts: Sequence[CleanedText],
        *,
        published: date | None = None,
        voices: Sequence[Voice | None] = (),
        beside: Sequence[BodiesBeside] = (),
        derive: bool = True,
    ) -> list[RecognisedNames]:
        """Recognise the names in the texts of one document, such as a finding and its reply.

        What one text defines or names outright helps to understand the others.

        Args:
            cleaned_texts: The texts, in the order of the document.
            published: Date of the document, where it is known.
            voices: Who speaks in each text, as far as that is known.
            beside: What is known beside each text of the bodies that it means.
            derive: Whether to look for candidates, roles and relations too.

        Returns:
            What each text names, in the same order.
        """
        context = DocumentContext(published=published)
        texts = [
            self._open(number, cleaned_text) for number, cleaned_text in enumerate(cleaned_texts)
        ]
        context.folded_texts = [text.folded_text for text in texts]
        other_meanings = frozenset().union(*map(self._other_meanings.find, texts))
        for text in texts:
            leave_out_other_meanings(text, other_meanings)
            self._linker.note_named_entities(text, context)
        for text in texts:
            find_definitions(text, self._linker, context)
        for text in texts:
            self._linker.link(text, context)
            merge_definitions(text)
            match_defined_abbreviations(text, context)
        for text in texts:
            self._offices.add_mentions(text, published)
            text.mentions.sort(key=by_position)
        Antecedents(self._pointers, self._responsible, context).resolve_coreferences(texts, beside)
        if not derive:
            return [self._close(texts, text, context, {}) for text in texts]
        candidates = self._discoverer.discover(texts)
        for text, voice in zip(texts, voices or repeat(None), strict=False):
            text.mentions.sort(key=by_position)
            assign_roles(text, voice)
            note_provisions(text)
            if voice is Voice.COMMITTEE:
                mark_addressees(text)
            text.relations = read_relations(text, self._profiles)
        return [
            self._close(texts, text, context, text_candidates)
            for text, text_candidates in zip(texts, candidates, strict=True)
        ]

    def _open(self, number: int, cleaned_text: CleanedText) -> AnnotatedText:
        folded = fold(cleaned_text.text)
        exact, case_insensitive = self._matcher.find_matches(folded)
        if across_gaps := list(matches_across_gaps(self._matcher, folded)):
            exact = sorted({*exact, *across_gaps})
        text = AnnotatedText(
            number, cleaned_text, cleaned_text.text, folded, exact, case_insensitive
        )
        leave_out_other_nations(text, self._matcher)
        leave_out_other_laws(text, self._matcher, self.name_of)
        return text

    def _close(
        self,
        texts: list[AnnotatedText],
        text: AnnotatedText,
        context: DocumentContext,
        candidates: dict[str, Candidate],
    ) -> RecognisedNames:
        """What was found in a text, with offsets of the original."""
        names = RecognisedNames(
            tuple(text.mentions),
            tuple(text.ambiguous),
            tuple(candidates.values()),
            tuple(text.relations),
            tuple(text.unresolved),
        )
        if not any(document_text.cleaned_text.edits for document_text in texts):
            return names
        names = to_original_offsets(
            names, text.cleaned_text, [document_text.cleaned_text for document_text in texts]
        )
        in_noise = list(mentions_in_noise(text.cleaned_text, self._linker, context))
        if not in_noise:
            return names
        return replace(names, mentions=tuple(sorted((*names.mentions, *in_noise), key=by_position)))
