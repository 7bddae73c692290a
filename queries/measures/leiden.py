"""Communities by the Leiden algorithm, which has no badly connected ones.

V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
communities", Scientific Reports 9, 5233 (2019), as igraph implements it. igraph is under the GPL,
so it is imported only where somebody asks for this.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.optional_packages import install_command

if TYPE_CHECKING:
    import networkx as nx

    Network = nx.Graph[str]


def leiden_partition(network: Network, weight: str | None, seed: int) -> list[set[str]]:
    """One run of the algorithm for modularity, until it changes nothing more.

    Args:
        network: An undirected graph.
        weight: Edge attribute that says how strong a tie is; all alike where None.
        seed: Seed of the random numbers.

    Raises:
        UsageError: If igraph is not installed; the message says how it is.
    """
    try:
        import igraph  # noqa: PLC0415 - an optional dependency
    except ImportError as error:
        raise UsageError(
            f"Leiden's method needs igraph: {install_command('leiden')}. Or leave out "
            "--algorithm leiden."
        ) from error
    nodes = sorted(network)
    row = {node: number for number, node in enumerate(nodes)}
    edges = sorted(
        (*sorted((row[left], row[right])), float(data.get(weight, 1)) if weight else 1.0)
        for left, right, data in network.edges(data=True)
    )
    graph = igraph.Graph(len(nodes), [(left, right) for left, right, _ in edges])
    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 - no secret
    try:
        groups = graph.community_leiden(
            objective_function="modularity",
            weights=[strength for _, _, strength in edges],
            n_iterations=-1,
        )
    finally:
        igraph.set_random_number_generator(random)
    return [{nodes[member] for member in group} for group in groups]
