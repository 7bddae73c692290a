"""A graph answers alike wherever it is kept: in a folder, or by a SPARQL server.

Commands are found by listing: each that takes a location is run on both, as `command_cases.py`
says.
"""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

import click
import pytest

import joinedup
from graph.errors import StoreError, UsageError
from graph.store.local_copy import local_copy
from graph.store.open_store import open_store
from graph.store.remote import RemoteStore
from graph.store.server_address import ServerAddress
from joinedup.cli import cli
from queries.exports import export_formats
from queries.query_execution import execute
from queries.query_files import list_questions
from queries.query_request import QueryRequest
from tests.joinedup.captured import run_captured
from tests.joinedup.command_cases import CASES
from tests.joinedup.server.running_server import RunningServer
from tests.sparql_server import SparqlServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store.readable_store import ReadableStore
    from queries.query_files import Question

_CONTEXT = click.Context(cli)


def _takes(name: str, parameter: str) -> bool:
    command = cli.get_command(_CONTEXT, name)
    return command is not None and parameter in {each.name for each in command.params}


ON_ANY_STORE = [name for name in cli.list_commands(_CONTEXT) if _takes(name, "location")]
IN_A_FOLDER = [name for name in cli.list_commands(_CONTEXT) if _takes(name, "store_path")]
LINES = [
    line
    for name in ON_ANY_STORE
    for line in CASES[name]
    if "--store" in line and "--known-on" not in line
]
_CLOCK = re.compile(rb"DTSTAMP:\w+|<updated>[^<]*</updated>|<dcterms:\w+ xsi[^<]*</dcterms:\w+>")
"""When a calendar was made: a server does not say when its graph was written."""


@pytest.fixture(scope="module")
def servers(pages_store: Path, bundled_store: Path) -> Iterator[dict[str, str]]:
    with SparqlServer(pages_store) as pages, SparqlServer(bundled_store) as bundled:
        yield {"pages": pages.address, "bundled": bundled.address}


@pytest.fixture(scope="module")
def folders(pages_store: Path, bundled_store: Path) -> dict[str, str]:
    return {"pages": str(pages_store), "bundled": str(bundled_store)}


def outcome(line: str, stores: dict[str, str], folder: Path) -> tuple[str, int, dict[str, bytes]]:
    """What a line prints and writes, without the names of the store and the folder.

    Lines of prose are broken by their length, and that of these names differs.
    """
    folder.mkdir()
    text, status = run_captured(line, {**stores, "folder": folder})
    for name, store in (*stores.items(), ("folder", str(folder))):
        text = text.replace(store, name)
    written = {path.name: content(path) for path in folder.rglob("*.*")}
    return " ".join(text.split()), status, written


