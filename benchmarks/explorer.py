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
from visualisations.facts import INITIATIVE, ORGANISATION, Facts, Finding, Thing
from visualisations.groups import GROUPED_ABOVE
from visualisations.page import page
from visualisations.view_model import Pair, Start, View

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


def made(names: int, pairs: int) -> tuple[Facts, View]:
    """A network of so many names and pairs, with planted communities; every pair is one finding."""
    random = Random(_SEED)
    things = {}
    for at in range(names):
        kind = INITIATIVE if at % 3 else ORGANISATION
        things[f"urn:id/{kind}/{at}"] = Thing(f"urn:id/{kind}/{at}", f"Name number {at}", kind)
    iris, ends = list(things), set[tuple[int, int]]()
    while len(ends) < pairs:
        one = random.randrange(names)
        start = one - one % _PLANTED
        near = random.randrange(start, min(start + _PLANTED, names))
        other = near if random.random() < _WITHIN else random.randrange(names)
        if one != other:
            ends.add((min(one, other), max(one, other)))
    links: defaultdict[str, set[str]] = defaultdict(set)
    findings = {}
    for one, other in sorted(ends):
        iri = f"urn:id/finding/{one}-{other}"
        findings[iri] = Finding(iri, f"Finding {one}-{other}", "Recommendation")
        links[iris[one]].add(iri)
        links[iris[other]].add(iri)
    lines = tuple(Pair(iris[one], iris[other], 1) for one, other in sorted(ends))
    shown = tuple(thing for iri, thing in things.items() if iri in links)
    held = {iri: frozenset(found) for iri, found in links.items()}
    view = View("everything", "A made network", "", (), shown, lines, Start(rest=True))
    return Facts(things, findings, held), view


def plain_pyvis(view: View) -> str:
    """The same network as pyvis alone draws it, without what it would load from a CDN."""
    drawing = Network(cdn_resources="in_line")
    for thing in view.things:
        drawing.add_node(thing.iri, label=thing.label)
    for pair in view.pairs:
        drawing.add_edge(pair.one, pair.other)
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
    found = [one for _ in range(times) if (one := ready(browser, file, wait))]
    if not found:
        return f"not within {_PATIENCE // 1000} s", ""
    opened, searched = (median(one[at] for one in found) / 1000 for at in (0, 1))
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
            facts, view = made(names, pairs)
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
                    else page(facts, view, sentences, grouped_above=above)
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
