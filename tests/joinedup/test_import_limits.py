"""What is imported: within limits that are stated, a graph of ours, and read without a network."""

from __future__ import annotations

import csv
import json
import shutil
import socket
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from graph.errors import InputError
from graph.serialisation.blank_nodes import name_blank_nodes
from graph.serialisation.import_limits import IMPORT_LIMITS
from graph.store.store_layout import current_version
from queries.exports import export_formats, read_export
from tests.conftest import HERE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

CASES = HERE / "cases" / "hostile" / "import"
DEEP = 100_000
XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="a:">'
NESTED = {
    "brackets.ttl": "<a:a> <a:p> " + "[ <a:p> " * DEEP + "1" + "] " * DEEP + ".",
    "open.ttl": "[" * DEEP,
    "lists.trig": "<a:a> <a:p> " + "(" * DEEP + ")" * DEEP + ".",
    "graphs.trig": "{" * DEEP,
    "triples.nq": "<a:a> <a:p> " + "<<( <a:a> <a:b> " * DEEP + "<a:c>" + " )>>" * DEEP + ".",
    "arrays.jsonld": "[" * DEEP + "]" * DEEP,
    "objects.jsonld": '{"a:a":' * DEEP + "1" + "}" * DEEP,
    "elements.rdf": f"{XML}{'<rdf:Description><x:p>' * DEEP}",
}
ENTITIES = "".join(f'<!ENTITY e{number} "a">' for number in range(101))


def refusal(path: Path, limits: dict[str, int] | None = None) -> str:
    """What is said of a file that is refused."""
    with pytest.raises(InputError) as refused:
        list(read_export(path, replace(IMPORT_LIMITS, **(limits or {}))))
    return str(refused.value)


