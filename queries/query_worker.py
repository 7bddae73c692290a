"""Asks a store on disk and ends: a process of its own, for `queries.query_runner` alone.

Takes a pickled job on standard input; gives a pickled result, or the error to raise, on standard
output.
"""

from __future__ import annotations

import pickle
import sys

from graph.errors import JoinedupError
from graph.store.embedded import Store
from queries.query_runner import answer


def main() -> None:
    """Do one job."""
    place, job, most, finish = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    try:
        found: object = finish(answer(Store.open(place), job, most))
    except JoinedupError as error:
        found = error
    pickle.dump(found, sys.stdout.buffer)


if __name__ == "__main__":
    main()
