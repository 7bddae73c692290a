"""Tries what should never go wrong, many times over: `make soak`.

    python -m tests.soak [SHARE]

SHARE is the part of the full number of tries, 1 unless given. The result is the table of
`docs/reliability.md`; the exit code is 1 if anything failed.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from multiprocessing import get_context

from tests.soak.trials import input_trials, process_trials, run_trial

_AT_ONCE = 2
"""Trials of inputs that run at once."""


def main(words: list[str]) -> int:
    """Try everything, and print the table."""
    share = float(words[0]) if words else 1.0
    failed = 0
    print("| tried | tries | failures | seconds |\n|---|---:|---:|---:|")  # noqa: T201
    run = partial(run_trial, share=share)
    with ProcessPoolExecutor(_AT_ONCE, get_context("spawn"), max_tasks_per_child=1) as pool:
        for row, failures in chain(pool.map(run, input_trials()), map(run, process_trials())):
            failed += len(failures)
            print(row, flush=True)  # noqa: T201 - the result of a command
            for failure in failures[:20]:
                print(failure, file=sys.stderr, flush=True)  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
