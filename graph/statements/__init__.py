"""Records to statements: the one place that decides what the graph says.

`sources` writes what one source record says; its statements stand in the record's named graph.
`derived` writes what the run worked out; its statements stand in the default graph only.

The default graph also holds every source's statements, each once: it is the RDF merge of all the
named graphs plus everything derived. Whoever asks it counts right in any engine; whoever wants to
know who said a thing asks `GRAPH ?record { … }`.
"""

from graph.statements.derived import DerivedStatements
from graph.statements.ontology_statements import GRAPH as VOCABULARY_GRAPH
from graph.statements.ontology_statements import vocabulary
from graph.statements.sources import describe_source, record_iri, state

__all__ = [
    "VOCABULARY_GRAPH",
    "DerivedStatements",
    "describe_source",
    "record_iri",
    "state",
    "vocabulary",
]
