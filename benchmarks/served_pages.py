"""Measures how long pages and searches of a server take, and whether its memory stays.

    python -m benchmarks.served_pages STORE

It starts `joinedup serve` on the store and asks, one after the other, for pages of findings,
organisations and initiatives drawn at random, for searches, and then for ten thousand answers of
all kinds. The first page of a worker, which reads all findings, is told apart.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import click

from benchmarks.server import resident_megabytes

_WORDS = (
    *("identifier", "data sharing", '"vulnerable adolescents"', "prison", "school*", "tribunal"),
    *("recommend department", "legal aid", "Data First", "child protection", "HMCTS reform"),
)
_SAMPLE = "SELECT ?x {{ ?x a <https://w3id.org/joinedup/ontology#{}> }} ORDER BY RAND() LIMIT {}"


class Reader:
    """Asks a server on this machine, over one connection."""

    def __init__(self, port: int) -> None:
        """Connect when first asked."""
        self._connection = HTTPConnection("127.0.0.1", port, timeout=120)

    def get(self, path: str, accept: str = "text/html") -> tuple[int, bytes, float]:
        """Status, content, and milliseconds until it was all there."""
        began = time.perf_counter()
        self._connection.request("GET", path, headers={"Accept": accept})
        answer = self._connection.getresponse()
        content = answer.read()
        return answer.status, content, 1_000 * (time.perf_counter() - began)

    def sample(self, kind: str, number: int) -> list[str]:
        """Paths of pages of things of a class, drawn at random."""
        query = quote(_SAMPLE.format(kind, number))
        _, content, _ = self.get(f"/sparql?query={query}", "application/json")
        rows = json.loads(content)["results"]["bindings"]
        return ["/page/" + row["x"]["value"].split("/id/")[1] for row in rows]


@click.command()
@click.argument("store", type=click.Path(exists=True, path_type=Path))
@click.option("--each", default=100, show_default=True, help="Pages of each kind.")
@click.option("--requests", default=10_000, show_default=True, help="Answers for the memory.")
@click.option("--workers", default=2, show_default=True, help="Workers of the server.")
def main(store: Path, each: int, requests: int, workers: int) -> None:
    """Measure a server on STORE."""
    words = ("serve", "--store", str(store), "--bind", "127.0.0.1:0", "--workers", str(workers))
    server = subprocess.Popen(  # noqa: S603 - our own command line
        [sys.executable, "-m", "joinedup", *words, "--seconds", "120"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr is not None  # noqa: S101 - it is a pipe
        port = int(re.findall(r"127\.0\.0\.1:(\d+)/", server.stderr.readline())[0])
        _measure(server.pid, Reader(port), each, requests, workers)
    finally:
        server.terminate()
        server.wait()


def _measure(server: int, reader: Reader, each: int, requests: int, workers: int) -> None:
    while reader.get("/readyz")[0] != 200:  # noqa: PLR2004 - as HTTP has it
        time.sleep(0.2)
    paths = {
        "findings": reader.sample("Finding", each),
        "organisations": reader.sample("Organisation", each),
        "initiatives": reader.sample("Initiative", each),
        "searches": [f"/search?q={quote(words)}" for words in _WORDS] * (each // len(_WORDS)),
    }
    first = [reader.get(paths["organisations"][0])[2] for _ in range(2 * workers)]
    print(f"first pages: {', '.join(f'{each:.0f}' for each in first)} ms", flush=True)
    for name, listed in paths.items():
        answers = [reader.get(path) for path in listed]
        times = sorted(milliseconds for _, _, milliseconds in answers)
        failures = sum(status != 200 for status, _, _ in answers)  # noqa: PLR2004 - as above
        print(
            f"{name}: {len(times)}, median {times[len(times) // 2]:.0f} ms, 95 % "
            f"{times[int(0.95 * len(times))]:.0f} ms, longest {times[-1]:.0f} ms; "
            f"failures {failures}",
            flush=True,
        )
    chance = random.Random(1)
    every = [path for listed in paths.values() for path in listed]
    marks = []
    for number in range(requests):
        reader.get(chance.choice(every) if number % 10 == 0 else f"/sparql?query={quote('ASK {}')}")
        if number % (requests // 5) == 0:
            marks.append(resident_megabytes(server))
    marks.append(resident_megabytes(server))
    print(f"memory over {requests:,} answers: {', '.join(f'{each:.0f}' for each in marks)} MB")


if __name__ == "__main__":
    main()
