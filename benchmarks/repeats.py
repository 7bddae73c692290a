"""What it takes to see which findings were made again, and how many false repeats there are.

Run as ``python -m benchmarks.repeats [FINDINGS]...``. No made finding repeats another: each has
places of its own beside words that many share, so each link between two of them is a false one.
Every hundredth is asked again in another order of words, and these repeats are counted.
"""

from __future__ import annotations

import sys
from random import Random
from time import process_time

from loaders.repeats.asked_findings import AskedFinding
from loaders.repeats.repeat_search import RepeatSearch
from tests.made_wordings import wording

_SIZES = (1_000, 10_000, 34_026)
_IN_REPORT = 30
"""Findings of one report."""

_SYLLABLES = ("ba", "do", "fe", "gi", "ku", "lo", "ma", "ne", "pi", "ra", "so", "tu", "ve", "wi")
_EVERY = 100
"""One finding of so many is asked again."""


def _place(random: Random) -> str:
    """A made name of a place."""
    return "".join(random.choices(_SYLLABLES, k=3)).capitalize()


def made_findings(count: int, random: Random) -> list[AskedFinding]:
    """Unrelated findings, each repeat straight behind the one that it makes again."""
    findings = []
    for number in range(count):
        made = wording(random)
        place, other = _place(random), _place(random)
        text = (
            f"The {made.body} should {made.act} {made.subject} {made.thing} "
            f"at {place} and {other}, {made.reason}."
        )
        findings.append(_finding(f"f:{number}", text, number // _IN_REPORT))
        if number % _EVERY == 0:
            again = (
                f"We recommend that, at {other} and at {place}, the {made.body} "
                f"{made.act} {made.subject} {made.thing}, {made.reason}."
            )
            later = count // _IN_REPORT + 1 + number // _EVERY
            findings.append(_finding(f"f:{number}-again", again, later))
    return findings


def _finding(name: str, text: str, report: int) -> AskedFinding:
    return AskedFinding(name, text, f"r:{report}", f"{2000 + report}-01-01")


def main(sizes: list[int]) -> None:
    """Print what each number of findings takes."""
    print("| findings | seconds | ms a finding | compared | asked again | seen | false |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for size in sizes:
        findings = made_findings(size, Random(1))
        planted = len(findings) - size
        began = process_time()
        repeats = RepeatSearch(findings, ()).search()
        spent = process_time() - began
        ends = [
            {link.later.removesuffix("-again"), link.earlier.removesuffix("-again")}
            for link in repeats.links
        ]
        seen = sum(len(each) == 1 for each in ends)
        print(
            f"| {size:,} | {spent:.1f} | {1000 * spent / len(findings):.2f} | {repeats.pairs:,} "
            f"| {planted:,} | {seen:,} | {len(ends) - seen:,} |"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(_SIZES))
