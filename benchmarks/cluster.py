"""Measures builds of made pages on one machine, on a cluster by way of parts, and loads of parts.

python -m benchmarks.cluster --sizes 1000,10000

The cluster is on this machine, so that its wall time says nothing; what counts is which process
spends the processor's time and memory.
"""

from __future__ import annotations

import resource
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from distributed import LocalCluster

from benchmarks.pages import page
from benchmarks.processes import run

_WORKERS = 2


@click.command()
@click.option("--sizes", default="1000,10000", show_default=True, help="Pages of the graph.")
def main(sizes: str) -> None:
    """Measure each size once, every command in a fresh process."""
    print(
        "| pages | alone, CPU s | peak MiB | builder, CPU s | peak MiB | workers, CPU s "
        "| parts MiB | load, CPU s | peak MiB | store MiB |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for size in map(int, sizes.split(",")):
        with TemporaryDirectory() as work:
            print(_measured(Path(work), size), flush=True)


def _measured(work: Path, size: int) -> str:
    """The row of one size."""
    pages, parts = work / "pages", work / "parts"
    pages.mkdir()
    for number in range(size):
        (pages / f"page-{number:06}.txt").write_text(page(1, number), encoding="utf-8")
    began = _cpu_seconds()
    alone = run("joinedup", "build", pages, "--store", work / "alone")
    alone_end = _cpu_seconds()
    with LocalCluster(  # type: ignore[no-untyped-call] # so is Dask
        n_workers=_WORKERS, threads_per_worker=1, dashboard_address=":0", host="127.0.0.1"
    ) as cluster:
        address = cluster.scheduler_address.replace("tcp://", "dask://")
        words = ("--executor", address, "--parts", parts, "--store", work / "built")
        built = run("joinedup", "build", pages, *words)
        built_end = _cpu_seconds()
    workers_end = _cpu_seconds()
    loaded = run("joinedup", "load", parts, "--store", work / "loaded")
    loaded_end = _cpu_seconds()
    figures = (
        alone_end - began,
        _mebibytes(alone.peak),
        built_end - alone_end,
        _mebibytes(built.peak),
        workers_end - built_end,
        _mebibytes(sum(path.stat().st_size for path in parts.glob("*.nq.gz"))),
        loaded_end - workers_end,
        _mebibytes(loaded.peak),
        _mebibytes(
            sum(path.stat().st_size for path in (work / "loaded").rglob("*") if path.is_file())
        ),
    )
    return f"| {size:,} | {' | '.join(f'{figure:,.1f}' for figure in figures)} |"


def _mebibytes(size: int) -> float:
    return size / 2**20


def _cpu_seconds() -> float:
    """Processor seconds of all processes that were started and have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
