"""Each shape beside an example that passes it and one that fails it; both engines agree on each."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, SH, Graph

from graph.store.embedded import Store
from ontology.namespaces import PREFIXES, ontology_files, shape_files
from queries.shacl_queries import constraints
from tests.queries.test_shapes import SHAPES, both

EXAMPLES = Path(__file__).parent / "shapes"
GOOD = EXAMPLES / "good.ttl"
NAMES = sorted(str(shape).rpartition("#")[2] for shape in SHAPES.subjects(RDF.type, SH.NodeShape))


def test_every_shape_has_a_failing_example() -> None:
    assert sorted({path.stem for path in EXAMPLES.glob("*.ttl")} - {"good"}) == NAMES
    assert len(NAMES) > 45
    assert len(shape_files()) == 9


def test_the_good_example_holds_a_target_of_every_shape_and_breaks_none() -> None:
    reference, ours = both(GOOD.read_bytes())
    assert ours == reference == set()
    memory = ox.Store()
    for file in (GOOD, *ontology_files()):
        memory.load(path=file, format=ox.RdfFormat.TURTLE)
    for target in SHAPES.objects(None, SH.targetClass):
        assert memory.query(f"ASK {{ [] a <{target}> }}"), target


@pytest.mark.parametrize("name", NAMES)
def test_the_failing_example_breaks_just_what_it_says(name: str) -> None:
    failing = (EXAMPLES / f"{name}.ttl").read_text(encoding="utf-8")
    expected = set(re.findall(r"^# breaks: (.+)$", failing, re.MULTILINE))
    memory = ox.Store()
    for file in (GOOD, EXAMPLES / f"{name}.ttl", *ontology_files()):
        memory.load(path=file, format=ox.RdfFormat.TURTLE)
    store = Store(memory)
    broken = {
        f"{short(one.path)} {one.component}".strip()
        for one in constraints()
        if one.shape == name and list(store.rows(one.sparql))
    }
    assert expected
    assert broken == expected


def short(path: str) -> str:
    for prefix, address in PREFIXES.items():
        path = re.sub(f"<{re.escape(address)}([^>]+)>", rf"{prefix}:\1", path)
    return path


def test_both_engines_find_the_same_in_all_failing_examples_together() -> None:
    everything = Graph()
    for number, file in enumerate(sorted(EXAMPLES.glob("*.ttl"))):
        text = file.read_text(encoding="utf-8")
        everything.parse(data=re.sub(r":(bad|worse|worst)\b", rf":\g<1>{number}", text))
    reference, ours = both(everything.serialize(format="turtle").encode())
    assert len(reference) > 130
    assert ours == reference
