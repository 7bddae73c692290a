"""What part a thing plays between others, in plain sentences, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from queries.measures.bootstrap import draw_columns, sole_link_shares
from queries.measures.projection import project
from queries.measures.selection import Selection
from queries.statistics.burt import constraints
from queries.statistics.newman import newman_weights

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from queries.measures.bipartite_data import BipartiteData
    from queries.measures.store_reader import StoreReader
    from queries.statistics.incidence_matrix import Floats, Incidence

DRAWS = 50
"""How often the findings are drawn anew."""

_SEED = 1
_SURE = 0.95
"""Share of the draws in which something has to be so to be said."""


@dataclass(frozen=True, slots=True)
class BrokerPlace:
    """Where a thing stands between others.

    Attributes:
        constraint: Burt's constraint: low for a broker, high for a member of a closed group; None
            if it is named with nobody.
        median: Median of the names that it is compared with.
        compared: Number of these.
        below: Draws in which it is below the median of that draw.
        draws: Draws in which it could be measured.
    """

    constraint: float | None
    median: float
    compared: int
    below: int
    draws: int

    def in_words(self) -> str:
        """What that means, and whether it holds in nearly every draw."""
        if self.constraint is None or not self.draws:
            return "Beside what the register joins with it, it is named with nobody."
        if self.below >= _SURE * self.draws:
            means = "It joins others that are seldom named together: a broker."
        elif self.below <= (1 - _SURE) * self.draws:
            means = "What is named with it is mostly named together, too: it stands in a group."
        else:
            means = (
                "Whether it joins others or stands in a group cannot be said: other findings of "
                "the same kind could show either."
            )
        return (
            f"{means} (Without the pairs that the register joins, Burt's constraint is "
            f"{self.constraint:.2f}; the median of {self.compared} other names is "
            f"{self.median:.2f}. It is below the median in {self.below} of {self.draws} draws of "
            "the findings anew.)"
        )


def broker_place(
    data: BipartiteData, thing: str, without: Collection[frozenset[str]]
) -> BrokerPlace:
    """Where a thing stands in the network of all things.

    Args:
        data: Things by findings.
        thing: IRI of the thing, one of the actors.
        without: Pairs that the register itself joins, which say nothing of it.
    """
    rows = {actor.iri: row for row, actor in enumerate(data.actors)}
    registered = [[rows[end] for end in pair] for pair in without if pair <= rows.keys()]
    own, others = _constraint(data.ties, registered, rows[thing])
    drawn = [
        _constraint(ties, registered, rows[thing]) for ties in draw_columns(data.ties, DRAWS, _SEED)
    ]
    measured = [(value, theirs) for value, theirs in drawn if not np.isnan(value)]
    return BrokerPlace(
        None if np.isnan(own) else own,
        float(np.median(others)) if len(others) else float("nan"),
        len(others),
        sum(value < float(np.median(theirs)) for value, theirs in measured if len(theirs)),
        len(measured),
    )


def _constraint(
    ties: Incidence, registered: Sequence[Sequence[int]], row: int
) -> tuple[float, Floats]:
    """The constraint of an actor, not a number without ties, and those of the others with ties."""
    weights = newman_weights(ties)
    for left, right in registered:
        weights[left, right] = weights[right, left] = 0.0
    values = constraints(weights)
    others = np.delete(values, row)
    return float(values[row]), others[~np.isnan(others)]


def bridge_words(reader: StoreReader, thing: str) -> str:
    """Whether an initiative alone joins two committees, and in what share of draws it does.

    Empty if fewer than two committees name it, or it is no initiative.
    """
    if ("initiative", thing) not in reader.actors:
        return ""
    data = project(reader, "initiatives", Selection())
    row = data.row(thing)
    if row is None:
        return ""
    committees = sorted({name for names in reader.committees.values() for name in names})
    by_committee = np.zeros((len(committees), len(data.events)), dtype=np.bool_)
    for column, finding in enumerate(data.events):
        for committee in reader.committees.get(finding, ()):
            by_committee[committees.index(committee), column] = True
    naming = int((by_committee & data.ties[row]).any(axis=1).sum())
    if naming < 2:  # noqa: PLR2004 - two are joined
        return ""
    times = round(DRAWS * float(sole_link_shares(by_committee, data.ties, DRAWS, _SEED)[row]))
    return (
        f"{naming} of the {len(committees)} committees of this graph name it. In {times} of "
        f"{DRAWS} draws of the findings anew it is the only initiative that some two of them have "
        "in common."
    )
