"""Queries that would leave the store, in any spelling, against a listener; and plain ones.

`python -m tests.soak.query_spellings 10000` tries that many of each. Nothing may arrive at the
listener, and no plain query may be refused. The control asks the bare engine: it shows that the
spellings do leave where nobody stops them.
"""

from __future__ import annotations

import random
import sys
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib.plugins.sparql import prepareQuery

from graph.errors import QueryError
from graph.store.embedded import Store
from tests.listener import Listener

if TYPE_CHECKING:
    from collections.abc import Callable

    from rdflib import Dataset
    from rdflib.plugins.sparql.sparql import Query

_CONTROLS = 200
_DECOYS = [
    "'it''s'",
    '"SERVICE"',
    "'''a 'b' SERVICE'''",
    '"""say "x" #"""',
    "'#'",
    "'<'",
    '">"',
    r"'\''",
    r"'\u0027'",
    r'"\\"',
    "1",
    "1.",
    "-.5e3",
    "true",
    "''",
    '""',
    "'a'@en",
    "<x:a#b>",
    "<x:it's>",
    "a:b",
    "a:",
    ":",
    r"a:\#b",
    "a:%23",
    "_:b0",
    "[]",
    "()",
]
_GAPS = ["", " ", "\n", "\r", "\t", "\r\n", "#\n", "# c\r", "#'\n", '#"""\r', "# SERVICE <x:y> {\n"]
_WRAPS = [
    "{%s}",
    "OPTIONAL{%s}",
    "{}UNION{%s}",
    "{SELECT*{%s}}",
    "{SELECT(1 AS ?n)WHERE{%s}}",
    "FILTER EXISTS{%s}",
    "FILTER(!NOT EXISTS{%s})",
    "MINUS{?z ?z ?z}%s",
    "BIND(1<2 AS ?lt)%s",
    "FILTER(1<2)%s",
    "VALUES ?v{1 '}'}%s",
    "LATERAL{%s}",
]
_INSERTS = [*"'\"<>#.:\\{}()?;,\r\n \t", "\\u0053", "\ufeff", "#\r", "'''", "SERVICE", "ſ", "a:"]
_PLAIN_TERMS = [
    "?service",
    "$SERVICE",
    "?from",
    "?load",
    "'SERVICE <%s> {}'",
    '"from <%s>"',
    "'''FROM\nNAMED <%s>'''",
    '"""LOAD "SERVICE" <%s>"""',
    r"'\u0053ERVICE'",
    "<x:SERVICE>",
    "<x:from#load>",
    "a:SERVICE",
    "SERVICE:a",
    "a:from",
    "from:load",
    "load:",
    "a:x.SERVICE",
    "a:\\-SERVICE",
    "_:service",
    "'x'@service",
    "'1'^^a:Service",
    "servi:qe",
    "a:SEqjICE",
    "?seqjice",
]


@dataclass(frozen=True, slots=True)
class SpellingOutcome:
    """What came of a trial.

    Attributes:
        leaving: Queries and updates tried that would leave the store, or nearly.
        arrived: Requests that reached the listener; none may.
        plain: Plain queries tried.
        refused: Plain queries that were refused; none may be.
        control: Leaving queries that the bare engine was asked.
        control_arrived: How many of these reached the listener.
    """

    leaving: int
    arrived: int
    plain: int
    refused: int
    control: int
    control_arrived: int


