"""What was exported is read back without loss, and what cannot be read is refused in words."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.statements.ntriples import in_default_graph, iri, literal, typed
from graph.store.embedded import Store
from queries.exports import export, export_formats, read_export

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run
    from tests.listener import Listener

FORMATS = export_formats()
NAMES = {
    name: f"{name}-tables" if form.is_folder else f"graph{form.suffix}"
    for name, form in FORMATS.items()
}
A_BASE = '<urn:graph> <http://rdfs.org/ns/void#uriSpace> "https://w3id.org/joinedup/" .\n'


def quads_of(place: Path) -> set[ox.Quad]:
    return everything(Store.open(place))


def everything(store: Store) -> set[ox.Quad]:
    named = {quad for graph in store.graphs() for quad in store.quads(graph)}
    return named | set(store.quads(ox.DefaultGraph()))


@pytest.mark.parametrize("form", FORMATS)
def test_a_store_is_the_same_after_export_and_import(
    form: str, run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    exported = run_joinedup("export", form, "-o", NAMES[form], "--store", pages_store)
    assert exported.returncode == 0, exported.stderr
    imported = run_joinedup("import", NAMES[form], "--store", "copy")
    assert imported.returncode == 0, imported.stderr
    before, after = quads_of(pages_store), quads_of(tmp_path / "copy")
    if not FORMATS[form].keeps_sources:
        before = {quad for quad in before if isinstance(quad.graph_name, ox.DefaultGraph)}
    assert after == before


def test_exporting_twice_gives_the_same_bytes(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    for form in ("sqlite", "csv"):
        for name in ("one", "two"):
            run_joinedup("export", form, "-o", f"{name}-{form}", "--store", pages_store)
    assert (tmp_path / "one-sqlite").read_bytes() == (tmp_path / "two-sqlite").read_bytes()
    for path in (tmp_path / "one-csv").iterdir():
        assert path.read_bytes() == (tmp_path / "two-csv" / path.name).read_bytes()


def test_a_folder_of_other_things_is_not_replaced(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "thesis.odt").write_text("years of work")
    refused = run_joinedup("export", "csv", "-o", "precious", "--store", pages_store)
    assert refused.returncode == 2
    assert (tmp_path / "precious" / "thesis.odt").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.docx", "words"),
        ("graph.ttl", "this is no Turtle"),
        ("graph.nq", "<urn:a> <urn:b> ."),
        ("graph.jsonld", '{"@context": "https://example.org/elsewhere", "@id": "urn:a"}'),
        ("graph.sqlite", "this is no database"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(
    name: str, content: str, run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    (tmp_path / name).write_text(content)
    refused = run_joinedup("import", name, "--store", "copy")
    assert refused.returncode == 3
    assert name in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not (tmp_path / "copy" / "current").exists()


def test_nodes_without_a_name_are_given_the_same_name_from_any_file(tmp_path: Path) -> None:
    turtle = "@prefix : <urn:> . :a :knows [ :age 3 ; :likes [ :age 4 ] ] ."
    other = "@prefix : <urn:> . _:x :age 4 . _:y :likes _:x . :a :knows _:y . _:y :age 3 ."
    read = []
    for name, text in (("one.ttl", turtle), ("two.ttl", other)):
        (tmp_path / name).write_text(text)
        read.append(set(b"".join(read_export(tmp_path / name)).splitlines()))
    assert read[0] == read[1]
    assert len(read[0]) == 4
    assert not any(b"_:" in line for line in read[0])


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(deadline=None, max_examples=60)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.stream])
def test_no_text_is_changed_or_can_break_out(form: str, texts: list[str]) -> None:
    said = [(iri(f"urn:s{at}"), iri("urn:p"), literal(text)) for at, text in enumerate(texts)]
    said.append((iri("urn:s"), iri("urn:p"), typed("2024-05", "gYearMonth")))
    store = Store.in_memory()
    store.load((A_BASE + in_default_graph(said)).encode())
    output = io.BytesIO()
    try:
        export(store, form, output)
    except UsageError:
        assert form == "rdfxml"
        return
    syntax = ox.RdfFormat.from_extension(FORMATS[form].suffix.removeprefix("."))
    back = set(ox.parse(output.getvalue(), format=syntax))
    assert back == everything(store)


def test_no_context_of_a_file_is_fetched(
    run_joinedup: Callable[..., Run], tmp_path: Path, listener: Listener
) -> None:
    for number, context in enumerate(
        (f'"{listener.address}"', f'{{"@import": "{listener.address}"}}')
    ):
        path = tmp_path / f"{number}.jsonld"
        path.write_text(f'{{"@context": {context}, "@id": "x:z", "p": "q"}}', encoding="utf-8")
        assert run_joinedup("import", path.name, "--store", "copy").returncode != 0
    listener.close()
    assert listener.arrivals == 0
