"""What a program of somebody else's says to joinedup; its types are checked against the wheel."""

from __future__ import annotations

from typing import assert_type

import joinedup

graph = joinedup.open("joinedup-store")
assert_type(graph, joinedup.Graph)
table = graph.ask("share-accepted")
assert_type(table.columns, tuple[str, ...])
sentences = graph.connections("DfE", "MoJ").to_pandas()
assert len(sentences.columns) == len(graph.connections("DfE", "MoJ").columns)
