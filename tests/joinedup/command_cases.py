"""How each command is run where a test looks at what it prints.

A command without a case fails the test of captures: add a line here. In the words, `{pages}` is a
store of the record pages of the fixtures, `{bundled}` one of the project's own findings,
`{corrected}` one of two pages that was corrected once and may be changed, and `{folder}` an
empty folder. `{sources}` is the folder of the record pages, `{gold}` the file of what is right
about them, `{page}` one of them, `{graph}` a graph that was exported, `{parts}` one in parts, and
`{list}` a list of recommendations that somebody keeps.
"""

from __future__ import annotations

CASES: dict[str, tuple[str, ...]] = {
    "add": ("add {page} {gold} --store {corrected}",),
    "ask": (
        "ask",
        "ask --find programme",
        "ask share-accepted --store {pages}",
        "ask share-accepted --store {bundled}",
        "ask overdue-commitments --store {pages} --evidence",
        "ask labels-that-differ --store {bundled}",
        "ask labels-that-differ --store {pages} --record",
        "ask pairs-above-chance --store {bundled} --limit 3",
        "ask about-a-programme programme=BOLD --store {pages}",
        "ask story-of-a-finding finding=accountability-index-4-13168 --store {pages}",
        "ask refused-then-done --store {bundled}",
        "ask reports-made-again --store {bundled} --known-on 2020-01-01",
    ),
    "build": (
        "build {sources} --store {folder}/store",
        "build {page} {gold} --store {folder}/store",
    ),
    "calendar": ("calendar --store {bundled} -o {folder}/due.ics",),
    "candidates": (
        "candidates --store {pages} --limit 3",
        "candidates --findings --store {pages}",
        "candidates --store {bundled}",
    ),
    "check": ("check --store {bundled} --limit 2", "check --store {pages}"),
    "columns": ("columns {list}",),
    "connections": (
        "connections --store {bundled}",
        "connections BOLD --store {pages}",
        "connections DfE MoJ --store {bundled}",
        "connections DfE MoJ --store {pages} --method",
        "connections ECHILD --store {bundled}",
        "connections BOLD --sentences --store {pages} --limit 2",
        "connections --store {pages} --record --limit 2",
    ),
    "correct": (
        "correct --list --store {pages}",
        (
            "correct accountability-index-15-3055 position rejected --by Clerk --why Misread "
            "--store {corrected}"
        ),
    ),
    "demo": ("demo --store {folder}/demo",),
    "diff": (
        "diff {bundled} {pages}",
        "diff {bundled} {pages} --format table",
        "diff {pages} {pages}",
    ),
    "evaluate": ("evaluate pages {gold}", "evaluate pages {gold} --errors"),
    "export": ("export turtle --store {bundled} -o {folder}/graph.ttl",),
    "fetch": ("fetch --help", "fetch committee --help"),
    "gaps": ("gaps --store {bundled}", "gaps --store {pages} --limit 2"),
    "import": ("import {graph} --store {folder}/store",),
    "info": ("info --store {bundled}", "info --store {pages}"),
    "load": ("load {parts} --store {folder}/store",),
    "mcp": ("mcp --help",),
    "network": (
        "network departments --store {bundled}",
        "network initiatives --store {bundled} --limit 5 --method",
        "network departments --show roles --store {pages}",
        "network departments --show communities --store {bundled}",
        "network organisations --show change --store {bundled} --limit 8",
        "network departments --show ties --store {pages} --limit 8",
        "network findings --store {bundled} --limit 3",
        "network findings --linked-through replies --store {pages} --record --limit 2",
    ),
    "path": (
        'path "Data First" Ofsted --store {bundled}',
        "path DfE HMRC --store {pages}",
        "path accountability-index-4-13168 accountability-index-4-13170 --store {bundled}",
    ),
    "query": (
        "query departments-in-most-findings --store {bundled}",
        (
            "query 'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
            "SELECT ?thing ?label {{ ?thing rdfs:label ?label }} LIMIT 5' --store {pages}"
        ),
    ),
    "reason": ("reason --limit 1 --store {corrected}",),
    "remove": ("remove {page} --store {corrected}",),
    "repeats": (
        "repeats accountability-index-4-13168 --store {pages}",
        "repeats accountability-index-4-13168 --store {bundled} --record",
    ),
    "report": (
        "report department DfE -o {folder}/dfe.docx --store {bundled}",
        "report question overdue-commitments -o {folder}/overdue.md --store {bundled}",
    ),
    "release": ("release {folder}/release --store {pages}",),
    "serve": ("serve --help",),
    "search": (
        "search unique child identifier --store {pages}",
        "search data sharing --department DfE --store {bundled} --limit 3",
        "search '\"common identifier\"' --words-of committee --record --store {bundled}",
        "search common identifer --store {bundled}",
        "search data --kind initiative --store {bundled}",
        "search fund --position rejected --year 2024 --store {bundled}",
    ),
    "sources": ("sources --store {pages}", "sources {page} --store {corrected}"),
    "undo": ("undo --store {corrected}",),
    "view": (
        "view departments -o {folder}/view.html --store {bundled}",
        "view chain accountability-index-4-13168 -o {folder}/chain.svg --store {pages}",
    ),
    "why": (
        "why accountability-index-4-13168 --store {pages}",
        "why accountability-index-4-13168 BOLD --store {pages}",
        "why accountability-index-4-15284 --store {bundled}",
    ),
}
"""Command lines by command."""
