"""Measures how soon a page can be used in a browser, beside plain pyvis with its default physics.

A page can be used when its network is drawn and answers a search. Plain pyvis can be used when its
physics has gone its rounds and the network is shown; its references to CDNs are taken out, as there
is no network.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from pyvis.network import Network
from rich.console import Console
from rich.table import Table

from benchmarks.chromium import chromium
from graph.store.embedded import Store
from queries.evidence_sentences import Sentences
from visualisations.graph_facts import (
    INITIATIVE,
    ORGANISATION,
    EntityFacts,
    FindingFacts,
    GraphFacts,
)
from visualisations.html_page import network_page
from visualisations.node_groups import GROUPED_ABOVE
from visualisations.view_model import DrawnPair, NetworkView, OpeningState

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SIZES = ((300, 1_000), (1_500, 5_000), (10_000, 30_000))
"""Names and pairs of the networks that are measured."""

_SEED = 1
_PLANTED = 60
"""Names of a planted community."""

_WITHIN = 0.9
"""Share of pairs that stand within a community."""

_MOST_PYVIS = 1_500
"""Names above which plain pyvis is not waited for."""

_PATIENCE = 120_000
_REPEAT = 3
_LOADS = re.compile(r"<link[^>]*https?://[^>]*>|<script[^>]*src=\"https?://[^>]*></script>", re.S)


def made_network(names: int, pairs: int) -> tuple[GraphFacts, NetworkView]:
    """A network of so many names and pairs, with planted communities; every pair is one finding."""
    random = Random(_SEED)
    entities = {}
    for number in range(names):
        kind = INITIATIVE if number % 3 else ORGANISATION
        entities[f"urn:id/{kind}/{number}"] = EntityFacts(
            f"urn:id/{kind}/{number}", f"Name number {number}", kind
        )
    iris, ends = list(entities), set[tuple[int, int]]()
    while len(ends) < pairs:
        left = random.randrange(names)
        start = left - left % _PLANTED
        near = random.randrange(start, min(start + _PLANTED, names))
        right = near if random.random() < _WITHIN else random.randrange(names)
        if left != right:
            ends.add((min(left, right), max(left, right)))
    links: defaultdict[str, set[str]] = defaultdict(set)
    findings = {}
    for left, right in sorted(ends):
        iri = f"urn:id/finding/{left}-{right}"
        findings[iri] = FindingFacts(iri, f"Finding {left}-{right}", "Recommendation")
        links[iris[left]].add(iri)
        links[iris[right]].add(iri)
    lines = tuple(DrawnPair(iris[left], iris[right], 1) for left, right in sorted(ends))
    shown = tuple(entity for iri, entity in entities.items() if iri in links)
    frozen = {iri: frozenset(findings_of) for iri, findings_of in links.items()}
    view = NetworkView(
        "everything", "A made network", "", (), shown, lines, OpeningState(all_lines=True)
    )
    return GraphFacts(entities, findings, frozen), view


def plain_pyvis(view: NetworkView) -> str:
    """The same network as pyvis alone draws it, without what it would load from a CDN."""
    drawing = Network(cdn_resources="in_line")
    for entity in view.entities:
        drawing.add_node(entity.iri, label=entity.label)
    for pair in view.pairs:
        drawing.add_edge(pair.left, pair.right)
    return _LOADS.sub("", drawing.generate_html())


def ready(browser: Browser, file: Path, wait: str) -> tuple[float, float] | None:
    """Milliseconds until a page can be used, and until a search is answered; None if never."""
    from playwright.sync_api import TimeoutError as TooLate  # noqa: PLC0415 - only with a browser

    context = browser.new_context(offline=True, viewport={"width": 1366, "height": 768})
    shown = context.new_page()
    try:
        began = perf_counter()
        shown.goto(file.as_uri(), wait_until="commit")
        if wait:
            shown.wait_for_function(wait, timeout=_PATIENCE, polling=50)
        else:
            shown.wait_for_selector("[data-ready]", timeout=_PATIENCE)
        opened = (perf_counter() - began) * 1000
        began = perf_counter()
        if shown.locator("#search").count():
            shown.fill("#search", "number 7")
            shown.wait_for_selector("#suggestions li")
        return opened, (perf_counter() - began) * 1000
    except TooLate:
        return None
    finally:
        context.close()


def measured(browser: Browser, file: Path, wait: str, times: int = _REPEAT) -> tuple[str, str]:
    """The median of some openings in seconds, in words."""
    openings = [times_ms for _ in range(times) if (times_ms := ready(browser, file, wait))]
    if not openings:
        return f"not within {_PATIENCE // 1000} s", ""
    opened, searched = (median(opening[part] for opening in openings) / 1000 for part in (0, 1))
    return f"{opened:.2f}", f"{searched:.2f}"


OURS = ""
"""Our pages mark themselves, and refuse scripts from outside such as one that would ask."""

THEIRS = "typeof network !== 'undefined' && network.physics.ready === true"
"""True once the default physics has gone its rounds and the network is shown."""


def main() -> None:
    """Measure and print the table."""
    table = Table(title="Pages in headless Chromium, seconds until usable", title_justify="left")
    for heading in ("names", "pairs", "page", "built s", "MB", "usable s", "search s"):
        table.add_column(heading, justify="right")
    with TemporaryDirectory() as work, chromium() as browser:
        for names, pairs in SIZES:
            facts, view = made_network(names, pairs)
            sentences = Sentences(Store.in_memory())
            pages = {"ours": (GROUPED_ABOVE, OURS, _REPEAT)}
            if names <= _MOST_PYVIS:
                if names > GROUPED_ABOVE:
                    pages["ours, without groups"] = (names, OURS, _REPEAT)
                pages["plain pyvis"] = (0, THEIRS, 1)
            for kind, (above, wait, times) in pages.items():
                began = perf_counter()
                plain = kind == "plain pyvis"
                text = (
                    plain_pyvis(view)
                    if plain
                    else network_page(facts, view, sentences, grouped_above=above)
                )
                built = perf_counter() - began
                file = Path(work) / "page.html"
                file.write_text(text, encoding="utf-8")
                opened, searched = measured(browser, file, wait, times)
                size = f"{file.stat().st_size / 1e6:.1f}"
                table.add_row(
                    f"{names:,}", f"{pairs:,}", kind, f"{built:.1f}", size, opened, searched
                )
    Console(width=120, highlight=False).print(table)


if __name__ == "__main__":
    main()
