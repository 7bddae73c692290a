"""Writes docs/networks.md from the bundled data; a test holds the file to it.

python -m tests.networks_document > docs/networks.md
"""

from __future__ import annotations

import sys
from datetime import date
from textwrap import fill as wrapped
from typing import TYPE_CHECKING

import numpy as np

from graph.store import Store
from loaders.build import Options, fill
from queries.connections import Connections
from queries.names import names
from queries.networks.analysis import (
    Analysed,
    Asked,
    analysed,
    pair_result,
)
from queries.networks.change import change_result
from queries.networks.gaps import GapFinder
from queries.networks.paths import path_result
from queries.networks.projection import project
from queries.networks.selection import Selection
from queries.networks.significance import ALPHA, FEWEST_DOCUMENTS, NULL_MODEL
from queries.networks.structure import community_result, role_result
from queries.tables import Table, render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.networks.reading import Reading

_WIDTH = 100


def document(store: Store) -> str:
    """The whole document, read off a store that holds the bundled data."""
    known = Connections(store)
    reading = known.reading
    found = analysed(reading, Asked("organisations", Selection()))
    parts = [
        _HEAD,
        _size(reading, found),
        _pairs(reading, found),
        _roles(reading, found),
        _communities(found),
        _rolled(reading),
        _gaps(reading),
        _path(known),
        _change(reading),
        _PYTHON,
        _METHODS,
    ]
    return "\n\n".join(parts) + "\n"


def _text(*sentences: str) -> str:
    return wrapped(" ".join(sentences), _WIDTH, break_long_words=False, break_on_hyphens=False)


def _table(table: Table, columns: Iterable[str]) -> str:
    """Some columns of a table in Markdown, with short figures."""
    at = [table.columns.index(column) for column in columns]
    rows = tuple(
        tuple(f"{value:.3g}" if isinstance(value := row[i], float) else value for i in at)
        for row in table.rows
    )
    return render(Table(tuple(columns), rows), "markdown")


def _size(reading: Reading, found: Analysed) -> str:
    tests = found.tests
    least = tests.least_detectable
    able = int(tests.testable.sum())
    return "\n\n".join(
        (
            "## How much can be seen in the bundled data",
            _text(
                *found.data.notes,
                f"The report is known for {len(reading.reports):,} findings, and they stand in at "
                f"least {found.data.documents} documents. That is little, and these findings were "
                "chosen because they speak of joining up data; they are no sample of what "
                "committees say.",
                f"There are {len(tests):,} pairs of organisations. The rarest pair that could be "
                f"claimed at all would need {least} joint findings, and {len(tests) - able:,} "
                "pairs are named so seldom that nothing could be claimed of them alone, had they "
                "been named together every time."
                if least
                else "No pair could be claimed, however often it was named together.",
            ),
        )
    )


def _pairs(reading: Reading, found: Analysed) -> str:
    result = pair_result(reading, found, 8)
    tests = found.tests
    columns = ("one", "other", "findings together", "expected by chance", "weight", "p", "q")
    claimed = np.flatnonzero(tests.claimed)
    labels = [
        f"{found.data.actors[tests.one[at]].label} with {found.data.actors[tests.other[at]].label}"
        for at in claimed[np.argsort(tests.p[claimed])]
    ]
    said = (
        f"{len(labels)} of {len(tests):,} pairs are beyond chance: {'; '.join(labels)}."
        if labels
        else "No pair is beyond chance, so nothing can be claimed about any of them."
    )
    again = result.table.caption.partition("Findings of one report share its subject: ")[2]
    held = again.partition(" The hypergeometric")[0]
    caution = f"Then look twice. {held[:1].upper()}{held[1:]}" if held else ""
    plain = int((tests.together > 0).sum())
    return "\n\n".join(
        (
            "## Who is named together",
            "    joinedup network organisations",
            _table(result.table, (*columns, "needed alone", "beyond chance")),
            _text(
                f"{plain} of {len(tests):,} pairs are named together at least once; a picture of "
                f"all of them is a hairball. {said} {caution}",
                "A claim that does not outlive this rests on a few reports that say the same thing "
                "several times; read their sentences before you use it.",
                f"The usual test, which takes all findings for equally broad, would have claimed "
                f"{tests.baseline_claims}.",
            ),
            _text(
                "How to read a row: the two were named together in so many findings; so many are "
                "expected if names fell at random, each organisation being named as often and each "
                "finding naming as many as in truth; p is the chance of at least the number found; "
                "q is p after allowing for the number of pairs tested. The weight gives each "
                "finding one vote, so that one that names everybody says little about anybody. "
                "A pair that is not claimed is not shown to be connected; that is not to say that "
                "it has no connection."
            ),
        )
    )


def _roles(reading: Reading, found: Analysed) -> str:
    columns = ("name", "findings", "degree", "betweenness", "constraint", "committee links")
    table = role_result(reading, found, 6).table
    return "\n\n".join(
        (
            "## Who plays which part",
            "    joinedup network organisations --show roles",
            _table(table, (*columns, "meaning")),
            _text(
                "A role describes the network; it is no test. With so few findings one more report "
                "can change it."
            ),
        )
    )