@pytest.mark.parametrize("name", NESTED)
def test_deep_nesting_is_refused_with_the_limit(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(NESTED[name])
    assert "nested more than 100 deep, which is the limit" in refusal(tmp_path / name)


def test_brackets_in_texts_comments_and_addresses_are_not_counted(tmp_path: Path) -> None:
    many = "[({<<" * 200
    texts = f'"{many}", """{many}"{many}""", \'{many}\', \'\'\'{many}\n{many}\'\'\', "\\"{many}"'
    (tmp_path / "a.ttl").write_text(f"# {many}\n<a:({'(' * 200}> <a:p> {texts} .")
    assert len(b"".join(read_export(tmp_path / "a.ttl")).splitlines()) == 5
    (tmp_path / "a.jsonld").write_text(json.dumps({"@id": "a:a", "a:p": f'\\"{many}'}))
    assert len(b"".join(read_export(tmp_path / "a.jsonld")).splitlines()) == 1


@pytest.mark.parametrize(
    ("declared", "message"),
    [
        ('<!ENTITY a "x"><!ENTITY b "&a;&a;">', "'b' is made of others"),
        ('<!ENTITY a SYSTEM "file:///etc/passwd">', "'a' stands for another file"),
        ('<!ENTITY a SYSTEM "http://127.0.0.1:9/">', "'a' stands for another file"),
        ('<!ENTITY % a "x">', "'a' stands for another file"),
        (f'<!ENTITY a "{"x" * 1001}">', "more than 1,000 characters, the limit"),
        (ENTITIES, "more than 100 entities, the limit"),
    ],
)
def test_entities_beyond_short_names_are_refused(
    declared: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "a.rdf").write_text(f"<!DOCTYPE rdf:RDF [{declared}]>{XML}</rdf:RDF>")
    assert message in refusal(tmp_path / "a.rdf")


def test_short_names_of_vocabularies_are_read(tmp_path: Path) -> None:
    described = '<rdf:Description rdf:about="&a;s"><x:p>1</x:p></rdf:Description>'
    (tmp_path / "a.rdf").write_text(
        f'<!DOCTYPE rdf:RDF [<!ENTITY a "urn:a:">]>{XML}{described}</rdf:RDF>'
    )
    assert b"<urn:a:s>" in b"".join(read_export(tmp_path / "a.rdf"))


@pytest.mark.parametrize("form", export_formats())
def test_a_file_that_is_too_large_is_refused(form: str, tmp_path: Path) -> None:
    export_format = export_formats()[form]
    path = tmp_path / f"graph{export_format.suffix}"
    if export_format.is_folder:
        path = tmp_path / "tables" / f"statements{export_format.suffix}"
        path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(IMPORT_LIMITS.file_bytes + 1)  # a hole, which takes no room
    message = refusal(path.parent if export_format.is_folder else path)
    assert "at most 21,474,836,480 are read" in message


def test_statements_and_nodes_without_a_name_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.nq"
    path.write_text("".join(f"_:n{number} <a:p> <a:{number}> .\n" for number in range(11)))
    assert "more than 10 statements, the limit" in refusal(path, {"statements": 10})
    assert "more than 10 nodes without a name" in refusal(path, {"blank_nodes": 10})
    assert "with a node that has no name, the limit" in refusal(path, {"blank_statements": 10})
    assert len(b"".join(read_export(path)).splitlines()) == 11


def test_nodes_that_all_know_each_other_are_named_at_once() -> None:
    lines = b"".join(read_export(CASES / "poison.nq")).splitlines()
    assert len(set(lines)) == len((CASES / "poison.nq").read_bytes().splitlines())
    assert not any(b"_:" in line for line in lines)


TRIPLES = st.lists(st.tuples(*[st.integers(0, 3)] * 4), max_size=12, unique=True)


@given(TRIPLES, st.permutations(range(4)))
def test_named_nodes_say_what_nodes_without_a_name_said(
    triples: list[tuple[int, int, int, int]], labels: list[int]
) -> None:
    def node(number: int, names: list[int]) -> ox.BlankNode | ox.NamedNode:
        return ox.NamedNode("a:a") if not number else ox.BlankNode(f"n{names[number]}")

    def quads(names: list[int]) -> list[ox.Quad]:
        return [
            ox.Quad(node(s, names), ox.NamedNode(f"a:{p}"), node(o, names), node(g, names))
            for s, p, o, g in triples
        ]

    before, after = quads([0, 1, 2, 3]), list(name_blank_nodes(quads(labels)))
    nodes = {term for quad in before for term in (quad.subject, quad.object, quad.graph_name)}
    assert len(after) == len(set(after)) == len(before)
    named = {term for quad in after for term in (quad.subject, quad.object, quad.graph_name)}
    assert len(named) == len(nodes)


@pytest.mark.parametrize(
    "line",
    [
        "<a:a> <a:p> <<( <a:a> <a:b> <a:c> )>> .",
        '<a:a> <a:p> "x"@ar--rtl .',
        "<a:a> <a:p> <https://a:b:c/> .",
        "<a:a> <a:p> <https://a/#b#c> .",
        "<a> <a:p> <a:c> .",
    ],
)
def test_what_could_not_be_exported_again_is_refused(line: str, tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text(line)
    assert "a.nq cannot be read" in refusal(tmp_path / "a.nq")


ROWS = [
    ("<a:a>", "<a:p>", "<a:b> <a:g> .\n<a:x> <a:y> <a:z>", None),
    ("<a:a> <a:p> <a:b> . #", "<a:p>", "<a:b>", None),
    ("<a:a>", '"p"', "<a:b>", None),
    ("<a:a>", "<a:p>", '"open', None),
    ("<a:a>", "<a:p>", "<a:b>", "graph"),
    ("", "<a:p>", "<a:b>", None),
]


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("form", ["csv", "sqlite", "parquet"])
def test_a_row_that_is_no_statement_is_refused_by_its_number(
    form: str, row: tuple[str, str, str, str | None], tmp_path: Path
) -> None:
    columns = ("subject", "predicate", "object", "graph")
    rows = [("<a:a>", "<a:p>", "<a:b>", None), row]
    path = tmp_path
    if form == "csv":
        with (tmp_path / "statements.csv").open("w", newline="") as file:
            csv.writer(file).writerows([columns, *rows])
    elif form == "parquet":
        parquet.write_table(
            pa.table(dict(zip(columns, zip(*rows, strict=True), strict=True))),
            tmp_path / "statements.parquet",
        )
    else:
        path = tmp_path / "a.sqlite"
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("CREATE TABLE statements (subject, predicate, object, graph)")
            database.executemany("INSERT INTO statements VALUES (?, ?, ?, ?)", rows)
    assert "row 2 of its statements has no" in refusal(path)


def test_a_view_that_never_ends_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "CREATE VIEW statements AS WITH RECURSIVE n(subject) AS (SELECT '<a:a>' UNION ALL "
            "SELECT subject FROM n) SELECT subject, '<a:p>' AS predicate, '<a:b>' AS object, "
            "NULL AS graph FROM n"
        )
    assert "no plain table of statements" in refusal(path)


def test_no_context_is_fetched(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        listener.settimeout(0.2)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/context"
        imported = {"@context": [{"@import": address}], "@id": "a:a", "a:p": "x"}
        for number, document in enumerate(
            [{"@context": address, "@id": "a:a", "a:p": "x"}, imported]
        ):
            path = tmp_path / f"{number}.jsonld"
            path.write_text(json.dumps(document))
            assert "nothing is fetched" in refusal(path)
        with pytest.raises(TimeoutError):
            listener.accept()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("empty.ttl", "it states nothing"),
        ("one.ttl", "it names 0 addresses"),
        ("csvbad", "no column subject"),
        ("csvbad3", "it states nothing"),
        ("laugh.rdf", "'b' is made of others"),
        ("poison.nq", "it names 0 addresses"),
        ("triples.nq", "nested more than 100 deep"),
    ],
)
def test_a_good_graph_stays_if_another_file_is_imported(
    name: str,
    message: str,
    run_joinedup: Callable[..., Run],
    pages_store: Path,
    tmp_path: Path,
) -> None:
    shutil.copytree(pages_store, tmp_path / "store")
    if name in NESTED:
        (tmp_path / name).write_text(NESTED[name])
    path = tmp_path / name if name in NESTED else CASES / name
    version = current_version(tmp_path / "store")
    refused = run_joinedup("import", path, "--store", "store")
    assert refused.returncode == 3, refused.stderr
    assert message in refused.stderr
    assert "Traceback" not in refused.stderr
    assert current_version(tmp_path / "store") == version
    assert version.is_dir()
