"""Writes docs/networks.md from the bundled data; a test holds the file to it.

python -m tests.networks_document > docs/networks.md
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from textwrap import fill as wrapped
from typing import TYPE_CHECKING

import numpy as np

from graph.store.embedded import Store
from loaders.pipeline.build import BuildOptions, fill
from queries.connections import Connections
from queries.entity_lookup import load_lookup
from queries.finding_links.finding_network import FindingLinkQuery, FindingNetwork
from queries.measures.change import change_result
from queries.measures.gaps import GapFinder
from queries.measures.network_analysis import NetworkAnalysis, NetworkQuery, analyse
from queries.measures.pair_results import pair_result
from queries.measures.paths import path_result
from queries.measures.projection import project
from queries.measures.selection import Selection
from queries.measures.structure import community_result, role_result
from tests.networks_words import HEAD, METHODS, PYTHON, WIDTH, in_markdown, paragraph

if TYPE_CHECKING:
    from queries.measures.store_reader import StoreReader


def document(store: Store) -> str:
    """The whole document, read off a store that holds the bundled data."""
    known = Connections(store)
    reading = known.reader
    found = analyse(reading, NetworkQuery("everything", Selection()))
    parts = [
        HEAD,
        _size(reading, found),
        _pairs(reading, found),
        _roles(reading, found),
        _communities(found),
        _rolled(reading),
        _gaps(reading),
        _path(known),
        _findings(reading),
        _change(reading),
        PYTHON,
        METHODS,
    ]
    return "\n\n".join(parts) + "\n"


def _size(reading: StoreReader, found: NetworkAnalysis) -> str:
    tests = found.tests
    least = tests.least_detectable
    able = int(tests.testable.sum())
    return "\n\n".join(
        (
            "## How much can be seen in the bundled data",
            paragraph(
                *found.data.notes,
                f"The report is known for {len(reading.reports):,} findings, and they stand in at "
                f"least {found.data.documents} documents. That is little, and these findings were "
                "chosen because they speak of joining up data; they are no sample of what "
                "committees say.",
                f"There are {len(tests):,} pairs of organisations and initiatives. The rarest pair "
                f"that could be claimed at all would need {least} joint findings, and "
                f"{len(tests) - able:,} pairs are named so seldom that nothing could be claimed "
                "of them alone, had they been named together every time."
                if least
                else "No pair could be claimed, however often it was named together.",
            ),
        )
    )


def _pairs(reading: StoreReader, found: NetworkAnalysis) -> str:
    result = pair_result(reading, found, 8)
    tests = found.tests
    columns = ("A", "B", "findings together", "expected by coincidence", "weight", "p", "q")
    claimed = np.flatnonzero(tests.claimed)
    labels = [
        f"{found.data.actors[tests.left[at]].label} with {found.data.actors[tests.right[at]].label}"
        for at in claimed[np.argsort(tests.p[claimed])]
    ]
    said = (
        f"{len(labels)} of {len(tests):,} pairs are more than coincidence: {'; '.join(labels)}."
        if labels
        else "No pair is more than coincidence, so nothing can be claimed about any of them."
    )
    again = result.table.caption.partition(" Findings of one report share its subject: ")[2]
    held = again.partition(" The hypergeometric")[0]
    caution = f"Then look twice. {held[:1].upper()}{held[1:]}" if held else ""
    plain = int((tests.together > 0).sum())
    return "\n\n".join(
        (
            "## Who is named together",
            "    joinedup network everything",
            in_markdown(result.table, (*columns, "needed alone", "more than coincidence")),
            paragraph(
                f"{plain} of {len(tests):,} pairs are named together at least once; a picture of "
                f"all of them is a hairball. {said} {caution}",
                "A claim that does not outlive this rests on a few reports that say the same thing "
                "several times; read their sentences before you use it.",
                f"The usual test, which takes all findings for equally broad, would have claimed "
                f"{tests.baseline_claims}.",
            ),
            paragraph(
                "How to read a row: the two were named together in so many findings; so many are "
                "expected if names fell at random, each thing being named as often and each "
                "finding naming as many as in truth; p is the chance of at least the number found; "
                "q is p after allowing for the number of pairs tested. The weight gives each "
                "finding one vote, so that one that names everybody says little about anybody. "
                "A pair that is not claimed is not shown to be connected; that is not to say that "
                "it has no connection."
            ),
        )
    )


def _roles(reading: StoreReader, found: NetworkAnalysis) -> str:
    columns = ("name", "findings", "degree", "betweenness", "constraint", "committee links")
    table = role_result(reading, found, 6).table
    return "\n\n".join(
        (
            "## Who plays which part",
            "    joinedup network everything --show roles",
            in_markdown(table, (*columns, "meaning")),
            paragraph(
                "A role describes the network; it is no test. With so few findings one more report "
                "can change it."
            ),
        )
    )


def _communities(found: NetworkAnalysis) -> str:
    explained = replace(found, query=replace(found.query, method=True))
    caption = community_result(explained, None).table.caption
    sure = caption.partition("communities shown. ")[2].partition(" From ")[0]
    method = "".join(caption.partition(" Louvain")[1:])
    said = f"{sure}{method}"
    return "\n\n".join(
        (
            "## Who belongs together",
            "    joinedup network everything --show communities --method",
            paragraph(said),
        )
    )


def _rolled(reading: StoreReader) -> str:
    selection = Selection(roll_up=True, as_at=date(2025, 1, 1))
    found = analyse(reading, NetworkQuery("departments", selection))
    return "\n\n".join(
        (
            "## Agencies counted for their departments",
            "    joinedup network departments --roll-up --as-of 2025-01-01",
            paragraph(
                *found.data.notes,
                f"{int(found.tests.claimed.sum())} of {len(found.tests):,} pairs are more than "
                "coincidence.",
            ),
        )
    )


def _gaps(reading: StoreReader) -> str:
    finder = GapFinder(reading, Selection())
    bridges, bare, ended = finder.bridges(), finder.without_initiative(), finder.ended()
    listed = "\n".join(
        wrapped(
            f"- **{gap.about[0]}**: {gap.statement}",
            WIDTH,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for gap in bridges.gaps
    )
    return "\n\n".join(
        (
            "## What is not joined up",
            "    joinedup gaps",
            paragraph(
                f"Initiatives that alone join committees: {len(bridges.gaps)}.", bridges.note
            ),
            listed,
            paragraph(
                "Organisations named together more than by coincidence in findings that name no "
                "initiative: "
                f"{len(bare.gaps)}.",
                bare.note,
            ),
            paragraph(
                "Initiatives cited as the answer without one lead, by many answers alone, or after "
                f"they had ended: {ended.note}"
            ),
        )
    )


def _findings(reading: StoreReader) -> str:
    network = FindingNetwork(reading, FindingLinkQuery())
    return "\n\n".join(
        (
            "## Which findings are joined with which",
            "    joinedup network findings",
            paragraph(
                network.in_words(),
                "What joins more findings says less of any two of them; what joins the fewest "
                "comes first. Each link is shown with its words: both sentences of a repeat, the "
                "sentence that cites, what the reply says, the sentences that name the "
                "initiative. No link is tested. `joinedup path` leads from finding to finding by "
                "the same links, and `joinedup ask connected-findings` lists those of one.",
            ),
        )
    )


def _path(known: Connections) -> str:
    store = known.reader.store
    things = load_lookup(store)
    data = project(known.reader, "everything", Selection())
    start, end = things.find("Data First"), things.find("Ofsted")
    table = path_result(known, data, start, end, 1).table
    said = table.caption.partition(" From ")[0]
    return "\n\n".join(
        (
            "## How two things are connected",
            '    joinedup path "Data First" Ofsted',
            paragraph(said),
            in_markdown(table, ("step", "finding", "names", "who says so", "sentence")),
        )
    )


def _change(reading: StoreReader) -> str:
    result = change_result(reading, NetworkQuery("organisations", Selection()), "parliament", 0)
    said = result.table.caption.partition("rows shown. ")[2].partition(" A pair that ")[0]
    return "\n\n".join(
        (
            "## What changed",
            "    joinedup network organisations --show change --period parliament",
            paragraph(said),
            paragraph(
                "Numbers of pairs follow numbers of findings: more findings, more pairs. What "
                "vanished was not named together in that Parliament; that is not to say that "
                "anything ended."
            ),
        )
    )


def main() -> None:
    """Write the document to standard output."""
    store = Store.in_memory()
    fill(store, ["bundled"], BuildOptions())
    sys.stdout.write(document(store))


if __name__ == "__main__":
    main()
