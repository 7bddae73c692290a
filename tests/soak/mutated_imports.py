"""Feeds mutated exports to the import, each format in turn.

A failure is an exception that is no sentence of ours, an import that hangs or ends its process, or
an empty graph that is taken for one. Most mutated files are refused; some still are graphs of ours,
as a word was changed.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from graph.errors import JoinedupError, WorkerLostError
from graph.processes.worker_process import WorkerProcess
from graph.store.embedded import Store
from loaders.pipeline.build import build
from queries.exports import export, export_formats
from tests.soak.mutations import mutate
from tests.soak.stopped_builds import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDED, _HANGS = "it ended the process", "it hangs"
SECONDS = 60.0
"""Seconds that one import may take."""

LARGEST = 30_000_000
"""Bytes that a mutated file may have; an export of the registers has a quarter of that."""

_WORDS = (
    b"<https://w3id.org/joinedup/id/",
    b'"""',
    b"@prefix",
    b"_:b0",
    b"<<",
    b"^^xsd:date",
    b"{}",
)
_ENTITIES = (b'<!DOCTYPE r [<!ENTITY a "aaaa">]>', b"&a;" * 50, b'"@context": "https://a.example/"')


def import_mutated_exports(tries: int, seed: int = 0) -> list[str]:
    """Import mutated files.

    Args:
        tries: How many.
        seed: Decides what is changed.

    Returns:
        What went wrong, each with its format and the number from which it can be made anew.
    """
    failures: list[str] = []
    with TemporaryDirectory() as folder:
        files = _mutated(Path(folder), tries, seed)
        path = next(files, None)
        while path:
            with WorkerProcess("queries.import_worker") as worker:
                while path:
                    fault = _import(worker, path, Path(folder) / "store")
                    failures += [f"{path.name}: {fault}"] if fault else []
                    path.unlink()
                    path = next(files, None)
                    if fault in (_ENDED, _HANGS):
                        break
    return failures


def _mutated(folder: Path, tries: int, seed: int) -> Iterator[Path]:
    exports = _exports(folder)
    names, others = sorted(exports), list(exports.values())
    for number in range(tries):
        random = Random(f"{seed} {number}")  # noqa: S311 - repeatable, not secret
        suffix = names[number % len(names)]
        path = folder / f"{number}{suffix}"
        path.write_bytes(
            mutate(exports[suffix], others, _WORDS + _ENTITIES, random, largest=LARGEST)
        )
        yield path


def _exports(folder: Path) -> dict[str, bytes]:
    """An export in each format that is one file and can be read back, by its suffix."""
    store_path = folder / "whole"
    build([str(PAGE)], store_path)
    store, exports = Store.open(store_path), {}
    for name, export_format in export_formats().items():
        if export_format.stream is not None and export_format.read is not None:
            path = folder / f"whole{export_format.suffix}"
            with path.open("wb") as output:
                export(store, name, output)
            exports[export_format.suffix] = path.read_bytes()
    return exports


def _import(worker: WorkerProcess, path: Path, place: Path) -> str | None:
    """What goes wrong when a file is imported; None if it is read or refused in words."""
    rmtree(place, ignore_errors=True)
    try:
        quads = int(worker.call(json.dumps([str(path), str(place)]).encode(), SECONDS))
    except WorkerLostError:
        return _ENDED
    except TimeoutError:
        return _HANGS
    except JoinedupError:
        return None
    except RuntimeError as error:
        return str(error).splitlines()[-1]
    return None if quads else "an empty graph"
