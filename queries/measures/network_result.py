"""What a network analysis gives: a table, a graph, and the parameters that make it again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from queries.measures.network_formats import NETWORK_FORMATS, write_network
from queries.result_tables import CSV_FORMATS, Table, render
from queries.result_tables import FORMATS as TABLE_FORMATS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    Network = nx.Graph[str]

FORMATS = (*TABLE_FORMATS, *NETWORK_FORMATS)
"""Names of the formats on the command line."""


SEE_METHOD = "How this is counted and judged: --method."
"""What stands in place of the method where nobody asked for it."""


@dataclass(frozen=True, slots=True)
class NetworkResult:
    """A table and the network it is read from.

    Attributes:
        table: The rows, and in the caption what they count and from how much.
        network: The same as a graph.
        parameters: What was asked for, the seed included.
    """

    table: Table
    network: Network
    parameters: Mapping[str, str]

    def render(self, form: str, *, width: int | None = None) -> str:
        """The result as text; the parameters stand in it in every format.

        Args:
            form: One of `FORMATS`.
            width: Columns of the screen for ``table``.
        """
        if form in NETWORK_FORMATS:
            return write_network(self.network, form)
        parameters_text = "; ".join(f"{name}={value}" for name, value in self.parameters.items())
        if form == "json":
            rows = [dict(zip(self.table.columns, row, strict=True)) for row in self.table.rows]
            whole = {"caption": self.table.caption, "parameters": dict(self.parameters)}
            return json.dumps({**whole, "rows": rows}, indent=2, ensure_ascii=False)
        if form in CSV_FORMATS:
            # A line of a comma-separated file is all that some readers keep.
            columns = (*self.table.columns, "parameters")
            return render(
                Table(columns, tuple((*row, parameters_text) for row in self.table.rows)), form
            )
        caption = f"{self.table.caption}\nMade with: {parameters_text}."
        return render(replace(self.table, caption=caption), form, width=width)
