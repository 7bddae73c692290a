"""How many hits have which value of each facet, and which passages a filter lets through.

A facet is a file of the folder `facets`, whose head says what people call it, in which order it is
shown, and what it means if a hit has no value.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.errors import UnknownNameError
from queries.name_suggestions import did_you_mean, suggest_names
from queries.query_files import list_questions
from queries.search.search_result import UNKNOWN, Facet, FacetCount
from queries.search.search_words import split_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from queries.search.search_index import SearchIndex


@dataclass(frozen=True, slots=True)
class FacetDefinition:
    """What a file of the folder `facets` says of its facet.

    Attributes:
        name: Name of the file, of the option and of the filter.
        title: What people call it.
        description: What it says of a hit.
        unknown: What it means if a hit has no value.
        help: What the option of a command does.
    """

    name: str
    title: str
    description: str
    unknown: str
    help: str


@cache
def facet_definitions() -> dict[str, FacetDefinition]:
    """Every facet by name, in the order in which they are shown."""
    heads = {question.name: dict(question.head) for question in list_questions("search/facets")}
    return {
        name: FacetDefinition(
            name, head["title"], head["description"], head["unknown"], head["help"]
        )
        for name, head in sorted(heads.items(), key=lambda item: int(item[1]["order"]))
    }


def count_facets(index: SearchIndex, passages: int) -> tuple[Facet, ...]:
    """Count some passages by the values that they have."""
    total = passages.bit_count()
    facets = []
    for name, definition in facet_definitions().items():
        counts = [
            FacetCount(value, label, count)
            for value, (label, having) in index.facets.get(name, {}).items()
            if (count := (having & passages).bit_count())
        ]
        counts.sort(key=lambda count: (-count.count, count.label, count.value))
        unknown = (passages & ~_having_any(index, name)).bit_count()
        facets.append(
            Facet(
                name,
                definition.title,
                definition.description,
                tuple(counts),
                unknown,
                definition.unknown,
                total,
            )
        )
    return tuple(facets)


def passages_with(index: SearchIndex, filters: Mapping[str, Sequence[str]]) -> int:
    """The passages that have one of the values of each filter.

    Raises:
        UnknownNameError: If there is no such facet.
    """
    passages = index.everything
    for name, values in filters.items():
        _refuse_unknown(name)
        having = 0
        for value in values:
            if value == UNKNOWN:
                having |= index.everything & ~_having_any(index, name)
            else:
                having |= index.facets.get(name, {}).get(value, ("", 0))[1]
        passages &= having
    return passages


def find_facet_value(index: SearchIndex, facet: str, words: str) -> str:
    """The value that somebody means: by its label, another name of it, or as it stands.

    Args:
        index: The index.
        facet: Name of the facet.
        words: The value, its label, or for a thing any of its names.

    Raises:
        UnknownNameError: If there is no such facet, or no passage has such a value.
    """
    _refuse_unknown(facet)
    values = index.facets.get(facet, {})
    if words in values or words == UNKNOWN:
        return words
    spelled: dict[str, list[str]] = {}
    for value, (label, _) in values.items():
        for name in (label, value, value.rpartition("/id/")[2], value.rpartition("/")[2]):
            spelled.setdefault(_folded(name), []).append(value)
    for named in index.all_names():
        if named.thing in values:
            spelled.setdefault(_folded(named.name), []).append(named.thing)
    matches = dict.fromkeys(spelled.get(_folded(words), ()))
    if len(matches) == 1:
        return next(iter(matches))
    labels = {value: label for value, (label, _) in values.items()}
    title = facet_definitions()[facet].title
    if matches:
        listed = "; ".join(f"{labels[value]} ({value})" for value in matches)
        raise UnknownNameError(f"{words!r} is the name of several: {listed}.")
    hint = did_you_mean(suggest_names(_folded(words), spelled, labels))
    if not hint and values:
        hint = f" There are: {_listed(index, facet)}."
    raise UnknownNameError(f"Nothing that can be searched has the {title} {words!r}.{hint}")


_LISTED = 12
"""Values of a facet that a message lists."""


def _listed(index: SearchIndex, facet: str) -> str:
    values = sorted(
        index.facets[facet].items(), key=lambda item: (-item[1][1].bit_count(), item[0])
    )
    listed = [value if "/" not in value else label for value, (label, _) in values[:_LISTED]]
    more = f" and {len(values) - _LISTED} more" if len(values) > _LISTED else ""
    return ", ".join(listed) + more


def _folded(name: str) -> str:
    return " ".join(split_words(name)) if "/" not in name else name.casefold()


def _refuse_unknown(facet: str) -> None:
    if facet not in facet_definitions():
        raise UnknownNameError(
            f"There is no facet {facet!r}; choose {', '.join(facet_definitions())}."
        )


def _having_any(index: SearchIndex, facet: str) -> int:
    having = 0
    for _, passages in index.facets.get(facet, {}).values():
        having |= passages
    return having