def content(path: Path) -> bytes:
    """What is in a file, without the time at which it was made; of an archive, in all its files."""
    if not zipfile.is_zipfile(path):
        return _CLOCK.sub(b"", path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        return b"".join(_CLOCK.sub(b"", archive.read(name)) for name in archive.namelist())


def test_most_commands_ask_any_store_and_the_others_need_a_folder() -> None:
    assert len(ON_ANY_STORE) >= 14
    assert set(IN_A_FOLDER) & set(ON_ANY_STORE) == set()
    assert {"add", "build", "correct", "search", "serve", "undo"} <= set(IN_A_FOLDER)
    assert len(LINES) >= 40


@pytest.mark.parametrize("line", LINES)
def test_a_command_prints_and_writes_the_same(
    line: str, folders: dict[str, str], servers: dict[str, str], tmp_path: Path
) -> None:
    text, status, files = outcome(line, folders, tmp_path / "here")
    there = outcome(line, servers, tmp_path / "away")
    if line.startswith("info"):  # it tells when a folder was written
        text = text.partition("It was written on")[0]
        assert there[0].partition("It is the graph that")[0] == text
    else:
        assert there[0] == text
    assert status in {0, 5, 7, 8}
    assert there[1:] == (status, files)


@pytest.mark.parametrize("name", IN_A_FOLDER)
def test_a_command_that_needs_a_folder_refuses_a_server(name: str, tmp_path: Path) -> None:
    command = cli.get_command(_CONTEXT, name)
    assert command is not None
    words = " ".join("x" for each in command.params if each.param_type_name == "argument")
    text, status = run_captured(f"{name} --store http://127.0.0.1:1/query {words}", {})
    assert status == 2
    assert "--store FOLDER" in " ".join(text.split())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("options", ["check --store-files", "info --known-on 2024"])
def test_what_a_server_does_not_keep_is_said(options: str) -> None:
    text, status = run_captured(f"{options} --store http://127.0.0.1:1/query", {})
    assert status == 2
    assert "--store FOLDER" in " ".join(text.split())


@pytest.fixture(scope="module")
def near(bundled_store: Path) -> ReadableStore:
    return open_store(bundled_store)


@pytest.fixture(scope="module")
def far(servers: dict[str, str]) -> ReadableStore:
    return open_store(ServerAddress(servers["bundled"]))


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_a_saved_question_has_the_same_rows_and_sentences(
    question: Question, near: ReadableStore, far: ReadableStore
) -> None:
    request = QueryRequest(question.name, question.example_values, evidence=True)
    here = execute(near, request)
    there = execute(far, request)
    assert there.variables == here.variables
    assert sorted(map(str, there.rows)) == sorted(map(str, here.rows))


@pytest.mark.parametrize("name", sorted(export_formats()))
def test_an_export_has_the_same_bytes(
    name: str, folders: dict[str, str], servers: dict[str, str], tmp_path: Path
) -> None:
    form = export_formats()[name]
    written = []
    for where, stores in (("here", folders), ("there", servers)):
        place = tmp_path / where / f"graph{'' if form.is_folder else form.suffix}"
        place.parent.mkdir()
        text, status = run_captured(f"export {name} -o {place} --store {{bundled}}", stores)
        assert status == 0, text
        files = [place] if place.is_file() else sorted(place.rglob("*.*"))
        written.append({path.relative_to(place): path.read_bytes() for path in files})
    assert written[0]
    if name != "sqlite":  # whose pages tell more than the rows
        assert written[0] == written[1]


def test_a_graph_of_the_python_interface_is_asked_at_its_server(
    bundled_store: Path, servers: dict[str, str], tmp_path: Path
) -> None:
    near, far = joinedup.open(bundled_store), joinedup.open(servers["bundled"])
    assert far.info().rows == near.info().rows
    assert len(far) == len(near)
    assert far.connections("DfE", "MoJ").rows == near.connections("DfE", "MoJ").rows
    tables = far.ask("share-accepted", evidence=True), near.ask("share-accepted", evidence=True)
    assert tables[0].rows == tables[1].rows
    for graph, name in ((far, "far.trig"), (near, "near.trig")):
        graph.export("trig", tmp_path / name)
    assert (tmp_path / "far.trig").read_bytes() == (tmp_path / "near.trig").read_bytes()
    for change in (far.undo, far.sources, lambda: far.diff(bundled_store)):
        with pytest.raises(UsageError, match="needs its folder"):
            change()
    with pytest.raises(UsageError, match="Open the folder"):
        joinedup.open(servers["bundled"], known_on="2024")
    with pytest.raises(UsageError, match="not at http://127"):
        joinedup.build("bundled", store=servers["bundled"])


def test_a_graph_that_joinedup_serves_is_asked_like_its_folder(pages_store: Path) -> None:
    request = QueryRequest("overdue-commitments", {"as_of": "2026-01-01"}, evidence=True)
    with RunningServer(pages_store, "--rows", "1000") as server:
        far = open_store(ServerAddress(f"{server.address}/sparql"))
        assert execute(far, request).rows == execute(open_store(pages_store), request).rows
        with pytest.raises(StoreError, match="only the first rows"), local_copy(far):
            pass
        with pytest.raises(StoreError, match="only the first rows"):
            far.rows("SELECT * WHERE { ?s ?p ?o }")


def test_a_copy_that_lacks_something_is_none(
    servers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    far = open_store(ServerAddress(servers["pages"]))
    assert isinstance(far, RemoteStore)
    first = next(far.every_quad())
    monkeypatch.setattr(far, "every_quad", lambda: iter([first]))
    with pytest.raises(StoreError, match="gave 1 of the"), local_copy(far):
        pass
