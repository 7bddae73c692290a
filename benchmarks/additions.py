"""Measures what it takes to add ten made pages to a graph of many.

python -m benchmarks.additions --sizes 1000,5000
"""

from __future__ import annotations

import resource
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from benchmarks.pages import page
from benchmarks.processes import run

_ADDED = 10


@click.command()
@click.option("--sizes", default="1000,5000", show_default=True, help="Pages of the graph.")
def main(sizes: str) -> None:
    """Measure additions of ten pages, each in a fresh process."""
    print("| pages | build, CPU s | add, s | add, CPU s | add, peak MiB | MiB kept of MiB |")
    print("|---:|---:|---:|---:|---:|---:|")
    for size in map(int, sizes.split(",")):
        with TemporaryDirectory() as work:
            print(_measured(Path(work), size), flush=True)


def _measured(work: Path, size: int) -> str:
    """The row of one size."""
    old, new, store = work / "old", work / "new", work / "store"
    _write(old, range(size))
    _write(new, range(size, size + _ADDED))
    began = _cpu_seconds()
    run("joinedup", "build", old, "--store", store)
    built = _cpu_seconds()
    done = run("joinedup", "add", new, "--store", store)
    added = _cpu_seconds()
    [version] = (store / "generations").glob((store / "current").read_text().split()[0])
    files = [path for path in version.rglob("*") if path.is_file()]
    kept = sum(path.stat().st_size for path in files if path.parent == version)
    whole = sum(path.stat().st_size for path in files)
    return (
        f"| {size:,} | {built - began:.1f} | {done.seconds:.1f} | {added - built:.1f} "
        f"| {done.peak / 2**20:,.0f} | {kept / 2**20:,.1f} of {whole / 2**20:,.0f} |"
    )


def _write(folder: Path, numbers: range) -> None:
    folder.mkdir()
    for number in numbers:
        (folder / f"page-{number:06}.txt").write_text(page(1, number), encoding="utf-8")


def _cpu_seconds() -> float:
    """Processor seconds of all commands so far, those of the processes they start counted."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
