"""How the time of reading grows with the text, on texts made to be slow to read.

    python -m benchmarks.linear_time
    python -m benchmarks.linear_time --sizes 10,100 --reader names
    python -m benchmarks.linear_time --sizes 10,100 --stride 5

Every reader gets each piece of `benchmarks.adversarial_texts` over and over, and random mixtures of
them, at growing sizes. Ten times the text may take twelve times as long, and a thousand characters
fifty milliseconds.

All readers with all texts take hours at the largest size. A stride measures one pair in so many,
each reader with some texts and each text with some readers; others for another seed.
"""

from __future__ import annotations

import gc
import signal
from dataclasses import dataclass, field
from time import process_time
from typing import TYPE_CHECKING

import click

from benchmarks.adversarial_readers import readers
from benchmarks.adversarial_texts import UNITS, mix, repeat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

MOST_GROWTH = 12.0
"""Times as long that ten times the text may take."""

MOST_A_THOUSAND = 0.05
"""Seconds that a thousand characters may take."""

_ROUNDS = 3
_LONG = 0.1
"""Seconds from which one round is enough, since noise is small beside them."""

_PATIENCE = 3.0
"""Times the seconds allowed after which a round is given up."""

_NOISE = 0.01
"""Seconds below which a time says nothing of growth: what is done once for a text fills it."""

_SHOWN = 25


@dataclass(slots=True)
class Measure:
    """Seconds that a reader took for a text at each size, in thousands of characters."""

    reader: str
    text: str
    seconds: dict[int, float] = field(default_factory=dict)

    @property
    def growth(self) -> float:
        """The worst growth from one size to ten times that size."""
        return max(
            (
                later / max(_NOISE, self.seconds[size // 10])
                for size, later in self.seconds.items()
                if size // 10 in self.seconds
            ),
            default=0.0,
        )

    @property
    def a_thousand(self) -> float:
        """The most seconds that a thousand characters took."""
        return max(seconds / size for size, seconds in self.seconds.items())

    @property
    def fails(self) -> bool:
        """Whether it took more than is allowed."""
        return self.growth > MOST_GROWTH or self.a_thousand > MOST_A_THOUSAND


class _GivenUpError(BaseException):
    """A round took too long; no reader that survives the fault of one record may swallow it."""


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise _GivenUpError


def measure(
    reader: str, read: Callable[[str], object], name: str, texts: dict[int, str]
) -> Measure:
    """Measure a reader on one text at growing sizes, in thousands of characters, until it fails.

    What fails is measured once more, since another process may have slowed it.
    """
    first = _measure_once(reader, read, name, texts)
    return _measure_once(reader, read, name, texts) if first.fails else first


def _measure_once(
    reader: str, read: Callable[[str], object], name: str, texts: dict[int, str]
) -> Measure:
    measured = Measure(reader, name)
    for size, text in texts.items():
        measured.seconds[size] = _best(read, text, _PATIENCE * MOST_A_THOUSAND * size)
        if measured.fails:
            break
    return measured


def _best(read: Callable[[str], object], text: str, patience: float) -> float:
    """Seconds of processor time of the best round; `patience` where it was given up."""
    best = float("inf")
    for number in range(_ROUNDS):
        fresh = f"{text} {number}"  # what was read before is kept in caches
        signal.setitimer(signal.ITIMER_REAL, patience * 3)
        gc.disable()  # as timeit does: a collection looks at the whole process
        begin = process_time()
        try:
            read(fresh)
        except _GivenUpError:
            return patience
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            gc.enable()
        best = min(best, process_time() - begin)
        if best > _LONG:
            break
    return best


def texts(sizes: list[int], mixtures: int, first_seed: int) -> Iterator[tuple[str, dict[int, str]]]:
    """Every text by name, at each size in thousands of characters."""
    for unit in UNITS:
        yield repr(unit), {size: repeat(unit, size * 1000) for size in sizes}
    for seed in range(first_seed, first_seed + mixtures):
        yield f"mixture {seed}", {size: mix(seed, size * 1000) for size in sizes}


def _sizes(_context: click.Context, _option: click.Parameter, value: str) -> list[int]:
    return sorted({int(number) for number in value.split(",")})


@click.command()
@click.option("--sizes", callback=_sizes, default="10,100,1000", help="Thousands of characters.")
@click.option("--reader", default="", help="Measure readers whose name holds this only.")
@click.option("--mixtures", default=40, help="Random mixtures beside the pieces.")
@click.option("--seed", default=1, help="Seed of the first mixture.")
@click.option("--only-mixtures", is_flag=True, help="Leave out the single pieces.")
@click.option("--stride", default=1, help="Measure one pair of reader and text in so many.")
def main(  # noqa: PLR0913 - the options of a command
    sizes: list[int], reader: str, mixtures: int, seed: int, stride: int, *, only_mixtures: bool
) -> None:
    """Measure, and print what fails and what is worst."""
    signal.signal(signal.SIGALRM, _give_up)
    measures = []
    every = [(name, read) for name, read in readers().items() if reader in name]
    for place, (text_name, sized) in enumerate(texts(sizes, mixtures, seed)):
        if text_name.startswith("mixture") or not only_mixtures:
            chosen = every[(seed - place) % stride :: stride]
            measures += [measure(name, read, text_name, sized) for name, read in chosen]
    failed = [measured for measured in measures if measured.fails]
    print(f"{len(every)} readers, {len(measures)} measures, {len(failed)} fail")
    for title, kept in (
        ("fail", sorted(failed, key=lambda m: (m.reader, -m.growth))),
        ("grow most", sorted(measures, key=lambda m: -m.growth)[:_SHOWN]),
        ("take longest", sorted(measures, key=lambda m: -m.a_thousand)[:_SHOWN]),
    ):
        print(f"\n{title}")
        for measured in kept:
            _row(measured)


def _row(measured: Measure) -> None:
    seconds = ", ".join(f"{size} KB {each:.3f} s" for size, each in measured.seconds.items())
    print(
        f"  {measured.reader:34} {measured.text:34} growth {measured.growth:6.1f}"
        f"  {1000 * measured.a_thousand:7.2f} ms a KB  ({seconds})"
    )


if __name__ == "__main__":
    main()
