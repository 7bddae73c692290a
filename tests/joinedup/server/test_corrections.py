"""Corrections made on the pages: written to the file of `joinedup correct`, and by nobody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from joinedup.api import open_graph
from loaders.corrections.correction_file import read_entries
from loaders.pipeline.build import build
from loaders.pipeline.plan import BUNDLED
from tests.joinedup.server.running_server import RunningServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import httpx

    from tests.conftest import Run

KEY = "finding/accountability-index-9-3377"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("edited") / "store"
    build([BUNDLED], place)
    return place


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "corrections.toml"


@pytest.fixture
def editing(store: Path, file: Path) -> Iterator[RunningServer]:
    with RunningServer(store, "--edit", str(file), "--workers", "1") as running:
        yield running


def token_of(server: RunningServer) -> str:
    match = re.search(r'name="token" value="([^"]{20,})"', server.get(f"/page/{KEY}").text)
    assert match
    return match[1]


def send(
    server: RunningServer,
    token: str,
    fields: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
) -> httpx.Response:
    form = {
        "token": token,
        "finding": KEY,
        "kind": "position",
        "position": "rejected",
        "by": "A. Clerk",
        "why": "Misread",
        **(fields or {}),
    }
    origin = {"Origin": server.address} if headers is None else headers
    return server.client.post("/correct", data=form, headers=origin)


def test_a_correction_is_written_and_can_be_taken_over(
    editing: RunningServer, store: Path, file: Path, run_joinedup: Callable[..., Run]
) -> None:
    page = editing.get(f"/page/{KEY}")
    assert "no correction of this finding" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert not file.exists()
    answer = send(editing, token_of(editing))
    assert answer.status_code == 303, answer.text
    assert (answer.status_code, answer.headers["location"]) == (303, f"/page/{KEY}#corrections")
    ((kind, entry),) = read_entries(file)
    assert (kind, entry.author, entry.reason) == ("position", "A. Clerk", "Misread")
    page = editing.get(f"/page/{KEY}")
    assert "position: rejected" in page.text
    assert "rejected" not in str(positions(store))
    first = file.read_bytes()
    send(editing, token_of(editing), {"position": "noted", "why": 'A "second" reading, of £5'})
    assert file.read_bytes().startswith(first)
    assert len(read_entries(file)) == 2
    done = run_joinedup("correct", "--corrections", file, "--store", store)
    assert done.returncode == 0, done.stderr
    assert "noted" in str(positions(store))


def positions(store: Path) -> list[object]:
    query = (
        "PREFIX ju: <https://w3id.org/joinedup/ontology#> SELECT ?position "
        f"{{ <https://w3id.org/joinedup/id/{KEY}> ju:answeredAs ?position }}"
    )
    return [row[0] for row in open_graph(store).query(query).rows]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"position": "perhaps"}, "position"),
        ({"kind": "colour"}, "no kind of correction"),
        ({"by": ""}, "by"),
        ({"why": ""}, "why"),
        ({"finding": "finding/no-such"}, "no-such"),
        ({"finding": "organisation/hm-treasury"}, "about a finding"),
        ({"colour": "red"}, "no key"),
        ({"kind": "commitment", "position": "", "due": "2030-02-31"}, "2030-02-31"),
        ({"kind": "dismiss", "position": "", "flag": "truncated-text"}, "truncated-text"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused_in_a_sentence(
    editing: RunningServer, file: Path, fields: dict[str, str], words: str
) -> None:
    answer = send(editing, token_of(editing), fields)
    assert 400 <= answer.status_code < 500
    assert words in answer.text
    assert "Traceback" not in answer.text
    assert not file.exists()


def test_nobody_else_can_have_a_correction_written(editing: RunningServer, file: Path) -> None:
    token, here = token_of(editing), editing.address
    others: list[dict[str, str]] = [
        {},
        {"Origin": "null"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": here.replace("127.0.0.1", "localhost")},
        {"Origin": here, "Sec-Fetch-Site": "cross-site"},
        {"Origin": here, "Sec-Fetch-Site": "same-site"},
    ]
    for headers in others:
        assert send(editing, token, headers=headers).status_code == 403, headers
    for wrong in ("", "x", token[:-1], "\u00e9"):
        assert send(editing, wrong).status_code == 403
    assert editing.get(f"/correct?token={token}").status_code == 405
    assert not file.exists()
    page = editing.get(f"/page/{KEY}", Origin="https://elsewhere.example")
    assert "access-control-allow-origin" not in page.headers
    assert editing.get("/", Host="elsewhere.example").status_code == 400


def test_what_stands_in_the_file_is_kept_or_the_server_does_not_start(
    store: Path, file: Path, run_joinedup: Callable[..., Run]
) -> None:
    file.write_text("# Ours.\n", encoding="utf-8")
    with RunningServer(store, "--edit", str(file), "--workers", "1") as running:
        assert send(running, token_of(running)).status_code == 303
        assert file.read_text(encoding="utf-8").startswith("# Ours.\n\n[[position]]")
        file.write_text("[[colour]]\n", encoding="utf-8")
        answer = send(running, "x")
        assert answer.status_code == 403
        assert running.get(f"/page/{KEY}").status_code >= 400
        assert file.read_text(encoding="utf-8") == "[[colour]]\n"
    for options in (
        ("--edit", file),
        ("--edit", "corrections.csv"),
        ("--edit", "new.toml", "--public-url", "https://graph.example.org"),
        ("--edit", "new.toml", "--bind", "0.0.0.0:0"),
        ("--edit", "new.toml", "--cors", "*"),
    ):
        done = run_joinedup("serve", "--store", store, *options)
        assert done.returncode == 2 or "cannot be read" in done.stderr
        assert "Traceback" not in done.stderr


def test_without_the_option_nothing_can_be_corrected(store: Path) -> None:
    with RunningServer(store, "--workers", "1") as running:
        assert "Correct what was read" not in running.get(f"/page/{KEY}").text
        assert send(running, "").status_code == 404
