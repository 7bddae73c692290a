"""Compares what is read in replies with what a person read there (a gold file).

A gold file is JSON Lines beside its pages. Each row names a page (`file`, relative to the gold
file), the `agreement` a person read in its reply, and the codes of its `flaws`. Where the page was
read again and told otherwise, `read_again` says so beside the codes as given: each entry names a
`flaw`, says that it `is` "there" though not given, or "unseen" on this page, and `why`. What the
words and codes mean in ours is in `evaluation.gold_answers`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from evaluation.gold_answers import FLAWS, Meaning, codes, flag_of, meanings, unjudged, unseen
from evaluation.gold_rows import PageRow, gold_rows
from evaluation.page_scores import records_on
from graph.errors import InputError
from graph.records.replies import Object
from loaders.flags import quality_flags
from loaders.responses.linking.cases import Case, read_row
from loaders.responses.linking.cross_record import link_cases

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.records.replies import Stance
    from graph.records.source_record import FindingRecord


@dataclass(frozen=True, slots=True)
class Page:
    """A row of a gold file with what was read on its page.

    Attributes:
        file: The page, as the gold file names it.
        agreement: Its wording of the position.
        flaws: Its codes.
        unjudged: Flags that are not wrong on this page although no code of it stands for them.
        unseen: Flags that cannot be judged on this page at all.
        case: What was read.
    """

    file: str
    agreement: str
    flaws: tuple[str, ...]
    unjudged: frozenset[str]
    unseen: frozenset[str]
    case: Case


@dataclass(frozen=True, slots=True)
class AnswerMismatch:
    """Something read otherwise than the gold file has it.

    Attributes:
        file: The page.
        subject: ``agreement``, or the code of a flag.
        expected: What the gold file has.
        read: What was read.
    """

    file: str
    subject: str
    expected: str
    read: str


@dataclass(frozen=True, slots=True)
class FlagScore:
    """How well one flag is set, counted in pages.

    Attributes:
        code: The flag.
        right: Pages that bear it rightly.
        wrong: Pages that bear it although the gold file does not have it.
        missed: Pages that lack it although the gold file has it.
    """

    code: str
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        """Share of the flagged pages that are rightly flagged; None if none is flagged."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Share of the pages to be flagged that are flagged; None if there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None


@dataclass(frozen=True, slots=True)
class AnswerEvaluation:
    """How well answers were read.

    Attributes:
        pages: Pages in the gold file.
        judged: Pages with a reply whose position, or want of one, can be seen.
        agreed: Pages among them on which the same was read as in the gold file.
        flags: Score of each flag that a code of the gold file stands for.
        misses: What was read otherwise.
    """

    pages: int
    judged: int
    agreed: int
    flags: tuple[FlagScore, ...]
    misses: tuple[AnswerMismatch, ...]

    def as_dict(self) -> dict[str, object]:
        """The evaluation in plain values, with precision and recall."""
        scores = [
            {**asdict(score), "precision": score.precision, "recall": score.recall}
            for score in self.flags
        ]
        return {**asdict(self), "flags": scores}


def evaluate_answers(gold: Path, *, as_given: bool = False) -> AnswerEvaluation:
    """Read every page of a gold file and compare.

    Args:
        gold: The gold file.
        as_given: True to compare with the codes as they were first given, without what was
            corrected when pages were read again.

    Raises:
        InputError: If the gold file or one of its pages cannot be read.
    """
    pages = _pages(gold, as_given=as_given)
    judged = [page for page in pages if page.case.read_reply and meanings(page.agreement)]
    wrong = [page for page in judged if not _agrees(page)]
    misses = [
        AnswerMismatch(page.file, "agreement", page.agreement, _said(page.case)) for page in wrong
    ]
    scores = []
    for code in dict.fromkeys(FLAWS.values()):
        score, missed = _score(code, pages)
        scores.append(score)
        misses += missed
    return AnswerEvaluation(
        len(pages), len(judged), len(judged) - len(wrong), tuple(scores), tuple(misses)
    )


def _score(code: str, pages: Iterable[Page]) -> tuple[FlagScore, list[AnswerMismatch]]:
    """Score of one flag, and the pages on which it is wrong or missing."""
    counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    misses = []
    for page in pages:
        if code in page.unseen:
            continue
        expected = [flaw for flaw in page.flaws if flag_of(flaw) == code]
        raised = [flag for flag in quality_flags(page.case) if flag.code == code]
        if raised and not expected and code in page.unjudged:
            continue
        counts[bool(expected), bool(raised)] += 1
        if bool(expected) != bool(raised):
            read = "; ".join(flag.evidence.explanation for flag in raised)
            misses.append(AnswerMismatch(page.file, code, ", ".join(expected), read))
    return FlagScore(code, counts[True, True], counts[False, True], counts[True, False]), misses


def _agrees(page: Page) -> bool:
    """Whether the reading has one of the meanings of the gold wording."""
    return any(_means(page.case, meaning) for meaning in meanings(page.agreement))


def _stances(case: Case) -> list[Stance]:
    """The stances of every part of a reply, in order."""
    return [item for part in case.read_reply.stances for item in part] if case.read_reply else []


def _means(case: Case, meaning: Meaning) -> bool:
    items = _stances(case)
    stances = frozenset(item.concept for item in items if item.object is Object.RECOMMENDATION)
    others = {item.object.value for item in items}
    return stances in meaning.stances and (
        not meaning.other_objects or bool(meaning.other_objects & others)
    )


def _said(case: Case) -> str:
    """The stances of a case in words."""
    return (
        ", ".join(f"{item.concept} ({item.object.value})" for item in _stances(case))
        or "no position"
    )


def _pages(gold: Path, *, as_given: bool) -> list[Page]:
    """The pages of a gold file, surveyed committee by committee."""
    rows_by_page = [(row, _record(gold.parent / row.file)) for row in gold_rows(gold, PageRow)]
    by_committee: dict[str, list[int]] = {}
    for number, (_, row) in enumerate(rows_by_page):
        by_committee.setdefault(row.finding.committee or "", []).append(number)
    cases: dict[int, Case] = {}
    for committee, page_numbers in by_committee.items():
        replies_read = [read_row(rows_by_page[number][1]) for number in page_numbers]
        surveyed = link_cases(replies_read, committee, one_report=False)
        cases |= dict(zip(page_numbers, surveyed, strict=True))
    return [
        _page(row, cases[number], as_given=as_given) for number, (row, _) in enumerate(rows_by_page)
    ]


def _page(row: PageRow, case: Case, *, as_given: bool) -> Page:
    flaws = codes(row, as_given=as_given)
    hidden = unseen(row, as_given=as_given)
    return Page(row.file, row.agreement, flaws, unjudged(row), hidden, case)


def _record(path: Path) -> FindingRecord:
    """What a page says.

    Raises:
        InputError: If it cannot be read, or holds no finding.
    """
    records = records_on(path)
    if not records:
        raise InputError(f"{path} holds no finding. Check that it is a record page.")
    return records[0]