def main(count: int = 10_000, seed: int = 0) -> SpellingOutcome:
    """Try `count` queries that would leave the store and as many plain ones."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    store = _one_statement()
    with closing(Listener()) as listener:
        doors = _doors(store)
        for number in range(count):
            text = leaving_query(chance, listener.address)
            _tried(doors[number % len(doors)], text)
            _tried(store.dataset().update, leaving_update(chance, listener.address))
    arrived = listener.arrivals
    plain = [plain_query(chance) for _ in range(count)]
    refused = sum(not _tried(doors[number % 2], text) for number, text in enumerate(plain))
    with closing(Listener()) as listener:
        controls = min(count, _CONTROLS)
        bare = ox.Store()
        bare.add(ox.Quad(*[ox.NamedNode("x:a")] * 3))
        for _ in range(controls):
            _tried(bare.query, leaving_query(chance, listener.address, mutations=0))
    return SpellingOutcome(2 * count, arrived, count, refused, controls, listener.arrivals)


def _one_statement() -> Store:
    store = Store.in_memory()
    store.load(b"<x:a> <x:a> <x:a> .")
    return store


def _doors(store: Store) -> list[Callable[[str], object]]:
    dataset: Dataset = store.dataset()
    return [
        store.query,
        lambda text: dataset.query(text, initNs={"a": "x:", "": "x:"}),
        lambda text: dataset.query(_prepared(text)),
        lambda text: next(iter(dataset.graphs())).query(text),
    ]


def _prepared(text: str) -> Query:
    """A query as rdflib prepares it; what it cannot read counts as refused."""
    try:
        return prepareQuery(text)
    except Exception as error:
        raise QueryError(str(error)) from error


def _tried(door: Callable[[str], object], text: str) -> bool:
    """Whether a query was answered."""
    try:
        answer = door(text)
        if hasattr(answer, "__iter__"):
            list(answer)
    except (QueryError, SyntaxError, OSError, RuntimeError):
        return False
    return True


def leaving_query(chance: random.Random, address: str, mutations: int | None = None) -> str:
    """A query with a SERVICE or FROM clause that names `address`, in a spelling by chance.

    Args:
        chance: What chooses.
        address: The web address that it would call.
        mutations: Characters to put in or take out; by chance where not given, and then it may be
            no SPARQL any longer.
    """
    gap = _gap(chance)
    endpoint = chance.choice([f"<{address}q>", "here:q", ":q", "?here"])
    service = _spelt(chance, "SERVICE")
    if endpoint == "?here" or endpoint[0].isalpha():
        service += _gap(chance) or " "
    else:
        service += gap
    silent = chance.choice(["", "", _spelt(chance, "SILENT") + " "])
    before = _statement(chance) if chance.random() < 0.7 else ""
    pattern = f"{before}{service}{silent}{endpoint}{_gap(chance)}{{?s ?p ?o}}"
    if endpoint == "?here":
        pattern = f"VALUES ?here{{<{address}v>}}{pattern}"
    for _ in range(chance.randrange(4)):
        pattern = chance.choice(_WRAPS) % pattern
    prologue = f"PREFIX a:<x:>{_gap(chance)}PREFIX here:<{address}>PREFIX :<{address}>"
    source = f"FROM{_gap(chance)}<{address}from>" if chance.random() < 0.1 else ""
    text = f"{prologue}{_gap(chance)}{_spelt(chance, 'SELECT')}*{source}{{{pattern}}}"
    if mutations is None:
        mutations = chance.choice([0, 0, 1, 2, 3])
    for _ in range(mutations):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(_INSERTS) + text[at + chance.randrange(2) :]
    return text


def leaving_update(chance: random.Random, address: str) -> str:
    """An update that loads a page of `address`, or asks there."""
    word = _spelt(chance, "LOAD")
    graph = chance.choice(["", " INTO GRAPH <x:g>"])
    return chance.choice(
        [
            f"{_gap(chance)}{word}{_gap(chance)}<{address}l>{graph}",
            f"PREFIX h:<{address}>{word} {_spelt(chance, 'SILENT')} <{address}l>",
            f"INSERT DATA{{<x:a> <x:b> 'LOAD'}};{_gap(chance)}{word}<{address}l>",
            f"INSERT{{?s ?p ?o}}WHERE{{{_spelt(chance, 'SERVICE')}<{address}u>{{?s ?p ?o}}}}",
        ]
    )


def plain_query(chance: random.Random) -> str:
    """A query in which the words stand wherever they do no harm."""
    prologue = (
        "PREFIX a:<x:>PREFIX SERVICE:<x:SERVICE#>PREFIX from:<x:from>PREFIX load:<x:>"
        "PREFIX servi:<x:>"
    )
    gaps = [
        gap.replace("<x:y>", chance.choice(["<x:y>", "a:b"])) for gap in chance.choices(_GAPS, k=4)
    ]
    statements = "".join(
        f" ?s{number} ?p{number} {_harmless(chance)} {gaps[number]}." for number in range(3)
    )
    test = chance.choice(
        ["", "FILTER(?s0<?from&&?service>1)", "FILTER(STR(?load)!='SERVICE <x:y> {')"]
    )
    form = chance.choice(["SELECT*", "ASK", "CONSTRUCT{?s0 a:SERVICE 'from <x:y>'}WHERE"])
    return f"{prologue}{gaps[3]}{form}{{{statements}{test}}}"


def _harmless(chance: random.Random) -> str:
    term = chance.choice(_PLAIN_TERMS)
    return term % "http://127.0.0.1:9/" if "%s" in term else term


def _statement(chance: random.Random) -> str:
    """A statement that the service may follow, with a full stop or without one."""
    decoy = chance.choice(_DECOYS)
    end = chance.choice(["", " ", ".", " . ", "#'\n", "#\r"])
    joined = decoy[-1].isalnum() or decoy[-1] in ":."
    return f"OPTIONAL{{?s{_gap(chance) or ' '}?p {decoy}{end if end or not joined else ' '}}}"


def _gap(chance: random.Random) -> str:
    return chance.choice(_GAPS)


def _spelt(chance: random.Random, word: str) -> str:
    """A keyword in capitals and small letters, rarely with an escape in it."""
    letters = [chance.choice((letter.upper(), letter.lower())) for letter in word]
    if chance.random() < 0.05:
        at = chance.randrange(len(letters))
        letters[at] = chance.choice([rf"\u{ord(letters[at]):04x}", rf"\U{ord(letters[at]):08X}"])
    return "".join(letters)


if __name__ == "__main__":
    outcome = main(*map(int, sys.argv[1:]))
    sys.stdout.write(f"{asdict(outcome)}\n")
