"""What a module of `views` says of its view: what it is about, what it takes, how it is made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store.readable_store import ReadableStore
    from visualisations.charts.chart import Chart
    from visualisations.graph_facts import GraphFacts
    from visualisations.view_model import NetworkView


class SubjectKind(Enum):
    """What a name that a view takes may stand for; the value is how help calls it."""

    ENTITY = "NAME"
    FINDING = "FINDING"
    BODY = "BODY"
    ENTITY_OR_FINDING = "NAME-OR-FINDING"


@dataclass(frozen=True, slots=True)
class ViewRequest:
    """What one view is made of.

    Attributes:
        facts: What the graph holds.
        subjects: IRIs of what the view is about, as many as it takes.
        minimum: Findings that must name both ends for a line to be drawn at first; None to choose.
        starts: IRIs of entities that the page offers to begin with; it chooses if there are none.
    """

    facts: GraphFacts
    subjects: tuple[str, ...] = ()
    minimum: int | None = None
    starts: tuple[str, ...] = ()


def unchanged(facts: GraphFacts) -> GraphFacts:
    """The facts as they are."""
    return facts


def as_read(_store: ReadableStore, facts: GraphFacts) -> GraphFacts:
    """The facts as all views have them."""
    return facts


@dataclass(frozen=True, slots=True)
class ViewDefinition:
    """A view of a graph.

    Attributes:
        name: Word that asks for it on the command line.
        title: What it shows, in a few words.
        build: Makes it; raises `UsageError` if there is nothing to draw.
        takes: What each of the names that it takes stands for.
        optional: Whether it can do without the names.
        example: Names for an example with the bundled data.
        formats: Names of the formats it can be had in, of those in `view_formats`.
        prepare: Turns the graph's facts into those that the view is drawn from.
        complete: Reads what this view needs besides, and others would read for nothing.
        in_release: Whether a release holds its page.
    """

    name: str
    title: str
    build: Callable[[ViewRequest], NetworkView | Chart]
    takes: tuple[SubjectKind, ...] = ()
    optional: bool = False
    example: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("html", "svg", "png")
    prepare: Callable[[GraphFacts], GraphFacts] = unchanged
    complete: Callable[[ReadableStore, GraphFacts], GraphFacts] = as_read
    in_release: bool = False

    @property
    def usage(self) -> str:
        """The view's name and what it takes, as help writes it."""
        names = " ".join(kind.value for kind in self.takes)
        if self.optional:
            names = f"[{names}]"
        return f"{self.name} {names}".rstrip()
