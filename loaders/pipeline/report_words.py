"""The words of a build's report: counts of what records say, and issues by what is wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from loaders.interface.context import NO_SOURCE
from loaders.interface.source_list import all_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from loaders.interface.context import Issue

_ONE = {
    "Organisation": "organisation of a register",
    "Initiative": "initiative of a register",
    "Finding": "finding",
    "Reply": "government reply",
    "TrackerEntry": "tracker entry",
    "Position": "position printed by a source",
    "ReportedCommitment": "commitment reported by a source",
    "Curation": "finding summarised by us",
    "Response": "response document",
    "ResponseItem": "item of a response document",
    "Publication": "paper described by its publisher",
}
"""What one part of a record is called, by its class."""

_MANY = {
    "Organisation": "organisations of a register",
    "Initiative": "initiatives of a register",
    "Finding": "findings",
    "Reply": "government replies",
    "TrackerEntry": "tracker entries",
    "Position": "positions printed by a source",
    "ReportedCommitment": "commitments reported by a source",
    "Curation": "findings summarised by us",
    "Response": "response documents",
    "ResponseItem": "items of response documents",
    "Publication": "papers described by their publishers",
}

OF_REGISTERS = ("Organisation", "Initiative")
"""Classes of record parts that the registers yield, in every build alike."""

_MOST_NAMED = 10
"""Files that a sentence names."""

_LISTED = 20
"""Kinds of issue that are listed; the rest are counted."""


def count_noun(number: int, noun: str) -> str:
    """A number of things, such as `1 record` or `2 records`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def parts_in_words(counts: Mapping[str, int]) -> str:
    """Counts of what records say by class, in words for people."""
    return _joined(
        f"{number:,} {(_ONE if number == 1 else _MANY)[name]}"
        for name, number in sorted(counts.items())
    )


def sources_in_words(counts: Counter[str]) -> str:
    """How many records were read, and from which sources.

    The bundled registers, which every build reads, are named only where nothing else was read.
    """
    descriptors = {source.descriptor.name: source.descriptor for source in all_sources()}
    own = {name for name, each in descriptors.items() if each.register and each.bundled}
    others = [name for name in counts if name not in own]
    names = sorted(others or counts)
    parts = _joined(f"{counts[name]:,} from “{descriptors[name].title}”" for name in names)
    return f"{count_noun(sum(counts[name] for name in names), 'record')}, {parts}"


def source_titles() -> str:
    """The titles of all sources, for people."""
    return "; ".join(sorted(source.descriptor.title for source in all_sources()))


def summed_list(counts: Counter[str]) -> str:
    """A total, and in brackets what it is made of."""
    parts = _joined(f"{number:,} {name}" for name, number in sorted(counts.items()))
    return f"{counts.total():,} ({parts})" if counts else "none"


def copies_in_words(files: str, copies: Sequence[tuple[str, str]]) -> str:
    """That files have the bytes of others.

    Args:
        files: How many files, which begins the sentence.
        copies: Each file with that whose bytes it has.
    """
    verb, subject = ("has", "it says") if len(copies) == 1 else ("have", "they say")
    pairs = [f"{copy} (the same as {first})" for copy, first in copies]
    same = f"{files} {verb} the very bytes of another: {named_first(pairs)}."
    return f"{same} What {subject} counts once."


def named_first(locations: Sequence[str]) -> str:
    """The first of some files, and how many more there are."""
    more = len(locations) - _MOST_NAMED
    return ", ".join(locations[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def issue_lines(issues: Sequence[Issue]) -> list[str]:
    """What was set aside, what is uncertain and what was not read, the gravest last."""
    lines = [
        *_section("Read, but a part was set aside", set_aside(issues)),
        *_section("Read, but uncertain: compare with the document", uncertain(issues)),
        *_section("Not read", not_read(issues)),
    ]
    if any(issue.problem.startswith(NO_SOURCE) for issue in not_read(issues)):
        lines.append(f"Sources that can be read: {source_titles()}.")
    return lines


def not_read(issues: Iterable[Issue]) -> list[Issue]:
    """What is not in the graph."""
    return [issue for issue in issues if issue.lost]


def uncertain(issues: Iterable[Issue]) -> list[Issue]:
    """What is in the graph and should be compared with its document."""
    return [issue for issue in issues if issue.uncertain]


def set_aside(issues: Iterable[Issue]) -> list[Issue]:
    """What is no part of any record, and was expected to be none."""
    return [issue for issue in issues if not issue.lost and not issue.uncertain]


def _section(heading: str, issues: list[Issue]) -> list[str]:
    """The lines of some issues under a heading; what repeats has one line and an example."""
    if not issues:
        return []
    lines = [f"{heading} ({len(issues):,}):"]
    kinds: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in issues:
        words = issue.problem.partition(":")[0]
        # what was lost or is uncertain is named line by line, so that a reader can mend each
        is_named = issue.lost or issue.uncertain
        kinds[f"{issue.location}: {issue.problem}" if is_named else words].append(issue)
    shown = list(kinds.items())[:_LISTED]
    lines += [_line(problem, alike) for problem, alike in shown]
    more = len(issues) - sum(len(alike) for _, alike in shown)
    if more:
        lines.append(f"  … and {more:,} more; the report as JSON lists them all: --report json")
    elif len(kinds) < len(issues):
        lines.append("  The report as JSON lists them all: --report json")
    return lines


def _line(problem: str, alike: list[Issue]) -> str:
    """The line of the issues with the same problem words, with the first of them as the example."""
    first = alike[0]
    if len(alike) == 1:
        return f"  {first.location}: {first.problem}"
    rest = first.problem.partition(":")[2]
    example = f"{first.location}:{rest}" if rest else first.location
    return f"  {problem.rstrip('.')} ({len(alike):,} times), such as in {example}"


def _joined(phrases: Iterable[str]) -> str:
    return ", ".join(phrases) or "none"
