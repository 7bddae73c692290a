"""Other people's readers accept our Turtle, and count what we count."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import owlready2
import pyoxigraph as ox
import pytest
import rdflib

from graph.export import export
from graph.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def turtle(pages_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("turtle") / "graph.ttl"
    with path.open("wb") as file:
        export(Store.open(pages_store), "turtle", file)
    return path


@pytest.fixture(scope="module")
def triples(pages_store: Path) -> int:
    return sum(1 for _ in Store.open(pages_store).quads(ox.DefaultGraph()))


def oxigraph(path: Path) -> int:
    return sum(1 for _ in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))


def with_rdflib(path: Path) -> int:
    return len(rdflib.Graph().parse(path, format="turtle"))


def rapper(path: Path) -> int:
    shown = subprocess.run(
        ["rapper", "-q", "-i", "turtle", "-o", "ntriples", str(path)],  # noqa: S607 - on the path
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return len(shown.stdout.splitlines())


def serdi(path: Path) -> int:
    shown = subprocess.run(
        ["serdi", "-i", "turtle", "-o", "ntriples", str(path)],  # noqa: S607 - on the path
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return len(shown.stdout.splitlines())


def with_owlready2(path: Path) -> int:
    ntriples = ox.serialize(
        ox.parse(path=str(path), format=ox.RdfFormat.TURTLE), None, ox.RdfFormat.N_TRIPLES
    )
    world = owlready2.World()
    before = len(world.graph)
    world.get_ontology("http://example.org/#").load(fileobj=io.BytesIO(ntriples or b""))
    return len(world.graph) - before


@pytest.mark.parametrize("reader", [oxigraph, with_rdflib, rapper, serdi, with_owlready2])
def test_the_same_number_of_triples(
    reader: Callable[[Path], int], turtle: Path, triples: int
) -> None:
    if reader in (rapper, serdi) and shutil.which(reader.__name__) is None:
        pytest.skip(f"{reader.__name__} is not installed; tests/install-tools installs it")
    assert reader(turtle) == triples


def test_people_can_read_it(turtle: Path) -> None:
    text = turtle.read_text(encoding="utf-8")
    subjects = re.findall(r"^(?!\s|@)(\S+)", text, re.MULTILINE)
    assert "finding:accountability-index-4-13168" in subjects
    assert len(subjects) == len(set(subjects))
    assert text.count("@prefix") > 20
    assert 'rdfs:label "Conclusion 24, Public Accounts Committee"@en' in text


def test_no_blank_nodes_so_it_can_be_compared_line_by_line(turtle: Path) -> None:
    quads = ox.parse(path=str(turtle), format=ox.RdfFormat.TURTLE)
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in quad.triple)
