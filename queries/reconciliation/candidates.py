"""A name to the things that may be meant, each with a score and whether it is beyond doubt.

A name matches beyond doubt only if it is, letter for letter but for case and apostrophes, a name of
one thing alone. Likeness never matches by itself: a person decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process

from graph.errors import UsageError
from queries.entity_lookup import folded_name
from queries.reconciliation.features import as_features, read_table_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.reconciliation.features import TableValue
    from queries.reconciliation.thing_index import ReconciledThing, ThingIndex

_LEAST_LIKE = 60.0
_CALLED_SO, _KNOWN_AS = 100.0, 99.0
_MOST = 50
_LONGEST_NAME = 500
_TRIED = 40
"""Names that are compared further; several may be of one thing."""


@dataclass(frozen=True, slots=True)
class NameQuery:
    """What somebody asks.

    Attributes:
        name: The name.
        types: Identifiers of types, one of which a candidate must have; empty for any.
        limit: Candidates to give at most.
        table_values: What else the table says of the thing.
    """

    name: str
    types: tuple[str, ...] = ()
    limit: int = 10
    table_values: tuple[TableValue, ...] = ()


@dataclass(frozen=True, slots=True)
class ThingCandidate:
    """A thing that may be meant.

    Attributes:
        thing: The thing.
        score: How like the name is, from 0 to 100.
        is_match: Whether it is meant beyond doubt.
        reason: Why it is not beyond doubt, though the name is its own; empty otherwise.
    """

    thing: ReconciledThing
    score: float
    is_match: bool
    reason: str = ""


def read_name_query(value: object) -> NameQuery:
    """A query as clients send it: types come as text or list, of texts or objects.

    Raises:
        UsageError: If it is no query.
    """
    if not isinstance(value, Mapping) or not isinstance(name := value.get("query"), str):
        raise UsageError('A query is an object with a name, such as {"query": "DfE"}.')
    limit = value.get("limit", 10)
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise UsageError(f"The limit of a query is a whole number from 1, not {limit!r}.")
    sorts = value.get("type") or []
    listed = sorts if isinstance(sorts, list) else [sorts]
    return NameQuery(
        name[:_LONGEST_NAME],
        tuple(map(_type_id, listed)),
        min(limit, _MOST),
        read_table_values(value.get("properties")),
    )


def _type_id(value: object) -> str:
    identifier = value.get("id") if isinstance(value, Mapping) else value
    if not isinstance(identifier, str):
        raise UsageError(f"A type is its identifier, such as Organisation, not {identifier!r}.")
    return identifier


def find_candidates(index: ThingIndex, query: NameQuery) -> list[ThingCandidate]:
    """The things that a name may stand for, the likeliest first."""
    if (thing := index.find(query.name)) and _has_type(thing, query.types):
        return [ThingCandidate(thing, _CALLED_SO, is_match=True)]
    key = folded_name(query.name)
    own = {
        identifier: _CALLED_SO if is_label else _KNOWN_AS
        for identifier, is_label in index.by_name.get(key, {}).items()
        if _has_type(index.things[identifier], query.types)
    }
    scores = {**_like(index, key, query), **own}
    candidates = [
        _judged(index.things[identifier], score, own) for identifier, score in scores.items()
    ]
    candidates.sort(key=lambda candidate: (-candidate.score, candidate.thing.id))
    return candidates[: query.limit]


def _judged(thing: ReconciledThing, score: float, own: Mapping[str, float]) -> ThingCandidate:
    if thing.id not in own:
        return ThingCandidate(thing, score, is_match=False)
    is_only = len(own) == 1
    reason = "" if is_only else f"{len(own)} things have this name"
    return ThingCandidate(thing, score, is_match=is_only, reason=reason)


def _like(index: ThingIndex, key: str, query: NameQuery) -> dict[str, float]:
    """The best likeness of a name to a name of each thing; below 99, since it is not the same."""
    scores: dict[str, float] = {}
    for name, score, _ in process.extract(
        key,
        list(index.by_name),
        scorer=fuzz.token_sort_ratio,
        score_cutoff=_LEAST_LIKE,
        limit=_TRIED + query.limit,
    ):
        for identifier in index.by_name[name]:
            if _has_type(index.things[identifier], query.types):
                likeness = min(round(float(score), 1), _KNOWN_AS - 1)
                scores[identifier] = max(scores.get(identifier, 0.0), likeness)
    return scores


def _has_type(thing: ReconciledThing, types: Sequence[str]) -> bool:
    return not types or bool(set(types) & set(thing.types))


def as_candidate(
    index: ThingIndex, candidate: ThingCandidate, features: Mapping[str, bool]
) -> dict[str, Any]:
    """A candidate as the API writes it, with what of the table agrees with the graph."""
    thing = candidate.thing
    description = "; ".join(filter(None, (thing.description, candidate.reason)))
    return {
        "id": thing.id,
        "name": thing.name,
        "description": description,
        "type": [{"id": each, "name": index.types[each].name} for each in thing.types],
        "score": candidate.score,
        "match": candidate.is_match,
        "features": as_features(features),
    }
