"""The gazetteer: every registered name in every form, and what each may stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from loaders.names.variants import region, spellings, without_kind, without_year
from loaders.names.vocabulary import vocabulary
from loaders.text.folding import fold, lower

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.partial_date import PartialDate
    from graph.records.authorities import Initiative, Organisation
    from graph.records.mentions import Thing
    from loaders.corrections.hand_corrections import Corrections

NAME, ABBREVIATION, OTHER_NAME = "register-name", "register-abbreviation", "register-other-name"
CORRECTED = "hand-correction"
_CONFIDENCE = {NAME: 0.99, ABBREVIATION: 0.97, OTHER_NAME: 0.96}
_BY_HAND = 0.97
_SHORTEST = 3
_VARIANT = 0.95
_DERIVED = 0.9
_CAPITAL = re.compile(r"(?<![^\W_])[A-Z]")
_HEAD_OF_WORD = re.compile(r"(?<!\S)(?!(?:of|for|and|the|in)\b)[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a pattern may stand for.

    Attributes:
        thing: The thing.
        name: Its registered spelling.
        rule: Which part of the register it comes from.
        confidence: Of a mention by this pattern.
        context: True if the pattern counts only beside a mention of something near the thing.
        regions: Words of which the document must hold one; empty if it need not.
        spelling: The pattern in its own case.
        capitals: Offsets in the pattern where the text must have a capital.
    """

    thing: Thing
    name: str
    rule: str
    confidence: float
    spelling: str
    context: bool = False
    regions: tuple[str, ...] = ()
    capitals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """What disambiguation needs to know of a thing.

    Attributes:
        name: Its registered name.
        kind: Its kind in the register.
        start: When its life began, as exactly as the register has it.
        end: When it ended.
        near: Things beside it in the register.
        heirs: What came before and after it.
        relations: What the register says of it, by name of the relation.
    """

    name: str
    kind: str
    start: PartialDate | None
    end: PartialDate | None
    near: frozenset[Thing]
    heirs: tuple[Thing, ...] = ()
    relations: dict[str, frozenset[Thing]] = field(default_factory=dict)


@dataclass(slots=True)
class Gazetteer:
    """Patterns by folded text: `names` in lower case, `marks` (single words) in their own case."""

    names: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    marks: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    cards: dict[Thing, Card] = field(default_factory=dict)
    merged: dict[Thing, Thing] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Add a pattern; a thing keeps the first entry it has for a pattern."""
        if entry.thing in self.merged:
            entry = replace(entry, thing=self.merged[entry.thing])
        if " " in entry.spelling:
            table, key = self.names, lower(entry.spelling)
        else:
            table, key = self.marks, entry.spelling
        entries = table.get(key, ())
        if all(other.thing != entry.thing for other in entries):
            table[key] = (*entries, entry)

    def drop(self, name: str, thing: Thing | None) -> None:
        """Take a name from a thing; from every thing if none is given."""
        low = lower(fold(name))
        for table in (self.names, self.marks):
            for key in [key for key in table if lower(key) == low]:
                left = tuple(e for e in table[key] if thing is not None and e.thing != thing)
                if left:
                    table[key] = left
                else:
                    del table[key]

    def compact(self) -> None:
        """Free the names of several words that no two things share from naming their region."""
        for key, entries in self.names.items():
            if len(entries) == 1 and entries[0].regions:
                self.names[key] = (replace(entries[0], regions=()),)


def compile_registers(
    organisations: Iterable[Organisation],
    initiatives: Iterable[Initiative],
    corrections: Corrections,
) -> Gazetteer:
    """Build the gazetteer, corrected; the order of the registers does not matter."""
    gazetteer = Gazetteer(merged=corrections.merged)
    more_bodies, more_ventures = corrections.accepted()
    bodies = sorted([*organisations, *more_bodies], key=lambda body: body.key)
    ventures = sorted([*initiatives, *more_ventures], key=lambda venture: venture.key)
    known = {venture.key for venture in ventures}
    for body in bodies:
        gazetteer.cards[("organisation", body.key)] = _organisation_card(body)
    for venture in ventures:
        gazetteer.cards[("initiative", venture.key)] = _initiative_card(venture, known)
    titles = {body.key: (fold(body.name), *map(fold, body.abbreviations)) for body in bodies}
    for body in bodies:
        for entry in _entries(("organisation", body.key), body, []):
            gazetteer.add(entry)
    for venture in ventures:
        owners = [titles[key] for key in venture.leads if key in titles]
        for entry in _entries(("initiative", venture.key), venture, owners):
            gazetteer.add(entry)
    for line in corrections.of("same-as"):
        if line.thing and line.thing in gazetteer.cards:
            gazetteer.add(
                _entry(_Source(line.thing, line.name, CORRECTED), fold(line.name), _BY_HAND)
            )
    for line in (*corrections.of("not-same-as"), *corrections.of("not-a-name")):
        gazetteer.drop(line.name, line.thing)
    gazetteer.compact()
    return gazetteer


def _organisation_card(body: Organisation) -> Card:
    heirs = _bodies((*body.successors, *body.predecessors))
    relations = {"part-of": _bodies(body.parents), "successor": _bodies(body.successors)}
    return Card(
        body.name,
        body.kind,
        body.start,
        body.end,
        _bodies(body.parents),
        tuple(sorted(heirs)),
        relations,
    )


def _initiative_card(venture: Initiative, known: set[str]) -> Card:
    wholes = frozenset(
        ("initiative" if key in known else "organisation", key) for key in venture.part_of
    )
    relations = {
        "lead": _bodies(venture.leads),
        "partner": _bodies((*venture.partners, *venture.leads)),
        "funder": _bodies(venture.funders),
        "part-of": wholes,
    }
    near: frozenset[Thing] = frozenset().union(*relations.values())
    return Card(venture.name, venture.kind, venture.start, venture.end, near, relations=relations)


def _bodies(keys: Iterable[str]) -> frozenset[Thing]:
    return frozenset(("organisation", key) for key in keys)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where in a register a form comes from."""

    thing: Thing
    name: str
    rule: str


