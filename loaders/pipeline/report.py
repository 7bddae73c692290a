"""The report of a build: what was read, recognised, flagged and not read."""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Any

from loaders.pipeline.report_words import (
    OF_REGISTERS,
    copies_in_words,
    count_noun,
    issue_lines,
    not_read,
    parts_in_words,
    set_aside,
    sources_in_words,
    summed_list,
    uncertain,
)
from queries.flag_counts import FlagCounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.cleaned_text import CleanedText
    from graph.records.mentions import RecognisedNames
    from loaders.interface.context import Issue

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

    def drop_zeros(self) -> None:
        """Forget what is counted no more."""
        self.mentions, self.extraction_noise = +self.mentions, +self.extraction_noise

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
        copies: Files with the very bytes of one that was read before, each with that one, as
            messages name them; told to whoever builds, and no figure of the graph.
    """

    files: int = 0
    records: Counter[str] = field(default_factory=Counter)
    repeats: int = 0
    claims: Counter[str] = field(default_factory=Counter)
    counts: BuildCounts = field(default_factory=BuildCounts)
    issues: list[Issue] = field(default_factory=list)
    quality_flags: FlagCounts = field(default_factory=FlagCounts)
    quads: int = 0
    copies: list[tuple[str, str]] = field(default_factory=list)

    def take(self, counted: BuildReport) -> None:
        """Take the figures of another report, and its issues besides those here."""
        self.records, self.repeats, self.claims = counted.records, counted.repeats, counted.claims
        self.counts, self.issues = counted.counts, self.issues + counted.issues
        self.quality_flags, self.quads = counted.quality_flags, counted.quads

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
            "not_read": _json(not_read(self.issues)),
            "uncertain": _json(uncertain(self.issues)),
            "set_aside": _json(set_aside(self.issues)),
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
        """The report in sentences, for a person: what is worth a look, and last what was read."""
        return "\n".join(
            (
                *issue_lines(self.issues),
                f"Names recognised in texts: {summed_list(self.counts.mentions)}.",
                f"Extraction noise in texts: {summed_list(self.counts.extraction_noise)}.",
                f"Quality flags: {self.quality_flags}{self._flags_listed()}.",
                f"The graph holds {self.quads:,} quads.{self._registers()}",
                "",
                *self._what_was_read(),
                self._what_to_do(),
            )
        )

    def _registers(self) -> str:
        """What was read of the registers, which every graph has alike."""
        things = {name: self.claims[name] for name in OF_REGISTERS if self.claims[name]}
        return f" The registers list {parts_in_words(things)}." if things else ""

    def _what_was_read(self) -> Iterator[str]:
        """What a person wants to know first of a build, and so stands at its end."""
        files = count_noun(self.files, "file")
        yield f"Read {files} with the registers: {sources_in_words(self.records)}."
        claims = {name: count for name, count in self.claims.items() if name not in OF_REGISTERS}
        if claims:
            answers = self.counts.answers
            replies = (
                f" The replies make up {count_noun(answers, 'distinct answer')}." if answers else ""
            )
            yield f"They contain {parts_in_words(claims)}.{replies}"
        if self.repeats:
            repeats = count_noun(self.repeats, "record")
            verb = "is" if self.repeats == 1 else "are"
            yield f"{repeats} had been read before and {verb} not counted again."
        if self.copies:
            files = count_noun(len(self.copies), "file")
            yield copies_in_words(
                f"{files} that {'was' if len(self.copies) == 1 else 'were'} read", self.copies
            )

    def _what_to_do(self) -> str:
        """Whether anything of the input is missing, and what to do about it."""
        lost, doubtful = len(not_read(self.issues)), len(uncertain(self.issues))
        if lost:
            return (
                f"Not read: {lost:,}. Each is named above with what is wrong. Mend it, and build "
                "again; all else is in the graph."
            )
        if doubtful:
            return (
                f"Everything was read; {count_noun(doubtful, 'reading')} should be compared with "
                "the document, as said above."
            )
        return "Everything was read."


def _json(issues: list[Issue]) -> list[Json]:
    return [{"location": issue.location, "problem": issue.problem} for issue in issues]
