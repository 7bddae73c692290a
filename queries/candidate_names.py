"""Candidates: names that texts use and no register holds, as the build stated them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rapidfuzz import fuzz

from queries.entity_lookup import folded_name
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.readable_store import ReadableStore

_CONTEXTS = 5
"""Sentences that are shown of one candidate."""


@dataclass(frozen=True, slots=True)
class SimilarEntity:
    """An entity of the registers whose name is like a candidate's.

    Attributes:
        key: Kind and key, such as ``organisation/ministry-of-justice``.
        label: Its name for people.
        likeness: From 0 to 100, between the candidate's name and the likest of its names.
    """

    key: str
    label: str
    likeness: float


@dataclass(frozen=True, slots=True)
class CandidateName:
    """A name that no register holds, and where texts use it.

    Attributes:
        key: Its key, by which a correction accepts or refuses it.
        label: The name.
        abbreviation: As a text defines it; empty if none does.
        likely_class: ``Organisation`` or ``Initiative``; empty where the name does not tell.
        mentions: How often texts name it, mentions inside longer ones left out.
        texts: In how many texts.
        contexts: The first findings that name it, each with the sentence.
        similar: Entities of the registers with a name like it, the likest first.
    """

    key: str
    label: str
    abbreviation: str
    likely_class: str
    mentions: int
    texts: int
    contexts: tuple[tuple[str, str], ...]
    similar: tuple[SimilarEntity, ...]


@dataclass(frozen=True, slots=True)
class _CandidateMention:
    """A mention of a candidate: its text, a finding with which that stands, and its sentence."""

    text: str
    finding: str
    sentence: str


def list_candidates(store: ReadableStore) -> list[CandidateName]:
    """The candidates of a graph, those that most texts name first."""
    mentions = _outer_mentions(store)
    candidates = [
        _candidate(store, iri, facts, mentions.get(iri, ())) for iri, facts in _facts(store).items()
    ]
    return sorted(candidates, key=lambda item: (-item.texts, -item.mentions, item.key))


def _facts(store: ReadableStore) -> dict[str, dict[str, list[str]]]:
    """What the graph states about each candidate itself."""
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for candidate, fact, value in select(store, "mentions/candidates"):
        facts[candidate][fact].append(value)
    return facts


def _outer_mentions(store: ReadableStore) -> dict[str, list[_CandidateMention]]:
    """The mentions of each candidate that stand inside no longer mention."""
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for text, start, end in select(store, "mentions/beside-candidates"):
        spans[text].add((int(start), int(end)))
    mentions: dict[str, list[_CandidateMention]] = defaultdict(list)
    for candidate, text, start, end, sentence, finding in select(
        store, "mentions/candidate-mentions"
    ):
        if not _is_nested((int(start), int(end)), spans[text]):
            mention = _CandidateMention(text, finding, sentence)
            mentions[candidate].append(mention)
    return mentions


def _is_nested(span: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    """Whether a span stands inside a longer one of `others`."""
    return any(outer != span and outer[0] <= span[0] and span[1] <= outer[1] for outer in others)


def _candidate(
    store: ReadableStore,
    iri: str,
    facts: dict[str, list[str]],
    mentions: Sequence[_CandidateMention],
) -> CandidateName:
    label = min(facts["label"])
    first_in_text = {mention.text: mention for mention in reversed(mentions)}
    contexts = sorted((mention.finding, mention.sentence) for mention in first_in_text.values())
    similar = (_similar(store, label, entity) for entity in facts["resembles"])
    return CandidateName(
        _key(iri),
        label,
        min(facts["abbreviation"], default=""),
        min(facts["class"], default="").rpartition("#")[2],
        len(mentions),
        len(first_in_text),
        tuple((_key(finding), sentence) for finding, sentence in contexts[:_CONTEXTS]),
        tuple(sorted(similar, key=lambda entity: (-entity.likeness, entity.key))),
    )


def _similar(store: ReadableStore, label: str, iri: str) -> SimilarEntity:
    names = list(select(store, "mentions/entity-names", entity=ox.NamedNode(iri)))
    likeness = max(
        fuzz.token_sort_ratio(folded_name(label), folded_name(name)) for *_, name in names
    )
    entity_label = min(name for _, of, name in names if of.endswith("label"))
    return SimilarEntity("/".join(iri.rsplit("/", 2)[1:]), entity_label, likeness)


def _key(iri: str) -> str:
    return iri.rpartition("/")[2]
