"""joinedup: which departments and initiatives connect across select committee findings.

>>> import joinedup
>>> graph = joinedup.open("joinedup-store")    # doctest: +SKIP
>>> graph.query("positions-by-voice")          # doctest: +SKIP
"""

from joinedup.door import Graph, build
from joinedup.door import open_graph as open  # noqa: A004 - `joinedup.open` reads as it should

__version__ = "0.1.0"

__all__ = ["Graph", "build", "open"]
