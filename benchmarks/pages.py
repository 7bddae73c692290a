"""Makes record pages of any number: the same seed gives the same bytes.

    python -m benchmarks.pages FOLDER COUNT --seed 1

The pages look like those of the tracker that users paste, down to their extraction noise. Every
sentence is put together from our own words; only the names are real, drawn from the bundled
registers.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import click

from benchmarks.extraction_noise import break_hyphen, cut, print_with_noise
from benchmarks.grammar import grammar
from benchmarks.printing import MadePage
from benchmarks.replies import sentences, write_reply
from benchmarks.reports import SIZE, report

if TYPE_CHECKING:
    from benchmarks.reports import Report

_LAYOUTS = {"B": 71, "S": 50, "TB": 4, "TS": 2}
_LABELS = {
    "Accepted": 48,
    "Rejected": 11,
    "Acknowledged": 10,
    "Accepted in Part": 7,
    "Deferred": 2,
    "Not Addressed": 2,
}
_LABELS_BY_ITSELF = {"Not Addressed": 27, "Acknowledged": 6, "Response Pending": 3}
_ASSESSED = 0.63
_CONCLUSION = 0.6
_ECHO, _NO_REPLY, _NO_LABEL_EITHER = 0.033, 0.09, 0.5
_PARAGRAPH = 0.45
_LABEL_DIFFERS = 0.2
_TEXT_SHORTEST, _TEXT_LONGEST, _TEXT_USUAL = 300, 2000, 450
_LONGEST_TEXT, _LONGEST_REPLY = 2000, 3000
_TITLE_WORDS = 15
_OPENS_FORMALLY, _ASKS = 0.03, 0.14


def page(seed: int, n: int) -> str:
    """The made page with number `n`, from 0."""
    return made(seed, n).printed


def made(seed: int, n: int) -> MadePage:
    """The made page with number `n`, and so what a correct reader takes from it."""
    rng, of, item = Random(f"page {seed} {n}"), report(seed, n // SIZE), n % SIZE
    said = _said(of, rng)
    text = cut(print_with_noise(said, of.title, rng), _LONGEST_TEXT, rng)
    assessed = rng.random() < _ASSESSED
    label = _pick(_LABELS, rng) if assessed else None
    if item in of.shared_by and label and rng.random() >= _LABEL_DIFFERS:
        label = of.shared_label
    reply_label = label or _pick(_LABELS_BY_ITSELF, rng)
    finding = partial(
        MadePage,
        layout=_pick(_LAYOUTS, rng),
        record=n + 1,
        number=item + 1,
        report=of,
        kind="Conclusion" if rng.random() < _CONCLUSION else "Recommendation",
        title=_title(said[0], of, rng, short=not assessed),
        text=text,
        label=label,
        paragraph=_paragraph(of, item, rng),
        summary=grammar().say("tracker.summaries", rng, of.speaker) if assessed else None,
    )
    if item in of.shared_by:
        answer = break_hyphen(of.shared_answer, rng)
        return finding(reply=cut(answer, _LONGEST_REPLY, rng), reply_label=reply_label, shared=True)
    fate = rng.random()
    if fate < _ECHO:
        repeated = cut(" ".join(said), len(text), rng)
        return finding(
            reply=repeated, label=label and "Acknowledged", reply_label="Acknowledged", echo=True
        )
    if fate < _ECHO + _NO_REPLY:
        unlabelled = rng.random() < _NO_LABEL_EITHER
        return finding(reply_label=None if unlabelled else reply_label)
    return finding(reply=_reply(reply_label, of, rng), reply_label=reply_label)


def write_pages(folder: Path, count: int, seed: int, per_file: int = 1) -> None:
    """Write made pages into a folder.

    Args:
        folder: Where to; made if it is not there.
        count: How many pages.
        seed: What they are made from.
        per_file: Pages in a file; each begins with its address, which is what tells them apart.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, count, per_file):
        numbers = range(first, min(first + per_file, count))
        text = "".join(page(seed, n) for n in numbers)
        (folder / f"page-{first + 1:06}.txt").write_bytes(text.encode("utf-8"))


def _said(of: Report, rng: Random) -> list[str]:
    """What the committee says, whole."""
    length = int(rng.triangular(_TEXT_SHORTEST, _TEXT_LONGEST, _TEXT_USUAL))
    said = sentences("committee", length, of.speaker, rng)
    if rng.random() < _OPENS_FORMALLY:
        said.insert(0, grammar().say("committee.opening", rng, of.speaker))
    if rng.random() < _ASKS:
        said.append(grammar().say("committee.asks", rng, of.speaker))
    return said


def _title(first: str, of: Report, rng: Random, *, short: bool) -> str:
    """The first sentence, cut after some words, or a title as a machine would write it."""
    if not short:
        return grammar().say("tracker.titles", rng, of.speaker)
    words = first.split(" ")
    return first if len(words) <= _TITLE_WORDS else f"{' '.join(words[:_TITLE_WORDS])}..."


def _paragraph(of: Report, item: int, rng: Random) -> str | None:
    """Paragraph of the report; pages of the Public Accounts Committee show none."""
    if of.committee_number == "4" or rng.random() >= _PARAGRAPH:
        return None
    first = 10 + item * 5
    return rng.choice((str(first), f"{first}–{first + 2}"))


def _reply(label: str, of: Report, rng: Random) -> str:
    minute = of.committee_number == "4"
    reply = break_hyphen(write_reply(label, of.speaker, rng, minute=minute), rng)
    return cut(reply, _LONGEST_REPLY, rng)


def _pick(weights: dict[str, int], rng: Random) -> str:
    return rng.choices(list(weights), list(weights.values()))[0]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.argument("count", type=click.IntRange(min=1))
@click.option(
    "--seed", type=int, default=1, show_default=True, help="What the pages are made from."
)
@click.option(
    "--per-file", type=click.IntRange(min=1), default=1, show_default=True, help="Pages in a file."
)
def main(folder: Path, count: int, seed: int, per_file: int) -> None:
    """Write COUNT made record pages into FOLDER."""
    write_pages(folder, count, seed, per_file)


if __name__ == "__main__":
    main()
