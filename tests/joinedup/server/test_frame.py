"""What holds for every route: versions, workers, headers, failures."""

from __future__ import annotations

import os
import shutil
import signal
import time
from typing import TYPE_CHECKING

import pytest
from starlette.routing import Route

from graph.store.version_pointer import read_pointer
from joinedup.server.application import create_application
from joinedup.server.settings import ServerSettings
from loaders.pipeline.build import BuildOptions, build
from loaders.pipeline.plan import BUNDLED
from tests.conftest import PAGES
from tests.joinedup.server.running_server import RunningServer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run


def test_health_names_the_version_that_is_read(server: RunningServer, pages_store: Path) -> None:
    pointer = read_pointer(pages_store)
    assert pointer is not None
    health = server.get("/healthz")
    assert (health.status_code, health.json()) == (
        200,
        {"status": "ok", "generation": pointer.current},
    )
    assert "etag" not in health.headers


def test_an_answer_that_a_client_has_is_not_sent_again(server: RunningServer) -> None:
    first = server.get("/")
    tag = first.headers["etag"]
    again = server.get("/", If_None_Match=f'"other", {tag}')
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert server.get("/", If_None_Match='"other"').status_code == 200
    assert server.get("/", Accept="text/turtle").headers["etag"] != tag


def test_head_is_get_without_a_body(server: RunningServer) -> None:
    whole, head = server.get("/"), server.request("HEAD", "/")
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "etag", "content-length"):
        assert head.headers[name] == whole.headers[name]


def test_options_are_answered_without_asking_the_graph(server: RunningServer) -> None:
    answer = server.request("OPTIONS", "/nowhere", Origin="https://example.org")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, POST, OPTIONS"


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/nowhere", "/static/nowhere.js"])
def test_every_answer_has_the_headers_of_safety(server: RunningServer, path: str) -> None:
    headers = server.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["access-control-allow-origin"] == "*"


def test_failures_are_text_for_people_and_json_for_programs(server: RunningServer) -> None:
    text, data = server.get("/nowhere"), server.get("/api/nowhere")
    assert (text.status_code, text.headers["content-type"]) == (404, "text/plain; charset=utf-8")
    assert data.json() == {
        "status": "error",
        "code": "not-found",
        "message": "There is nothing at /api/nowhere.",
    }
    assert server.get("/apis").headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
def test_a_method_that_changes_something_is_refused(server: RunningServer, method: str) -> None:
    answer = server.request(method, "/")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    "host",
    ["example.org", "127.0.0.1.example.org", "[::2]", "", "[", "localhost.", "user@example.org"],
)
def test_another_host_is_refused(server: RunningServer, host: str) -> None:
    assert server.get("/", Host=host).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:80", "[::1]:8000"])
def test_this_machine_is_a_host(server: RunningServer, host: str) -> None:
    assert server.get("/", Host=host).status_code == 200


def test_the_public_address_is_a_host_and_origins_are_those_given(pages_store: Path) -> None:
    options = ("--public-url", "https://graph.example.org/g/", "--cors", "https://a.example")
    with RunningServer(pages_store, *options) as running:
        assert running.get("/", Host="graph.example.org").status_code == 200
        assert running.get("/", Host="example.org").status_code == 400
        headers = running.get("/", Origin="https://a.example").headers
        assert headers["access-control-allow-origin"] == "https://a.example"
        assert "Origin" in headers["vary"]
        other = running.get("/", Origin="https://b.example").headers
        assert "access-control-allow-origin" not in other


def test_a_worker_that_is_killed_is_replaced(bundled_store: Path) -> None:
    with RunningServer(bundled_store, "--workers", "2") as running:
        before = running.worker_ids()
        assert len(before) == 2
        for worker in before:
            os.kill(worker, signal.SIGKILL)
        until, statuses = time.monotonic() + 60, set[int]()
        while len(after := running.worker_ids()) < 2 or 200 not in statuses:
            statuses.add(running.get("/questions").status_code)
            assert time.monotonic() < until, statuses
        assert statuses <= {200, 503}  # busy, where a new worker takes long to start
        assert not set(before) & set(after)