def _entries(
    thing: Thing, record: Organisation | Initiative, owners: Sequence[tuple[str, ...]]
) -> Iterator[Entry]:
    """Every pattern of one record, full names before what is derived from them."""
    rules = vocabulary("matching")
    general = {fold(name).lower() for name in (*rules["needs_context"], *record.context_names)}
    never = {fold(name).lower() for name in rules["never"]}
    for name, rule in _listed(record):
        source = _Source(thing, name, rule)
        bare = fold(name).strip() if rule == NAME else _disowned(fold(name).strip(), owners)
        if bare.lower() in never:
            continue
        yield from _name_entries(source, bare, context=bare.lower() in general)
        for renamed in _renamed(bare, owners):
            yield _entry(source, renamed, _VARIANT)
        if local := region(bare):
            words = tuple(rules["region"].get(local[1], ()))
            yield _entry(source, local[0], _DERIVED, context=not words, regions=words)
    if thing[0] == "initiative":
        for short in filter(None, (without_year(record.name), without_kind(record.name))):
            yield _entry(_Source(thing, record.name, OTHER_NAME), short, _DERIVED)


def _listed(record: Organisation | Initiative) -> Iterator[tuple[str, str]]:
    yield record.name, NAME
    for name in (*record.other_names, *record.context_names, *record.abbreviations):
        short = name in record.abbreviations or (name.isupper() and " " not in name)
        yield name, ABBREVIATION if short else OTHER_NAME


def _renamed(name: str, owners: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """A name with the owner in it called otherwise: "HMCTS reform" with the name in full."""
    words = f" {name} "
    for titles in owners:
        for title in titles:
            if f" {title} " in words and " " in name and title != name:
                yield from (
                    words.replace(title, other).strip() for other in titles if other != title
                )


def _disowned(name: str, owners: Sequence[tuple[str, ...]]) -> str:
    """A name without its owner's: "BOLD project" for "Ministry of Justice BOLD project"."""
    for owner in (title for titles in owners for title in titles):
        for prefix in (f"{owner}'s ", f"{owner} "):
            rest = name.removeprefix(prefix)
            if rest != name and " " in rest and rest[0].isupper():
                return rest
    return name


def _name_entries(source: _Source, bare: str, *, context: bool) -> Iterator[Entry]:
    for position, form in enumerate(spellings(bare)):
        confidence = _VARIANT if position else _CONFIDENCE[source.rule]
        yield _entry(source, form, confidence, context=context)
        if " " not in form:
            for variant in _single_word_forms(form):
                yield _entry(source, variant, _VARIANT, context=context)


def _single_word_forms(word: str) -> Iterator[str]:
    """A single word at the head of a sentence or in a heading: "Jisc", "JISC"."""
    if word[0].islower():
        yield word[0].upper() + word[1:]
    if len(word) >= _SHORTEST and word.isalpha() and not word.isupper():
        yield word.upper()


def _entry(
    source: _Source,
    form: str,
    confidence: float,
    *,
    context: bool = False,
    regions: tuple[str, ...] = (),
) -> Entry:
    """The entry for a form, with the capitals it must have.

    A register writes common nouns with a first capital. Where that is a name's only one, an
    initiative's name is believed in any case, and a body's only with every word in capitals.
    """
    capitals = [match.start() for match in _CAPITAL.finditer(form)]
    if " " in form and capitals in ([], [0]):
        if source.thing[0] == "organisation":
            form = _HEAD_OF_WORD.sub(lambda letter: letter[0].upper(), form)
            capitals = [match.start() for match in _CAPITAL.finditer(form)]
        elif not form.partition(" ")[0].isupper():
            capitals = []
    return Entry(
        source.thing,
        source.name,
        source.rule,
        confidence,
        form,
        context,
        regions,
        tuple(capitals),
    )
