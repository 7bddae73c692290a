"""Made committee texts and replies, all in words of our own, for the tests of answers."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from graph.records.findings import Finding, FindingKind, Passage, Reply, TrackerEntry
from graph.records.source_record import FindingRecord

PLACES = ("coastal towns", "market towns", "new estates", "border villages", "old harbours")
BODIES = ("the Department for Transport", "the Home Office", "HM Treasury", "the Cabinet Office")
THINGS = (
    "ferry timetables",
    "flood maps",
    "bus passes",
    "grant ledgers",
    "school meals",
    "court files",
)
FAULTS = ("go missing", "cost too much", "are seldom checked", "reach people late", "stay on paper")
DEEDS = (
    "publish a register",
    "name one owner",
    "set a baseline",
    "test the forms",
    "train its staff",
)
EFFECTS = ("families wait longer", "clinics guess", "auditors lose the trail", "charities step in")


def repeatable(seed: int) -> Random:
    """The same choices on every run."""
    return Random(seed)  # noqa: S311  (made texts need to be repeatable, not secret)


def committee_text(random: Random, sentences: int = 5) -> str:
    """A committee's paragraph with footnote numbers at the ends of its sentences."""
    said = []
    for number in range(sentences):
        thing, place = random.choice(THINGS), random.choice(PLACES)
        said.append(
            f"In {place} the realisation is that {thing} {random.choice(FAULTS)} by "
            f"{random.randint(3, 97)} in a hundred, so {random.choice(EFFECTS)} and "
            f"long- standing gaps grow.{number + 11}"
        )
    return " ".join(said)


def request(random: Random) -> str:
    """What a committee recommends."""
    body, thing = random.choice(BODIES), random.choice(THINGS)
    place, months = random.choice(PLACES), random.randint(2, 11)
    return (
        f"{body[0].upper()}{body[1:]} should {random.choice(DEEDS)} for {thing} in {place} within "
        f"{months} months and report to us on batch {random.randint(100, 999)}."
    )


def reasons(random: Random, number: int | str) -> str:
    """Numbered paragraphs of a government's answer, after the verdict."""
    body, thing = random.choice(BODIES), random.choice(THINGS)
    return (
        f"{number}.2 Officials in {body} began last year to {random.choice(DEEDS)}, starting with "
        f"{thing} in {random.choice(PLACES)} under contract {random.randint(1000, 9999)}. "
        f"{number}.3 The organisation of the work rests with a board of {random.randint(3, 19)} "
        f"members, and {random.choice(BODIES)} pays for phase {random.randint(2, 99)}."
    )


def minute(random: Random, number: int, verdict: str = "agrees") -> str:
    """A whole part of a Treasury Minute."""
    return (
        f"{number}. PAC conclusion: {committee_text(random, 1)} {number}: PAC recommendation: "
        f"{request(random)} {number}.1 The government {verdict} with the Committee’s "
        f"recommendation. Target implementation date: Spring 2027 {reasons(random, number)}"
    )


@dataclass(frozen=True)
class Made:
    """A made row, and which flag it should bear."""

    row: FindingRecord
    flagged: bool


def row(
    at: int, text: str, reply: str | None, label: str | None = None, number: int = 0
) -> FindingRecord:
    """A row of a tracker."""
    key = ("made", str(at))
    finding = Finding(
        key, FindingKind.CONCLUSION, "Made Committee", str(number or at), text=Passage(text, 0)
    )
    answer = Reply(key, "HM Government", Passage(reply, 0)) if reply is not None else None
    return FindingRecord(finding, answer, TrackerEntry(key, "made", label=label, reply_label=label))
