"""Measures a server under load: readers beside one query that is at its limit.

    python -m benchmarks.server STORE

It starts `joinedup serve` on the store, lets readers ask `ASK {}` with a short pause between two
questions, keeps one query running that never ends by itself, and tells how long the answers took,
how many were none, and how the memory of the server and its workers grew.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import click

_ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
_PAUSE = 0.2


@dataclass
class LoadCounts:
    """What readers saw.

    Attributes:
        seconds: How long each answer took.
        failures: Statuses other than 200, each with how often it came.
    """

    seconds: list[float] = field(default_factory=list)
    failures: dict[str, int] = field(default_factory=dict)

    def quantile(self, share: float) -> float:
        """The time within which that share of the answers came, in milliseconds."""
        ordered = sorted(self.seconds)
        return 1_000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@click.command()
@click.argument("store", type=click.Path(exists=True, path_type=Path))
@click.option("--readers", default=20, show_default=True, help="Readers at once.")
@click.option("--requests", default=5_000, show_default=True, help="Requests of all readers.")
@click.option("--workers", default=2, show_default=True, help="Workers of the server.")
def main(store: Path, readers: int, requests: int, workers: int) -> None:
    """Measure a server on STORE."""
    words = ("serve", "--store", str(store), "--bind", "127.0.0.1:0", "--workers", str(workers))
    server = subprocess.Popen(  # noqa: S603 - our own command line
        [sys.executable, "-m", "joinedup", *words], stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr is not None  # noqa: S101 - it is a pipe
        port = int(re.findall(r"127\.0\.0\.1:(\d+)/", server.stderr.readline())[0])
        asyncio.run(_measure(server, port, readers, requests))
    finally:
        server.terminate()
        server.wait()


async def _measure(server: subprocess.Popen[str], port: int, readers: int, requests: int) -> None:
    loop = asyncio.get_running_loop()
    log = loop.run_in_executor(None, lambda: sum(1 for _ in server.stderr or ()))
    while await _status(port, "/readyz") != "200":
        await asyncio.sleep(0.1)
    for name, is_beside in (("alone", False), ("beside an endless query", True)):
        before = resident_megabytes(server.pid)
        endless = asyncio.ensure_future(_ask_endlessly(port)) if is_beside else None
        await asyncio.sleep(0.5)
        counts = LoadCounts()
        began = time.perf_counter()
        await asyncio.gather(*(_read(port, requests // readers, counts) for _ in range(readers)))
        rate = len(counts.seconds) / (time.perf_counter() - began)
        print(
            f"{name}: {len(counts.seconds):,} answers of {readers} readers, {rate:.0f} a second; "
            f"median {counts.quantile(0.5):.1f} ms, 95 % {counts.quantile(0.95):.1f} ms, "
            f"99 % {counts.quantile(0.99):.1f} ms; failures {counts.failures or 'none'}; "
            f"memory {before:.0f} MB before, {resident_megabytes(server.pid):.0f} MB after"
        )
        if endless:
            endless.cancel()
    server.terminate()
    await log


async def _read(port: int, requests: int, counts: LoadCounts) -> None:
    path = f"/sparql?query={quote('ASK {}')}"
    for _ in range(requests):
        began = time.perf_counter()
        status = await _status(port, path)
        counts.seconds.append(time.perf_counter() - began)
        if status != "200":
            counts.failures[status] = counts.failures.get(status, 0) + 1
        await asyncio.sleep(_PAUSE)


async def _ask_endlessly(port: int) -> None:
    while True:
        await _status(port, f"/sparql?query={quote(_ENDLESS)}")


async def _status(port: int, path: str) -> str:
    """The status of an answer that was read to its end; empty where there was none."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        writer.write(head.encode())
        answer = await reader.read(-1)
        writer.close()
    except OSError:
        return ""
    return answer[9:12].decode()


def resident_megabytes(process: int) -> float:
    """Megabytes that a process and its children hold."""
    listed = subprocess.run(  # noqa: S603 - the system's own
        ["ps", "-o", "rss=", "--pid", str(process), "--ppid", str(process)],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    return sum(map(int, listed.stdout.split())) / 1_024


if __name__ == "__main__":
    main()
