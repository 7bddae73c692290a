"""Cuts, flips and removes bytes and files of a store, and looks whether it says so.

A failure is an answer other than the right one, an exception that is no fault of the store in a
sentence (exit code 4), or a check of all files that finds nothing. The check need not notice damage
to what no answer depends on: the engine's diary and its lock, which it writes anew.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from graph.errors import JoinedupError, StoreError
from graph.store.embedded import Store
from graph.store.store_layout import check_version, current_version
from graph.store.store_manifest import NOT_DATA
from loaders.pipeline.build import build
from tests.soak.stopped_builds import PAGE

_EVERYTHING = "SELECT ?s ?p ?o ?g WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


def damage_stores(tries: int, seed: int = 0) -> list[str]:
    """Damage a store again and again, each time a fresh copy.

    Args:
        tries: How often.
        seed: Decides what is damaged.

    Returns:
        What went wrong, each with the number of the try.
    """
    failures: list[str] = []
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole"
        build([str(PAGE)], whole)
        right = _answer(whole)
        for number in range(tries):
            random = Random(f"{seed} {number}")  # noqa: S311 - repeatable, not secret
            store = Path(folder) / "store"
            shutil.copytree(whole, store)
            fault = _damage(store, random, right)
            shutil.rmtree(store)
            if fault:
                failures.append(f"try {number}: {fault}")
    return failures


def _damage(store: Path, random: Random, right: list[str]) -> str | None:
    """What goes wrong when one file is damaged; None if all is as it should be."""
    version = current_version(store)
    files = sorted(path for path in version.rglob("*") if path.is_file() and path.stat().st_size)
    path = random.choice(files)
    way = random.choice((_cut, _flip, _remove))
    way(path, random)
    what = f"{way.__name__[1:]} {path.relative_to(version)}"
    try:
        if _answer(store) != right:
            return f"{what}: another answer"
    except JoinedupError as error:
        if error.exit_code != StoreError.exit_code:
            return f"{what}: exit code {error.exit_code}: {error}"
    except Exception as error:
        return f"{what}: {error!r}"
    try:
        check_version(store, read_all=True)
    except StoreError:
        return None
    return None if path.name in NOT_DATA else f"{what}: the check finds nothing"


def _cut(path: Path, random: Random) -> None:
    path.write_bytes(path.read_bytes()[: random.randrange(path.stat().st_size)])


def _flip(path: Path, random: Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(random.randint(1, 8)):
        content[random.randrange(len(content))] ^= random.randint(1, 255)
    path.write_bytes(content)


def _remove(path: Path, _random: Random) -> None:
    path.unlink()


def _answer(store: Path) -> list[str]:
    return sorted(map(str, Store.open(store).rows(_EVERYTHING)))
