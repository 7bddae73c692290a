"""How long it takes to decide which records are about one finding.

Run as ``python -m benchmarks.identity [FINDINGS]...``. Each made finding has five sources: its page
on two hosts of a tracker, a minute that restates it, a progress report that restates it, and a
letter that names its number. The pages show no report, which is the dearest case.
"""

from __future__ import annotations

import sys
from itertools import groupby
from random import Random
from time import process_time
from typing import TYPE_CHECKING

from graph.records.findings import Report
from loaders.identity.identities import IdentityEvidence
from tests.finding_records import PAC, minute, page
from tests.made_wordings import TUNED, sibling, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.source_record import SourceRecord

_SIZES = (1_000, 10_000, 34_026)
_IN_REPORT = 30
"""Findings of one report."""

Made = tuple[Report, int, str]
"""A report, the number of a finding in it, and its words."""


def _made(count: int, random: Random) -> Iterator[Made]:
    """Findings of made reports; half of them differ by one piece from the one before."""
    seen: set[str] = set()
    made = wording(random)
    number = 0
    while number < count:
        paper = f"HC {number // _IN_REPORT + 1}"
        made = sibling(made, random) if random.random() < 1 / 2 else wording(random)
        text = f"{made.text} It should say so in its plan for area {number // _IN_REPORT}."
        if text in seen:
            continue
        seen.add(text)
        number += 1
        title = f"Made report {paper} on things of the realm"
        key = "hc", "2022-23", paper
        report = Report(key, title, PAC, hc_number=paper, session="2022-23")
        yield report, number % _IN_REPORT + 1, text


def _records(count: int) -> Iterator[SourceRecord]:
    random = Random(1)
    findings = list(_made(count, random))
    for at, (_, number, text) in enumerate(findings, 1):
        yield page(text, str(number), at=at)
        yield page(text, str(number), at=at, host="inquirytracker.uk")
    for report, group in groupby(findings, key=lambda made: made[0]):
        items = [(str(number), text) for _, number, text in group]
        restated = [(number, random.choice(TUNED)(text, random)) for number, text in items]
        yield minute(restated, report, f"minute {report.key}")
        yield minute(items, report, f"progress {report.key}")
        yield minute([(number, None) for number, _ in items], report, f"letter {report.key}")


def main(sizes: list[int]) -> None:
    """Print what each number of findings takes."""
    print("| findings | records | gather s | decide s | ms a finding | found |")
    print("|---:|---:|---:|---:|---:|---:|")
    for size in sizes:
        records = list(_records(size))
        began = process_time()
        evidence = IdentityEvidence()
        for record in records:
            evidence.add(record)
        gathered = process_time()
        identities = evidence.decide()
        done = process_time()
        found = len(set(identities.keys.values()))
        spent = 1000 * (done - began) / size
        print(
            f"| {size:,} | {len(records):,} | {gathered - began:.1f} | {done - gathered:.1f} "
            f"| {spent:.1f} | {found:,} |"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(_SIZES))
