"""What docs/networks.md says whatever the data are, and how its text and tables are set."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from queries.result_tables import Table, render
from queries.statistics.significance import ALPHA, FEWEST_DOCUMENTS, NULL_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 100


def paragraph(*sentences: str) -> str:
    return fill(" ".join(sentences), WIDTH, break_long_words=False, break_on_hyphens=False)


def in_markdown(table: Table, columns: Iterable[str]) -> str:
    """Some columns of a table in Markdown, with short figures."""
    at = [table.columns.index(column) for column in columns]
    rows = tuple(
        tuple(f"{value:.3g}" if isinstance(value := row[i], float) else value for i in at)
        for row in table.rows
    )
    return render(Table(tuple(columns), rows), "markdown")


HEAD = f"""# Networks

Who is named together, is it more than coincidence, and what is missing? This page reads the bundled
data as the commands show them. It is written by `python -m tests.networks_document`, and a test
holds it to what the commands say today.

{
    paragraph(
        "There is one table of pairs. All pairs of organisations and initiatives that findings "
        "name are tested together, once, when the graph is built, and every command, page and "
        "question shows the figures and the verdict of that test: yes, no, or cannot be judged. "
        "Who selects findings or names (a period, a voice, a role, agencies counted for their "
        "departments) asks "
        "about other data; these pairs are judged among themselves, and the verdict of the whole "
        "graph stands beside. `--method` adds the null model, the number of tests and the least "
        f"number of joint findings that could be seen. With fewer than {FEWEST_DOCUMENTS} "
        "documents nothing is judged at all."
    )
}"""

PYTHON = f"""## In Python

```python
from graph.store.embedded import Store
from queries.cooccurrence.pair_table import PairTable
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.store_reader import StoreReader
from queries.measures.selection import Selection
from queries.statistics.significance import pair_tests

reader = StoreReader(Store.open(place))
analysis = analyse(reader, NetworkQuery("organisations", Selection(voice="government")))
analysis.network  # NetworkX: nodes with label, kind, named;
#                edges with together, weight, expected, p, q, claimed, needed
analysis.tests  # every pair as arrays: left, right, together, expected, p, q, least, claimed

PairTable(store).pair(left, right, together)  # of the one table: expected, p, verdict

tests = pair_tests(ties)  # any boolean matrix, actors by events; alpha={ALPHA:g}, documents=None
```

`queries.measures.network_formats.write_network(network, "graphml")` writes GraphML, GEXF and
node-link JSON with everything that belongs to a network; NetworkX, igraph and Gephi open them."""

METHODS = f"""## Methods

{
    paragraph(
        f"Null model: {NULL_MODEL}. The model (Saracco and others, 2015) is solved to ten digits "
        "for classes of equal numbers of ties, and p-values are exact, far out in the tail as "
        "well; every pair is among the tests, those that never met included. `--shuffles` draws "
        "matrices with the very same numbers (Strona and others, 2014) as a second opinion. Names "
        "across finding and answer have a model for each."
    )
}

{
    paragraph(
        "Weights are Newman's (2001); constraint and effective size Burt's (1992); communities "
        "Louvain's from many seeds, with the adjusted Rand index between them; the thinning of "
        "pictures is the disparity filter of Serrano and others (2009). Each file in "
        "`queries/networks` names its source, and the published values are tests."
    )
}

What the figures cannot say: being named together is not working together; a source may print an
answer under a finding that it does not answer; findings of one report share its subject, which the
model does not know; and committees choose what they look at."""
