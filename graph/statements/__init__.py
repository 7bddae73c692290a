"""Records to statements: the one place that decides what the graph says.

`record_statements` writes what one source record says; its statements stand in the record's named
graph. `provenance` writes where a record was read, in the default graph only. `derived`,
`text_annotations`, `answer_statements` and `flag_statements` write what the run worked out; their
statements stand in the default graph only, too.

The default graph also holds every source's statements, each once: it is the RDF merge of all the
named graphs plus everything derived. Whoever asks it counts right in any engine; whoever wants to
know who said a thing asks `GRAPH ?record { … }`.
"""
