"""A process behind the wall opens no connection, whatever asks for one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.processes.network_wall import network_is_closed
from queries.query_request import QueryRequest
from queries.query_worker import write_message

if TYPE_CHECKING:
    from tests.listener import Listener

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux takes the network from a process that asks for it"
)
ROOT = Path(__file__).parents[2]

CALLS = """
import socket, subprocess, sys, threading
from contextlib import suppress
import pyoxigraph as ox
from graph.processes.network_wall import close_network
address = sys.argv[1]
port = int(address.rstrip("/").rpartition(":")[2])
def call():
    with suppress(OSError):
        list(ox.Store().query(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}"))
    with suppress(OSError):
        with socket.create_connection(("127.0.0.1", port), 1) as connection:
            connection.sendall(b"x")
call()
assert close_network()
call()
thread = threading.Thread(target=call)
thread.start()
thread.join()
child = "import graph.processes.network_wall as wall; print(wall.network_is_closed())"
shown = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True)
assert shown.stdout == "True\\n", shown.stderr
assert close_network(), "a second time does no harm"
"""

UNGUARDED_WORKER = """
import sys
from graph.store import embedded
from graph.store.query_syntax import QueryText
embedded.check_query = lambda sparql, has_graph, **options: QueryText(sparql)
from queries.query_worker import handle
print(handle(sys.stdin.buffer.read()))
"""


def run_python(script: str, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        input=given,
        capture_output=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )


def test_behind_the_wall_nothing_is_sent(listener: Listener) -> None:
    shown = run_python(CALLS, listener.address)
    assert shown.returncode == 0, shown.stderr
    listener.close()
    assert listener.arrivals == 2  # from before the wall: one by the engine, one by Python


def test_this_process_keeps_its_network() -> None:
    assert not network_is_closed()


@pytest.mark.parametrize("allowed", [True, False])
def test_a_query_that_passed_the_guard_would_meet_the_wall(
    pages_store: Path, listener: Listener, *, allowed: bool
) -> None:
    query = f"SELECT * {{ SERVICE SILENT <{listener.address}> {{ ?s ?p ?o }} }}"
    message = write_message(pages_store, QueryRequest(query, allow_service=allowed), None, None)
    shown = run_python(UNGUARDED_WORKER, given=message)
    assert shown.returncode == 0, shown.stderr
    listener.close()
    assert bool(listener.arrivals) == allowed
