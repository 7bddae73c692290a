"""Every view by the word that asks for it, and every format in which it can be had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.entity_lookup import names
from queries.evidence_sentences import Sentences
from queries.finding_texts import find_finding
from visualisations import ego_views as near
from visualisations.charts import flow, matrix, timeline
from visualisations.charts.chart import Chart
from visualisations.facts import read_facts
from visualisations.page import chart_page, page
from visualisations.png import png
from visualisations.static_svg import still
from visualisations.svg import as_text
from visualisations.views import SCOPES, view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.store.embedded import Store
    from visualisations.facts import Facts
    from visualisations.view_model import View

FORMATS = ("html", "svg", "png")

WORDS = {
    **dict.fromkeys(SCOPES, 0),
    "ego": 1,
    "finding": 1,
    "path": 2,
    "matrix": 0,
    "timeline": 1,
    "flow": 0,
}
"""The views, and how many names each takes; a time line can do without."""

_STEPS = 3
"""Reading what there is, choosing what to show, drawing it with its sentences."""


@dataclass(frozen=True, slots=True)
class Made:
    """A view in one format.

    Attributes:
        content: The bytes of its file.
        summary: A sentence that says what it shows.
    """

    content: bytes
    summary: str


def make(
    store: Store,
    words: Sequence[str],
    *,
    form: str = "html",
    least: int | None = None,
    told: Callable[[int, int], None] = lambda _done, _all: None,
) -> Made:
    """Make a view of a graph.

    Args:
        store: The graph.
        words: A key of `WORDS`, then the names it takes.
        form: One of `FORMATS`.
        least: Findings that must name both ends for a line to be drawn at first.
        told: Hears how many of how many steps are done.

    Raises:
        UsageError: The names are too few or too many, or there is nothing to draw.
        UnknownNameError: A name stands for nothing.
    """
    name, *about = words
    wanted = WORDS[name]
    if len(about) > wanted or (len(about) < wanted and name != "timeline"):
        raise UsageError(
            f"The view {name} takes {wanted or 'no'} name{'' if wanted == 1 else 's'}; "
            f"given: {len(about)}."
        )
    told(0, _STEPS)
    facts = read_facts(store)
    told(1, _STEPS)
    if name == "finding":
        facts = near.with_findings(facts)
    shown = _shown(store, facts, name, about, least)
    told(2, _STEPS)
    if form == "html":
        sentences = Sentences(store)
        if isinstance(shown, Chart):
            text = chart_page(facts, shown, sentences)
        else:
            text = page(facts, shown, sentences)
        return Made(text.encode(), shown.caption[0])
    svg = as_text(shown.drawing if isinstance(shown, Chart) else still(facts, shown))
    return Made(png(svg) if form == "png" else svg.encode(), shown.caption[0])


def _shown(
    store: Store, facts: Facts, name: str, about: Sequence[str], least: int | None
) -> View | Chart:
    if name in SCOPES:
        return view(facts, name, least)
    if name in ("ego", "path"):
        one, *others = [names(store).find(word) for word in about]
        return near.path(facts, one, *others) if others else near.ego(facts, one, least)
    if name == "finding":
        return near.finding(facts, find_finding(store, about[0]))
    if name == "timeline":
        return _timeline(store, facts, about[0]) if about else timeline.of_all(facts)
    return matrix.matrix(facts) if name == "matrix" else flow.flow(facts)


def _timeline(store: Store, facts: Facts, about: str) -> Chart:
    """The time line of a finding, if one is called so, or else of an initiative or organisation."""
    looks_like_one = "://" in about or f"{store.base}id/finding/{about}" in facts.findings
    if looks_like_one:
        return timeline.of_finding(facts, find_finding(store, about))
    return timeline.of_thing(facts, names(store).find(about))
