"""Government replies for made pages: Treasury Minutes with numbered parts, and plain prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.grammar import grammar

if TYPE_CHECKING:
    from random import Random

    from benchmarks.cast import Speaker

_SHORTEST, _LONGEST, _USUAL = 150, 3000, 900
_NAMING = 0.16
_RESTATES, _FRAGMENT = 0.5, 0.08
_VERDICTS = {"Accepted": "agrees", "Rejected": "disagrees", "Accepted in Part": "partly"}


def write_reply(label: str | None, speaker: Speaker, rng: Random, *, minute: bool) -> str:
    """Write a reply.

    Args:
        label: Label that the verdict fits; another than a verdict's gives prose without one.
        speaker: Who gives the names.
        rng: Where every choice comes from.
        minute: True for the numbered parts of a Treasury Minute.
    """
    length = int(rng.triangular(_SHORTEST, _LONGEST, _USUAL))
    verdict = _VERDICTS.get(label or "")
    if minute:
        return _minute(verdict or "agrees", length, speaker, rng)
    opening = [grammar().say(f"government.short_{verdict}", rng, speaker)] if verdict else []
    return " ".join([*opening, *sentences("government", length, speaker, rng)])


def sentences(table: str, length: int, speaker: Speaker, rng: Random) -> list[str]:
    """Sentences that come to about `length` characters, some of which name something."""
    said: list[str] = []
    while sum(map(len, said)) < length:
        kind = "naming" if rng.random() < _NAMING else "plain"
        said.append(grammar().say(f"{table}.{kind}", rng, speaker))
    return said


def _minute(verdict: str, length: int, speaker: Speaker, rng: Random) -> str:
    """The numbered parts, most often after the conclusion and recommendation they answer."""
    say, number = grammar().say, rng.randint(1, 9)
    parts: list[str] = []
    if rng.random() < _FRAGMENT:
        parts.append(say("government.fragment", rng, speaker))
    elif rng.random() < _RESTATES:
        parts.append(f"{number}. PAC conclusion: {say('committee.plain', rng, speaker)}")
        parts.append(f"{number}: PAC recommendation: {say('committee.naming', rng, speaker)}")
    numbered = [say(f"government.{verdict}", rng, speaker)]
    while sum(map(len, [*parts, *numbered])) < length:
        wanted = rng.randint(150, 500)
        numbered.append(" ".join(sentences("government", wanted, speaker, rng)))
    parts += [f"{number}.{at} {words}" for at, words in enumerate(numbered, start=1)]
    return " ".join(parts)
