"""Makes a view of a graph in one of its formats, from the words of a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import UnknownNameError, UsageError
from queries.entity_lookup import load_lookup
from queries.finding_lookup import find_anything, find_finding
from queries.shell_words import join_words
from visualisations.graph_facts import read_facts
from visualisations.view_definition import SubjectKind, ViewRequest
from visualisations.view_formats import VIEW_FORMATS
from visualisations.views import view_definitions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.store.readable_store import ReadableStore
    from visualisations.charts.chart import Chart
    from visualisations.graph_facts import GraphFacts
    from visualisations.view_definition import ViewDefinition
    from visualisations.view_model import NetworkView

    Progress = Callable[[int, int], None]

_STEPS = 3
"""Reading what there is, choosing what to show, drawing it with its sentences."""


def _unheard(_done: int, _total: int) -> None:
    """Hear nothing of the progress."""


@dataclass(frozen=True, slots=True)
class RenderedView:
    """A view in one format.

    Attributes:
        content: The bytes of its file.
        summary: A sentence that says what it shows.
    """

    content: bytes
    summary: str


@dataclass(frozen=True, slots=True)
class BuiltView:
    """A view before it is written in a format.

    Attributes:
        definition: What it is a view of.
        store: Where its sentences are.
        facts: What it was built from.
        shown: The network or the chart.
    """

    definition: ViewDefinition
    store: ReadableStore
    facts: GraphFacts
    shown: NetworkView | Chart

    def render(self, output_format: str, pages: str = "") -> RenderedView:
        """Write the view in a format.

        Args:
            output_format: A key of `VIEW_FORMATS`.
            pages: Where the pages of things stand, as `ViewFormat.render` takes it.

        Raises:
            UsageError: The view cannot be had in it.
        """
        _check_format(self.definition, output_format)
        content = VIEW_FORMATS[output_format].render(self.store, self.facts, self.shown, pages)
        return RenderedView(content, self.shown.caption[0])


def build_view(
    store: ReadableStore,
    view_and_names: Sequence[str],
    *,
    minimum: int | None = None,
    starts: Sequence[str] = (),
    progress: Progress = _unheard,
) -> BuiltView:
    """Gather what a view shows.

    Args:
        store: The graph.
        view_and_names: Name of a view, then the names it takes.
        minimum: Findings that must name both ends for a line to be drawn at first.
        starts: Names of things that the page offers to begin with.
        progress: Hears how many of how many steps are done.

    Raises:
        UsageError: The names are too few or too many, or there is nothing to draw.
        UnknownNameError: A name stands for nothing, or there is no such view.
    """
    name, *subject_names = view_and_names
    view = _definition(name)
    _check_names(view, subject_names)
    progress(0, _STEPS)
    facts = view.complete(store, view.prepare(read_facts(store)))
    progress(1, _STEPS)
    kinds = view.takes[: len(subject_names)]
    subjects = tuple(
        _resolve(store, kind, text) for kind, text in zip(kinds, subject_names, strict=True)
    )
    start_iris = tuple(load_lookup(store).find(text) for text in starts)
    shown = view.build(ViewRequest(facts, subjects, minimum, start_iris))
    progress(2, _STEPS)
    return BuiltView(view, store, facts, shown)


def render_view(  # noqa: PLR0913 - what a person may choose of a view
    store: ReadableStore,
    view_and_names: Sequence[str],
    *,
    output_format: str = "html",
    minimum: int | None = None,
    starts: Sequence[str] = (),
    progress: Progress = _unheard,
) -> RenderedView:
    """Make a view of a graph in a format.

    Args:
        store: The graph.
        view_and_names: Name of a view, then the names it takes.
        output_format: A key of `VIEW_FORMATS`.
        minimum: Findings that must name both ends for a line to be drawn at first.
        starts: Names of things that the page offers to begin with.
        progress: Hears how many of how many steps are done.

    Raises:
        UsageError: The names are too few or too many, the view cannot be had in the format, or
            there is nothing to draw.
        UnknownNameError: A name stands for nothing, or there is no such view.
    """
    view = _definition(view_and_names[0])
    _check_names(view, view_and_names[1:])
    _check_format(view, output_format)
    built = build_view(store, view_and_names, minimum=minimum, starts=starts, progress=progress)
    return built.render(output_format)


def _definition(name: str) -> ViewDefinition:
    view = view_definitions().get(name)
    if view is None:
        raise UnknownNameError(f"There is no view {name}: {', '.join(view_definitions())}.")
    return view


def _check_names(view: ViewDefinition, subject_names: Sequence[str]) -> None:
    wanted, given_names = len(view.takes), len(subject_names)
    if given_names != wanted and not (view.optional and not given_names):
        example = join_words((view.name, *view.example))
        raise UsageError(
            f"The view {view.name} takes {wanted or 'no'} name{'' if wanted == 1 else 's'}; "
            f"given: {given_names}. Such as: joinedup view {example} -o {view.name}.html"
        )


def _check_format(view: ViewDefinition, output_format: str) -> None:
    if output_format not in view.formats:
        raise UsageError(
            f"The view {view.name} is not to be had as {output_format}: {', '.join(view.formats)}."
        )


def _resolve(store: ReadableStore, kind: SubjectKind, text: str) -> str:
    """The IRI that a name stands for.

    Raises:
        UnknownNameError: It stands for nothing.
    """
    if kind is SubjectKind.ENTITY:
        return load_lookup(store).find(text)
    if kind is SubjectKind.BODY:
        return load_lookup(store, ("organisation", "committee")).find(text)
    return (find_finding if kind is SubjectKind.FINDING else find_anything)(store, text)
