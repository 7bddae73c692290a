"""Reconciliation: names in somebody's table to things of the graph, and values about these.

The forms are those of the Reconciliation Service API 0.2 of the W3C Entity Reconciliation Community
Group (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/), which
OpenRefine speaks. Each `.rq` file in `properties` is a property by which a table can be extended.

    thing_index   the things that have names, with their types and other names
    candidates    a name to the things that may be meant, with scores
    features      what a table says beside a name, compared with what the graph says
    extension     values of properties of things
    proposals     things, types and properties whose names begin so
"""