def test_workers_end_with_the_server(bundled_store: Path) -> None:
    with RunningServer(bundled_store) as running:
        workers = running.worker_ids()
        running.process.kill()
        until = time.monotonic() + 10
        while any(map(_is_alive, workers)) and time.monotonic() < until:
            time.sleep(0.05)
        assert not any(map(_is_alive, workers))


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_is_heeded_and_stdout_stays_empty(bundled_store: Path, number: int) -> None:
    with RunningServer(bundled_store) as running:
        running.get("/")
        assert running.stop(number) == (128 + number, "")
        assert "Traceback" not in "".join(running.log)
        assert running.log[-1] == "joinedup: stopped.\n"


def test_a_new_graph_is_served_without_a_lost_request(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([BUNDLED], store)
    with RunningServer(store) as running:
        old = running.get("/")
        build([str(PAGES)], store, BuildOptions(replace=True))
        until = time.monotonic() + 30
        while (new := running.get("/")).headers["etag"] == old.headers["etag"]:
            assert new.status_code == 200
            assert new.text == old.text
            assert time.monotonic() < until
        assert new.status_code == 200
        assert new.text != old.text
        pointer = read_pointer(store)
        assert pointer is not None
        assert running.get("/healthz").json()["generation"] == pointer.current
        assert running.get("/", If_None_Match=old.headers["etag"]).status_code == 200


def test_a_graph_that_cannot_be_opened_leaves_the_old_one(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([BUNDLED], store)
    with RunningServer(store) as running:
        old = running.get("/")
        pointer = (store / "current").read_text(encoding="ascii")
        (store / "current").write_text("0123456789ab\n", encoding="ascii")
        until = time.monotonic() + 30
        while not any("could not open" in line for line in running.log):
            assert running.get("/").text == old.text
            assert time.monotonic() < until
        (store / "current").write_text(pointer, encoding="ascii")
        assert running.get("/").text == old.text
        shutil.rmtree(store)
        assert running.get("/healthz").status_code == 200


def test_the_log_has_a_line_for_each_request_and_no_control_characters(
    bundled_store: Path,
) -> None:
    with RunningServer(bundled_store) as running:
        running.get("/nowhere%1b%5b31m?a=b")
        running.stop()
        lines = [line for line in running.log if "/nowhere" in line]
        assert len(lines) == 1
        assert " 404 " in lines[0]
        assert "\x1b" not in lines[0]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--bind", "127.0.0.1:99999"), "no address such as"),
        (("--bind", "203.0.113.9:80"), "cannot listen"),
        (("--public-url", "graph.example.org"), "no address such as https://"),
        (("--public-url", "https://[x/"), "no address such as https://"),
        (("--max-body", "big"), "no size such as"),
        (("--cors", "example.org"), "nor an origin"),
        (("--workers", "0"), "whole number"),
        (("--seconds", "nan"), "number of seconds"),
        (("--store", "nowhere"), "There is no graph at nowhere"),
    ],
)
def test_a_wrong_option_is_told_plainly(
    run_joinedup: Callable[..., Run], bundled_store: Path, words: tuple[str, ...], message: str
) -> None:
    run = run_joinedup("serve", "--store", bundled_store, *words)
    assert message in run.stderr
    assert "Traceback" not in run.stderr
    assert run.returncode in {2, 4}


def test_every_module_of_routes_states_some(tmp_path: Path) -> None:
    routes = create_application(ServerSettings(tmp_path)).routes
    paths = [route.path for route in routes if isinstance(route, Route)]
    assert {"/", "/healthz", "/readyz"} <= set(paths)
    assert len(paths) == len(set(paths))