def _communities(found: Analysed) -> str:
    caption = community_result(found, None).table.caption
    said = caption.partition("communities shown. ")[2].partition(" From ")[0]
    return "\n\n".join(
        (
            "## Who belongs together",
            "    joinedup network organisations --show communities",
            _text(said),
        )
    )


def _rolled(reading: Reading) -> str:
    selection = Selection(roll_up=True, as_at=date(2025, 1, 1))
    found = analysed(reading, Asked("departments", selection))
    return "\n\n".join(
        (
            "## Agencies counted for their departments",
            "    joinedup network departments --roll-up --as-at 2025-01-01",
            _text(
                *found.data.notes,
                f"{int(found.tests.claimed.sum())} of {len(found.tests):,} pairs are beyond "
                "chance.",
            ),
        )
    )


def _gaps(reading: Reading) -> str:
    finder = GapFinder(reading, Selection())
    bridges, bare, ended = finder.bridges(), finder.without_initiative(), finder.ended()
    listed = "\n".join(
        wrapped(
            f"- **{gap.about[0]}**: {gap.statement}",
            _WIDTH,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for gap in bridges.found
    )
    return "\n\n".join(
        (
            "## What is not joined up",
            "    joinedup gaps",
            _text(f"Initiatives that alone join committees: {len(bridges.found)}.", bridges.note),
            listed,
            _text(
                "Organisations named together beyond chance in findings that name no initiative: "
                f"{len(bare.found)}.",
                bare.note.partition(" Null model")[0],
            ),
            _text(
                "Initiatives cited as the answer without one lead, by many answers alone, or after "
                f"they had ended: {ended.note}"
            ),
        )
    )


def _path(known: Connections) -> str:
    store = known.reading.store
    things = names(store)
    data = project(known.reading, "everything", Selection())
    start, end = things.find("Data First"), things.find("Ofsted")
    table = path_result(known, data, start, end, 1).table
    said = table.caption.partition(" From ")[0]
    return "\n\n".join(
        (
            "## How two things are connected",
            '    joinedup path "Data First" Ofsted',
            _text(said),
            _table(table, ("step", "finding", "names", "voice", "sentence")),
        )
    )


def _change(reading: Reading) -> str:
    result = change_result(reading, Asked("organisations", Selection()), "parliament", 0)
    said = result.table.caption.partition("rows shown. ")[2].partition(" A pair that ")[0]
    return "\n\n".join(
        (
            "## What changed",
            "    joinedup network organisations --show change --every parliament",
            _text(said),
            _text(
                "Numbers of pairs follow numbers of findings: more findings, more pairs. What "
                "vanished was not named together in that Parliament; that is not to say that "
                "anything ended."
            ),
        )
    )


_HEAD = f"""# Networks

Who is named together, is it more than chance, and what is missing? This page reads the bundled data
as the commands show them. It is written by `python -m tests.networks_document`, and a test holds it
to what the commands say today.

{
    _text(
        "Every output names its null model, the number of tests and the least number of joint "
        "findings that could have been seen, and carries the parameters and the seed that make it "
        f"again. With fewer than {FEWEST_DOCUMENTS} documents nothing is claimed at all."
    )
}"""

_PYTHON = f"""## In Python

```python
from graph.store import Store
from queries.networks.analysis import Asked, analysed
from queries.networks.reading import Reading
from queries.networks.selection import Selection
from queries.networks.significance import pair_tests

reading = Reading(Store.open(place))
found = analysed(reading, Asked("organisations", Selection(voice="government")))
found.network  # NetworkX: nodes with label, kind, named;
#                edges with together, weight, expected, p, q, claimed, needed
found.tests  # every pair as arrays: one, other, together, expected, p, q, least, newman, claimed

tests = pair_tests(ties)  # any boolean matrix, actors by events; alpha={ALPHA:g}, documents=None
```

`graph.network_formats.write_network(network, "graphml")` writes GraphML, GEXF and node-link JSON
with everything that belongs to a network; NetworkX, igraph and Gephi open them."""

_METHODS = f"""## Methods

{
    _text(
        f"Null model: {NULL_MODEL}. The model (Saracco and others, 2015) is solved to ten digits "
        "for classes of equal numbers of ties, and p-values are exact, far out in the tail as "
        "well; every pair is among the tests, those that never met included. `--shuffles` draws "
        "matrices with the very same numbers (Strona and others, 2014) as a second opinion. Names "
        "across finding and answer have a model for each."
    )
}

{
    _text(
        "Weights are Newman's (2001); constraint and effective size Burt's (1992); communities "
        "Louvain's from many seeds, with the adjusted Rand index between them; the thinning of "
        "pictures is the disparity filter of Serrano and others (2009). Each file in "
        "`queries/networks` names its source, and the published values are tests."
    )
}

What the figures cannot say: being named together is not working together; a source may print an
answer under a finding that it does not answer; findings of one report share its subject, which the
model does not know; and committees choose what they look at."""


def main() -> None:
    """Write the document to standard output."""
    store = Store.in_memory()
    fill(store, ["bundled"], Options())
    sys.stdout.write(document(store))


if __name__ == "__main__":
    main()
