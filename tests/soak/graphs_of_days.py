"""Asks small made stores what had been published by a day, and builds what had been by itself.

A failure is a day on which the two differ: in a quad, in the report of the build, in the answer to
a saved question asked as of that day, in the figures of the graph, in a network, or in a view.

    python -m tests.soak.graphs_of_days [FIRST TRIES]

compares so many seeds, 200 unless given, which takes about as long as all of `make soak`.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyoxigraph as ox

import joinedup
from graph.errors import JoinedupError
from graph.store.embedded import Store
from loaders.pipeline.build import build
from loaders.pipeline.known_version import graph_known_on
from queries.query_execution import execute
from queries.query_files import list_questions
from queries.query_request import QueryRequest
from tests.made_sources import ACTS, BODIES, MadeRecommendation, minute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FIRST = date(2012, 1, 1)
_DAYS = 14 * 365
_COMMITTEES = ("Justice Committee", "Education Committee", "Home Affairs Committee")
_VALUES = {
    "thing": "HM Treasury",
    "programme": "BOLD",
    "a": "HM Treasury",
    "b": "Department for Transport",
    "finding": "accountability-index-4-7003",
    "report": "HC 614",
}
"""What is asked about, by parameter; much of it is in no graph of some days."""

EVERY_QUESTION = 20
"""Of so many seeds one asks every saved question, network and view; all compare every quad."""


def compare_graphs_of_days(tries: int, first: int = 0) -> list[str]:
    """Compare made corpora of so many seeds, each at three days.

    Args:
        tries: How many seeds.
        first: The first of them.

    Returns:
        What differed, each with its seed and day.
    """
    failures: list[str] = []
    for seed in range(first, first + tries):
        with TemporaryDirectory() as folder:
            failures += _differences(Path(folder), seed)
    return failures


def _differences(folder: Path, seed: int) -> Iterator[str]:
    random = Random(f"days {seed}")  # noqa: S311 - repeatable, not secret
    documents = made_corpus(folder / "documents", random)
    whole = folder / "whole"
    build(list(map(str, documents)), whole)
    days = sorted(set(documents.values()))
    for day in sorted(random.sample(days, min(3, len(days)))):
        published = [str(path) for path, own in documents.items() if own <= day]
        alone = folder / f"alone-{day}"
        build(published, alone)
        known = graph_known_on(whole, day)
        ask_all = seed % EVERY_QUESTION == 0
        for what in _compare(known.store_path, alone, day if ask_all else None):
            yield f"seed {seed}, {day}: {what}"
        if known.counts.published + known.counts.later + known.counts.undated < len(documents):
            yield f"seed {seed}, {day}: {known.counts} does not count every document"


def _compare(store_path: Path, other: Path, day: date | None) -> Iterator[str]:
    """What two stores do not have in common; of a day, their answers as well."""
    if _quads(store_path) != _quads(other):
        yield "quads differ"
    if day is None:
        return
    left, right = joinedup.open(store_path), joinedup.open(other)
    for name, ask in _asked(day):
        if _answer(left, ask) != _answer(right, ask):
            yield f"{name} differs"


def _quads(store_path: Path) -> list[str]:
    """All quads of a graph, in one order; it has no blank nodes."""
    store = Store.open(store_path)
    graphs: list[ox.DefaultGraph | ox.NamedNode] = [ox.DefaultGraph(), *store.graphs()]
    return sorted(str(quad) for graph in graphs for quad in store.quads(graph))


def _asked(day: date) -> Iterator[tuple[str, Callable[[joinedup.Graph], object]]]:
    """Everything that is asked of a graph."""
    yield "info", lambda graph: graph.info().rows
    for question in list_questions():
        values = {
            parameter.name: _VALUES.get(parameter.name, day.isoformat())
            for parameter in question.parameters
            if parameter.required or parameter.name == "as_of"
        }
        yield question.name, partial(_rows, QueryRequest(question.name, values))
    for actors in ("departments", "organisations", "initiatives", "committees", "everything"):
        yield f"network {actors}", partial(_network, actors)
    for view in ("departments", "everything", "matrix", "timeline"):
        yield f"view {view}", partial(_page, view)


def _network(actors: str, graph: joinedup.Graph) -> object:
    return sorted(graph.network(actors).edges(data="weight"))


def _page(view: str, graph: joinedup.Graph) -> object:
    return graph.view(view).render()


def _rows(request: QueryRequest, graph: joinedup.Graph) -> object:
    """The rows of a saved question, asked in this process."""
    return execute(graph._store, request).rows  # noqa: SLF001 - a process for each takes long


def _answer(graph: joinedup.Graph, ask: Callable[[joinedup.Graph], object]) -> object:
    """What a graph answers; its message where there is nothing to answer from."""
    try:
        return ask(graph)
    except JoinedupError as error:
        return str(error)


def made_corpus(folder: Path, random: Random) -> dict[Path, date]:
    """Documents of several sources, each with the day on which it was published."""
    folder.mkdir(parents=True)
    made = [*_tracker_pages(random), *_reports(random), *_minutes(random)]
    documents: dict[Path, date] = {}
    for name, text, day, read_on in made:
        path = folder / name
        path.write_text(text, encoding="utf-8")
        moment = datetime(read_on.year, read_on.month, read_on.day, 12, tzinfo=UTC).timestamp()
        os.utime(path, (moment, moment))
        documents[path] = day
    return documents


def _day(random: Random) -> date:
    return _FIRST + timedelta(random.randrange(_DAYS))


def _tracker_pages(random: Random) -> Iterator[tuple[str, str, date, date]]:
    """Pages of a tracker, which say no day: they count from that on which they were read."""
    for number in random.sample(range(1, 20), random.randint(2, 5)):
        read_on = _day(random)
        yield f"page-{number}.txt", MadeRecommendation(number).page(), read_on, read_on


def _reports(random: Random) -> Iterator[tuple[str, str, date, date]]:
    """Reports of committees, which print their day, and were read at any day after."""
    for number in range(random.randint(1, 3)):
        day = _day(random)
        paragraphs = "\n\n".join(
            f"{at}. We recommend that {random.choice(BODIES)} {random.choice(ACTS)}. "
            f"(Paragraph {at * 3})"
            for at in range(1, random.randint(2, 5))
        )
        text = (
            f"House of Commons\n{random.choice(_COMMITTEES)}\nReeds and locks {number}\n"
            f"{('First', 'Second', 'Third')[number]} Report of Session {day.year}–"
            f"{(day.year + 1) % 100:02}\n"
            f"Published on {day.day} {day:%B %Y}\nHC {600 + number}\n\n"
            f"Conclusions and recommendations\n\n{paragraphs}\n"
        )
        yield f"report-{number}.txt", text, day, day + timedelta(random.randrange(400))


def _minutes(random: Random) -> Iterator[tuple[str, str, date, date]]:
    """Treasury Minutes, which print their month."""
    if random.random() < 0.7:
        text = minute(random.randint(1, 9))["minute.txt"]
        yield "minute.txt", text, date(2016, 12, 31), _day(random)


if __name__ == "__main__":
    first_seed, number = map(int, sys.argv[1:] or ("0", "200"))
    differences = compare_graphs_of_days(number, first_seed)
    sys.exit("\n".join(differences) or None)
