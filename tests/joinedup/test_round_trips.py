"""Whatever a graph holds comes back from every format, or the export says what it cannot hold."""

from __future__ import annotations

import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.address_rule import encoded_address, is_iri
from graph.errors import UsageError
from graph.statements.ntriples import iri, literal
from graph.store.embedded import Store
from queries.exports import export, export_formats, read_export
from tests.conftest import HERE
from tests.joinedup.test_import import A_BASE, everything

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

FORMATS = export_formats()
ODD_TAIL = HERE / "cases" / "hostile" / "import" / "odd-tail.nq"

PIECES = [*"/#?:.%a1-_'&ñ中[]|{}^`@é(),;=~\\<> \"", "//", "%20"]
TAILS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


def address(start: str, tail: str) -> str:
    """An address that any reader takes and that is as odd as it can be."""
    plain = f"{start}{quote(tail)}"
    return encoded_address(start + tail) or (start + tail if is_iri(start + tail) else plain)


WEB = TAILS.map(lambda tail: encoded_address(f"https://{tail}") or address("https://a/", tail))
OURS = TAILS.map(lambda tail: address("https://w3id.org/joinedup/id/finding/", tail))
OTHER = st.builds(address, st.sampled_from(["urn:", "note:", "x:", "finding:", "ju:"]), TAILS)
ADDRESSES = WEB | OURS | OTHER
TEXTS = st.lists(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(PIECES), max_size=20
).map("".join)
VALUES = (
    ADDRESSES.map(iri)
    | TEXTS.map(literal)
    | st.builds("{}@{}".format, TEXTS.map(literal), st.sampled_from(["en", "en-gb", "zh-hant"]))
    | st.builds("{}^^{}".format, TEXTS.map(literal), ADDRESSES.map(iri))
)
TYPE = iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
QUADS = st.lists(
    st.tuples(
        ADDRESSES.map(iri),
        st.just(TYPE) | ADDRESSES.map(iri),
        VALUES,
        st.just("") | ADDRESSES.map(iri),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150)
@given(QUADS)
@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.stream])
def test_any_statement_comes_back_or_is_named(
    form: str, quads: list[tuple[str, str, str, str]]
) -> None:
    store = Store.in_memory()
    store.load((A_BASE + "".join(f"{s} {p} {o} {g} .\n" for s, p, o, g in quads)).encode())
    output = io.BytesIO()
    if message := refusal(store, form, output):
        assert form in {"rdfxml", "jsonld"}
        terms = " ".join(term for quad in quads for term in quad)
        assert any(address in message for address in re.findall("<([^<>]+)>", terms))
        return
    assert read_back(form, output.getvalue()) == expected(store, form)
    if form == "rdfxml":
        rdflib.Graph().parse(data=output.getvalue(), format="xml")


@settings(max_examples=15)
@given(QUADS)
@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if not form.stream])
def test_any_statement_comes_back_from_tables(
    form: str, quads: list[tuple[str, str, str, str]]
) -> None:
    store = Store.in_memory()
    store.load((A_BASE + "".join(f"{s} {p} {o} {g} .\n" for s, p, o, g in quads)).encode())
    with TemporaryDirectory() as folder:
        path = Path(folder, "tables" if FORMATS[form].is_folder else f"a{FORMATS[form].suffix}")
        FORMATS[form].save(store, path, lambda _done, _total: None)
        copy = Store.in_memory()
        copy.load(b"".join(read_export(path)))
    assert everything(copy) == expected(store, form)


def refusal(store: Store, form: str, output: io.BytesIO) -> str | None:
    """Export a store; what is said if that is refused."""
    try:
        export(store, form, output)
    except UsageError as refused:
        return str(refused)
    return None


def read_back(form: str, content: bytes) -> set[ox.Quad]:
    """The statements that an import makes of an export."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"graph{FORMATS[form].suffix}")
        path.write_bytes(content)
        copy = Store.in_memory()
        copy.load(b"".join(read_export(path)))
        return everything(copy)


def expected(store: Store, form: str) -> set[ox.Quad]:
    """What a format keeps of a store."""
    if FORMATS[form].keeps_sources:
        return everything(store)
    return set(store.quads(ox.DefaultGraph()))


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.stream])
def test_an_odd_property_is_written_or_named(
    form: str, run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    run_joinedup("export", "nquads", "-o", "graph.nq", "--store", pages_store)
    with (tmp_path / "graph.nq").open("ab") as file:
        file.write(ODD_TAIL.read_bytes())
    imported = run_joinedup("import", "graph.nq", "--store", "odd")
    assert imported.returncode == 0, imported.stderr
    name = f"again{FORMATS[form].suffix}"
    exported = run_joinedup("export", form, "-o", name, "--store", "odd")
    if form == "rdfxml":
        assert exported.returncode == 2
        assert "no way to write the property <http://example.com/123>" in exported.stderr
        assert not (tmp_path / name).exists()
        return
    assert exported.returncode == 0, exported.stderr
    content = (tmp_path / name).read_bytes()
    odd = Store.open(tmp_path / "odd")
    assert read_back(form, content) == expected(odd, form)
    assert sum(b"urn:joinedup:blank:" in line for line in content.splitlines())


def test_a_class_that_xml_cannot_name_is_named() -> None:
    store = Store.in_memory()
    store.load(f"{A_BASE}<urn:s> {TYPE} <http://example.com/123> .\n".encode())
    with pytest.raises(UsageError, match=r"no way to write the class <http://example.com/123>"):
        export(store, "rdfxml", io.BytesIO())


@pytest.mark.parametrize("text", ["\x00", "a\x1b[31m", "\x0c", "\ufffe"])
def test_a_control_character_is_never_lost_in_silence(text: str) -> None:
    store = Store.in_memory()
    store.load(f"{A_BASE}<urn:s> <urn:p> {literal(text)} .\n".encode())
    with pytest.raises(UsageError, match="A text of <urn:s> holds a control character"):
        export(store, "rdfxml", io.BytesIO())
    for form in ("turtle", "trig", "nquads", "jsonld"):
        output = io.BytesIO()
        export(store, form, output)
        assert read_back(form, output.getvalue()) == expected(store, form)


def test_a_store_with_nodes_that_have_no_name_is_exported_whole() -> None:
    store = Store.in_memory()
    store.load(f"{A_BASE}_:a <urn:p> _:b .\n_:b <urn:p> 'x' .\n".replace("'", '"').encode())
    for form in ("turtle", "nquads", "jsonld", "rdfxml"):
        output = io.BytesIO()
        export(store, form, output)
        assert len(read_back(form, output.getvalue())) == 3
