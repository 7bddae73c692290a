"""Why a finding is said to name an entity: what the build stated about each mention.

Nothing is recognised here. The graph is asked, so that an explanation cannot contradict it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import UnknownNameError
from graph.identity import slug
from graph.retelling import MARK
from queries.entity_lookup import folded_name, lookup_key
from queries.selects import select, select_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.readable_store import ReadableStore

_UNCLEAR = ("UnclearMention", "OpenExpression")
_LEFT_OPEN = "Left open: neither the text, nor its report or committee, tells what is meant"
_FRAGMENT = "#char="


@dataclass(frozen=True, slots=True)
class CorrectionInForce:
    """A correction by hand that the build replayed.

    Attributes:
        correction_type: What it does, such as ``same-as``.
        author: Who made it.
        date: When, as an ISO date.
        reason: Why.
        subjects: The names and the IRIs of the entities that it is about.
    """

    correction_type: str
    author: str
    date: str
    reason: str
    subjects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entity:
    """What a mention names, or could name.

    Attributes:
        iri: Its IRI.
        label: Its name for people.
        names: All its names, folded; with its key, and with its kind and key.
    """

    iri: str
    label: str
    names: frozenset[str] = field(repr=False, default=frozenset())

    @property
    def key(self) -> str:
        """Kind and key, such as ``organisation/ministry-of-justice``."""
        return "/".join(self.iri.rsplit("/", 2)[1:])


@dataclass(frozen=True, slots=True)
class MentionExplanation:
    """Why a span of a text is, or is not, taken to name an entity.

    Attributes:
        text: IRI of the text.
        start: Offset of the quotation in it.
        end: Offset just past it.
        quotation: The words.
        sentence: The sentence that holds them.
        entity: What they are taken to name; None if that is unclear.
        rule: The rule that found the mention; for an unclear one, why it is unclear.
        pattern: The spelling or words that matched.
        confidence: From 0 to 1 as the run states it; None for an unclear mention.
        voice: Whose words they are.
        role: The part that the entity plays in the argument.
        cue: The words that show the role.
        basis: The definition or antecedent that the mention rests on.
        considered: What else the words could have named.
        corrections: Corrections that are about the entity or the words.
    """

    text: str
    start: int
    end: int
    quotation: str
    sentence: str
    entity: Entity | None
    rule: str
    pattern: str
    confidence: float | None
    voice: str
    role: str
    cue: str
    basis: str
    considered: tuple[Entity, ...]
    corrections: tuple[CorrectionInForce, ...]


def explain_name(store: ReadableStore, finding: str, name: str) -> list[MentionExplanation]:
    """Explain every mention of an entity, and every unclear one that may name it, in a finding.

    Args:
        store: Where to look.
        finding: IRI of the finding. Its own text is read, and the replies shown with it.
        name: A name, abbreviation or key of the entity, or the words as they stand in the text.

    Returns:
        The explanations in the order of the texts.

    Raises:
        UnknownNameError: If nothing in these texts is taken to name it; says what they do name,
            and which corrections are about the words.
    """
    explanations = list(_Explainer(store).explanations(finding))
    wanted = lookup_key(name, store.base)
    matches = [item for item in explanations if _is_named(item, wanted)]
    if matches:
        return matches
    labels = dict.fromkeys(item.entity.label for item in explanations if item.entity)
    named = f" They name: {'; '.join(labels)}." if labels else " They name nothing."
    in_force = [
        f" A correction ({line.correction_type}, by {line.author} on {line.date}) is about these"
        f" words: {line.reason}"
        for line in corrections_in_force(store)
        if slug(name) in set(map(slug, line.subjects))
    ]
    message = f"Nothing in the texts of this finding is taken to name {name!r}."
    raise UnknownNameError(message + named + "".join(in_force))


def corrections_in_force(store: ReadableStore) -> list[CorrectionInForce]:
    """The corrections that the build replayed, in the order of their dates."""
    corrections: dict[str, CorrectionInForce] = {}
    for iri, correction_type, author, day, reason, subject in select(store, "mentions/corrections"):
        subjects = corrections[iri].subjects if iri in corrections else frozenset()
        corrections[iri] = CorrectionInForce(
            correction_type, author, day, reason, subjects | {subject}
        )
    return list(corrections.values())


def build_provenance(store: ReadableStore) -> tuple[str, str]:
    """The software that built a graph, and the SHA-256 of the registers it recognised names by."""
    return next(((label, digest) for label, digest in select(store, "mentions/run")), ("", ""))


def _is_named(explanation: MentionExplanation, wanted: str) -> bool:
    """Whether a mention names, or an unclear one may name, what somebody calls `wanted`."""
    if folded_name(explanation.quotation) == wanted:
        return True
    entities = (explanation.entity,) if explanation.entity else explanation.considered
    return any(wanted in entity.names for entity in entities)


class _Explainer:
    """Reads the mentions of one store; each entity is looked up once."""

    def __init__(self, store: ReadableStore) -> None:
        self._store = store
        self._corrections = corrections_in_force(store)
        self._entities: dict[str, Entity] = {}

    def explanations(self, finding: str) -> Iterator[MentionExplanation]:
        """Explain every mention in the texts of a finding."""
        rows = select(self._store, "mentions/texts", finding=ox.NamedNode(finding))
        for text in dict.fromkeys(text for _, _, text in rows):
            facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
            for _, mention, fact, value in select_characters(
                self._store, "mentions/facts", text=ox.NamedNode(text)
            ):
                facts[mention][fact].append(value)
            explanations = [
                self._explain(text, facts) for facts in facts.values() if "class" in facts
            ]
            yield from sorted(explanations, key=_in_order)

    def _explain(self, text: str, facts: dict[str, list[str]]) -> MentionExplanation:
        single = {fact: min(values) for fact, values in facts.items()}
        quotation = single["quotation"]
        is_unclear = single["class"].endswith(_UNCLEAR)
        entity = None if is_unclear else self._entity(single["entity"])
        about = {slug(quotation), *([entity.iri] if entity else ())}
        return MentionExplanation(
            text,
            int(single["start"]),
            int(single["end"]),
            quotation,
            _sentence(single),
            entity,
            single.get("reason", _LEFT_OPEN) if is_unclear else single["rule"],
            single.get("pattern", quotation),
            None if is_unclear else float(single["confidence"]),
            single.get("voice", ""),
            single.get("role", ""),
            single.get("cue", ""),
            self._words(single["basis"]) if "basis" in single else "",
            tuple(map(self._entity, sorted(set(facts.get("considered", ()))))),
            tuple(
                line
                for line in self._corrections
                if about & {*line.subjects, *map(slug, line.subjects)}
            ),
        )

    def _entity(self, iri: str) -> Entity:
        if iri not in self._entities:
            rows = select(self._store, "mentions/entity-names", entity=ox.NamedNode(iri))
            self._entities[iri] = _entity(iri, [(of, name) for _, of, name in rows])
        return self._entities[iri]

    def _words(self, span: str) -> str:
        """The words at the IRI of a span of a text."""
        text, _, offsets = span.partition(_FRAGMENT)
        start, end = map(int, offsets.split(","))
        rows = select_characters(self._store, "mentions/content", text=ox.NamedNode(text))
        return next((content[start:end] for _, content in rows), "")


def _sentence(facts: dict[str, str]) -> str:
    """The sentence of a mention, said to be retold if it is."""
    sentence = f"{facts['before']}{facts['quotation']}{facts['after']}"
    return f"{MARK} {sentence}" if "retold" in facts else sentence


def _entity(iri: str, names: Iterable[tuple[str, str]]) -> Entity:
    names = list(names)
    labels = [name for of, name in names if of.endswith("label")]
    kind, key = iri.rsplit("/", 2)[1:]
    spellings = (iri, key, f"{kind}/{key}", *(name for _, name in names))
    return Entity(iri, min(labels, default=key), frozenset(map(folded_name, spellings)))


def _in_order(explanation: MentionExplanation) -> tuple[int, int, str]:
    """The order of the text, the longer mention before those nested in it."""
    entity = explanation.entity
    return explanation.start, -explanation.end, entity.iri if entity else ""
