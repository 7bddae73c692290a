"""Other people's readers accept what we export, and count what we count."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import owlready2
import pyoxigraph as ox
import pytest
import rdflib
from csvw import TableGroup
from pyarrow import parquet
from pyld import jsonld
from rdflib import OWL, RDF, Graph

from graph.store.embedded import Store
from ontology.context import CONTEXT_FILE, FRAME_FILE, context
from ontology.namespaces import JU, ONTOLOGY_FILE
from queries.exports import export_formats
from queries.exports.csvw import METADATA
from queries.extracts import table_extracts
from tests.installed import missing, require_program

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent.parent
N3 = HERE / "node_modules" / "n3"


@pytest.fixture(scope="module")
def store(pages_store: Path) -> Store:
    return Store.open(pages_store)


@pytest.fixture(scope="module")
def exported(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    for name, form in export_formats().items():
        path = folder / (name if form.is_folder else f"graph{form.suffix}")
        form.save(store, path, lambda _done, _total: None)
    return folder


@pytest.fixture(scope="module")
def triples(store: Store) -> int:
    return sum(1 for _ in store.quads(ox.DefaultGraph()))


def oxigraph(path: Path) -> int:
    return sum(1 for _ in ox.parse(path=str(path)))


def with_rdflib(path: Path) -> int:
    if path.suffix in (".trig", ".nq"):
        return len(rdflib.Dataset().parse(path)) or 0
    return len(rdflib.Graph().parse(path, format="xml" if path.suffix == ".rdf" else None))


def rapper(path: Path) -> int:
    syntax = {".ttl": "turtle", ".rdf": "rdfxml"}[path.suffix]
    return lines_of("rapper", "-q", "-i", syntax, "-o", "ntriples", str(path))


def serdi(path: Path) -> int:
    syntax = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads"}[path.suffix]
    return lines_of("serdi", "-i", syntax, "-o", "nquads", str(path))


def n3js(path: Path) -> int:
    syntax = {".ttl": "text/turtle", ".trig": "application/trig", ".nq": "application/n-quads"}
    words = ["node", str(HERE / "count-with-n3.js"), str(path), syntax[path.suffix]]
    return int(subprocess.run(words, capture_output=True, text=True, check=True).stdout)


def with_owlready2(path: Path) -> int:
    world = owlready2.World()
    before = len(world.graph)
    data = path.read_bytes()
    if path.suffix == ".ttl":
        parsed = ox.parse(data, format=ox.RdfFormat.TURTLE)
        data = ox.serialize(parsed, None, ox.RdfFormat.N_TRIPLES) or b""
    world.get_ontology("http://example.org/#").load(fileobj=io.BytesIO(data))
    return len(world.graph) - before


def lines_of(*words: str) -> int:
    shown = subprocess.run(words, capture_output=True, text=True, check=True)
    return len(shown.stdout.splitlines())


READERS = {
    "graph.ttl": (oxigraph, with_rdflib, rapper, serdi, n3js, with_owlready2),
    "graph.rdf": (oxigraph, with_rdflib, rapper, with_owlready2),
    "graph.trig": (oxigraph, serdi, n3js),
    "graph.nq": (oxigraph, serdi, n3js),
    "graph.jsonld": (oxigraph,),
}
PAIRS = [(name, reader) for name, readers in READERS.items() for reader in readers]


@pytest.mark.parametrize(
    ("name", "reader"), PAIRS, ids=[f"{name}-{reader.__name__}" for name, reader in PAIRS]
)
def test_the_same_number_of_statements(
    name: str, reader: Callable[[Path], int], exported: Path, store: Store, triples: int
) -> None:
    if reader in (rapper, serdi):
        require_program(reader.__name__)
    if reader is n3js and not N3.is_dir():
        missing("N3.js")
    (form,) = [one for one in export_formats().values() if name == f"graph{one.suffix}"]
    assert reader(exported / name) == (len(store) if form.keeps_sources else triples)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of its own calls
@pytest.mark.parametrize("name", ["graph.trig", "graph.nq"])
def test_rdflib_reads_the_same_quads(name: str, exported: Path, store: Store) -> None:
    data = rdflib.Dataset()
    data.parse(exported / name)
    assert sum(1 for _ in data.quads()) == len(store)


def test_people_can_read_the_turtle(exported: Path) -> None:
    text = (exported / "graph.ttl").read_text(encoding="utf-8")
    subjects = re.findall(r"^(?!\s|@)(\S+)", text, re.MULTILINE)
    assert "finding:accountability-index-4-13168" in subjects
    assert len(subjects) == len(set(subjects))
    assert text.count("@prefix") > 20
    assert 'rdfs:label "Conclusion 24, Public Accounts Committee"@en' in text


def test_no_blank_nodes_so_it_can_be_compared_line_by_line(exported: Path) -> None:
    quads = ox.parse(path=str(exported / "graph.nq"))
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in quad.triple)


def test_the_published_context_says_of_every_property_that_leads_to_things() -> None:
    published = json.loads(CONTEXT_FILE.read_text(encoding="utf-8"))
    assert published == {"@context": context()}
    ontology = Graph().parse(ONTOLOGY_FILE)
    links = {
        f"ju:{str(term).removeprefix(str(JU))}"
        for term in ontology.subjects(RDF.type, OWL.ObjectProperty)
        if str(term).startswith(str(JU))
    }
    typed = {name for name, said in context().items() if isinstance(said, dict)}
    assert links <= typed


def test_a_json_ld_processor_reads_the_same_triples(exported: Path) -> None:
    document = json.loads((exported / "graph.jsonld").read_text(encoding="utf-8"))
    some = [node for node in document["@graph"] if "finding/" in expanded(document, node)][:60]
    graphs = [node for node in document["@graph"] if "@graph" in node][:3]
    part = {"@context": document["@context"], "@graph": [*some, *graphs]}
    nquads = jsonld.to_rdf(part, {"format": "application/n-quads"})
    theirs = set(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    ours = set(ox.parse(json.dumps(part), format=ox.RdfFormat.JSON_LD))
    assert len(ours) > 300
    assert theirs == ours


def expanded(document: dict[str, dict[str, str]], node: dict[str, str]) -> str:
    prefix, _, local = node["@id"].partition(":")
    return document["@context"].get(prefix, "") + local


def test_the_frame_nests_positions_and_answers_in_findings(exported: Path) -> None:
    document = json.loads((exported / "graph.jsonld").read_text(encoding="utf-8"))
    wanted = re.compile("13168|13152|committee|report")
    some = [
        node
        for node in document["@graph"]
        if wanted.search(json.dumps(node)) and "@graph" not in node
    ]
    frame = json.loads(FRAME_FILE.read_text(encoding="utf-8"))
    framed = jsonld.frame({"@context": document["@context"], "@graph": some}, frame)
    (found,) = [one for one in framed["@graph"] if one["id"].endswith("-4-13168")]
    positions = found["positions"] if isinstance(found["positions"], list) else [found["positions"]]
    assert any(one["voice"].endswith("voices#tracker") for one in positions)
    assert found["answers"]


def test_csv_files_are_as_their_metadata_says(exported: Path) -> None:
    group = TableGroup.from_file(exported / "csv" / METADATA)
    assert group.check_referential_integrity(strict=True)
    assert sum(len(table.tableSchema.foreignKeys) for table in group.tables) == 8
    names = {table.local_name.removesuffix(".csv") for table in group.tables}
    assert names == {table.name for table in table_extracts()}
    for table in group.tables:
        rows = list(table.iterdicts(strict=True))
        assert rows, table.local_name
        keys = list(table.tableSchema.primaryKey or ())
        if keys:
            assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows)


def test_every_form_of_the_tables_has_the_same_rows(exported: Path) -> None:
    with closing(sqlite3.connect(exported / "graph.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in table_extracts():
            (rows,) = database.execute(f'SELECT COUNT(*) FROM "{table.name}"').fetchone()  # noqa: S608 - our names
            held = parquet.read_table(exported / "parquet" / f"{table.name}.parquet")
            text = (exported / "csv" / f"{table.name}.csv").read_text(encoding="utf-8")
            assert rows == held.num_rows
            assert held.column_names == text.splitlines()[0].split(",")
        told = database.execute('SELECT "table", "column" FROM about').fetchall()
    assert {name for name, _ in told} == {table.name for table in table_extracts()}


def test_no_cell_of_a_readable_table_runs_as_a_formula(exported: Path) -> None:
    for path in (exported / "csv").glob("*.csv"):
        assert not re.search(r'(^|,)"?[=+@]', path.read_text(encoding="utf-8"), re.MULTILINE) or (
            path.stem == "statements"
        )
