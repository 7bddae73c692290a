"""The page around a picture: one file that opens offline and asks nobody for anything."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from visualisations import canvas
from visualisations.node_groups import GROUPED_ABOVE, group_nodes
from visualisations.node_layout import node_positions
from visualisations.page_data import (
    as_script,
    chart_data,
    findings_of,
    network_data,
    quoted_findings,
)
from visualisations.style import (
    INK,
    LIGHT,
    NODE_STYLES,
    PAPER,
    QUIET,
    REGISTER,
    REGISTER_DARK,
    SOLID,
)
from visualisations.svg import as_text
from visualisations.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.evidence_sentences import Sentences
    from visualisations.charts.chart import Chart
    from visualisations.graph_facts import GraphFacts
    from visualisations.view_model import NetworkView

_NETWORK = (
    "data",
    "state",
    "evidence",
    "labels",
    "picture",
    "drawn",
    "panel",
    "table",
    "search",
    "controls",
    "theme",
    "keyboard",
    "exports",
    "main",
)
"""Scripts of a page with a network, in the order in which it runs them, after `base`."""

_CHART = ("base", "data", "evidence", "theme", "chart", "exports")
"""Scripts of a page with a chart."""

_ROWS_WITHOUT_SCRIPT = 200
"""Rows of the table for readers whose browser runs no script."""


def network_page(
    facts: GraphFacts,
    view: NetworkView,
    sentences: Sentences,
    *,
    grouped_above: int = GROUPED_ABOVE,
    pages: str = "",
) -> str:
    """A view as a whole HTML page: picture, evidence, legend, and the same pairs as a table.

    The page's Content-Security-Policy refuses every request and every script but its own, told by
    their hashes. The same view always gives the same page. Where `pages` says where the pages of
    things stand, what is chosen leads there.
    """
    sizes = view.sizes(facts)
    groups, places = group_nodes(view, sizes, grouped_above)
    drawing = canvas.network_script(view, places or node_positions(view, sizes), sizes, groups)
    return _rendered(
        "network.html",
        [canvas.library(), script("base"), drawing, *map(script, _NETWORK)],
        view=view,
        styles={kind: NODE_STYLES[kind] for kind in view.kinds},
        label={entity.iri: entity.label for entity in view.entities},
        sizes=sizes,
        rows=view.pairs[:_ROWS_WITHOUT_SCRIPT],
        explained=any(pair.is_explained for pair in view.pairs),
        grouped_above=grouped_above if groups else None,
        quoted=len(quoted_findings(facts, view)),
        findings=len(findings_of(facts, view)),
        data=as_script(network_data(facts, view, sentences, groups) | _pages(pages)),
    )


def chart_page(facts: GraphFacts, chart: Chart, sentences: Sentences, *, pages: str = "") -> str:
    """A chart as a whole HTML page: drawing, evidence, and the same as a table."""
    return _rendered(
        "chart.html",
        [script(name) for name in _CHART],
        view=chart,
        drawing=as_text(chart.drawing),
        data=as_script(chart_data(facts, chart, sentences) | _pages(pages)),
    )


def _pages(address: str) -> dict[str, str]:
    """Where the pages of things stand, if there are any beside the picture."""
    return {"pages": address} if address else {}


def _rendered(template: str, scripts: Iterable[str], **values: object) -> str:
    parsed = [_as_parsed(text) for text in scripts]
    style = _as_parsed(
        TEMPLATES.get_template("page.css").render(
            styles=NODE_STYLES,
            ink=INK,
            paper=PAPER,
            quiet=QUIET,
            solid=SOLID,
            light=LIGHT,
            register=REGISTER,
            register_dark=REGISTER_DARK,
        )
    )
    return TEMPLATES.get_template(template).render(
        scripts=parsed, style=style, policy=_policy(parsed, style), **values
    )


def script(name: str) -> str:
    """One of our scripts, as it stands in its file."""
    return files("visualisations").joinpath("scripts", f"{name}.js").read_text(encoding="utf-8")


def _as_parsed(text: str) -> str:
    """Line ends as a browser makes them before it hashes a script."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _policy(scripts: Iterable[str], style: str) -> str:
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
