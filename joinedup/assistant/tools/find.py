"""A name to the things that are called so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from joinedup.assistant.assistant_tool import AssistantTool
from queries.entity_lookup import load_lookup, lookup_key
from queries.name_suggestions import suggest_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from joinedup.assistant.graph_session import GraphSession

_KINDS = ("organisation", "initiative", "committee")


@dataclass(frozen=True)
class NameMatch:
    """A thing of the graph: its IRI, its kind and what it is called."""

    iri: str
    kind: str
    label: str


@dataclass(frozen=True)
class NameMatches:
    """The things of a name, and names that may have been meant if there are none."""

    matches: list[NameMatch]
    suggestions: list[str]


def _make(session: GraphSession) -> Callable[..., NameMatches]:
    def find(
        name: Annotated[str, Field(description="A name or abbreviation, such as DfE or BOLD")],
        kind: Annotated[
            Literal["organisation", "initiative", "committee", "any"],
            Field(description="What it is to be"),
        ] = "any",
    ) -> NameMatches:
        """Find the departments, initiatives and committees that have a name or abbreviation."""
        lookup = load_lookup(session.open_store(), _KINDS if kind == "any" else (kind,))
        key = lookup_key(name, lookup.base)
        things = lookup.entities.get(key, {})
        matches = [NameMatch(iri, each, lookup.labels[iri]) for iri, each in things.items()]
        if matches:
            return NameMatches(matches, [])
        suggestions = suggest_names(key, lookup.entities, lookup.labels, lookup.departments)
        return NameMatches([], suggestions)

    return find


TOOL = AssistantTool("find", "Find a department, initiative or committee by name", _make)
