"""Every form in which a registered name is looked for, derived from its registered spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.names.mention_rules import (
    REGISTER_ABBREVIATION,
    REGISTER_NAME,
    REGISTER_OTHER_NAME,
)
from loaders.names.spelling_variants import region, spellings, without_kind, without_year
from loaders.names.word_lists import matching_words
from loaders.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.authorities import Initiative, Organisation
    from graph.records.mentions import EntityKey

_CONFIDENCE = {REGISTER_NAME: 0.99, REGISTER_ABBREVIATION: 0.97, REGISTER_OTHER_NAME: 0.96}
_SHORTEST = 3
_VARIANT = 0.95
_DERIVED = 0.9
_CAPITAL = re.compile(r"(?<![^\W_])[A-Z]")
_HEAD_OF_WORD = re.compile(r"(?<!\S)(?!(?:of|for|and|the|in)\b)[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity that a pattern may stand for.

    Attributes:
        entity: The entity.
        name: Its registered spelling.
        rule: Which part of the register it comes from.
        confidence: Of a mention by this pattern.
        needs_context: True if the pattern counts only beside a mention of a related entity.
        regions: Words of which the document must hold one; empty if it need not.
        spelling: The pattern in its own case.
        capitals: Offsets in the pattern where the text must have a capital.
    """

    entity: EntityKey
    name: str
    rule: str
    confidence: float
    spelling: str
    needs_context: bool = False
    regions: tuple[str, ...] = ()
    capitals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisteredForm:
    """A form of a name, and where in a register it stands.

    Attributes:
        entity: The entity it belongs to.
        name: The registered spelling.
        rule: Which part of the register it comes from.
    """

    entity: EntityKey
    name: str
    rule: str


def entries_of(
    entity: EntityKey, record: Organisation | Initiative, owners: Sequence[tuple[str, ...]]
) -> Iterator[Entry]:
    """Every pattern of one record, full names before what is derived from them."""
    rules = matching_words()
    general = _in_small_letters(rules.needs_context) | _in_small_letters(record.context_names)
    never = _in_small_letters(rules.never)
    for name, rule in _listed(record):
        source = RegisteredForm(entity, name, rule)
        bare = (
            fold(name).strip() if rule == REGISTER_NAME else _disowned(fold(name).strip(), owners)
        )
        if bare.lower() in never:
            continue
        yield from _name_entries(source, bare, needs_context=bare.lower() in general)
        for renamed in _renamed(bare, owners):
            yield entry_for(source, renamed, _VARIANT)
        if local := region(bare):
            words = rules.region.get(local[1], ())
            yield entry_for(source, local[0], _DERIVED, needs_context=not words, regions=words)
    if entity[0] == "initiative":
        for short in filter(None, (without_year(record.name), without_kind(record.name))):
            yield entry_for(
                RegisteredForm(entity, record.name, REGISTER_OTHER_NAME), short, _DERIVED
            )


@cache
def _in_small_letters(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(name).lower() for name in names)


def _listed(record: Organisation | Initiative) -> Iterator[tuple[str, str]]:
    yield record.name, REGISTER_NAME
    for name in (*record.other_names, *record.context_names, *record.abbreviations):
        short = name in record.abbreviations or (name.isupper() and " " not in name)
        yield name, REGISTER_ABBREVIATION if short else REGISTER_OTHER_NAME


def _renamed(name: str, owners: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """A name with the owner in it called otherwise: "HMCTS reform" with the name in full."""
    words = f" {name} "
    for titles in owners:
        for title in titles:
            if f" {title} " in words and " " in name and title != name:
                yield from (
                    words.replace(title, synonym).strip() for synonym in titles if synonym != title
                )


def _disowned(name: str, owners: Sequence[tuple[str, ...]]) -> str:
    """A name without its owner's: "BOLD project" for "Ministry of Justice BOLD project"."""
    for owner in (title for titles in owners for title in titles):
        for prefix in (f"{owner}'s ", f"{owner} "):
            rest = name.removeprefix(prefix)
            if rest != name and " " in rest and rest[0].isupper():
                return rest
    return name


def _name_entries(source: RegisteredForm, bare: str, *, needs_context: bool) -> Iterator[Entry]:
    for position, form in enumerate(spellings(bare)):
        confidence = _VARIANT if position else _CONFIDENCE[source.rule]
        yield entry_for(source, form, confidence, needs_context=needs_context)
        if " " not in form:
            for variant in _single_word_forms(form):
                yield entry_for(source, variant, _VARIANT, needs_context=needs_context)


def _single_word_forms(word: str) -> Iterator[str]:
    """A single word at the head of a sentence or in a heading: "Jisc", "JISC"."""
    if word[0].islower():
        yield word[0].upper() + word[1:]
    if len(word) >= _SHORTEST and word.isalpha() and not word.isupper():
        yield word.upper()


def entry_for(
    source: RegisteredForm,
    form: str,
    confidence: float,
    *,
    needs_context: bool = False,
    regions: tuple[str, ...] = (),
) -> Entry:
    """The entry for a form, with the capitals it must have.

    A register writes common nouns with a first capital. Where that is a name's only one, an
    initiative's name is believed in any case, and a body's only with every word in capitals.
    """
    capitals = [match.start() for match in _CAPITAL.finditer(form)]
    if " " in form and capitals in ([], [0]):
        if source.entity[0] == "organisation":
            form = _HEAD_OF_WORD.sub(lambda letter: letter[0].upper(), form)
            capitals = [match.start() for match in _CAPITAL.finditer(form)]
        elif not form.partition(" ")[0].isupper():
            capitals = []
    return Entry(
        source.entity,
        source.name,
        source.rule,
        confidence,
        form,
        needs_context,
        regions,
        tuple(capitals),
    )
