"""The recogniser: which registered things a document names, where, and by which rule."""

from __future__ import annotations

from dataclasses import replace
from itertools import repeat
from typing import TYPE_CHECKING

from graph.records.mentions import RecognisedNames
from loaders.corrections.hand_corrections import Corrections, read_corrections
from loaders.names.anaphors import Antecedents, heads_of, rivalries_of
from loaders.names.definitions import bracket, find_again, find_definitions
from loaders.names.disambiguation import Disambiguator, Surroundings
from loaders.names.discovery import Discoverer
from loaders.names.furniture import names_apart
from loaders.names.gazetteer import compile_registers
from loaders.names.linking import Linker
from loaders.names.matching import Matcher
from loaders.names.mending import mended_hits
from loaders.names.originals import in_original
from loaders.names.relations import read_relations
from loaders.names.roles import assign_roles
from loaders.names.texts import Text, by_place
from loaders.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from graph.records.authorities import Initiative, Organisation
    from graph.records.cleaned_text import CleanedText
    from graph.records.findings import Voice
    from graph.records.mentions import Candidate, Thing


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
        """
        self.corrections = read_corrections() if corrections is None else corrections
        gazetteer = compile_registers(organisations, initiatives, self.corrections)
        self._cards = gazetteer.cards
        self._matcher = Matcher(gazetteer)
        self._discoverer = Discoverer(gazetteer, self.corrections.refused)
        self._linker = Linker(self._matcher, Disambiguator(gazetteer.cards))
        self._pointers = {
            thing: pointers
            for thing, card in gazetteer.cards.items()
            if any(pointers := (heads_of(card.name, card.kind), rivalries_of(card.kind)))
        }

    def name_of(self, thing: Thing) -> str | None:
        """The registered name of a thing; None if it is in no register."""
        card = self._cards.get(thing)
        return card.name if card else None

    def meanings(self, name: str) -> set[Thing]:
        """What the registers know by a name; empty for a name that is in none of them."""
        cased = fold(name)
        sure, loose = self._matcher.hits(cased)
        return {
            entry.thing
            for start, minus_end, number in sure + loose
            if (start, -minus_end) == (0, len(cased))
            for entry in self._matcher.patterns[number].entries
        }

    def recognise(
        self, reading: CleanedText, *, published: date | None = None, derive: bool = True
    ) -> RecognisedNames:
        """Recognise the names in a single text; see `recognise_document`."""
        return self.recognise_document([reading], published=published, derive=derive)[0]

    def recognise_document(
        self,
        readings: Sequence[CleanedText],
        *,
        published: date | None = None,
        voices: Sequence[Voice | None] = (),
        derive: bool = True,
    ) -> list[RecognisedNames]:
        """Recognise the names in the texts of one document, such as a finding and its reply.

        What one text defines or names outright helps to understand the others.

        Args:
            readings: The texts, in the order of the document.
            published: Date of the document, where it is known.
            voices: Who speaks in each text, as far as that is known.
            derive: Whether to look for candidates, roles and relations too.

        Returns:
            What each text names, in the same order.
        """
        around = Surroundings(published=published)
        texts = [self._open(number, reading) for number, reading in enumerate(readings)]
        around.texts = [text.cased for text in texts]
        for text in texts:
            self._linker.look(text, around)
        for text in texts:
            find_definitions(text, self._linker, around)
        for text in texts:
            self._linker.link(text, around)
            bracket(text)
            find_again(text, around)
        Antecedents(self._pointers, around).point_back(texts)
        if not derive:
            return [self._close(texts, text, around, {}) for text in texts]
        candidates = self._discoverer.discover(texts)
        for text, voice in zip(texts, voices or repeat(None), strict=False):
            text.mentions.sort(key=by_place)
            assign_roles(text, voice)
            text.relations = read_relations(text, self._cards)
        return [
            self._close(texts, text, around, found)
            for text, found in zip(texts, candidates, strict=True)
        ]

    def _open(self, number: int, reading: CleanedText) -> Text:
        cased = fold(reading.text)
        sure, loose = self._matcher.hits(cased)
        if more := list(mended_hits(self._matcher, cased)):
            sure = sorted({*sure, *more})
        return Text(number, reading, reading.text, cased, sure, loose)

    def _close(
        self,
        texts: list[Text],
        text: Text,
        around: Surroundings,
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
        if not any(other.reading.edits for other in texts):
            return names
        names = in_original(names, text.reading, [other.reading for other in texts])
        apart = list(names_apart(text.reading, self._linker, around))
        if not apart:
            return names
        return replace(names, mentions=tuple(sorted((*names.mentions, *apart), key=by_place)))
