"""Golden cases: a small input, and the statements and report that must come of it.

    tests/cases/<source>/<case>/input.*               what is read
    tests/cases/<source>/<case>/expected.trig         what the graph says because of it
    tests/cases/<source>/<case>/expected-report.json  what the build reports

`python -m tests.golden [SOURCE]...` writes the expectations anew; read the difference before
keeping it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph.identity import DEFAULT_BASE
from graph.serialisation.prefixes import prefixes
from graph.store.embedded import Store
from loaders.pipeline.build import BuildOptions, fill
from ontology.namespaces import JU

HERE = Path(__file__).parent / "cases"
_REGISTERS_DIGEST = f"{JU}registersDigest"
"""Changes with every register, and so is no matter of one case."""

OPTIONS = BuildOptions(retrieved="2026-01-31")


def cases() -> list[Path]:
    """Every folder of cases that holds an input."""
    return sorted(path.parent for path in HERE.glob("*/*/input.*"))


@cache
def _registers() -> tuple[frozenset[ox.Quad], Counter[str]]:
    """What every graph says, whatever is read, and how many claims of each kind that is."""
    store = Store.in_memory()
    report = fill(store, ["organisations"]).as_json()
    return frozenset(_everything(store)), Counter(report["claims"])


def built(case: Path) -> tuple[set[ox.Quad], dict[str, Any]]:
    """The statements and claims that a case adds to the registers, and its report without times."""
    in_registers, claims_of_registers = _registers()
    store = Store.in_memory()
    report = fill(store, [str(path) for path in sorted(case.glob("input.*"))], OPTIONS).as_json()
    for issue in (*report["set_aside"], *report["uncertain"]):
        issue["location"] = Path(issue["location"]).relative_to(HERE).as_posix()
    added = {
        quad
        for quad in set(_everything(store)) - in_registers
        if quad.predicate.value != _REGISTERS_DIGEST
    }
    claims: Counter[str] = Counter(report["claims"])
    report["claims"] = dict(claims - claims_of_registers)
    kept = ("claims", "mentions", "extraction_noise", "set_aside")
    doubts = ("uncertain",) if report["uncertain"] else ()
    return added, {key: report[key] for key in (*kept, *doubts)}


def expected(case: Path) -> tuple[set[ox.Quad], dict[str, Any]]:
    """What is expected of a case."""
    trig = ox.parse(path=str(case / "expected.trig"), format=ox.RdfFormat.TRIG)
    return set(trig), json.loads((case / "expected-report.json").read_text(encoding="utf-8"))


def _everything(store: Store) -> list[ox.Quad]:
    named = [quad for graph in store.graphs() for quad in store.quads(graph)]
    return [*named, *store.quads(ox.DefaultGraph())]


def _write(case: Path) -> None:
    quads, report = built(case)
    ordered = sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))
    ox.serialize(
        ordered, str(case / "expected.trig"), ox.RdfFormat.TRIG, prefixes=prefixes(DEFAULT_BASE)
    )
    text = json.dumps(report, indent=2, ensure_ascii=False, sort_keys=True)
    (case / "expected-report.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    sources = sys.argv[1:]
    for folder in cases():
        if not sources or folder.parent.name in sources:
            _write(folder)
