"""From statements in a store to claims and gaps, where the truth is planted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graph.store.embedded import Store
from queries.connections import Connections
from queries.cooccurrence.pair_table import PairTable
from queries.measures.gaps import GapFinder
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.selection import Selection
from queries.measures.store_reader import StoreReader
from tests.made_networks import FINDINGS, PLANTED, made_findings

if TYPE_CHECKING:
    from collections.abc import Collection

    from queries.statistics.incidence_matrix import Incidence

_JU = "https://w3id.org/joinedup/ontology#"
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_PART = "<http://purl.org/dc/terms/isPartOf>"
EXTRA = 45


def stored(
    ties: Incidence,
    *,
    reports: int = 60,
    initiative_in: range = range(0),
    initiatives: Collection[int] = (),
) -> Store:
    """Findings of one committee and some reports.

    Args:
        ties: Which finding names which thing.
        reports: Number of reports.
        initiative_in: Findings that name one more initiative.
        initiatives: Rows of `ties` that are initiatives; the others are organisations.
    """
    lines = [f'<urn:i> {_TYPE} <{_JU}Initiative> .\n<urn:i> {_LABEL} "I" .']
    lines += [
        f"<urn:d{row}> {_TYPE} <{_JU}{'Initiative' if row in initiatives else 'Organisation'}> .\n"
        f'<urn:d{row}> {_LABEL} "D{row}" .'
        for row in range(len(ties))
    ]
    for column in range(ties.shape[1]):
        finding, report = f"<urn:f{column}>", f"<urn:r{column % reports}>"
        lines.append(f"{finding} {_TYPE} <{_JU}Finding> .\n{finding} {_PART} {report} .")
        lines.append(f"{report} {_TYPE} <{_JU}Report> .")
        named = [f"<urn:d{row}>" for row in np.flatnonzero(ties[:, column])]
        if column in initiative_in:
            named.append("<urn:i>")
        lines += [f"{finding} <{_JU}concerns> {thing} ." for thing in named]
    store = Store.in_memory()
    store.load("\n".join(lines).encode())
    return store


def claimed(store: Store) -> list[tuple[str, str]]:
    found = analyse(StoreReader(store), NetworkQuery("organisations", Selection()))
    tests, actors = found.tests, found.data.actors
    return [
        (actors[one].label, actors[other].label)
        for one, other in zip(tests.left[tests.claimed], tests.right[tests.claimed], strict=True)
    ]


def labels() -> tuple[str, str]:
    one, other = sorted(f"D{number}" for number in PLANTED)
    return one, other


def test_a_planted_pair_is_claimed_from_the_store_and_nothing_else() -> None:
    assert claimed(stored(made_findings(1, planted=EXTRA))) == [labels()]
    assert claimed(stored(made_findings(1))) == []


def test_findings_that_name_everybody_add_no_claim() -> None:
    ties = made_findings(1, planted=EXTRA)
    everybody = np.ones((len(ties), 20), dtype=np.bool_)
    assert claimed(stored(np.hstack([ties, everybody]))) == [labels()]


def test_a_handful_of_reports_claims_nothing() -> None:
    few = stored(made_findings(1, planted=EXTRA), reports=9)
    assert claimed(few) == []
    left, right = (f"urn:d{number}" for number in PLANTED)
    caption = Connections(few).between(left, right).caption
    assert "as few as 9 documents, and at least 10 are needed" in caption


def test_a_planted_pair_is_a_gap_until_an_initiative_joins_it() -> None:
    ties = made_findings(1, planted=EXTRA)
    bare = GapFinder(StoreReader(stored(ties)), Selection()).without_initiative()
    assert [tuple(sorted(gap.about)) for gap in bare.gaps] == [labels()]
    assert "none in common" in bare.gaps[0].statement
    table = PairTable(stored(ties))
    (pair,) = (pair for pair in table.every_pair() if set(pair.labels) == set(labels()))
    assert f"where {pair.expected_words.lower()} would be expected" in bare.gaps[0].statement
    joined = stored(ties, initiative_in=range(FINDINGS, FINDINGS + EXTRA))
    assert GapFinder(StoreReader(joined), Selection()).without_initiative().gaps == ()


def test_one_link_asked_alone_says_what_all_tests_say() -> None:
    known = Connections(stored(made_findings(1, planted=EXTRA)))
    one, other = (f"urn:d{number}" for number in PLANTED)
    assert "so this is more than coincidence" in known.between(one, other).caption
    assert "not evidence of a special link" in known.between("urn:d0", "urn:d1").caption
