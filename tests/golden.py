"""Golden cases: a small input, and the statements and report that must come of it.

    tests/cases/<source>/<case>/input.*               what is read
    tests/cases/<source>/<case>/expected.trig         what the graph says because of it
    tests/cases/<source>/<case>/expected-report.json  what the build reports
    tests/cases/<source>/<case>/expected-web-annotation.trig  the same statements in full, as the
                                                              export for Web Annotation has them

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
from ontology.namespaces import JU, OA
from queries.web_annotation import web_annotation_store

HERE = Path(__file__).parent / "cases"
_REGISTERS_DIGEST = f"{JU}registersDigest"
"""Changes with every register, and so is no matter of one case."""

_GENERIC = {f"<{OA.Annotation}>", f"<{OA.SpecificResource}>"}

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


def web_annotation_form(case: Path) -> set[ox.Quad]:
    """The statements of a case in the full form of Web Annotation, without those of the registers.

    The classes that it states for tools that infer nothing are left out.
    """
    added, _ = built(case)
    store = Store.in_memory()
    store.load(ox.serialize(added | _registers()[0], format=ox.RdfFormat.N_QUADS) or b"")
    with web_annotation_store(store) as full:
        form = set(_everything(full)) - _registers()[0]
    return {quad for quad in form if str(quad.object) not in _GENERIC}


def full_form(case: Path) -> Path | None:
    """The file of what is expected of that form; None where the case has no annotation."""
    path = case / "expected-web-annotation.trig"
    return path if path.exists() else None


def _everything(store: Store) -> list[ox.Quad]:
    named = [quad for graph in store.graphs() for quad in store.quads(graph)]
    return [*named, *store.quads(ox.DefaultGraph())]


def _write(case: Path) -> None:
    quads, report = built(case)
    _write_trig(quads, case / "expected.trig")
    if path := full_form(case):
        _write_trig(web_annotation_form(case), path)
    text = json.dumps(report, indent=2, ensure_ascii=False, sort_keys=True)
    (case / "expected-report.json").write_text(f"{text}\n", encoding="utf-8")


def _write_trig(quads: set[ox.Quad], path: Path) -> None:
    ordered = sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))
    ox.serialize(ordered, str(path), ox.RdfFormat.TRIG, prefixes=prefixes(DEFAULT_BASE))


if __name__ == "__main__":
    sources = sys.argv[1:]
    for folder in cases():
        if not sources or folder.parent.name in sources:
            _write(folder)
