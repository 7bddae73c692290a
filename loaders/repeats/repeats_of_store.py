"""The findings of a graph, which of them were made again, and that as statements.

It is worked out anew from all findings whenever a graph changes, so an addition gives what a build
of all files gives.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.identity import IriFactory
from graph.statements.ntriples import in_default_graph
from loaders.identity.comparable_words import comparable_words
from loaders.references.committees import committee_key
from loaders.references.item_numbers import item_numbers
from loaders.references.ordinals import session, value
from loaders.repeats.asked_findings import AskedFinding
from loaders.repeats.reference_resolution import CitableReport
from loaders.repeats.repeat_search import RepeatSearch
from loaders.repeats.repeat_statements import repeat_statements
from loaders.repeats.repeat_words import title_stems
from queries.selects import select_characters

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store.embedded import Store
    from loaders.identity.comparable_words import ComparableWords


def repeat_lines(store: Store, words: Callable[[str], ComparableWords] = comparable_words) -> str:
    """Which findings of a graph were made again, as N-Quads; empty where there is none.

    Args:
        store: The graph; what it states of repeats is not looked at.
        words: Gives the words of texts in the form in which they are compared.

    Raises:
        StoreError: If the store cannot be read.
    """
    findings = asked_findings(store)
    if not findings:
        return ""
    repeats = RepeatSearch(findings, citable_reports(store), words).search()
    return in_default_graph(dict.fromkeys(repeat_statements(IriFactory(store.base), repeats)))


def asked_findings(store: Store) -> list[AskedFinding]:
    """The findings of a graph that have words, each with what tells when and where it was made."""
    texts = _first(store, "texts", value_at=2)
    days = {report.iri: report.day for report in citable_reports(store)}
    committees = _committees(store)
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for finding, body, name in select_characters(store, "repeats/addressees"):
        bodies[finding].add(body)
        names[finding].add(name)
    places: dict[str, tuple[str, str]] = {}
    numbers: defaultdict[str, set[str]] = defaultdict(set)
    for finding, report, number, paragraph in select_characters(store, "repeats/places"):
        places.setdefault(finding, (report, paragraph))
        numbers[finding] |= set(item_numbers(number)) if number else set()
    return [
        AskedFinding(
            finding,
            text,
            places[finding][0],
            days.get(places[finding][0], ""),
            frozenset(committees[finding]) or frozenset(committees[places[finding][0]]),
            frozenset(numbers[finding]),
            places[finding][1],
            frozenset(bodies[finding]),
            tuple(sorted(names[finding])),
        )
        for finding, text in texts.items()
    ]


def citable_reports(store: Store) -> list[CitableReport]:
    """The reports of a graph, as far as a sentence can name them."""
    marks_by_report: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for report, *values in select_characters(store, "repeats/reports"):
        for name, text in zip(("paper", "session", "ordinal", "title", "day"), values, strict=True):
            if text:
                marks_by_report[report].setdefault(name, text)
    committees = _committees(store)
    return [
        CitableReport(
            report,
            marks.get("paper", ""),
            session(marks.get("session", "")) or "",
            str(value(marks["ordinal"])) if "ordinal" in marks else "",
            title_stems(marks.get("title", "")),
            marks.get("day") or (session(marks.get("session", "")) or "")[:4],
            frozenset(committees[report]),
        )
        for report, marks in marks_by_report.items()
    ]


def _committees(store: Store) -> defaultdict[str, set[str]]:
    committees: defaultdict[str, set[str]] = defaultdict(set)
    for thing, name in select_characters(store, "repeats/committees"):
        committees[thing].add(committee_key(name))
    return committees


def _first(store: Store, question: str, value_at: int) -> dict[str, str]:
    """The first value of each thing that a question is about."""
    values: dict[str, str] = {}
    for row in select_characters(store, f"repeats/{question}"):
        values.setdefault(row[0], row[value_at])
    return values
