"""Reasoning over a store: rules infer what HermiT does, and contradictions lead to their source."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import RDF

from graph.inference import infer, inference_graph
from graph.store.embedded import Store
from graph.store.store_layout import begin_version
from ontology.namespaces import JU
from ontology.reasoning import defined_classes, inferred_members, rule_files
from queries.exports import export
from queries.graph_sample import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import joinedup
    from graph.store.readable_store import ReadableStore
    from tests.conftest import Run

needs_java = pytest.mark.usefixtures("java")
FINDING = "https://w3id.org/joinedup/id/finding/accountability-index-4-13168"


def in_memory(store: ReadableStore, findings: int) -> Store:
    memory = ox.Store()
    memory.extend(ox.Quad(*triple) for triple in sample(store, findings))
    about = ox.NamedNode(f"{store.base}id/dataset/graph")
    memory.extend(store.quads(ox.DefaultGraph(), about))
    return Store(memory)


def members(store: Store) -> dict[str, frozenset[str]]:
    return {
        str(kind): frozenset(
            str(row[0])[1:-1] for row in store.rows(f"SELECT ?one WHERE {{ ?one a <{kind}> }}")
        )
        for kind in defined_classes()
    }


def test_every_defined_class_has_a_rule() -> None:
    rules = " ".join(path.read_text(encoding="utf-8") for path in rule_files())
    assert len(rule_files()) == len(defined_classes()) == 5
    for kind in defined_classes():
        assert f"CONSTRUCT {{ ?thing a ju:{kind.rpartition('#')[2]} }}" in rules


@needs_java
def test_rules_and_hermit_infer_the_same(pages: joinedup.Graph) -> None:
    store = in_memory(pages._store, 20)  # noqa: SLF001 - the store behind the door
    theirs = inferred_members(quad.triple for quad in store.quads(ox.DefaultGraph()))
    infer(store)
    assert members(store) == theirs
    assert all(theirs.values())


def test_inferring_again_adds_nothing_and_everything_has_its_graph(pages: joinedup.Graph) -> None:
    store = in_memory(pages._store, 80)  # noqa: SLF001 - the store behind the door
    first, size = infer(store), len(store)
    assert sum(first.values()) > 25
    assert infer(store).total() == 0
    assert len(store) == size
    graph = ox.NamedNode(inference_graph(store.base))
    inferred = {quad.triple for quad in store.quads(graph)}
    assert {t.predicate.value for t in inferred} == {str(RDF.type)}
    assert len(inferred) == first.total()
    assert inferred <= {quad.triple for quad in store.quads(ox.DefaultGraph())}
    assert list(store.rows(f"SELECT ?o WHERE {{ {graph} a <{JU.Run}> ; ?p ?o }}"))


def test_the_command_adds_inferences_to_a_store_and_leaves_it_sound(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    shutil.copytree(pages_store, tmp_path / "store")
    done = run_joinedup("reason", "--limit", "3", "--store", "store")
    assert done.returncode == 0, done.stderr
    departments = members(Store.open(tmp_path / "store"))[str(JU.Department)]
    assert departments
    assert (
        f"{len(departments)} things are inferred to be of the class {JU.Department}" in done.stdout
    )
    assert not members(Store.open(pages_store))[str(JU.Department)]
    assert run_joinedup("check", "--store", "store").returncode == 0


@needs_java
def test_a_contradiction_is_explained_with_the_record_it_was_read_from(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    output = io.BytesIO()
    export(Store.open(pages_store), "nquads", output)
    wrong = f"<{FINDING}> <{RDF.type}> <{JU.Organisation}> .\n"
    with begin_version(tmp_path / "store") as folder:
        store = Store.create(folder / "quads")
        store.load(output.getvalue() + wrong.encode())
        store.compact()
        del store
    explained = run_joinedup("reason", "--limit", "40", "--store", "store")
    assert explained.returncode == 8, explained.stderr
    assert f"{FINDING} cannot be both" in explained.stdout
    assert (
        "it is stated to be a https://w3id.org/joinedup/ontology#Organisation" in explained.stdout
    )
    assert f"{FINDING} was read at pages/public-accounts-13168.txt" in explained.stdout


def test_without_java_the_rules_still_run(
    run_joinedup: Callable[..., Run],
    pages_store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(pages_store, tmp_path / "store")
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    done = run_joinedup("reason", "--limit", "1", "--store", "store")
    assert done.returncode == 0, done.stderr
    assert "needs Java" in done.stderr
    assert "EndedInitiative" in done.stdout
