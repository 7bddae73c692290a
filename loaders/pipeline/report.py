"""The report of a build: what was read, recognised, flagged and not read."""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Any

from loaders.interface.context import NO_SOURCE
from loaders.interface.source_list import all_sources
from queries.flag_counts import FlagCounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.records.cleaned_text import CleanedText
    from graph.records.mentions import RecognisedNames
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
    "Publication": "paper described by Parliament",
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
    "Publication": "papers described by Parliament",
}

Json = dict[str, Any]
"""A JSON object."""


def _no_seconds() -> defaultdict[str, float]:
    return defaultdict(float)


@dataclass(slots=True)
class BuildCounts:
    """Counts of what was worked out from some records, and how long it took.

    Attributes:
        mentions: Names recognised, by rule; `unclear` for those that could stand for several
            things.
        extraction_noise: Extraction noise in texts, by flag.
        answers: Distinct answers, each counted once however often it is printed.
        seconds: Seconds by stage, added up over all processes: read, read replies, recognise,
            state, link, store.
    """

    mentions: Counter[str] = field(default_factory=Counter)
    extraction_noise: Counter[str] = field(default_factory=Counter)
    answers: int = 0
    seconds: dict[str, float] = field(default_factory=_no_seconds)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time that the block takes to a stage."""
        began = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += perf_counter() - began

    def count_text(self, cleaned: CleanedText, names: RecognisedNames) -> None:
        """Count what one text holds."""
        self.extraction_noise.update(edit.flag for edit in cleaned.edits)
        self.mentions.update(mention.rule for mention in names.mentions)
        if names.ambiguous:
            self.mentions["unclear"] += len(names.ambiguous)

    def add(self, counts: BuildCounts) -> None:
        """Add further counts to these."""
        self.mentions += counts.mentions
        self.extraction_noise += counts.extraction_noise
        self.answers += counts.answers
        for name, value in counts.seconds.items():
            self.seconds[name] += value


@dataclass(slots=True)
class BuildReport:
    """Counts of one build; each names what it counts.

    Attributes:
        files: Files from which at least one record was read.
        records: Distinct source records by source.
        repeats: Records whose very characters had been read before; they change no figure.
        claims: What the records say, by class of record part.
        counts: What was worked out from the records, and how long everything took.
        issues: What was not read.
        quality_flags: Quality flags in the graph, and the findings they are on.
        quads: Quads in the store, those of the default graph included.
    """

    files: int = 0
    records: Counter[str] = field(default_factory=Counter)
    repeats: int = 0
    claims: Counter[str] = field(default_factory=Counter)
    counts: BuildCounts = field(default_factory=BuildCounts)
    issues: list[Issue] = field(default_factory=list)
    quality_flags: FlagCounts = field(default_factory=FlagCounts)
    quads: int = 0

    @property
    def complete(self) -> bool:
        """True if every record that was there was read, and nothing that was read is uncertain."""
        return not any(issue.lost or issue.uncertain for issue in self.issues)

    def as_json(self) -> Json:
        """The report as plain values, for a program."""
        return {
            "files": self.files,
            "records": dict(sorted(self.records.items())),
            "repeated_records": self.repeats,
            "claims": dict(sorted(self.claims.items())),
            "mentions": dict(sorted(self.counts.mentions.items())),
            "extraction_noise": dict(sorted(self.counts.extraction_noise.items())),
            "distinct_answers": self.counts.answers,
            "quality_flags": asdict(self.quality_flags),
            "not_read": _json(_not_read(self.issues)),
            "uncertain": _json(_uncertain(self.issues)),
            "set_aside": _json(_set_aside(self.issues)),
            "seconds": {
                name: round(value, 3) for name, value in sorted(self.counts.seconds.items())
            },
            "quads": self.quads,
        }

    def _flags_listed(self) -> str:
        """Each flag with its counts, in brackets."""
        listed = [str(count) for count in self.quality_flags.by_flag]
        if self.quality_flags.dismissed:
            listed.append(
                f"dismissed by corrections and not counted: {self.quality_flags.dismissed:,}"
            )
        return f" ({', '.join(listed)})" if listed else ""

    def as_text(self) -> str:
        """The report in sentences, for a person."""
        lines = [
            (
                f"Read {_count(self.records.total(), 'record')} from "
                f"{_count(self.files, 'file')}: {_sources(self.records)}."
            ),
            f"They contain {_parts(self.claims)}.",
        ]
        if self.repeats:
            lines.append(
                f"{_count(self.repeats, 'record')} had been read before and are not counted again."
            )
        lines += [
            f"Names recognised in texts: {_summed(self.counts.mentions)}.",
            f"Extraction noise in texts: {_summed(self.counts.extraction_noise)}.",
            f"Replies make up {_count(self.counts.answers, 'distinct answer')}.",
            f"Quality flags: {self.quality_flags}{self._flags_listed()}.",
            f"The graph holds {self.quads:,} quads.",
        ]
        return "\n".join([*lines, *issue_lines(self.issues)])


def issue_lines(issues: Sequence[Issue]) -> list[str]:
    """What was not read, what is uncertain and what was set aside, for people."""
    lines = _section("Not read", _not_read(issues))
    if any(issue.problem.startswith(NO_SOURCE) for issue in _not_read(issues)):
        lines.append(f"Sources that can be read: {_titles()}.")
    lines += _section("Read, but uncertain: compare with the document", _uncertain(issues))
    return lines + _section("Read, but a part was set aside", _set_aside(issues))


def _not_read(issues: Iterable[Issue]) -> list[Issue]:
    return [issue for issue in issues if issue.lost]


def _uncertain(issues: Iterable[Issue]) -> list[Issue]:
    return [issue for issue in issues if issue.uncertain]


def _set_aside(issues: Iterable[Issue]) -> list[Issue]:
    return [issue for issue in issues if not issue.lost and not issue.uncertain]


def _json(issues: list[Issue]) -> list[Json]:
    return [{"location": issue.location, "problem": issue.problem} for issue in issues]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _listed(counts: Counter[str]) -> str:
    return _joined(f"{number:,} {name}" for name, number in sorted(counts.items()))


def _parts(counts: Counter[str]) -> str:
    """Counts of what records say, in words for people."""
    return _joined(
        f"{number:,} {(_ONE if number == 1 else _MANY)[name]}"
        for name, number in sorted(counts.items())
    )


def _sources(counts: Counter[str]) -> str:
    """Counts of records, by the titles of their sources."""
    titles = {source.descriptor.name: source.descriptor.title for source in all_sources()}
    phrases = (f"{number:,} from “{titles[name]}”" for name, number in sorted(counts.items()))
    return _joined(phrases)


def _titles() -> str:
    """The titles of all sources, for people."""
    return "; ".join(sorted(source.descriptor.title for source in all_sources()))


def _joined(phrases: Iterable[str]) -> str:
    return ", ".join(phrases) or "none"


def _summed(counts: Counter[str]) -> str:
    return f"{counts.total():,} ({_listed(counts)})"


_SHOWN = 20


def _section(heading: str, issues: list[Issue]) -> list[str]:
    if not issues:
        return []
    lines = [f"{heading} ({len(issues):,}):"]
    kinds: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in issues:
        words = issue.problem.partition(":")[0]
        # what was lost or is uncertain is named line by line, so that a reader can mend each
        is_named = issue.lost or issue.uncertain
        kinds[f"{issue.location}: {issue.problem}" if is_named else words].append(issue)
    shown = list(kinds.items())[:_SHOWN]
    lines += [_line(problem, alike) for problem, alike in shown]
    more = len(issues) - sum(len(alike) for _, alike in shown)
    if more:
        lines.append(f"  … and {more:,} more; the report as JSON lists them all.")
    elif len(kinds) < len(issues):
        lines.append("  The report as JSON lists them all.")
    return lines


def _line(problem: str, alike: list[Issue]) -> str:
    """The line of the issues with the same problem words, with the first of them as the example."""
    first = alike[0]
    if len(alike) == 1:
        return f"  {first.location}: {first.problem}"
    rest = first.problem.partition(":")[2]
    example = f"{first.location}:{rest}" if rest else first.location
    return f"  {problem.rstrip('.')} ({len(alike):,} times), such as in {example}"
