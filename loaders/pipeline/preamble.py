"""What every graph says, whatever records it is made of, and what is said once for many records."""

from __future__ import annotations

from importlib.metadata import version
from itertools import chain
from typing import TYPE_CHECKING

from graph.statements.authority_statements import initiative, organisation
from graph.statements.correction_statements import correction, correction_iri
from graph.statements.derived import DerivedStatements
from graph.statements.identity_statements import identity_candidates, identity_decisions
from graph.statements.ntriples import in_both_graphs, in_default_graph
from graph.statements.ontology_statements import GRAPH, vocabulary
from graph.statements.provenance import describe_source
from loaders.pipeline.registers import registers_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.identity import IriFactory
    from graph.records.findings import Origin
    from graph.records.source_record import SourceRecord
    from graph.statements.ntriples import Statement
    from loaders.corrections.hand_corrections import Corrections
    from loaders.identity.identities import Identities

VERSION = version("joinedup")

LabelRank = tuple[int, str]
"""A label for a finding, after how little it tells: the least is the best."""


def preamble(iris: IriFactory, registers: Iterable[SourceRecord], corrections: Corrections) -> str:
    """What every graph says: its terms in words, how it was made, and how it was corrected."""
    terms = in_both_graphs(GRAPH, vocabulary())
    in_force = [correction_iri(iris, line) for line in corrections.lines]
    dataset = DerivedStatements(iris, VERSION).dataset(registers_digest(registers), in_force)
    return terms + in_default_graph(chain(dataset, _corrections(iris, corrections)))


def _corrections(iris: IriFactory, corrections: Corrections) -> Iterator[Statement]:
    """The corrections, and the candidates that they accept into the registers."""
    for line in corrections.lines:
        yield from correction(iris, line)
    bodies, initiatives = corrections.accepted()
    for body in bodies:
        yield from organisation(iris, body)
    for accepted in initiatives:
        yield from initiative(iris, accepted)


def source_metadata(iris: IriFactory, origin: Origin) -> str:
    """Who publishes a source, and what read it; needed once for each source."""
    return in_default_graph(describe_source(iris, origin))


def preferred_labels(iris: IriFactory, labels: Mapping[str, LabelRank]) -> str:
    """The one label of each finding, chosen when all records are read.

    Args:
        iris: Makes the IRIs.
        labels: The best label of each finding, by the finding's IRI.
    """
    chosen = ((finding, label) for finding, (_, label) in sorted(labels.items()))
    return in_default_graph(DerivedStatements(iris, VERSION).preferred_labels(chosen))


def state_identity(iris: IriFactory, identities: Identities) -> str:
    """Why records are said to be about one finding, and which findings may be one."""
    decisions = identity_decisions(iris, identities.decisions)
    return in_default_graph(chain(decisions, identity_candidates(iris, identities.candidates)))
